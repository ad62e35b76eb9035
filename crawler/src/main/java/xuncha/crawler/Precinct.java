package xuncha.crawler;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.Candidate;
import xuncha.findings.site.Site;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;

/// What of the hosts is this site's own. Many a department's site lives in a folder of its portal
/// and links to the portal's columns, for which the portal answers: where the registered address
/// has a folder and most of what the home page names lies in it, the site ends there. A page that
/// gives another site's code and name is that site's, wherever it lies.
final class Precinct {
  /// Fewer columns in the folder may as well be all that lies there by chance.
  private static final int ENOUGH = 3;

  private final Site site;
  private final String host;
  private final String folder;
  private final Map<String, Integer> codes = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  /// @param named the columns that the home page names
  Precinct(Site site, PageFacts home, List<Candidate> named) {
    this.site = site;
    var registered = WebAddress.of(site.url());
    host = registered.map(WebAddress::host).orElse("");
    var its = registered.map(address -> folder(address.path())).orElse("/");
    var beside = named.stream().filter(one -> isOnHost(one.url())).toList();
    var inside = beside.stream().filter(one -> path(one.url()).startsWith(its)).count();
    folder = inside >= ENOUGH && inside * 2 >= beside.size() ? its : "/";
    names.add(site.name());
    tag(home, "SiteName").ifPresent(names::add);
  }

  /// Whether that address may be this site's, from where it lies.
  boolean holds(String url) {
    return !isOnHost(url) || path(url).startsWith(folder);
  }

  /// Takes note of what a page of the visit calls its site.
  void saw(PageFacts page) {
    tag(page, "SiteIDCode").ifPresent(code -> codes.merge(code, 1, Integer::sum));
  }

  /// Whether a page is another site's, as far as pages were seen.
  boolean isForeign(PageFacts page) {
    return tag(page, "SiteIDCode")
        .map(code -> !code.equals(site.code()) && !isCommon(code) && isNamedOtherwise(page))
        .orElseGet(() -> !holds(page.finalUrl()));
  }

  /// Whether no other code stands on more pages: a wrong code on a whole site is the site's fault.
  private boolean isCommon(String code) {
    var most = codes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return codes.getOrDefault(code, 0) >= most;
  }

  /// A page of the site's own with a code mistyped still has its name.
  private boolean isNamedOtherwise(PageFacts page) {
    return tag(page, "SiteName").filter(names::contains).isEmpty();
  }

  private boolean isOnHost(String url) {
    return WebAddress.of(url).filter(address -> address.host().equals(host)).isPresent();
  }

  private static String path(String url) {
    return WebAddress.of(url).map(WebAddress::path).orElse("/");
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static Optional<String> tag(PageFacts page, String name) {
    return page.meta(name).map(MetaTag::content).map(String::strip).filter(its -> !its.isEmpty());
  }
}
