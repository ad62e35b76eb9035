package xuncha.crawler.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Addresses of a page's links that differ in nothing but what stands after the `#`: one page whose
/// scripts may show something else for each. Links within the page itself are none.
final class Routes {
  private static final Pattern ROUTE = Pattern.compile("[\\w!/=&?.~%-]{1,80}");

  private final Sheet sheet;
  private final Anchors anchors;
  private final Map<String, Set<String>> fragments = new HashMap<>();

  private Routes(Sheet sheet, Anchors anchors) {
    this.sheet = sheet;
    this.anchors = anchors;
  }

  /// @param here the page's own address
  static Routes of(Sheet sheet, Anchors anchors, String here) {
    var routes = new Routes(sheet, anchors);
    for (var anchor = 0; anchor < anchors.size(); anchor++) {
      var fragment = routes.fragment(anchor);
      if (!fragment.isEmpty() && !anchors.url(anchor).equals(here)) {
        routes.fragments.computeIfAbsent(anchors.url(anchor), _ -> new HashSet<>()).add(fragment);
      }
    }
    return routes;
  }

  /// Where the anchor leads: with its fragment, where others lead to the same page with another.
  String url(int anchor) {
    var url = anchors.url(anchor);
    var all = fragments.getOrDefault(url, Set.of());
    var its = all.size() > 1 ? fragment(anchor) : "";
    return its.isEmpty() ? url : url + '#' + its;
  }

  private String fragment(int anchor) {
    var href = sheet.element(anchors.element(anchor)).attr("href");
    var hash = href.indexOf('#');
    if (hash < 1) {
      return "";
    }
    var fragment = href.substring(hash + 1).strip();
    return ROUTE.matcher(fragment).matches() ? fragment : "";
  }
}
