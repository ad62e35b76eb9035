package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The anchors of a page in document order, with their addresses resolved once.
final class Anchors {
  private static final int LONGEST = 200;

  /// Of what 设为首页 and 加入收藏 do with an address nobody knows; titles are opened.
  private static final int SHORTEST_TITLE = 8;

  private final Sheet sheet;
  private final int[] at;
  private final List<String> urls;
  private final @Nullable String[] texts;

  private Anchors(Sheet sheet, int[] at, List<String> urls) {
    this.sheet = sheet;
    this.at = at;
    this.urls = urls;
    texts = new @Nullable String[at.length];
  }

  static Anchors of(Sheet sheet, Addresses addresses) {
    var at = new int[sheet.size() == 0 ? 0 : sheet.anchors(0)];
    var urls = new ArrayList<String>(at.length);
    for (var element = 0; element < sheet.size() && urls.size() < at.length; element++) {
      var tag = sheet.tag(element);
      if (tag.equals("a") || tag.equals("area")) {
        at[urls.size()] = element;
        var titled = sheet.letters(element) >= SHORTEST_TITLE;
        urls.add(target(sheet.element(element), titled, addresses));
      }
    }
    return new Anchors(sheet, Arrays.copyOf(at, urls.size()), urls);
  }

  int size() {
    return urls.size();
  }

  /// The element's number of the anchor.
  int element(int anchor) {
    return at[anchor];
  }

  /// Its absolute address, empty when it leads nowhere that can be fetched.
  String url(int anchor) {
    return urls.get(anchor);
  }

  /// The first anchor inside the element, or of a later one.
  int firstIn(int element) {
    var found = Arrays.binarySearch(at, element);
    return found < 0 ? -found - 1 : found;
  }

  /// One past the last anchor inside the element.
  int endOf(int element) {
    return firstIn(sheet.last(element) + 1);
  }

  /// What a person reads on it: its text, else its title, else its picture's alternative text; at
  /// most 200 characters.
  String text(int anchor) {
    var known = texts[anchor];
    if (known != null) {
      return known;
    }
    var element = at[anchor];
    var text = sheet.letters(element) > 0 ? sheet.line(element) : said(element);
    var its = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    texts[anchor] = its;
    return its;
  }

  /// Where the anchor leads: its `href`, or the literal address that its handler opens.
  ///
  /// @param titled whether its text is as long as titles are
  private static String target(Element anchor, boolean titled, Addresses addresses) {
    var url = addresses.absolute(anchor.attr("href"));
    if (!url.isEmpty() || anchor.attributesSize() == 0) {
      return url;
    }
    for (var handler : new String[] {"onclick", "data-href", "data-url"}) {
      var written = anchor.attr(handler);
      if (!written.isEmpty()) {
        var literal = handler.equals("onclick") ? opened(written, titled) : written;
        url = literal.isEmpty() ? "" : addresses.absolute(literal);
        if (!url.isEmpty()) {
          return url;
        }
      }
    }
    var script = anchor.attr("href");
    return script.regionMatches(true, 0, "javascript:", 0, 11)
        ? addresses.absolute(ScriptText.opened(script))
        : "";
  }

  private static String opened(String handler, boolean titled) {
    var literal = ScriptText.opened(handler);
    return literal.isEmpty() && titled ? ScriptText.handed(handler) : literal;
  }

  /// The text of an anchor without any: title or alt, white space folded.
  private String said(int element) {
    var anchor = sheet.element(element);
    var title = anchor.attr("title");
    if (title.isBlank()) {
      title = anchor.attr("alt");
    }
    for (var inside = element + 1; title.isBlank() && inside <= sheet.last(element); inside++) {
      if (sheet.tag(inside).equals("img")) {
        title = sheet.element(inside).attr("alt");
      }
    }
    return fold(title);
  }

  /// White space folded and stripped.
  static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    var folded = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Sheet.isBlank(c)) {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      } else {
        folded.append(c);
      }
    }
    return folded.toString().strip();
  }

  /// Whether there is nothing to fold, as in most titles.
  private static boolean isFolded(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var between = i > 0 && i + 1 < text.length();
      if (Sheet.isBlank(c)
          ? c != ' ' || !between || text.charAt(i - 1) == ' '
          : !between && c > 0xFF && Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }
}
