package xuncha.crawler.read;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.read.date.Known;
import xuncha.crawler.read.date.NameWords;
import xuncha.crawler.read.date.PartNames;
import xuncha.findings.visit.Link.Region;

/// Which part of the page every element belongs to. What tags, roles, ids and classes say is
/// believed only of blocks that are not most of the page (a wrapper called `header-fixed` holds
/// everything); where nothing says anything, short links in a row before the content are navigation
/// and what follows the site's marks is footer.
final class Regions {
  /// Beside [PartNames#TOP]: a head that is an article's is in the main part all the same.
  private static final String HEAD = "head";

  /// Beside [PartNames#ASIDE]: boxes with links in them and no dates.
  private static final Set<String> BOXES =
      Set.of(
          "floatbar",
          "toolbox",
          "popup",
          "dialog",
          "modal",
          "share",
          "link",
          "links",
          "yqlj",
          "friendlink",
          "friendlinks");

  private static final Set<String> FRONT = Set.of("首页", "网站首页", "主页", "本站首页");

  private static final int LONGEST_PATH = 100;
  private static final int LONGEST_SECTION = 8;

  private static final String[] MARKS = {
    "版权所有", "主办", "承办", "ICP", "网站标识码", "公网安备", "备案", "Copyright", "技术支持"
  };

  /// Characters that may stand before a site's marks in their block (网站地图, 联系我们), or after it.
  private static final int TAIL = 40;

  private static final Known<Said> NAMES = new Known<>(Regions::read);

  private final Sheet sheet;
  private final Region[] region;

  /// What a block is called; the region, when it names one.
  private record Said(@Nullable Region region) {}

  private Regions(Sheet sheet) {
    this.sheet = sheet;
    region = new Region[sheet.size()];
  }

  static Regions of(Sheet sheet) {
    var regions = new Regions(sheet);
    regions.byName();
    regions.byPlace();
    return regions;
  }

  Region at(int element) {
    return region[element];
  }

  /// Characters of the page that are in its main part and in no link.
  int mainText() {
    return main(false);
  }

  /// Links in the main part.
  int mainLinks() {
    return main(true);
  }

  private int main(boolean links) {
    var sum = 0;
    for (var at = 0; at < region.length; ) {
      var above = sheet.parent(at);
      var sign = 0;
      if (region[at] == Region.MAIN && (above < 0 || region[above] != Region.MAIN)) {
        sign = 1;
      } else if (region[at] != Region.MAIN && above >= 0 && region[above] == Region.MAIN) {
        sign = -1;
      }
      sum += sign * (links ? sheet.anchors(at) : sheet.letters(at) - sheet.linked(at));
      at++;
    }
    return sum;
  }

  private void byName() {
    var letters = sheet.size() == 0 ? 0 : sheet.letters(0);
    var anchors = sheet.size() == 0 ? 0 : sheet.anchors(0);
    for (var at = 0; at < region.length; at++) {
      var above = sheet.parent(at) < 0 ? Region.MAIN : region[sheet.parent(at)];
      region[at] = above;
      // footers keep their parts; a menu in a header is still a menu
      if (above == Region.FOOTER || above == Region.NAVIGATION) {
        continue;
      }
      var said = said(at);
      if (said == null || said == above) {
        continue;
      }
      var share = said == Region.NAVIGATION ? 0.8 : 0.5;
      var mostText =
          letters > 200
              && sheet.letters(at) - sheet.linked(at) > share * (letters - sheet.linked(0));
      var most = sheet.letters(at) > share * letters && sheet.anchors(at) > share * anchors;
      // nobody calls a wrapper <footer>: on a page with nothing in it that is what most of it is
      if (sheet.tag(at).equals("footer") || (!(mostText && letters > 0) && !most)) {
        region[at] = said;
      }
    }
  }

  private @Nullable Region said(int at) {
    switch (sheet.tag(at)) {
      case "header" -> {
        return Region.HEADER;
      }
      case "nav" -> {
        return Region.NAVIGATION;
      }
      case "footer" -> {
        return Region.FOOTER;
      }
      case "aside" -> {
        return Region.ASIDE;
      }
      case "div",
          "ul",
          "ol",
          "table",
          "td",
          "tr",
          "dl",
          "section",
          "form",
          "p",
          "center",
          "li",
          "tbody" -> {}
      default -> {
        return null;
      }
    }
    var element = sheet.element(at);
    var role = element.attr("role");
    if (role.equals("navigation")) {
      return Region.NAVIGATION;
    }
    if (role.equals("contentinfo")) {
      return Region.FOOTER;
    }
    if (role.equals("banner")) {
      return Region.HEADER;
    }
    return stronger(named(element.id()), named(element.className()));
  }

  private @Nullable Region named(String name) {
    return name.isEmpty() ? null : NAMES.of(name).region();
  }

  private static Said read(String name) {
    Region found = null;
    for (var word : NameWords.of(name)) {
      found = stronger(found, region(word));
    }
    return new Said(found);
  }

  private static @Nullable Region region(String word) {
    if (PartNames.FOOT.contains(word)) {
      return Region.FOOTER;
    }
    if (PartNames.NAVIGATION.contains(word)) {
      return Region.NAVIGATION;
    }
    if (PartNames.TOP.contains(word) || word.equals(HEAD)) {
      return Region.HEADER;
    }
    return PartNames.ASIDE.contains(word) || BOXES.contains(word) ? Region.ASIDE : null;
  }

  /// `footer-nav` is footer, `header-nav` is navigation, `side-nav` too.
  private static @Nullable Region stronger(@Nullable Region a, @Nullable Region b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    if (a == Region.FOOTER || b == Region.FOOTER) {
      return Region.FOOTER;
    }
    if (a == Region.NAVIGATION || b == Region.NAVIGATION) {
      return Region.NAVIGATION;
    }
    return a;
  }

  /// Rows of short links before the content, and the last block with the site's marks, whatever
  /// they are called.
  private void byPlace() {
    if (region.length == 0) {
      return;
    }
    var end = sheet.text().length();
    // a page that names its navigation needs no guessing: its rows of links are content
    var named = false;
    var barEnd = -1;
    for (var its : region) {
      named |= its == Region.NAVIGATION;
    }
    paths();
    for (var at = 0; at < region.length; at++) {
      if (region[at] != Region.MAIN) {
        continue;
      }
      // one bar, of one row or several on end; a row further down is a hub's content
      var bar = barEnd < 0 ? sheet.from(at) < end / 3 : sheet.from(at) - barEnd <= 2;
      if (!named && bar && isLinkRow(at)) {
        paint(at, Region.NAVIGATION);
        barEnd = sheet.to(at);
        at = sheet.last(at);
      } else if (isMarks(at, end)) {
        paint(at, Region.FOOTER);
        at = sheet.last(at);
      }
    }
  }

  /// The line that tells where the reader is (首页 > 政务公开 > 通知公告) leads back and belongs to no page's
  /// content: the smallest block with more in it than its link to the front page.
  private void paths() {
    for (var at = 0; at < region.length; at++) {
      if (region[at] == Region.MAIN && sheet.tag(at).equals("a") && isFront(at)) {
        var block = at;
        while (sheet.parent(block) >= 0 && sheet.letters(block) == sheet.letters(at)) {
          block = sheet.parent(block);
        }
        if (sheet.letters(block) <= LONGEST_PATH && PathLine.is(sheet.line(block))) {
          paint(block, Region.NAVIGATION);
          at = sheet.last(block);
        }
      }
    }
  }

  private boolean isFront(int at) {
    var letters = sheet.letters(at);
    return letters >= 2 && letters <= 4 && FRONT.contains(sheet.line(at).replace(" ", ""));
  }

  private boolean isLinkRow(int at) {
    var anchors = sheet.anchors(at);
    if (anchors > 120 || (anchors < 5 && !beginsAtFront(at))) {
      return false;
    }
    var letters = sheet.letters(at);
    var tag = sheet.tag(at);
    var container =
        tag.equals("tr")
            || tag.equals("ul")
            || tag.equals("div")
            || tag.equals("td")
            || tag.equals("table");
    return (container
            && letters <= anchors * 7
            && letters >= anchors
            && sheet.linked(at) * 10 >= letters * 8)
        || ((container || tag.equals("map")) && isPictureRow(at));
  }

  /// Whether a few links begin with the one to the front page and are no page numbers.
  private boolean beginsAtFront(int at) {
    var front = false;
    var others = 0;
    for (var inside = at + 1; inside <= sheet.last(at); inside++) {
      if (sheet.tag(inside).equals("a") && sheet.letters(inside) > 0) {
        if (others++ == 0) {
          front = isFront(inside);
        } else if (sheet.line(inside).indexOf('页') >= 0) {
          return false;
        }
        if (!front) {
          return false;
        }
      }
    }
    return front && others > 1;
  }

  /// A bar of pictures, or one picture with areas to press, each called like a section.
  private boolean isPictureRow(int at) {
    var anchors = sheet.anchors(at);
    if (sheet.letters(at) > anchors) {
      return false;
    }
    var named = 0;
    for (var inside = at; inside <= sheet.last(at); inside++) {
      var tag = sheet.tag(inside);
      if (tag.equals("img") || tag.equals("area")) {
        var said = sheet.element(inside).attr("alt").strip();
        named += said.length() >= 2 && said.length() <= LONGEST_SECTION ? 1 : 0;
      }
    }
    return named * 5 >= anchors * 4;
  }

  /// Whether the block holds the site's marks: low on the page, or at its end and about nothing
  /// else, for on a page with nothing in it the marks begin in the middle.
  private boolean isMarks(int at, int end) {
    var low = sheet.from(at) >= end * 2 / 3;
    if ((!low && sheet.to(at) < end - TAIL) || sheet.letters(at) > 800 || sheet.letters(at) < 12) {
      return false;
    }
    var tag = sheet.tag(at);
    if (!(tag.equals("div")
        || tag.equals("table")
        || tag.equals("center")
        || tag.equals("p")
        || tag.equals("ul"))) {
      return false;
    }
    var text = sheet.lines(at);
    var signs = 0;
    var first = text.length();
    for (var sign : MARKS) {
      var found = text.indexOf(sign);
      signs += found >= 0 ? 1 : 0;
      first = found >= 0 ? Math.min(first, found) : first;
    }
    return signs >= 2 && (low || (signs >= 3 && first <= TAIL));
  }

  private void paint(int at, Region its) {
    for (var inside = at; inside <= sheet.last(at); inside++) {
      region[inside] = its;
    }
  }
}
