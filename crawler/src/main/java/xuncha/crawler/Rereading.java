package xuncha.crawler;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.Beijing;
import xuncha.findings.visit.Validators;
import xuncha.findings.visit.Validators.Given;

/// Spares a site from sending again what has not changed since an earlier visit found that it
/// opens.
///
/// That is asked of linked pages alone, of which no more is wanted to know. The pages that say how
/// fresh a site is are always read as they are: a server that is wrong about what has changed would
/// have its site accused of standing still. And once in some days a linked page is read in full all
/// the same, for what we know of missing pages and of the site grows too.
final class Rereading {
  private static final int DAYS = 7;

  /// The status that says so.
  static final int NOT_MODIFIED = 304;

  private final Map<String, Given> earlier = new HashMap<>();
  private final Map<String, Given> now = new LinkedHashMap<>();
  private final long day;

  /// @param earlier what earlier visits were given
  /// @param at when this visit began
  Rereading(List<Given> earlier, Instant at) {
    earlier.forEach(given -> this.earlier.put(WebAddress.spelled(given.url()), given));
    this.day = Beijing.day(at).toEpochDay();
  }

  /// The headers to ask for that page with; none where it is to be sent whole.
  Map<String, String> conditions(String url) {
    var address = WebAddress.spelled(url);
    var given = earlier.get(address);
    if (given == null || Math.floorMod(address.hashCode() + day, DAYS) == 0) {
      return Map.of();
    }
    var headers = new HashMap<String, String>();
    if (!given.etag().isEmpty()) {
      headers.put("if-none-match", given.etag());
    }
    if (!given.lastModified().isEmpty()) {
      headers.put("if-modified-since", given.lastModified());
    }
    return headers;
  }

  /// The page at that address opened with this answer, no redirects between.
  void opened(String url, Exchange.Answered answer) {
    var etag = answer.header("etag").orElse("");
    var lastModified = answer.header("last-modified").orElse("");
    if (!etag.isEmpty() || !lastModified.isEmpty()) {
      now.put(WebAddress.spelled(url), new Given(WebAddress.spelled(url), etag, lastModified));
    }
  }

  /// It is no page to be spared after all.
  void broken(String url) {
    now.remove(WebAddress.spelled(url));
  }

  /// For the next visit.
  Validators validators() {
    return new Validators(List.copyOf(now.values()));
  }
}
