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
  static final FetchSettings HASTY = within(400, 300, 500);

  /// Time enough for all but those who say nothing.
  static final FetchSettings IMPATIENT = within(10_000, 300, 20_000);

  /// Time enough for a machine that is busy elsewhere.
  static final FetchSettings PATIENT = within(10_000, 20_000, 20_000);

  private Fetching() {}

  /// Limits of time in milliseconds.
  private static FetchSettings within(long connect, long silence, long exchange) {
    return new FetchSettings(
        FetchSettings.defaults().userAgent(),
        Duration.ofMillis(connect),
        Duration.ofMillis(silence),
        Duration.ofMillis(exchange),
        100,
        50);
  }

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
