package xuncha.crawler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.UnaryOperator;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.Additions;
import xuncha.crawler.read.Candidate;
import xuncha.crawler.read.ColumnReading;
import xuncha.crawler.read.Furniture;
import xuncha.crawler.read.Navigation;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Substance.Filling;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Column.State;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.SitePages.Unread;

/// Goes through a site's columns, shallow ones and sure ones first, then looks into articles for
/// dates that lists do not tell and as samples of the site's pages.
final class Walk {
  /// Further pages or data answers read for one column at most.
  private static final int PAGES_A_COLUMN = 3;

  /// Frames and scripts of the home page that are read.
  private static final int PARTS = 3;

  /// A site names no more columns than that; beyond it a navigation was misread.
  private static final int MOST_COLUMNS = 500;

  /// A frame on so many columns' pages belongs to the template.
  private static final int SHARED = 3;

  /// Letters of a name from which on it may be a headline.
  private static final int HEADLINE = 12;

  /// Pages kept back from the columns for articles: one in so many.
  private static final int ARTICLE_SHARE = 4;

  private static final String ADDED = "entries that scripts may put beside old ones";

  private final Errand errand;
  private final Ageing ageing;
  private final Looked.Page home;
  private final Navigation navigation;
  private final List<Candidate> named;
  private final Precinct precinct;
  private final Queue<Planned> ahead =
      new PriorityQueue<>(
          Comparator.<Planned>comparingInt(planned -> planned.candidate().level())
              .thenComparingDouble(planned -> -planned.candidate().confidence())
              .thenComparingInt(Planned::order));
  private final Map<String, Candidate> planned = new HashMap<>();
  private final List<Visited> columns = new ArrayList<>();
  private final Furniture furniture = new Furniture();
  private final Map<String, PageFacts> pages = new LinkedHashMap<>();
  private final Map<String, Unread> unread = new LinkedHashMap<>();

  private final Set<String> routed = new HashSet<>();

  private record Planned(Candidate candidate, int order) {}

  /// A column that was gone to.
  ///
  /// @param read its page and what was read besides; empty when it could not be read
  /// @param looked what came of its page
  private record Visited(Planned planned, List<PageReader.Result> read, Looked looked) {}

  /// A column and what was made of it.
  private record Read(Visited visited, Column column) {
    /// What pages of its template have in common.
    int template() {
      return visited.read().getFirst().substance().scripts();
    }
  }

  /// The home page in the end.
  ///
  /// @param lacking why entries may be missing from it
  private record Front(PageFacts page, Optional<Failure> lacking) {}

  /// What the walk brought.
  ///
  /// @param home the home page, its entries dated where other pages tell their dates
  /// @param lacking why entries may be missing from the home page
  record Brought(PageFacts home, Optional<Failure> lacking, SitePages pages, SiteColumns columns) {}

  /// @param ageing knows which columns are old enough to be looked at once more
  Walk(Errand errand, Looked.Page home, Ageing ageing) {
    this.errand = errand;
    this.ageing = ageing;
    this.home = home;
    this.navigation = new Navigation(errand.lexicon());
    this.named = navigation.candidates(home.read());
    this.precinct = new Precinct(errand.site(), home.facts(), named);
  }

  Brought walk() {
    keep(home);
    var parts = beside();
    plan(named);
    plan(navigation.beside(home.read(), parts));
    plan(namedBySiteMap());
    while (!ahead.isEmpty()) {
      visit(ahead.remove());
    }
    var read = read();
    var dating = new Dating(errand, List.copyOf(pages.values()));
    var dated =
        read.stream().map(one -> new Read(one.visited(), dating.column(one.column()))).toList();
    var front = front(dating, new Headlines(errand, planned.keySet()), parts);
    var whole = inWhole(dated, dating);
    dating.sample(whole);
    dating.articles().forEach(this::keep);
    new Unlinked(errand).pages(front.page().finalUrl()).forEach(this::keep);
    pages.replace(front.page().finalUrl(), front.page());
    pages
        .values()
        .removeIf(
            page -> !page.finalUrl().equals(front.page().finalUrl()) && precinct.isForeign(page));
    var complete = whole.stream().noneMatch(Walk::leftOut);
    return new Brought(
        front.page(),
        front.lacking(),
        new SitePages(List.copyOf(pages.values()), List.copyOf(unread.values()), complete),
        new SiteColumns(whole, complete));
  }

  /// The home page with its entries dated. One that shows nothing new is drawn where scripts may
  /// put something newer on it.
  private Front front(Dating dating, Headlines headlines, List<PageReader.Result> parts) {
    UnaryOperator<PageFacts> dated =
        page -> dating.headlined(dating.page(withLists(page, parts)), headlines);
    var sent = dated.apply(home.facts());
    if (home.drawn() || isWhole(home) || !ageing.isPast(sent)) {
      return new Front(sent, home.lacking());
    }
    return switch (errand.drawn(home, ADDED, true)) {
      case Looked.Page shown when isSamePage(home, shown) ->
          new Front(dated.apply(shown.facts().showing(home.facts().marks())), shown.lacking());
      case Looked.NoPage lost -> new Front(sent, home.lacking().map(_ -> lost.why()));
      case Looked.Page _, Looked.Other _ -> new Front(sent, home.lacking());
    };
  }

  /// Whether all that the page will ever show came with it.
  private static boolean isWhole(Looked.Page page) {
    return page.read().substance().additions() == Additions.NONE;
  }

  private static boolean isSamePage(Looked.Page sent, Looked.Page shown) {
    return shown.drawn()
        && shown.hasContent()
        && shown.facts().finalUrl().equals(sent.facts().finalUrl());
  }

  /// The columns with what scripts put beside old entries. Where nothing shows that they do, one
  /// page of a template is drawn, and none where another of its pages is up to date without.
  private List<Column> inWhole(List<Read> columns, Dating dating) {
    var cleared = new HashSet<Integer>();
    columns.stream()
        .filter(one -> ageing.isFresh(one.column()) && !one.visited().read().isEmpty())
        .forEach(one -> cleared.add(one.template()));
    return columns.stream().map(one -> inWhole(one, dating, cleared)).toList();
  }

  private Column inWhole(Read one, Dating dating, Set<Integer> cleared) {
    if (one.column().state() != State.LISTED
        || !(one.visited().looked() instanceof Looked.Page page)) {
      return one.column();
    }
    var lacking = lacking(one.visited(), page);
    var settled =
        page.drawn()
            || isWhole(page)
            || !ageing.isPast(one.column())
            || (lacking.isEmpty() && cleared.contains(one.template()));
    if (settled) {
      return lacking.map(one.column()::lacking).orElse(one.column());
    }
    return switch (errand.drawn(page, ADDED, false)) {
      case Looked.Page shown when isSamePage(page, shown) -> {
        cleared.add(one.template());
        yield shownInstead(one, page, shown, dating);
      }
      case Looked.NoPage lost ->
          lacking.map(_ -> one.column().lacking(lost.why())).orElse(one.column());
      case Looked.Page _, Looked.Other _ -> lacking.map(one.column()::lacking).orElse(one.column());
    };
  }

  private Column shownInstead(Read one, Looked.Page sent, Looked.Page shown, Dating dating) {
    furniture.sawInstead(sent.read(), shown.read());
    pages.put(shown.facts().finalUrl(), shown.facts());
    var candidate = one.visited().planned().candidate();
    var read = furtherPages(candidate, shown);
    var column = dating.column(reading().read(candidate, read));
    if (column.state() != State.LISTED) {
      return one.column()
          .lacking(new Failure(Kind.UNREADABLE, "scripts take the entries off the page"));
    }
    return shown.lacking().map(column::lacking).orElse(column);
  }

  /// Why entries may be missing that nobody saw. Scripts whose list was had from its address are no
  /// reason.
  private static Optional<Failure> lacking(Visited visited, Looked.Page page) {
    var had =
        visited.read().stream()
            .skip(1)
            .anyMatch(one ->
                page.read().data().contains(one.facts().url()) && !one.facts().lists().isEmpty());
    return page.lacking().filter(_ -> !had).or(() -> lackingInFrames(visited));
  }

  /// What is missing from a page in a frame, which is not drawn.
  private static Optional<Failure> lackingInFrames(Visited visited) {
    var frames = frames(visited);
    return visited.read().stream()
        .filter(page -> frames.contains(page.facts().url()))
        .filter(page -> page.substance().additions() == Additions.LIKELY)
        .findFirst()
        .map(page -> new Failure(Kind.NEEDS_BROWSER, "a frame: " + page.facts().url()));
  }

  /// What stands beside the home page's own document, read as part of it.
  private List<PageReader.Result> beside() {
    return errand.beside(home).stream()
        .filter(errand::internal)
        .limit(PARTS)
        .map(url -> errand.page(url, isScript(url) ? Why.DATA : Why.PAGE))
        .filter(Looked.Page.class::isInstance)
        .map(Looked.Page.class::cast)
        .filter(Looked.Page::hasContent)
        .map(Looked.Page::read)
        .toList();
  }

  private static boolean isScript(String url) {
    var query = url.indexOf('?');
    return (query < 0 ? url : url.substring(0, query)).endsWith(".js");
  }

  private static PageFacts withLists(PageFacts page, List<PageReader.Result> parts) {
    var lists = new ArrayList<>(page.lists());
    parts.forEach(part -> lists.addAll(part.facts().lists()));
    return page.with(lists);
  }

  private List<Candidate> namedBySiteMap() {
    return home.facts()
        .marks()
        .sitemap()
        .filter(errand::internal)
        .map(url -> errand.page(url, Why.PAGE))
        .filter(Looked.Page.class::isInstance)
        .map(Looked.Page.class::cast)
        .filter(Looked.Page::hasContent)
        .map(page -> {
          keep(page);
          return navigation.candidates(home.read(), page.read());
        })
        .orElse(List.of());
  }

  private void plan(List<Candidate> candidates) {
    for (var candidate : candidates) {
      var address = WebAddress.spelled(candidate.url()) + route(candidate.url());
      if (planned.size() < MOST_COLUMNS
          && candidate.level() <= errand.settings().budget().depth()
          && errand.internal(address)
          && precinct.holds(address)
          && !home.hops().contains(address)
          && planned.putIfAbsent(address, candidate) == null) {
        ahead.add(new Planned(candidate, planned.size()));
      }
    }
  }

  private void visit(Planned next) {
    var budget = errand.settings().budget().pages();
    if (errand.pagesLeft() <= budget / ARTICLE_SHARE && errand.known(url(next)).isEmpty()) {
      var why = new Failure(Kind.BUDGET, budget + " pages");
      columns.add(new Visited(next, List.of(), errand.refused(url(next), why)));
      return;
    }
    var looked = opened(url(next));
    if (isSeenAlready(next, looked)) {
      return;
    }
    keep(looked);
    if (isArticle(next, looked)) {
      return;
    }
    if (!errand.internal(looked.hops().getLast())) {
      return; // leads to another body's site, which is not this site's column
    }
    if (looked instanceof Looked.Page page && Looked.unread(page).filter(Walk::ours).isEmpty()) {
      var read = furtherPages(next.candidate(), page);
      var visited = shown(new Visited(next, read, looked));
      columns.add(visited);
      if (!visited.read().isEmpty() && visited.looked() instanceof Looked.Page its) {
        planBelow(next, its);
      }
    } else {
      columns.add(new Visited(next, List.of(), looked));
    }
  }

  private void planBelow(Planned column, Looked.Page page) {
    if (!precinct.isForeign(page.facts())) {
      plan(navigation.below(home.facts(), column.candidate(), page.read()));
    }
  }

  /// What stands after the `#` and says what scripts are to show.
  private static String route(String url) {
    var hash = url.indexOf('#');
    return hash < 0 ? "" : url.substring(hash);
  }

  private Looked opened(String url) {
    return route(url).isEmpty() ? errand.page(url, Why.PAGE) : errand.route(url);
  }

  /// Whether several addresses that differ in their fragment show the same page.
  private boolean isSeenAlready(Planned next, Looked looked) {
    return !route(url(next)).isEmpty()
        && looked instanceof Looked.Page page
        && page.hasContent()
        && (page.drawn() || page.whole())
        && !routed.add(page.facts().finalUrl() + page.facts().signature());
  }

  /// Whether what was called like a headline turns out to be one article: no section of the site.
  private static boolean isArticle(Planned next, Looked looked) {
    var name = next.candidate().name();
    return name.length() >= HEADLINE
        && looked instanceof Looked.Page page
        && page.facts().kind() == PageKind.ARTICLE
        && page.facts().published().isPresent()
        && page.facts().headline().startsWith(name.replaceFirst("(?:…|\\.{2,})$", ""));
  }

  /// The same, or what a browser makes of it where that is needed.
  private Visited shown(Visited visited) {
    if (visited.read().isEmpty()
        || !(visited.looked() instanceof Looked.Page page)
        || page.drawn()) {
      return visited;
    }
    var planned = visited.planned();
    return switch (drawn(planned.candidate(), page, visited.read())) {
      case Looked.Page shown when shown.drawn() -> {
        furniture.sawInstead(page.read(), shown.read());
        pages.put(shown.facts().finalUrl(), shown.facts());
        yield new Visited(planned, furtherPages(planned.candidate(), shown), shown);
      }
      case Looked.NoPage lost -> new Visited(planned, List.of(), lost);
      case Looked.Page _, Looked.Other _ -> visited;
    };
  }

  /// What a browser makes of a column's page where its content may come from scripts: nothing was
  /// found that could be read, or nothing at all.
  private Looked drawn(Candidate candidate, Looked.Page page, List<PageReader.Result> read) {
    var whole =
        page.read().substance().filling() == Filling.STATIC && !furniture.isFrontAgain(page.read());
    if (!errand.draws() || page.drawn() || whole) {
      return page;
    }
    var column = reading().read(candidate, read);
    return switch (column.state()) {
      case BLANK -> errand.drawn(page, "an empty column with scripts", false);
      case UNREAD ->
          needsBrowser(column) ? errand.drawn(page, "a list that scripts fill", false) : page;
      case LISTED, CONTENT, NOTICE_ONLY -> page;
    };
  }

  private ColumnReading reading() {
    return new ColumnReading(navigation, furniture, home.facts());
  }

  /// Whether the reader could not see, rather than saw that nothing is there.
  private static boolean ours(Failure why) {
    return why.blame() != Failure.Blame.SITE && why.kind() != Kind.NEEDS_BROWSER;
  }

  private List<PageReader.Result> furtherPages(Candidate candidate, Looked.Page first) {
    var reading = reading();
    var read = new ArrayList<PageReader.Result>();
    read.add(first.read());
    var asked = new HashSet<>(first.hops());
    for (var more = 0; more < PAGES_A_COLUMN; more++) {
      var next = nextWanted(reading.wanted(candidate, read), asked);
      if (next.isEmpty()) {
        break;
      }
      asked.add(next.get());
      var data = first.read().data().contains(next.get());
      if (errand.page(next.get(), data ? Why.DATA : Why.PAGE) instanceof Looked.Page page) {
        read.add(page.read());
      }
    }
    return read;
  }

  private Optional<String> nextWanted(List<String> wanted, Set<String> asked) {
    return wanted.stream().filter(url -> !asked.contains(url) && errand.internal(url)).findFirst();
  }

  private void keep(Looked looked) {
    switch (looked) {
      case Looked.Page page when Looked.unread(page).isEmpty() -> {
        furniture.saw(page.read());
        precinct.saw(page.facts());
        pages.putIfAbsent(page.facts().finalUrl(), page.facts());
      }
      case Looked.Other _ -> {} // a document is no page, and nothing is wrong with it
      case Looked.Page _, Looked.NoPage _ ->
          unread.putIfAbsent(
              looked.hops().getFirst(),
              new Unread(
                  looked.hops().getFirst(),
                  Looked.unread(looked).orElseGet(() -> Failure.of(Kind.UNREADABLE)),
                  looked.source()));
    }
  }

  /// In the order in which the site names them. A page that passed for content as long as few
  /// others were known, for a menu of its template say, may need the browser after all.
  private List<Read> read() {
    columns.replaceAll(visited -> isUnreadForScripts(visited) ? shown(visited) : visited);
    var framed = new HashMap<String, Integer>();
    columns.forEach(visited -> frames(visited).forEach(url -> framed.merge(url, 1, Integer::sum)));
    columns.replaceAll(visited -> withoutShared(visited, framed));
    var reading = reading();
    columns.sort(Comparator.comparingInt(visited -> visited.planned().order()));
    return columns.stream()
        .filter(visited -> !isForeign(visited))
        .map(visited -> new Read(visited, column(reading, visited)))
        .toList();
  }

  private boolean isForeign(Visited visited) {
    return visited.looked() instanceof Looked.Page page && precinct.isForeign(page.facts());
  }

  private boolean isUnreadForScripts(Visited visited) {
    return errand.draws()
        && !visited.read().isEmpty()
        && visited.read().getFirst().substance().filling() != Filling.STATIC
        && needsBrowser(reading().read(visited.planned().candidate(), visited.read()));
  }

  private static boolean needsBrowser(Column column) {
    return column.why().filter(why -> why.kind() == Kind.NEEDS_BROWSER).isPresent();
  }

  /// What several columns' pages show in a frame is none of theirs.
  private static Visited withoutShared(Visited visited, Map<String, Integer> framed) {
    var shared =
        frames(visited).stream().filter(url -> framed.getOrDefault(url, 0) >= SHARED).toList();
    var read =
        visited.read().stream().filter(page -> !shared.contains(page.facts().url())).toList();
    return new Visited(visited.planned(), read, visited.looked());
  }

  private static List<String> frames(Visited visited) {
    return visited.read().stream()
        .limit(1)
        .flatMap(page -> page.facts().links().stream())
        .filter(link -> link.kind() == Link.Kind.FRAME)
        .map(Link::url)
        .distinct()
        .toList();
  }

  private Column column(ColumnReading reading, Visited visited) {
    var candidate = visited.planned().candidate();
    if (!visited.read().isEmpty()) {
      var column = reading.read(candidate, visited.read());
      var hub =
          switch (column.state()) {
            case BLANK -> leadsOn(visited) || hasBarOfItsOwn(visited);
            case NOTICE_ONLY -> leadsOn(visited);
            case LISTED, CONTENT, UNREAD -> false;
          };
      return hub ? column.as(State.CONTENT) : named(column, visited);
    }
    var why = Looked.unread(visited.looked()).orElseGet(() -> Failure.of(Kind.UNREADABLE));
    return reading.unread(candidate, why, visited.looked().source());
  }

  /// What even the browser does not show is not for want of a browser.
  private Column named(Column column, Visited visited) {
    var drawn = visited.looked() instanceof Looked.Page page && page.drawn();
    return drawn && needsBrowser(column)
        ? column.unreadFor(
            new Failure(Kind.UNREADABLE, "something was kept from the page in the browser"))
        : column;
  }

  /// Whether the page leads to a column that the navigation hangs below it, be it only one: such a
  /// page is a hub, and what it leads to is judged on its own. A bar of links that the home page
  /// has not is the page's own, whatever it looks like.
  private boolean leadsOn(Visited visited) {
    var name = visited.planned().candidate().name();
    return !name.isEmpty()
        && visited.read().getFirst().facts().links().stream()
            .filter(link -> link.region() == Region.MAIN || !inTheBars(link.url()))
            .map(link -> planned.get(WebAddress.spelled(link.url())))
            .anyMatch(other -> other != null && other.parent().equals(name));
  }

  /// Whether a drawn page shows links that the home page has not, outside of its footer. Where
  /// reading alone could not tell whether the page is empty, these are enough not to call it so;
  /// but for entries that other pages list too.
  private boolean hasBarOfItsOwn(Visited visited) {
    return visited.looked() instanceof Looked.Page page
        && page.drawn()
        && page.facts().links().stream()
                .filter(link -> link.kind() == Link.Kind.ANCHOR && link.region() != Region.FOOTER)
                .map(Link::url)
                .filter(url -> !inTheBars(url) && !url.equals(page.facts().finalUrl()))
                .filter(url -> !furniture.isListedAgain(url))
                .distinct()
                .count()
            >= 2;
  }

  /// Whether it stands in the bars that every page of the site has.
  private boolean inTheBars(String url) {
    return home.facts().links().stream()
        .anyMatch(link -> link.region() != Region.MAIN && link.url().equals(url));
  }

  private static boolean leftOut(Column column) {
    return column.state() == State.UNREAD
        && column.why().filter(why -> why.kind() == Kind.BUDGET).isPresent();
  }

  private static String url(Planned planned) {
    return planned.candidate().url();
  }
}
