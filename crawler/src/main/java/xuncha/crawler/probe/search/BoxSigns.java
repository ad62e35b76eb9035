package xuncha.crawler.probe.search;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.crawler.read.Words;
import xuncha.findings.edition.Lexicon;

/// How much a field with what stands around it looks like a search box: words, names, roles and
/// pictures.
final class BoxSigns {
  /// So much is a search box.
  static final int ENOUGH = 3;

  /// Names that authors give to what searches.
  private static final Pattern NAME =
      Pattern.compile(
          "search|query|keyword|sousuo|jiansuo|chaxun|(?:^|[^a-z])(?:so|ss|sou|kw|wd|q|qt|key|keys|find|s)(?:$|[^a-z])|searchword|sokey|soinput|fulltext|quanwen",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GLASS =
      Pattern.compile(
          "search|sousuo|magnif|glass|fangdajing|zoom|icon-so\\b|(?:^|[/_.-])(?:so|ss|sou)(?:[_.-]|$)",
          Pattern.CASE_INSENSITIVE);

  private final Words words;
  private final Words other;

  BoxSigns(Lexicon lexicon) {
    this.words = Words.of(lexicon, "search.box");
    this.other = Words.of(lexicon, "search.other");
  }

  /// How much: from [#ENOUGH] on a search box; above 0 perhaps one; else something else.
  int of(BoxBlock box) {
    var input = box.input();
    var block = box.block();
    var typed = block.select("input").stream().filter(BoxBlock::takesWords).count();
    if (!block.select("input[type=password], input[type=file]").isEmpty()
        || typed > 4
        || (box.isForm() && !block.select("textarea").isEmpty())) {
      return -1;
    }
    var own = own(box);
    var beside = new StringBuilder();
    var icons = new StringBuilder();
    for (var control : box.pressed()) {
      beside.append(said(control)).append(' ');
      icons.append(looks(control)).append(' ');
    }
    var near = block.nameIs("body") || block.text().length() > 80 ? "" : block.text();
    if (other.in(Words.plain(own)).isPresent()
        || (words.in(Words.plain(own)).isEmpty()
            && other.in(Words.plain(near + beside)).isPresent())) {
      return -1;
    }
    var score = 0;
    score += BoxBlock.type(input).equals("search") || hasRole(input) ? 3 : 0;
    score += words.in(Words.plain(own)).isPresent() ? 3 : 0;
    score += words.in(Words.plain(beside + near)).isPresent() ? 3 : 0;
    score += NAME.matcher(input.attr("name") + " " + input.id()).find() ? 2 : 0;
    score +=
        NAME.matcher(path(block.attr("action")) + " " + block.id() + " " + block.attr("name"))
                .find()
            ? 2
            : 0;
    score += NAME.matcher(input.className() + " " + block.className()).find() ? 1 : 0;
    score += GLASS.matcher(icons).find() ? 2 : 0;
    return typed > 1 ? score - 2 : score;
  }

  /// Whether the field itself says that it is for something else.
  boolean isForOther(BoxBlock box) {
    return other.in(Words.plain(own(box))).isPresent();
  }

  private static String own(BoxBlock box) {
    var input = box.input();
    return String.join(
        " ",
        input.attr("placeholder"),
        input.attr("title"),
        input.attr("aria-label"),
        input.attr("value"),
        BoxBlock.label(box.page(), input));
  }

  /// Whether something to press says or shows that it is for searching.
  boolean isOnSearch(Element control) {
    var said = said(control);
    return (!said.isBlank() && words.in(Words.plain(said)).isPresent())
        || (control.text().isBlank() && GLASS.matcher(looks(control)).find());
  }

  private static String said(Element control) {
    var text = control.text();
    return (text.length() <= 8 ? text + " " : "")
        + (BoxBlock.type(control).matches("button|submit|image") ? control.attr("value") : "")
        + " "
        + control.attr("title")
        + " "
        + control.attr("alt")
        + " "
        + control.attr("aria-label");
  }

  private static String looks(Element control) {
    return control.className() + " " + control.id() + " " + file(control.attr("src"));
  }

  private static boolean hasRole(Element input) {
    return input.attr("role").equals("searchbox")
        || input.parents().stream()
            .limit(BoxBlock.CLIMB)
            .anyMatch(above -> above.attr("role").equals("search") || above.nameIs("search"));
  }

  private static String file(String src) {
    return src.startsWith("data:") ? "" : src.substring(src.lastIndexOf('/') + 1);
  }

  private static String path(String action) {
    var query = action.indexOf('?');
    return query < 0 ? action : action.substring(0, query);
  }
}
