package xuncha.crawler.probe.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.findings.edition.Lexicon;

/// What makes a search box appear when it is pressed: a word or a picture that says search, without
/// a box of its own beside it and without an address to go to.
final class Openers {
  private static final int MOST = 6;

  private Openers() {}

  static List<Element> in(Document page, Lexicon lexicon) {
    var signs = new BoxSigns(lexicon);
    return page
        .select("a, button, i, svg, img, span, div, label, li, [role=button], [onclick]")
        .stream()
        .filter(control -> isSmall(control) && signs.isOnSearch(control))
        .filter(control -> !leadsElsewhere(control))
        .filter(control -> control.select("input").isEmpty())
        // what is inside hands on what befalls it
        .sorted(Comparator.comparingInt(control -> control.getAllElements().size()))
        .limit(MOST)
        .toList();
  }

  private static boolean isSmall(Element control) {
    return control.getAllElements().size() <= 6;
  }

  /// Whether pressing it leads to another page.
  static boolean leadsElsewhere(Element control) {
    var link = control.closest("a[href], area[href]");
    if (link == null) {
      return false;
    }
    var href = link.attr("href").strip().toLowerCase(Locale.ROOT);
    return !href.isEmpty() && !href.startsWith("#") && !href.startsWith("javascript:");
  }
}
