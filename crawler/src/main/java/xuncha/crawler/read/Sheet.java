package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// A parsed page laid flat in one walk: elements numbered in document order, and running counts, so
/// that the text, the links and the hidden share of any subtree are differences of two numbers and
/// nobody walks the tree again. Lives as long as the page is being read.
final class Sheet {
  /// Elements past this number are not read; a page with more is no page for people.
  private static final int MOST = 60_000;

  private static final int MOST_DRAWINGS = 100;

  private final List<Element> elements = new ArrayList<>(512);
  private final StringBuilder building = new StringBuilder(4096);
  private String text = "";
  private @Nullable Element title;
  private final List<Element> metas = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<String> codes = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final List<Drawing> drawings = new ArrayList<>();

  /// Per element: its tag, asked for again and again; its parent, its last descendant, where its
  /// text begins and ends.
  private String[] tags = new String[512];

  private int[] parent = new int[512];

  private int[] last = new int[512];
  private int[] from = new int[512];
  private int[] to = new int[512];

  /// Per element, side by side: how many anchors, characters in links, hidden characters, pictures
  /// and letters came before it, while it is open; inside it, once it is left.
  private int[] counts = new int[COUNTERS * 512];

  private static final int ANCHORS = 0;
  private static final int LINKED = 1;
  private static final int HIDDEN = 2;
  private static final int PICTURES = 3;
  private static final int LETTERS = 4;
  private static final int COUNTERS = 5;

  private final int[] running = new int[COUNTERS];
  private final BitSet hiding = new BitSet();
  private int inAnchor;
  private int inHidden;
  private boolean gap;

  /// An SVG drawing, whose parts are not laid flat.
  ///
  /// @param inside the number of the element that holds it
  record Drawing(Element element, int inside) {}

  private Sheet() {}

  /// Lays a page flat.
  static Sheet of(Document page) {
    var sheet = new Sheet();
    sheet.walk(page);
    sheet.text = sheet.building.toString();
    return sheet;
  }

  int size() {
    return elements.size();
  }

  Element element(int at) {
    return elements.get(at);
  }

  String tag(int at) {
    return tags[at];
  }

  /// The number of the enclosing element; -1 for the outermost.
  int parent(int at) {
    return parent[at];
  }

  /// The number of the last element inside `at`, or `at` itself.
  int last(int at) {
    return last[at];
  }

  int from(int at) {
    return from[at];
  }

  int to(int at) {
    return to[at];
  }

  int anchors(int at) {
    return count(ANCHORS, at);
  }

  /// Visible characters inside links.
  int linked(int at) {
    return count(LINKED, at);
  }

  int hidden(int at) {
    return count(HIDDEN, at);
  }

  int pictures(int at) {
    return count(PICTURES, at);
  }

  /// Characters, white space not counted.
  int letters(int at) {
    return count(LETTERS, at);
  }

  /// The whole text: blocks on lines of their own, white space folded.
  String text() {
    return text;
  }

  /// The text of one element; lines end where blocks end.
  String lines(int at) {
    var start = from[at];
    var end = Math.max(start, to[at]);
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// The text of one element on one line.
  String line(int at) {
    return lines(at).replace('\n', ' ');
  }

  /// What the page's head calls it, white space folded; empty when it says nothing.
  String title() {
    return title == null ? "" : Anchors.fold(title.text());
  }

  List<Element> metas() {
    return metas;
  }

  List<Element> scripts() {
    return scripts;
  }

  /// The code of each of [#scripts], empty for those that are fetched.
  List<String> codes() {
    if (codes.size() < scripts.size()) {
      scripts.forEach(script -> codes.add(code(script)));
    }
    return codes;
  }

  /// As [Element#data], but not copied where it is one piece, as the parser makes it.
  private static String code(Element script) {
    return script.childNodeSize() == 1 && script.childNode(0) instanceof DataNode data
        ? data.getWholeData()
        : script.data();
  }

  List<String> comments() {
    return comments;
  }

  List<Drawing> drawings() {
    return drawings;
  }

  /// The element children of `at`, as numbers.
  int firstChild(int at) {
    return at + 1 <= last[at] ? at + 1 : -1;
  }

  /// The next element sibling; -1 after the last.
  int next(int at) {
    var candidate = last[at] + 1;
    return parent[at] >= 0 && candidate <= last[parent[at]] ? candidate : -1;
  }

  private int count(int counter, int at) {
    return counts[at * COUNTERS + counter];
  }

  private void walk(Document page) {
    var path = new ArrayList<Node>();
    var next = new int[64];
    var numbers = new int[64];
    path.add(page);
    numbers[0] = -1;
    while (!path.isEmpty()) {
      var depth = path.size() - 1;
      var node = path.get(depth);
      if (next[depth] >= node.childNodeSize()) {
        if (numbers[depth] >= 0) {
          leave(numbers[depth]);
        }
        path.removeLast();
        continue;
      }
      var child = node.childNode(next[depth]++);
      if (child instanceof TextNode words) {
        append(words.getWholeText());
      } else if (child instanceof Element element && elements.size() < MOST) {
        var number = enter(element, numbers[depth]);
        if (number >= 0) {
          if (depth + 1 == next.length) {
            next = Arrays.copyOf(next, depth * 2 + 2);
            numbers = Arrays.copyOf(numbers, depth * 2 + 2);
          }
          path.add(element);
          next[depth + 1] = 0;
          numbers[depth + 1] = number;
        }
      } else if (child instanceof Comment comment) {
        comments.add(comment.getData());
      }
    }
  }

  /// Numbers the element; -1 when there is nothing to read in it.
  private int enter(Element element, int above) {
    var tag = element.normalName();
    switch (tag) {
      case "script" -> {
        scripts.add(element);
        return -1;
      }
      case "title" -> {
        // a div in the head ends it, and what comes then is in the body: browsers do not mind
        title = title == null ? element : title;
        return -1;
      }
      case "svg" -> {
        if (above >= 0 && drawings.size() < MOST_DRAWINGS) {
          drawings.add(new Drawing(element, above));
        }
        return -1;
      }
      case "style", "noscript", "template" -> {
        return -1;
      }
      default -> {}
    }
    var at = elements.size();
    grow(at);
    elements.add(element);
    tags[at] = tag;
    parent[at] = above;
    last[at] = at;
    if (element.isBlock() || tag.equals("br")) {
      line();
    }
    from[at] = building.length();
    System.arraycopy(running, 0, counts, at * COUNTERS, COUNTERS);
    switch (tag) {
      case "a" -> {
        running[ANCHORS]++;
        inAnchor++;
      }
      case "area" -> running[ANCHORS]++;
      case "meta" -> metas.add(element);
      case "img", "video", "object", "embed", "iframe", "canvas", "audio" -> running[PICTURES]++;
      default -> {}
    }
    if (hides(element)) {
      hiding.set(at);
      inHidden++;
    }
    if (tag.equals("textarea") || tag.equals("select")) {
      leave(at);
      // numbered for the forms' sake; its text is a preset, not something that the page says
      return -1;
    }
    return at;
  }

  private void leave(int at) {
    var element = elements.get(at);
    to[at] = building.length();
    last[at] = elements.size() - 1;
    for (var counter = 0; counter < COUNTERS; counter++) {
      counts[at * COUNTERS + counter] = running[counter] - counts[at * COUNTERS + counter];
    }
    if (tags[at].equals("a")) {
      inAnchor--;
    }
    if (hiding.get(at)) {
      inHidden--;
    }
    if (element.isBlock()) {
      line();
    } else if (tags[at].equals("td")) {
      gap = true;
    }
  }

  /// Whether the element's own attributes hide it.
  private static boolean hides(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    var style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    if (!style.contains("one") && !style.contains("idden") && !style.contains("ONE")) {
      return false;
    }
    var plain = Words.plain(style);
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  /// Word by word, for that is how long text is copied fast.
  private void append(String words) {
    var end = 0;
    for (var start = 0; start < words.length(); start = end) {
      end = start + 1;
      if (isBlank(words.charAt(start))) {
        gap = true;
        continue;
      }
      while (end < words.length() && !isBlank(words.charAt(end))) {
        end++;
      }
      if (gap && !atLineStart()) {
        building.append(' ');
      }
      gap = false;
      building.append(words, start, end);
      running[LETTERS] += end - start;
      running[LINKED] += inAnchor > 0 ? end - start : 0;
      running[HIDDEN] += inHidden > 0 ? end - start : 0;
    }
  }

  /// Whether readers see nothing there.
  static boolean isBlank(char c) {
    return c <= ' '
        || (c >= '\u00A0'
            && (c <= '\u200B'
                ? c == '\u00A0' || c >= '\u2000'
                : c == '\u3000' || c == '\uFEFF' || c == '\u202F' || c == '\u205F'));
  }

  private boolean atLineStart() {
    return building.isEmpty() || building.charAt(building.length() - 1) == '\n';
  }

  private void line() {
    gap = false;
    if (!atLineStart()) {
      building.append('\n');
    }
  }

  private void grow(int at) {
    if (at < parent.length) {
      return;
    }
    var size = at * 2;
    tags = Arrays.copyOf(tags, size);
    parent = Arrays.copyOf(parent, size);
    last = Arrays.copyOf(last, size);
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    counts = Arrays.copyOf(counts, size * COUNTERS);
  }
}
