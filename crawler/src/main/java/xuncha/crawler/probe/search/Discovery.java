package xuncha.crawler.probe.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Words;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Form;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SearchTrial.Place;

/// Looks for a site's search: in the home page as it came, behind its links and frames that may
/// lead to one, in pages of the walk, and in the home page as its scripts leave it.
final class Discovery {
  private static final int MOST_PAGES = 2;
  private static final int MOST_SCRIPTS = 2;
  private static final Pattern GLASS =
      Pattern.compile("(?:^|[^a-z])(?:search|sousuo|so|ss)(?:$|[^a-z])", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCRIPT_OF_THE_SITE =
      Pattern.compile(
          "search|sousuo|common|public|header|head|top|main|index|base|site|global|web",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIBRARY =
      Pattern.compile(
          "jquery|swiper|layui|bootstrap|vue|react|echarts|video|polyfill|tongji|analytics|slide|scroll",
          Pattern.CASE_INSENSITIVE);

  private final Ground ground;
  private final Lexicon lexicon;
  private final Words words;
  private final Set<String> columns;
  private final List<Place> looked = new ArrayList<>();
  private final List<SearchBox> elsewhere = new ArrayList<>();
  private final Set<String> stages = new LinkedHashSet<>();
  private boolean untried;
  private Optional<Failure> hindered = Optional.empty();

  /// What was found.
  ///
  /// @param boxes ways to ask on hosts of the site's body, the likeliest first
  /// @param elsewhere whether there is a box that leads to another body's host
  /// @param looked the pages that were looked through
  /// @param stages pages with what only a browser can use, the likeliest first
  /// @param doubt why there may be one that was not found
  record Found(
      List<SearchBox> boxes,
      Optional<SearchBox> elsewhere,
      List<Place> looked,
      Set<String> stages,
      Optional<Failure> doubt) {
    Found {
      stages = Collections.unmodifiableSet(new LinkedHashSet<>(stages));
    }
  }

  /// @param columns bare names of the site's columns
  Discovery(Ground ground, Lexicon lexicon, Set<String> columns) {
    this.ground = ground;
    this.lexicon = lexicon;
    this.words = Words.of(lexicon, "search.box");
    this.columns = columns;
  }

  Found find() {
    var boxes = boxes();
    return new Found(
        boxes,
        elsewhere.stream().findFirst(),
        looked,
        stages,
        boxes.isEmpty() && elsewhere.isEmpty() ? doubt() : Optional.empty());
  }

  private List<SearchBox> boxes() {
    var front = ground.front();
    if (front.isEmpty()) {
      hindered = Optional.of(new Failure(Kind.NOT_GATHERED, "the home page itself"));
      return List.of();
    }
    var home = front.get();
    var tree = PageReader.tree(home);
    var found = in(home, tree, drawn(home));
    if (found.isEmpty()) {
      found = behind(leads(tree));
    }
    if (found.isEmpty()) {
      found = behind(walked());
    }
    return found.isEmpty() && elsewhere.isEmpty() && !drawn(home) && scripted(tree)
        ? inDrawn(home)
        : found;
  }

  private List<SearchBox> inDrawn(Exchange.Answered home) {
    if (!ground.draws()) {
      hindered = Optional.of(Failure.of(Kind.NO_BROWSER));
      return List.of();
    }
    return switch (ground.drawn(home, "no search was found in the page as it came")) {
      case Sought.Nothing lost -> {
        hindered = Optional.of(lost.why());
        yield List.of();
      }
      case Sought.Page page -> {
        if (page.read().substance().filling() == xuncha.crawler.read.Substance.Filling.SCRIPTED) {
          hindered =
              Optional.of(
                  new Failure(Kind.UNREADABLE, "something was kept from the page in the browser"));
        }
        var tree = PageReader.tree(page.answer());
        var found = in(page.answer(), tree, true);
        yield found.isEmpty() ? behind(leads(tree)) : found;
      }
    };
  }

  private static boolean drawn(Exchange.Answered answer) {
    return answer.ask().why() == Why.DRAWN;
  }

  /// Whether scripts may put a box there.
  private static boolean scripted(Document tree) {
    return !tree.getElementsByTag("script").isEmpty();
  }

  // one page

  private List<SearchBox> in(Exchange.Answered answer, Document tree, boolean drawn) {
    looked.add(new Place(answer.ask().url(), drawn, answer.source()));
    var found = read(answer, tree);
    if (found.boxes().isEmpty() && !found.opaque() && !Openers.in(tree, lexicon).isEmpty()) {
      stages.add(answer.ask().url());
    }
    if (found.boxes().isEmpty() && found.opaque()) {
      stages.add(answer.ask().url());
      for (var script : scripts(tree)) {
        if (ground.seek(script, answer.ask().url()) instanceof Sought.Page code) {
          tree.body()
              .appendElement("script")
              .appendChild(new org.jsoup.nodes.DataNode(text(code.answer())));
        }
      }
      found = read(answer, tree);
    }
    var own = new ArrayList<SearchBox>();
    for (var box : found.boxes()) {
      if (ground.sameBody(box.bare())) {
        own.add(box);
      } else {
        elsewhere.add(box);
      }
    }
    return own;
  }

  private SearchBoxes.Found read(Exchange.Answered answer, Document tree) {
    return SearchBoxes.in(tree, answer.ask().url(), charset(answer), lexicon, columns);
  }

  /// What browsers would take the page for; a drawn page has become UTF-8.
  private String charset(Exchange.Answered answer) {
    return drawn(answer) ? ground.home().charset() : PageReader.charset(answer);
  }

  private static String text(Exchange.Answered code) {
    return new String(code.body().bytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Scripts of the site's own that may say what the box does.
  private List<String> scripts(Document tree) {
    var own = new LinkedHashSet<String>();
    for (var script : tree.select("script[src]")) {
      var url = WebAddress.of(script.absUrl("src")).map(WebAddress::url).orElse("");
      if (!url.isEmpty() && ground.sameBody(url) && !LIBRARY.matcher(url).find()) {
        own.add(url);
      }
    }
    return own.stream()
        .sorted(
            java.util.Comparator.comparing((String url) ->
                !SCRIPT_OF_THE_SITE.matcher(url.substring(url.lastIndexOf('/') + 1)).find()))
        .limit(MOST_SCRIPTS)
        .toList();
  }

  // further pages

  private List<SearchBox> behind(List<String> pages) {
    untried |= pages.size() > MOST_PAGES;
    for (var url : pages.stream().limit(MOST_PAGES).toList()) {
      switch (ground.seek(url, ground.home().finalUrl())) {
        case Sought.Page page -> {
          var found = in(page.answer(), PageReader.tree(page.answer()), page.drawn());
          if (!found.isEmpty()) {
            return found;
          }
        }
        case Sought.Nothing nothing -> {
          if (nothing.why().blame() != Failure.Blame.SITE) {
            hindered = Optional.of(nothing.why());
          }
        }
      }
    }
    return List.of();
  }

  /// Links and frames of the home page that may lead to a search.
  private List<String> leads(Document tree) {
    var leads = new LinkedHashSet<String>();
    for (var link : tree.select("a[href], area[href]")) {
      if (saysSearch(link)) {
        lead(link.absUrl("href"), leads);
      }
    }
    for (var frame : tree.select("iframe[src], frame[src]")) {
      var src = frame.attr("src");
      if (GLASS.matcher(src).find()
          || GLASS.matcher(frame.id() + " " + frame.attr("name")).find()) {
        lead(frame.absUrl("src"), leads);
      }
    }
    return List.copyOf(leads);
  }

  private void lead(String url, Set<String> leads) {
    var whole = WebAddress.of(url).map(WebAddress::url).orElse("");
    if (whole.isEmpty()
        || PageAddress.key(whole).equals(PageAddress.key(ground.home().finalUrl()))) {
      return;
    }
    if (ground.sameBody(whole)) {
      leads.add(whole);
    } else {
      hindered = Optional.of(new Failure(Kind.NOT_GATHERED, "a search at " + whole));
    }
  }

  private boolean saysSearch(Element link) {
    var text = link.text().strip();
    var said = text + " " + link.attr("title") + " " + link.attr("aria-label");
    for (var image : link.getElementsByTag("img")) {
      said += " " + image.attr("alt") + " " + image.attr("title");
    }
    if (text.length() <= 8 && words.in(Words.plain(said)).isPresent()) {
      return true;
    }
    return text.isEmpty()
        && (GLASS.matcher(link.className() + " " + link.id()).find()
            || link.getAllElements().stream()
                .anyMatch(
                    inner -> GLASS.matcher(inner.className() + " " + inner.attr("src")).find()));
  }

  /// Pages of the walk that have what may be a search box.
  private List<String> walked() {
    return ground.walked().pages().stream()
        .filter(page -> page.forms().stream().anyMatch(this::maySearch))
        .map(PageFacts::finalUrl)
        .filter(url -> looked.stream().noneMatch(place -> place.url().equals(url)))
        .limit(MOST_PAGES)
        .toList();
  }

  private boolean maySearch(Form form) {
    var typed =
        form.fields().stream()
            .filter(field -> field.type().equals("text") || field.type().equals("search"))
            .toList();
    return typed.size() == 1
        && form.fields().stream().noneMatch(field -> field.type().matches("password|textarea"))
        && words
            .in(
                Words.plain(
                    form.label()
                        + " "
                        + typed.getFirst().label()
                        + " "
                        + typed.getFirst().limits().getOrDefault("placeholder", "")))
            .isPresent();
  }

  // what was not seen

  private Optional<Failure> doubt() {
    if (!stages.isEmpty()) {
      return Optional.of(
          new Failure(
              ground.draws() ? Kind.UNREADABLE : Kind.NO_BROWSER,
              "a search box of which only scripts know what it does"));
    }
    if (hindered.isPresent()) {
      return hindered;
    }
    if (untried) {
      return Optional.of(
          new Failure(Kind.BUDGET, "not every page that may have a search was read"));
    }
    return ground.home().linksCut()
        ? Optional.of(new Failure(Kind.TOO_LITTLE, "the home page has more links than are kept"))
        : Optional.empty();
  }
}
