package xuncha.crawler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.archive.Heading;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Target;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

/// Visits targets: a target goes in, a visit comes out. Safe to share; every call of [#visit] is
/// one visit on the calling thread, top to bottom, and blocks until it is over.
public final class Crawler {
  private final CrawlSettings settings;
  private final Edition edition;
  private final Transport transport;
  private final Archive archive;
  private final Vantage vantage;
  private final InstantSource clock;

  /// @param edition whose words pages are read with
  /// @param transport the network, or a stored visit
  /// @param archive where everything exchanged is written; [Archive#none] where nobody wants it
  public Crawler(
      CrawlSettings settings,
      Edition edition,
      Transport transport,
      Archive archive,
      Vantage vantage,
      InstantSource clock) {
    this.settings = settings;
    this.edition = edition;
    this.transport = transport;
    this.archive = archive;
    this.vantage = vantage;
    this.clock = clock;
  }

  /// Goes once more through a stored visit: no network, the same answers, the same visit.
  ///
  /// @param settings for captures that do not say how they were made
  public static Visit again(Recorded recorded, CrawlSettings settings, Edition edition) {
    var heading = recorded.heading();
    return new Crawler(
            CrawlSettings.from(heading.settings()).orElse(settings),
            edition,
            recorded,
            Archive.none(),
            heading.vantage(),
            recorded)
        .visit(heading.target(), heading.asOf());
  }

  /// Everything one visit to `target` brings home.
  ///
  /// @param asOf the reference time that windows are counted back from
  public Visit visit(Target target, Instant asOf) {
    var at = clock.instant();
    var heading = new Heading(target, asOf, at, vantage, edition.id(), settings.asMap());
    try (var recording = archive.begin(heading, transport)) {
      Objects.requireNonNull(recording);
      return new Visit(target, asOf, at, vantage, Map.of());
    }
  }
}
