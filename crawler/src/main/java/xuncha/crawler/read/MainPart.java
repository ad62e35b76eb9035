package xuncha.crawler.read;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Link.Region;

/// What a page's main part holds beside lists and links, as numbers: what no other page has makes
/// it a page with something of its own, even where we cannot tell what that is. A picture may be
/// the whole content, three words an address.
///
/// @param words the lines outside links, without the page's own name, pagers and heads of tables
/// @param pictures pictures larger than a bullet
/// @param works films, documents, drawings, and fields to choose and write in
record MainPart(TextLines words, Set<Integer> pictures, Set<Integer> works) {
  static final MainPart NONE = new MainPart(TextLines.NONE, Set.of(), Set.of());

  /// Smaller pictures adorn.
  private static final int SMALLEST_PICTURE = 60;

  private static final int MOST_THINGS = 60;

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PAGER =
      Pattern.compile("(?:共|第|每页|转到|跳转|当前)\\s*\\d*\\s*[/／]?\\s*\\d*\\s*[条页个项篇]");
  private static final Pattern SIZE = Pattern.compile("\\d{1,4}");

  MainPart {
    pictures = Set.copyOf(pictures);
    works = Set.copyOf(works);
  }

  static MainPart of(Sheet sheet, Regions regions, String title) {
    var pictures = new HashSet<Integer>();
    var works = new HashSet<Integer>();
    for (var at = 0; at < sheet.size() && pictures.size() + works.size() < MOST_THINGS; at++) {
      if (regions.at(at) == Region.MAIN) {
        var element = sheet.element(at);
        switch (sheet.tag(at)) {
          case "img" -> {
            if (!isSmall(element)) {
              pictures.add(element.attr("src").hashCode());
            }
          }
          case "object", "embed", "video", "audio", "canvas", "svg" ->
              works.add((sheet.tag(at) + element.attr("src") + element.attr("data")).hashCode());
          case "textarea", "select" -> works.add((sheet.tag(at) + element.attr("name")).hashCode());
          case "input" -> {
            var type = element.attr("type").toLowerCase(Locale.ROOT);
            if (type.equals("radio") || type.equals("checkbox")) {
              works.add((type + element.attr("name")).hashCode());
            }
          }
          default -> {}
        }
      }
    }
    return new MainPart(words(sheet, regions, title), pictures, works);
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

  private static TextLines words(Sheet sheet, Regions regions, String title) {
    var words = new StringBuilder();
    var text = sheet.text();
    var at = 0;
    var start = 0;
    for (var end = text.indexOf("\n"); start < text.length(); end = text.indexOf("\n", start)) {
      end = end < 0 ? text.length() : end;
      while (at + 1 < sheet.size() && sheet.from(at + 1) <= start) {
        at++;
      }
      if (isLoose(sheet, regions, around(sheet, at, end))) {
        var line = text.substring(start, end).strip();
        if (!title.contains(line) && !PathLine.says(line) && !PAGER.matcher(line).find()) {
          // pages of one template differ in their numbers
          words.append(DIGITS.matcher(line).replaceAll("0")).append('\n');
        }
      }
      start = end + 1;
    }
    return TextLines.of(words);
  }

  /// The innermost element that holds the line to its end.
  private static int around(Sheet sheet, int innermost, int end) {
    var at = innermost;
    while (sheet.to(at) < end && sheet.parent(at) >= 0) {
      at = sheet.parent(at);
    }
    return at;
  }

  private static boolean isLoose(Sheet sheet, Regions regions, int at) {
    return sheet.size() > 0
        && regions.at(at) == Region.MAIN
        && !sheet.tag(at).equals("th")
        && sheet.linked(at) * 2 < Math.max(1, sheet.letters(at))
        && sheet.hidden(at) * 2 < Math.max(1, sheet.letters(at));
  }
}
