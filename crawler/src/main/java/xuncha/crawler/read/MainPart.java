package xuncha.crawler.read;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Link.Region;

/// What a page's main part holds beside lists and links, as numbers: what no other page has makes
/// it a page with something of its own, even where we cannot tell what that is. A picture may be
/// the whole content, three words an address.
///
/// @param words the lines outside links, without the page's own name, pagers, heads of tables and
///   what says that nothing is there
/// @param statements those among them that tell something, however short they are
/// @param sentences those among them that tell it in whole and excuse nothing
/// @param around what the page tells outside of its main part
/// @param pictures pictures larger than a bullet
/// @param works films, documents, drawings, and fields to choose and write in
record MainPart(
    TextLines words,
    TextLines statements,
    TextLines sentences,
    TextLines around,
    Set<Integer> pictures,
    Set<Integer> works) {
  static final MainPart NONE =
      new MainPart(
          TextLines.NONE, TextLines.NONE, TextLines.NONE, TextLines.NONE, Set.of(), Set.of());

  /// Smaller pictures adorn.
  private static final int SMALLEST_PICTURE = 60;

  private static final int MOST_THINGS = 60;

  private static final Pattern SIZE = Pattern.compile("\\d{1,4}");
  private static final Pattern ADDRESS =
      Pattern.compile("url\\(\\s*['\"]?([^'\")]{1,300})", Pattern.CASE_INSENSITIVE);

  MainPart {
    pictures = Set.copyOf(pictures);
    works = Set.copyOf(works);
  }

  static MainPart of(Sheet sheet, Regions regions, String title, MainLines.Signs signs) {
    var pictures = new HashSet<Integer>();
    var works = new HashSet<Integer>();
    for (var at = 0; at < sheet.size() && pictures.size() + works.size() < MOST_THINGS; at++) {
      if (regions.at(at) == Region.MAIN) {
        picture(sheet.element(at)).ifPresent(pictures::add);
        work(sheet.element(at)).ifPresent(works::add);
      }
    }
    for (var drawing : sheet.drawings()) {
      if (regions.at(drawing.inside()) == Region.MAIN && works.size() < MOST_THINGS) {
        drawn(drawing.element()).ifPresent(works::add);
      }
    }
    var lines = MainLines.of(sheet, regions, title, signs);
    return new MainPart(
        lines.words(), lines.statements(), lines.sentences(), lines.around(), pictures, works);
  }

  /// A picture, or what lies as a picture behind a block.
  private static Optional<Integer> picture(Element element) {
    if (element.nameIs("img")) {
      return isSmall(element) ? Optional.empty() : Optional.of(element.attr("src").hashCode());
    }
    var style = element.attributesSize() > 0 ? element.attr("style") : "";
    if (style.contains("(") && style.toLowerCase(Locale.ROOT).contains("background")) {
      var address = ADDRESS.matcher(style);
      return address.find() ? Optional.of(address.group(1).hashCode()) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Integer> work(Element element) {
    var tag = element.normalName();
    return switch (tag) {
      case "object", "embed", "video", "audio", "canvas" ->
          Optional.of((tag + element.attr("src") + element.attr("data")).hashCode());
      case "textarea", "select" -> Optional.of((tag + element.attr("name")).hashCode());
      case "input" -> {
        var type = element.attr("type").toLowerCase(Locale.ROOT);
        yield type.equals("radio") || type.equals("checkbox")
            ? Optional.of((type + element.attr("name")).hashCode())
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /// A drawing that is written on is a map or a chart; one without words may be the picture of an
  /// empty box.
  private static Optional<Integer> drawn(Element drawing) {
    var words = Anchors.fold(drawing.text());
    return words.length() < 2 ? Optional.empty() : Optional.of(("svg" + words).hashCode());
  }

  /// The size is looked for where pages give it; one that gives none may be large.
  private static boolean isSmall(Element picture) {
    return isSmall(picture.attr("width")) || isSmall(picture.attr("height"));
  }

  private static boolean isSmall(String size) {
    var pixels = SIZE.matcher(size);
    return !size.contains("%")
        && pixels.lookingAt()
        && Integer.parseInt(pixels.group()) < SMALLEST_PICTURE;
  }
}
