package xuncha.crawler.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;

/// Fetchers for tests: on loopback, with limits so small that reaching them takes no time.
final class Fetching {
  static final long MAX = 256 * 1024;

  /// Half a second for everything.
  static final FetchSettings HASTY =
      new FetchSettings(
          FetchSettings.defaults().userAgent(),
          Duration.ofMillis(400),
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          100,
          50,
          5);

  /// Time enough for all but those who say nothing.
  static final FetchSettings IMPATIENT =
      new FetchSettings(
          FetchSettings.defaults().userAgent(),
          Duration.ofSeconds(10),
          Duration.ofMillis(300),
          Duration.ofSeconds(20),
          100,
          50,
          5);

  /// Time enough for a machine that is busy elsewhere.
  static final FetchSettings PATIENT =
      new FetchSettings(
          FetchSettings.defaults().userAgent(),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          100,
          50,
          5);

  private Fetching() {}

  static NetworkProfile loopback() {
    return new NetworkProfile(Optional.empty(), Map.of(), true, Optional.empty());
  }

  static Fetcher fetcher(FetchSettings settings) {
    return fetcher(loopback(), settings);
  }

  static Fetcher fetcher(NetworkProfile profile, FetchSettings settings) {
    var clock = InstantSource.system();
    return new Fetcher(
        profile,
        new Resolver(profile, clock),
        new AddressGuard(profile),
        settings,
        new HostGate(Pace.undelayed(), clock),
        clock);
  }

  static Ask page(String url) {
    return Ask.page(url, Ask.Why.PAGE, MAX);
  }
}
