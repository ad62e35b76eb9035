package xuncha.crawler.probe.search;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts;

/// Which part of the site a column belongs to, by the names of the site's own navigation: the
/// column itself where the navigation names it, else the hub that leads to it.
final class Sections {
  private static final int LONGEST_NAME = 14;

  private final Map<String, String> named = new LinkedHashMap<>();
  private final Map<String, KnownItem.Section> hubs = new HashMap<>();
  private final Map<String, PageFacts> pages = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();

  Sections(Ground ground) {
    ground.front().map(ground::shown).ifPresent(this::menu);
    var home = PageAddress.key(ground.home().finalUrl());
    for (var link : ground.home().links()) {
      if (link.kind() == Link.Kind.ANCHOR
          && link.region() == Region.NAVIGATION
          && !link.text().isBlank()
          && link.text().length() <= LONGEST_NAME
          && !PageAddress.key(link.url()).equals(home)) {
        named.putIfAbsent(PageAddress.key(link.url()), link.text().strip());
        addresses.putIfAbsent(PageAddress.key(link.url()), link.url());
      }
    }
    for (var page : ground.walked().pages()) {
      pages.putIfAbsent(PageAddress.key(page.url()), page);
      pages.putIfAbsent(PageAddress.key(page.finalUrl()), page);
    }
  }

  /// An entry of a menu that opens below another belongs to that one.
  private void menu(Sought home) {
    if (home instanceof Sought.Page page) {
      var bar = new HashMap<String, String>();
      for (var entry : page.read().menu()) {
        if (entry.level() == 1) {
          bar.putIfAbsent(entry.name(), entry.url());
        } else if (bar.containsKey(entry.parent())) {
          var hub = new KnownItem.Section(entry.parent(), bar.getOrDefault(entry.parent(), ""));
          hubs.putIfAbsent(PageAddress.key(entry.url()), hub);
        }
      }
    }
  }

  KnownItem.Section of(Column column) {
    var key = PageAddress.key(column.url());
    var above = hubs.get(key);
    if (above != null) {
      return above;
    }
    if (named.containsKey(key)) {
      return new KnownItem.Section(named.getOrDefault(key, column.name()), column.url());
    }
    return leading(key)
        .or(() -> above(key))
        .map(hub ->
            new KnownItem.Section(
                named.getOrDefault(hub, column.name()), addresses.getOrDefault(hub, column.url())))
        .orElseGet(() -> new KnownItem.Section(column.name(), column.url()));
  }

  /// The page that the navigation names and that leads to the column in its main part.
  private Optional<String> leading(String column) {
    return named.keySet().stream().filter(hub -> leads(pages.get(hub), column)).findFirst();
  }

  private static boolean leads(@org.jspecify.annotations.Nullable PageFacts page, String column) {
    return page != null
        && page.kind() != PageFacts.PageKind.LIST
        && page.links().stream()
            .anyMatch(link ->
                link.kind() == Link.Kind.ANCHOR
                    && link.region() != Region.FOOTER
                    && PageAddress.key(link.url()).equals(column));
  }

  private Optional<String> above(String column) {
    return named.keySet().stream()
        .filter(hub -> hub.indexOf('/') > 0 && column.startsWith(hub + "/"))
        .max(java.util.Comparator.comparingInt(String::length));
  }
}
