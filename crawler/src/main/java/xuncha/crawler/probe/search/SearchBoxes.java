package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.SearchTrial.Method;

/// Finds the search boxes of a page by what they are made of: one field to write into, something to
/// press beside it, and words, names or a role that say what for.
final class SearchBoxes {
  private static final int MOST_FIELDS = 300;

  private final Document page;
  private final String url;
  private final Charset charset;
  private final BoxSigns signs;
  private final BoxScripts scripts;
  private final ColumnChoice choices;

  private record Rated(SearchBox box, int score) {}

  /// What a page has.
  ///
  /// @param boxes ways to ask, the likeliest first
  /// @param opaque whether there is a box of which only a script knows what it does
  record Found(List<SearchBox> boxes, boolean opaque) {
    Found {
      boxes = List.copyOf(boxes);
    }
  }

  private SearchBoxes(
      Document page, String url, String charset, Lexicon lexicon, Set<String> columns) {
    this.page = page;
    this.url = url;
    this.charset = named(charset);
    this.signs = new BoxSigns(lexicon);
    this.scripts = new BoxScripts(page);
    this.choices = new ColumnChoice(page, lexicon, columns);
  }

  /// @param charset the page's, by its WHATWG name
  /// @param columns bare names of the site's columns
  static Found in(Document page, String url, String charset, Lexicon lexicon, Set<String> columns) {
    return new SearchBoxes(page, url, charset, lexicon, columns).found();
  }

  static Charset named(String charset) {
    try {
      return Charset.forName(charset);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /// The fields of a page that words can be written into, in page order.
  static List<Element> fields(Document page) {
    return page.getElementsByTag("input").stream()
        .limit(MOST_FIELDS)
        .filter(BoxBlock::takesWords)
        .toList();
  }

  private Found found() {
    var rated = new ArrayList<Rated>();
    var opaque = false;
    for (var input : fields(page)) {
      var box = BoxBlock.of(page, input);
      var score = signs.of(box);
      if (score >= BoxSigns.ENOUGH) {
        var ways = ways(box);
        ways.forEach(way -> rated.add(new Rated(way, score + (way.plain() ? 1 : 0))));
        opaque |= ways.isEmpty();
      } else if (score > 0) {
        opaque = true; // too little to be sure, and too much to say that there is none
      }
    }
    rated.sort(Comparator.comparingInt(Rated::score).reversed());
    var boxes = rated.stream().map(Rated::box).distinct().toList();
    return new Found(boxes, opaque);
  }

  private List<SearchBox> ways(BoxBlock box) {
    var ways = new ArrayList<SearchBox>();
    var code = scripts.of(box);
    if (box.isForm()) {
      form(box, code).ifPresent(ways::add);
    }
    for (var found : ScriptedAddress.in(code, scripts.all())) {
      scripted(box.input(), found).ifPresent(ways::add);
    }
    return ways;
  }

  private Optional<SearchBox> form(BoxBlock box, String code) {
    var form = box.block();
    var action = form.attr("action").strip();
    var name = box.input().attr("name");
    var address = action.isEmpty() ? Optional.of(url) : absolute(action);
    if (name.isEmpty() || address.isEmpty() || action.startsWith("#")) {
      return Optional.empty();
    }
    var choice = choices.in(form);
    var sending = BoxForm.of(form, address.get(), name, charset);
    return Optional.of(
        new SearchBox(
            url,
            sending,
            sending.post() ? Method.POST : Method.GET,
            choice,
            longest(box.input()),
            !action.isEmpty() && code.isBlank(),
            ""));
  }

  static int longest(Element input) {
    var most = input.attr("maxlength").strip();
    return most.matches("[1-9]\\d{0,3}")
        ? Math.min(SearchBox.ANY_LENGTH, Integer.parseInt(most))
        : SearchBox.ANY_LENGTH;
  }

  private Optional<SearchBox> scripted(Element input, ScriptedAddress.Found found) {
    return absolute(found.written().replace(SearchBox.WORDS, "xunchawords"))
        .map(whole -> whole.replace("xunchawords", SearchBox.WORDS))
        .filter(whole -> whole.contains(SearchBox.WORDS))
        .map(whole ->
            new SearchBox(
                url,
                new Sending.Address(whole, found.writing(charset)),
                Method.SCRIPT,
                Optional.empty(),
                longest(input),
                false,
                ""));
  }

  private Optional<String> absolute(String written) {
    return WebAddress.resolve(page.baseUri().isEmpty() ? url : page.baseUri(), written)
        .map(WebAddress::url);
  }
}
