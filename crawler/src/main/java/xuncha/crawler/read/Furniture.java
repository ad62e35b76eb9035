package xuncha.crawler.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link.Kind;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts.PageKind;

/// What stands on many pages of a site and so belongs to none of them: lines of the template, boxes
/// with the newest articles. Grows as pages are read; belongs to one visit's thread.
public final class Furniture {
  /// Fewer pages prove nothing.
  private static final int A_FEW = 3;

  private final Map<Integer, Integer> lines = new HashMap<>();
  private final Map<String, Integer> boxes = new HashMap<>();
  private final Map<Integer, Integer> links = new HashMap<>();
  private final Set<Integer> staticTemplates = new HashSet<>();
  private final Set<Long> seen = new HashSet<>();
  private int pages;

  /// Takes note of a page. The same page again, under another address, counts once.
  public void saw(PageReader.Result page) {
    var signature = page.facts().signature();
    if (page.onward().isPresent() || !seen.add(signature.simhash() * 31 + signature.length())) {
      return;
    }
    pages++;
    page.substance().lines().each((line, _) -> lines.merge(line, 1, Integer::sum));
    mainLinks(page).forEach(link -> links.merge(link, 1, Integer::sum));
    var here = new HashSet<String>();
    for (var list : page.facts().lists()) {
      if (here.add(key(list))) {
        boxes.merge(key(list), 1, Integer::sum);
      }
    }
    // made by the same scripts, with its list in the page: these scripts fill no lists
    if (page.facts().kind() == PageKind.LIST && page.data().isEmpty()) {
      staticTemplates.add(page.substance().scripts());
    }
  }

  /// Characters of the page in lines that no other page has; all of them while too few pages are
  /// known.
  int ownLetters(PageReader.Result page) {
    if (pages < A_FEW) {
      return page.substance().text();
    }
    var letters = new int[1];
    page.substance()
        .lines()
        .each((line, length) -> letters[0] += lines.getOrDefault(line, 0) <= 1 ? length : 0);
    return letters[0];
  }

  /// Links in the page's main part that hardly another page has there: what a page that leads on to
  /// other columns consists of. Links home, to itself and to the sections above are not counted.
  int ownLinks(PageReader.Result page) {
    var own = 0;
    for (var link : mainLinks(page)) {
      var on = links.getOrDefault(link, 0);
      // the home page's 更多 and the site map may lead there too
      own += on < A_FEW || on * 4 < pages ? 1 : 0;
    }
    return own;
  }

  private static Set<Integer> mainLinks(PageReader.Result page) {
    var here = Navigation.key(page.facts().finalUrl());
    var found = new HashSet<Integer>();
    for (var link : page.facts().links()) {
      if (link.region() == Region.MAIN
          && (link.kind() == Kind.ANCHOR || link.kind() == Kind.DOCUMENT)) {
        var key = Navigation.key(link.url());
        if (!here.startsWith(key) && key.indexOf('/') > 0) {
          found.add(key.hashCode());
        }
      }
    }
    return found;
  }

  /// Whether the list stands on so many pages that it is no page's own.
  boolean isBox(ItemList list) {
    var on = boxes.getOrDefault(key(list), 0);
    return on >= A_FEW && on * 5 >= pages * 2;
  }

  /// Whether pages with exactly these scripts have their lists in themselves.
  boolean isStatic(int scripts) {
    return staticTemplates.contains(scripts);
  }

  private static String key(ItemList list) {
    var items = list.items();
    return items.getFirst().url() + " " + items.getLast().url() + " " + items.size();
  }
}
