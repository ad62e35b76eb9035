package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import xuncha.findings.visit.Link.Region;

/// A page's navigation with its levels: an entry in a list below another entry is below it.
final class MenuReader {
  private static final int LONGEST = 24;
  private static final int MOST = 400;

  private final Sheet sheet;
  private final Regions regions;
  private final Anchors anchors;

  private MenuReader(Sheet sheet, Regions regions, Anchors anchors) {
    this.sheet = sheet;
    this.regions = regions;
    this.anchors = anchors;
  }

  /// @param here the page's own address
  static List<MenuEntry> of(
      Sheet sheet, Regions regions, Anchors anchors, Addresses addresses, String here) {
    var menu = new MenuReader(sheet, regions, anchors).read(Routes.of(sheet, anchors, here));
    menu.addAll(Jumps.in(sheet, addresses));
    return menu;
  }

  private List<MenuEntry> read(Routes routes) {
    var menu = new ArrayList<MenuEntry>();
    var seen = new HashSet<String>();
    for (var anchor = 0; anchor < anchors.size() && menu.size() < MOST; anchor++) {
      var element = anchors.element(anchor);
      var region = regions.at(element);
      var url = routes.url(anchor);
      if (url.isEmpty() || (region != Region.NAVIGATION && region != Region.HEADER)) {
        continue;
      }
      var name = anchors.text(anchor);
      if (!name.isEmpty() && name.length() <= LONGEST && seen.add(name + url)) {
        var above = above(element);
        menu.add(new MenuEntry(name, url, above.isEmpty() ? 1 : 1 + levels(element), above));
      }
    }
    return menu;
  }

  /// The label of the entry that this one's submenu hangs from; empty in the bar itself.
  private String above(int element) {
    var at = element;
    for (var climb = 0; climb < 6 && sheet.parent(at) >= 0; climb++) {
      at = sheet.parent(at);
      var region = regions.at(at);
      if (region != Region.NAVIGATION && region != Region.HEADER) {
        return "";
      }
      var label = label(at, element);
      if (!label.isEmpty()) {
        return label;
      }
    }
    return "";
  }

  private int levels(int element) {
    var levels = 0;
    for (var at = sheet.parent(element); at >= 0; at = sheet.parent(at)) {
      var region = regions.at(at);
      if (region != Region.NAVIGATION && region != Region.HEADER) {
        break;
      }
      levels += label(at, element).isEmpty() ? 0 : 1;
    }
    return Math.min(levels, 3);
  }

  /// The single short label that stands in `holder` before the list which holds `element`.
  private String label(int holder, int element) {
    var tag = sheet.tag(holder);
    if (!(tag.equals("li") || tag.equals("dl") || tag.equals("div") || tag.equals("td"))) {
      return "";
    }
    var first = sheet.firstChild(holder);
    while (first >= 0 && sheet.letters(first) == 0) {
      first = sheet.next(first);
    }
    if (first < 0
        || element <= sheet.last(first)
        || sheet.anchors(first) > 1
        || sheet.tag(first).equals("h1")) { // the site's own name above its bar
      return "";
    }
    var child = first;
    for (var next = sheet.next(first); next >= 0 && next <= element; next = sheet.next(next)) {
      child = next;
    }
    var below = sheet.tag(child);
    var list =
        below.equals("ul")
            || below.equals("ol")
            || below.equals("div")
            || below.equals("dd")
            || below.equals("dl")
            || below.equals("table");
    if (!list || (sheet.tag(first).equals(below) && !below.equals("div"))) {
      return "";
    }
    var text = sheet.line(first);
    return text.length() <= LONGEST ? text : "";
  }
}
