package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Finds blocks of repeated entries by structure alone: siblings of one tag that each hold one
/// leading link. Whether they are `li`, table rows, cards, definition lists or links between line
/// breaks does not matter, and no class name is asked.
final class ListFinder {
  private static final int MOST_LISTS = 80;
  private static final int MOST_ENTRIES = 300;

  /// Longer blocks are articles, not entries.
  private static final int LONGEST_ENTRY = 900;

  private static final int MOST_LINKS = 8;

  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp");

  /// 05-20 has so many digits, and a date no more than so many letters.
  private static final int DATE_DIGITS = 3;

  private static final int LONGEST_DATE = 30;

  /// Letters beside a date: 发布时间, 星期三, November.
  private static final int LONGEST_LABEL = 9;

  private final Sheet sheet;
  private final Anchors anchors;
  private final List<Found> found = new ArrayList<>();

  /// The leading anchor of each block that was looked at, -1 where there is none.
  private final int[] leading;

  /// One entry.
  ///
  /// @param block the smallest element that holds all of it; made up where the page has none
  /// @param anchor the number of its leading link
  record Entry(Element block, int anchor) {}

  /// One block of entries.
  ///
  /// @param container the number of the element that holds them
  /// @param entries in page order
  record Found(int container, List<Entry> entries) {}

  private ListFinder(Sheet sheet, Anchors anchors) {
    this.sheet = sheet;
    this.anchors = anchors;
    leading = new int[sheet.size()];
  }

  /// All blocks of the page, outermost first, none inside another.
  static List<Found> in(Sheet sheet, Anchors anchors) {
    var finder = new ListFinder(sheet, anchors);
    for (var at = 0; at < sheet.size() && finder.found.size() < MOST_LISTS; ) {
      at = sheet.anchors(at) > 0 && finder.take(at) ? sheet.last(at) + 1 : at + 1;
    }
    return finder.found;
  }

  private boolean take(int container) {
    var tag = sheet.tag(container);
    if (tag.equals("select") || tag.equals("html") || tag.equals("head")) {
      return false;
    }
    var entries = runs(container);
    if (entries.isEmpty()) {
      entries = siblings(container);
    }
    if (entries.isEmpty()) {
      return false;
    }
    found.add(new Found(container, entries));
    return true;
  }

  // siblings of one tag

  private List<Entry> siblings(int container) {
    var counts = new HashMap<String, Integer>();
    for (var child = sheet.firstChild(container); child >= 0; child = sheet.next(child)) {
      leading[child] = sheet.anchors(child) > 0 ? leading(child) : -1;
      if (leading[child] >= 0) {
        counts.merge(sheet.tag(child), 1, Integer::sum);
      }
    }
    var tag = "";
    for (var count : counts.entrySet()) {
      if (tag.isEmpty() || count.getValue() > counts.getOrDefault(tag, 0)) {
        tag = count.getKey();
      }
    }
    if (tag.isEmpty() || !enough(container, tag)) {
      return List.of();
    }
    return entries(container, tag);
  }

  /// Whether the children of that tag make up the block: at least two entries (one, in what can
  /// only be a list), and hardly a link of the block outside them.
  private boolean enough(int container, String tag) {
    var entries = 0;
    var links = 0;
    var others = 0;
    for (var child = sheet.firstChild(container); child >= 0; child = sheet.next(child)) {
      if (!sheet.tag(child).equals(tag) || sheet.anchors(child) == 0) {
        continue;
      }
      if (leading[child] >= 0) {
        entries++;
        links += sheet.anchors(child);
      } else {
        others++;
      }
    }
    if (entries * 10 < (entries + others) * 6 || links * 10 < sheet.anchors(container) * 6) {
      return false;
    }
    return entries >= 2 || single(container, tag);
  }

  private boolean single(int container, String tag) {
    var holder = sheet.tag(container);
    var list = tag.equals("li") || (tag.equals("tr") && holder.equals("tbody"));
    return list && digits(container) >= 4 && sheet.letters(container) >= 10;
  }

  private List<Entry> entries(int container, String tag) {
    var entries = new ArrayList<Entry>();
    var datesLead = datesLead(container, tag);
    var extra = new ArrayList<Element>();
    for (var child = sheet.firstChild(container); child >= 0 && entries.size() < MOST_ENTRIES; ) {
      var anchor = leading[child];
      var next = sheet.next(child);
      if (anchor >= 0 && sheet.tag(child).equals(tag)) {
        if (!datesLead) {
          extra.clear();
          next = extras(next, extra);
        }
        entries.add(new Entry(joined(sheet.element(child), extra, datesLead), anchor));
        extra.clear();
      } else if (datesLead) {
        next = Math.max(extras(child, extra), next);
      }
      child = next;
    }
    return entries;
  }

  /// Takes what has text and no link, up to the next child that has one.
  ///
  /// @return that child, or what ends the children
  private int extras(int first, List<Element> extra) {
    var child = first;
    while (child >= 0 && leading[child] < 0 && sheet.anchors(child) == 0) {
      if (sheet.letters(child) > 0 && sheet.letters(child) < 400) {
        extra.add(sheet.element(child));
      }
      child = sheet.next(child);
    }
    return child;
  }

  /// Whether a date stands before each entry, as a `dt` before its `dd`, and not after it. The line
  /// that tells where the reader is may stand above them all, and looks like one.
  private boolean datesLead(int container, String tag) {
    var before = false;
    var entries = 0;
    for (var child = sheet.firstChild(container); child >= 0; child = sheet.next(child)) {
      if (leading[child] >= 0 && sheet.tag(child).equals(tag)) {
        if (!before && entries == 0 && PathLine.is(sheet.line(child))) {
          continue;
        }
        if (!before) {
          return false;
        }
        entries++;
        before = false;
      } else if (sheet.letters(child) > 0) {
        before = sheet.anchors(child) == 0 && isDate(sheet.line(child));
      }
    }
    return entries > 0 && !before;
  }

  /// Whether a text is a date and hardly anything else: 2026-11-25, 发布时间：11月25日, and no 下一页 共 1 页 4
  /// 条.
  private static boolean isDate(String text) {
    var digits = 0;
    var others = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      others += Character.isLetter(c) && "年月日".indexOf(c) < 0 ? 1 : 0;
    }
    return digits >= DATE_DIGITS && others <= LONGEST_LABEL && text.length() <= LONGEST_DATE;
  }

  /// The element itself, or a made-up one that also holds what goes with it: `dt` and its `dd`.
  private static Element joined(Element entry, List<Element> extra, boolean before) {
    if (extra.isEmpty() || extra.size() > 4) {
      return entry;
    }
    var whole = new Element("div");
    if (!before) {
      whole.appendChild(entry.clone());
    }
    extra.forEach(one -> whole.appendChild(one.clone()));
    if (before) {
      whole.appendChild(entry.clone());
    }
    return whole;
  }

  /// The anchor that the block is about; -1 when it holds none or several.
  private int leading(int block) {
    var first = anchors.firstIn(block);
    var end = anchors.endOf(block);
    if (end - first < 1 || end - first > MOST_LINKS || sheet.letters(block) > LONGEST_ENTRY) {
      return -1;
    }
    var best = -1;
    var longest = 0;
    for (var anchor = first; anchor < end; anchor++) {
      var length = length(anchor);
      if (length > longest
          && !anchors.url(anchor).isEmpty()
          && !isPageNumber(anchor)
          && !isPicture(anchor)) {
        longest = length;
        best = anchor;
      }
    }
    if (best < 0 || !alone(best, longest, first, end)) {
      return -1;
    }
    return leads(block, best, longest) ? best : -1;
  }

  /// Whether the other links are companions: the same address again, a category before the title,
  /// attachments, 详情.
  private boolean alone(int best, int longest, int first, int end) {
    var others = 0;
    for (var anchor = first; anchor < end; anchor++) {
      if (anchor == best
          || anchors.url(anchor).equals(anchors.url(best))
          || anchors.url(anchor).isEmpty()) {
        continue;
      }
      others++;
      if (length(anchor) > Math.min(10, longest / 2)) {
        return false;
      }
    }
    return others <= 3 && (longest >= 6 || others <= 1);
  }

  /// Whether the link stands where titles stand: most of the block's text, or at its beginning.
  private boolean leads(int block, int anchor, int longest) {
    var letters = sheet.letters(block);
    if (letters <= longest + 60 || longest * 3 >= letters) {
      return true;
    }
    var paragraph = sheet.tag(block).equals("p");
    return !paragraph && sheet.from(anchors.element(anchor)) - sheet.from(block) <= 40;
  }

  /// Numbers of pages stand beside lists and are no titles.
  private boolean isPageNumber(int anchor) {
    var text = anchors.text(anchor);
    for (var i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// A picture of an article, shown large when it is pressed.
  private boolean isPicture(int anchor) {
    var url = anchors.url(anchor);
    return sheet.letters(anchors.element(anchor)) == 0
        && PICTURES.contains(url.substring(url.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private int length(int anchor) {
    var letters = sheet.letters(anchors.element(anchor));
    return letters > 0 ? letters : anchors.text(anchor).length();
  }

  // links between line breaks

  private List<Entry> runs(int container) {
    var direct = 0;
    var breaks = 0;
    for (var child = sheet.firstChild(container); child >= 0; child = sheet.next(child)) {
      var tag = sheet.tag(child);
      direct += sheet.anchors(child) == 1 && isInline(tag) ? 1 : 0;
      breaks += tag.equals("br") ? 1 : 0;
    }
    var loose = sheet.letters(container) - sheet.linked(container);
    if (direct < 2
        || sheet.anchors(container) > direct + 2
        || (loose < direct * 4 && breaks < direct / 2)) {
      return List.of();
    }
    if (sheet.linked(container) < direct * 5 || loose > sheet.linked(container) * 2) {
      return List.of();
    }
    return cut(container, breaks >= direct / 2);
  }

  private List<Entry> cut(int container, boolean atBreaks) {
    var entries = new ArrayList<Entry>();
    var run = new Element("div");
    var anchor = -1;
    var next = anchors.firstIn(container);
    var end = anchors.endOf(container);
    var nodes = sheet.element(container).childNodes();
    var datesLead = !atBreaks && datesLead(nodes);
    for (var node : nodes) {
      if (entries.size() >= MOST_ENTRIES) {
        break;
      }
      var links = linksIn(node);
      var ends = atBreaks ? node.nameIs("br") : links > 0 && anchor >= 0;
      if (ends && !datesLead) {
        add(entries, run, anchor);
        run = new Element("div");
        anchor = -1;
      }
      if (links > 0 && next < end) {
        anchor = anchor < 0 || length(next) > length(anchor) ? next : anchor;
        next += links;
      }
      keep(run, node);
      if (datesLead && links > 0) {
        add(entries, run, anchor);
        run = new Element("div");
        anchor = -1;
      }
    }
    add(entries, run, anchor);
    return entries.size() >= 2 ? entries : List.of();
  }

  /// The same as of elements, of links with loose words between.
  private static boolean datesLead(List<Node> nodes) {
    var before = false;
    var entries = 0;
    for (var node : nodes) {
      if (linksIn(node) > 0) {
        if (!before) {
          return false;
        }
        entries++;
        before = false;
      } else {
        var words = words(node);
        before = words.isEmpty() ? before : isDate(words);
      }
    }
    return entries > 0 && !before;
  }

  private static String words(Node node) {
    return switch (node) {
      case TextNode piece -> piece.getWholeText().strip();
      case Element element -> element.text().strip();
      default -> "";
    };
  }

  private void add(List<Entry> entries, Element run, int anchor) {
    if (anchor >= 0 && !anchors.url(anchor).isEmpty() && entries.size() < MOST_ENTRIES) {
      entries.add(new Entry(run, anchor));
    }
  }

  private static void keep(Element run, Node node) {
    if (node instanceof TextNode words) {
      run.appendChild(new TextNode(words.getWholeText()));
    } else if (node instanceof Element) {
      run.appendChild(node.clone());
    }
  }

  private static int linksIn(Node node) {
    if (node.nameIs("a")) {
      return 1;
    }
    return node instanceof Element element && element.childNodeSize() > 0
        ? element.getElementsByTag("a").size()
        : 0;
  }

  private static boolean isInline(String tag) {
    return switch (tag) {
      case "a", "span", "font", "b", "strong", "em", "i", "u", "nobr" -> true;
      default -> false;
    };
  }

  private int digits(int at) {
    var digits = 0;
    var text = sheet.text();
    for (var i = sheet.from(at); i < sheet.to(at); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }
}
