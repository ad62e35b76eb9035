package xuncha.crawler;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.manners.Sitemaps;

/// Pages that a site names to search engines alone: in the XML sitemap that its robots.txt points
/// to. A few that the walk did not come by are looked at as further samples of the site's pages,
/// the newest first. They are no columns, and one that is gone is no fault, for nobody links to it.
final class Unlinked {
  private static final Sitemaps.Limits LIMITS = new Sitemaps.Limits(3, 5_000, 2, 5 << 20);

  private static final int SAMPLES = 3;

  private final Errand errand;

  Unlinked(Errand errand) {
    this.errand = errand;
  }

  /// Those that could be read.
  ///
  /// @param home where the home page was found
  List<Looked.Page> pages(String home) {
    var maps = errand.restraint().sitemaps(home).stream().filter(errand::internal).toList();
    if (maps.isEmpty() || errand.pagesLeft() <= 0) {
      return List.of();
    }
    return Sitemaps.walk(maps, this::file, LIMITS).entries().stream()
        .filter(entry -> errand.internal(entry.url()) && errand.known(entry.url()).isEmpty())
        .sorted(
            Comparator.comparing((Sitemaps.Entry entry) -> entry.lastModified().orElse(Instant.MIN))
                .reversed())
        .limit(Math.min(SAMPLES, errand.pagesLeft()))
        .map(entry -> errand.page(entry.url(), Why.PAGE))
        .filter(Looked.Page.class::isInstance)
        .map(Looked.Page.class::cast)
        .filter(page -> Looked.unread(page).isEmpty())
        .toList();
  }

  private Optional<byte[]> file(String url) {
    if (!errand.internal(url)) {
      return Optional.empty();
    }
    var trip = errand.trip(url, "GET", Why.SITEMAP, LIMITS.bytes());
    return trip.failure().isEmpty()
        ? trip.answer().map(Exchange.Answered::body).map(body -> body.bytes())
        : Optional.empty();
  }
}
