package xuncha.crawler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Validators;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

/// Visits for tests: over real sockets, without delays.
final class Crawls {
  static final Edition EDITION = Editions.shipped("cn-2019");
  static final Instant AS_OF = Instant.parse("2020-03-31T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.system();

  private Crawls() {}

  static NetworkProfile loopback() {
    return new NetworkProfile(Optional.empty(), Map.of(), true, Optional.empty());
  }

  static CrawlSettings settings(int pages, int links) {
    var usual = CrawlSettings.defaults();
    var budget =
        new CrawlSettings.Budget(pages, links, 50_000_000, 2_000_000, Duration.ofMinutes(2), 3, 10);
    return new CrawlSettings(usual.pace(), budget, 3, usual.userAgent(), true, usual.retention());
  }

  static Visit visit(Site site) {
    return visit(site, settings(60, 300), loopback(), Archive.none());
  }

  static Visit visit(Site site, CrawlSettings settings, NetworkProfile profile, Archive archive) {
    return visit(site, settings, profile, archive, List.of());
  }

  static Visit visit(
      Site site,
      CrawlSettings settings,
      NetworkProfile profile,
      Archive archive,
      List<Inquiry<?>> matters) {
    return visit(site, settings, profile, archive, false, crawler -> crawler.inquiring(matters));
  }

  /// The same with more going along.
  ///
  /// @param browser whether the vantage has one
  static Visit visit(
      Site site,
      CrawlSettings settings,
      NetworkProfile profile,
      Archive archive,
      boolean browser,
      UnaryOperator<Crawler> more) {
    try (var fetcher = fetcher(profile, CLOCK)) {
      var crawler =
          new Crawler(
              settings, EDITION, fetcher, archive, new Vantage("here", browser, false), CLOCK);
      return more.apply(crawler).visit(site, AS_OF);
    }
  }

  /// A visit at a time of its own, by one who remembers.
  static Visit visit(
      Site site, Archive archive, InstantSource clock, List<Validators.Given> remembered) {
    try (var fetcher = fetcher(loopback(), clock)) {
      return new Crawler(
              settings(60, 300),
              EDITION,
              fetcher,
              archive,
              new Vantage("here", false, false),
              clock)
          .remembering(_ -> remembered)
          .visit(site, AS_OF);
    }
  }

  private static Fetcher fetcher(NetworkProfile profile, InstantSource clock) {
    return new Fetcher(
        profile,
        new Resolver(profile, clock),
        new AddressGuard(profile),
        FetchSettings.defaults(),
        new HostGate(Pace.undelayed(), clock),
        clock);
  }
}
