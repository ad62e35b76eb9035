package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the page calls a block: the short text before it, or the tab that opens it, and the 更多
/// beside that.
final class Headings {
  private static final Pattern PARTS = Pattern.compile("[\n|]+");
  private static final int LONGEST = 24;
  private static final int CLIMBS = 7;
  private static final int NEAR = 3;

  private final Sheet sheet;
  private final Anchors anchors;
  private final Words more;

  /// @param text the heading, empty when there is none
  /// @param more where it leads, empty when nowhere
  /// @param tab whether it is one of several tabs, each with a panel
  record Heading(String text, String more, boolean tab) {
    static final Heading NONE = new Heading("", "", false);
  }

  Headings(Sheet sheet, Anchors anchors, Words more) {
    this.sheet = sheet;
    this.anchors = anchors;
    this.more = more;
  }

  /// The heading of the block in that element.
  Heading of(int container) {
    var inside = first(container);
    if (!inside.text().isEmpty()) {
      return inside;
    }
    var at = container;
    var below = -1;
    for (var climb = 0; climb < CLIMBS && sheet.parent(at) >= 0; climb++) {
      var siblings = before(at);
      var leads = "";
      for (var back = siblings.size() - 1; back >= 0; back--) {
        var sibling = siblings.get(back);
        // tabs stand before the first of their panels, however many there are
        var far = siblings.size() - back > NEAR;
        var empty = sheet.letters(sibling) == 0 && sheet.anchors(sibling) == 0;
        if (empty) {
          continue;
        }
        if (isFellow(sibling, at)) {
          if (leads.isEmpty()) {
            continue;
          }
          return new Heading("", leads, false);
        }
        var heading = read(sibling, at, below);
        if (far && !heading.tab()) {
          break;
        }
        if (leads.isEmpty() && isBareMore(sibling, heading)) {
          leads = heading.more(); // what it leads on from stands before it
          continue;
        }
        if (!leads.isEmpty()) {
          return new Heading(heading.text(), leads, heading.tab());
        }
        if (!heading.text().isEmpty() || !heading.more().isEmpty()) {
          return heading.more().isEmpty()
              ? new Heading(heading.text(), moreAfter(container, at), heading.tab())
              : heading;
        }
        // a longer block before this one: the heading would be its, not ours
        return new Heading("", moreAfter(container, at), false);
      }
      if (!leads.isEmpty()) {
        return new Heading("", leads, false);
      }
      below = at;
      at = sheet.parent(at);
      var tag = sheet.tag(at);
      if (tag.equals("body") || tag.equals("html")) {
        break;
      }
    }
    return new Heading("", moreAfter(container, container), false);
  }

  /// Whether nothing but 更多 stands there.
  private boolean isBareMore(int sibling, Heading read) {
    return read.text().isEmpty() && !read.more().isEmpty() && sheet.anchors(sibling) == 1;
  }

  /// Whether both are panels of the same tabs, or lists one after the other: no heading either way.
  private boolean isFellow(int sibling, int at) {
    return sheet.anchors(sibling) > 1
        && sheet.tag(sibling).equals(sheet.tag(at))
        && Make.same(sheet.element(sibling).className(), sheet.element(at).className())
        && sheet.linked(sibling) > 20;
  }

  /// A heading that is the block's own first child.
  private Heading first(int container) {
    var child = sheet.firstChild(container);
    if (child < 0 || sheet.next(child) < 0) {
      return Heading.NONE;
    }
    var tag = sheet.tag(child);
    var named = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    return named ? read(child, -1, -1) : Heading.NONE;
  }

  private List<Integer> before(int at) {
    var siblings = new ArrayList<Integer>();
    for (var child = sheet.firstChild(sheet.parent(at));
        child >= 0 && child < at;
        child = sheet.next(child)) {
      siblings.add(child);
    }
    return siblings;
  }

  private Heading read(int sibling, int branch, int below) {
    if (sheet.letters(sibling) > 120 || sheet.anchors(sibling) > 12) {
      return Heading.NONE;
    }
    List<String> labels = new ArrayList<>();
    var leads = "";
    var said = sheet.lines(sibling);
    for (var anchor = anchors.firstIn(sibling); anchor < anchors.endOf(sibling); anchor++) {
      var text = anchors.text(anchor);
      if (more.is(text) || isMore(anchor)) {
        leads = anchors.url(anchor);
        said = text.isEmpty() ? said : said.replace(text, "\n");
      }
    }
    for (var label : PARTS.split(said, -1)) {
      var text = label.strip();
      if (!text.isEmpty() && !more.is(text)) {
        labels.add(text);
      }
    }
    if (labels.size() == 1 && labels.getFirst().indexOf(' ') > 0) {
      labels = split(labels.getFirst());
    }
    if (labels.isEmpty()) {
      return new Heading("", leads, false);
    }
    if (isPath(sibling)) {
      var place = labels.getLast();
      var last = place.substring(PathLine.lastSign(place) + 1).strip();
      return last.isEmpty() || last.length() > LONGEST
          ? Heading.NONE
          : new Heading(last, "", false);
    }
    var mine = tab(labels.size(), sibling, branch, below);
    var tab = mine >= 0;
    mine = Math.max(0, mine);
    var text = labels.get(mine);
    if (text.length() > LONGEST || isDate(text) || isSentence(text)) {
      return new Heading("", leads, false);
    }
    return new Heading(
        text, leads.isEmpty() || labels.size() > 1 ? own(sibling, text, leads) : leads, tab);
  }

  /// Whether it is the line that tells where the reader is: 首页 > 政务公开 > 通知公告.
  private boolean isPath(int sibling) {
    var text = sheet.line(sibling);
    if (PathLine.says(text)) {
      return true;
    }
    var first = anchors.firstIn(sibling);
    return first < anchors.endOf(sibling)
        && anchors.text(first).replace(" ", "").equals("首页")
        && PathLine.lastSign(text) > 0;
  }

  /// Which of so many tabs opens this panel; -1 when they are no tabs. The panels stand beside the
  /// tabs, or together in one block beside them.
  private int tab(int tabs, int bar, int branch, int below) {
    if (tabs < 2 || branch < 0) {
      return -1;
    }
    if (panels(branch, bar) == tabs) {
      return position(branch, bar);
    }
    return below >= 0 && panels(below, bar) == tabs ? position(below, bar) : -1;
  }

  /// The words of a line of tabs, without 更多.
  private List<String> split(String line) {
    var words = new ArrayList<String>();
    for (var word : line.split(" +", -1)) {
      if (!more.is(word)) {
        words.add(word);
      }
    }
    return words.isEmpty() ? new ArrayList<>(List.of(line)) : words;
  }

  /// Where the heading itself leads.
  private String own(int sibling, String text, String otherwise) {
    for (var anchor = anchors.firstIn(sibling); anchor < anchors.endOf(sibling); anchor++) {
      if (text.length() <= 10 && anchors.text(anchor).equals(text)) {
        return anchors.url(anchor);
      }
    }
    return otherwise;
  }

  private boolean isMore(int anchor) {
    var element = anchors.element(anchor);
    var letters = sheet.letters(element);
    return letters <= 4
        && (isCalledMore(sheet.element(element).className())
            || (letters == 0 && showsMore(element)));
  }

  /// Whether all that the link shows is a picture that is called so.
  private boolean showsMore(int element) {
    for (var inside = element + 1; inside <= sheet.last(element); inside++) {
      if (sheet.tag(inside).equals("img")) {
        var source = sheet.element(inside).attr("src");
        return isCalledMore(source.substring(source.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
      }
    }
    return false;
  }

  private static boolean isCalledMore(String name) {
    var dot = name.indexOf('.');
    var bare = dot < 0 ? name : name.substring(0, dot);
    return bare.startsWith("more")
        || bare.endsWith("-more")
        || bare.endsWith("_more")
        || bare.startsWith("gengduo");
  }

  private String moreAfter(int container, int branch) {
    for (var at = container; at >= 0; at = at == branch ? -1 : sheet.parent(at)) {
      for (var next = sheet.next(at); next >= 0; next = sheet.next(next)) {
        if (sheet.letters(next) > 12) {
          break;
        }
        for (var anchor = anchors.firstIn(next); anchor < anchors.endOf(next); anchor++) {
          if (more.is(anchors.text(anchor)) || isMore(anchor)) {
            return anchors.url(anchor);
          }
        }
      }
    }
    return "";
  }

  private int panels(int branch, int bar) {
    return panels(branch, bar, sheet.last(sheet.parent(branch)) + 1);
  }

  private int position(int branch, int bar) {
    return panels(branch, bar, branch);
  }

  /// The blocks with links before that place among the siblings of one, without the bar of tabs.
  private int panels(int branch, int bar, int end) {
    var tag = sheet.tag(branch);
    var panels = 0;
    for (var child = sheet.firstChild(sheet.parent(branch));
        child >= 0 && child < end;
        child = sheet.next(child)) {
      var panel = child != bar && sheet.tag(child).equals(tag) && sheet.anchors(child) > 1;
      panels += panel ? 1 : 0;
    }
    return panels;
  }

  /// A headline, not a heading: it has what names of columns do not have.
  private static boolean isSentence(String text) {
    for (var i = 0; i < text.length(); i++) {
      if ("，。！？；“”《》…,!?;".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return text.length() > 16;
  }

  private static boolean isDate(String text) {
    var digits = 0;
    for (var i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= 4 && digits * 2 >= text.length() - 3;
  }
}
