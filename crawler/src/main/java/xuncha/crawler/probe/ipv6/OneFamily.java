package xuncha.crawler.probe.ipv6;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.Observed;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.IpLiteral;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Ipv6Trace.Hop;
import xuncha.findings.visit.Ipv6Trace.Stage;

/// A transport that never leaves one family: every hop goes to an address of that family, of the
/// host it is for. One for one way; remembers how each hop went and where the last one ended.
final class OneFamily implements Transport {
  private static final Set<Kind> NO_CONNECTION =
      Set.of(Kind.CONNECTION_REFUSED, Kind.CONNECT_TIMEOUT, Kind.NETWORK_UNREACHABLE);

  private final Fetcher fetcher;
  private final KnownHosts hosts;
  private final Family family;
  private final Optional<Pin> pin;
  private final InstantSource clock;
  private final List<Hop> hops = new ArrayList<>();
  private Optional<Stage> ended = Optional.empty();

  /// The one address to be used for a host.
  record Pin(String host, InetAddress address) {}

  OneFamily(
      Fetcher fetcher, KnownHosts hosts, Family family, Optional<Pin> pin, InstantSource clock) {
    this.fetcher = fetcher;
    this.hosts = hosts;
    this.family = family;
    this.pin = pin;
    this.clock = clock;
  }

  List<Hop> hops() {
    return hops;
  }

  /// Where the last hop ended, if it got no answer; else [Stage#HTTP].
  Stage ended() {
    return ended.orElse(Stage.HTTP);
  }

  @Override
  public Exchange exchange(Ask ask) {
    var to = WebAddress.of(ask.url());
    if (to.isEmpty()) {
      return stopped(ask, Stage.HTTP, new Failure(Kind.BAD_ADDRESS, ask.url()));
    }
    var host = to.get().host();
    if (pin.isPresent() && pin.get().host().equals(host)) {
      return told(ask, fetcher.observe(ask, pin.get().address()));
    }
    return switch (hosts.usable(host, family)) {
      case KnownHosts.Unusable(var stage, var why) -> stopped(ask, stage, why);
      case KnownHosts.Usable(var addresses) -> firstThatConnects(ask, addresses);
    };
  }

  private Exchange firstThatConnects(Ask ask, List<InetAddress> addresses) {
    Exchange exchange = told(ask, fetcher.observe(ask, addresses.getFirst()));
    for (var address : addresses.subList(1, addresses.size())) {
      if (!(exchange instanceof Exchange.Failed failed)
          || !NO_CONNECTION.contains(failed.why().kind())) {
        break;
      }
      exchange = told(ask, fetcher.observe(ask, address));
    }
    return exchange;
  }

  private Exchange told(Ask ask, Observed observed) {
    var exchange = observed.exchange();
    ended = exchange instanceof Exchange.Failed ? Optional.of(stage(observed)) : Optional.empty();
    hops.add(
        switch (exchange) {
          case Exchange.Answered answer ->
              hop(
                  ask,
                  observed,
                  answer.address(),
                  answer.status(),
                  answer.body().length(),
                  answer.cut());
          case Exchange.Failed failed -> hop(ask, observed, "", 0, 0, Optional.of(failed.why()));
        });
    return exchange;
  }

  private static Hop hop(
      Ask ask,
      Observed observed,
      String address,
      int status,
      long bytes,
      Optional<Failure> failure) {
    return new Hop(
        ask.url(),
        address,
        status,
        observed.connectMs(),
        observed.tlsMs(),
        observed.firstByteMs(),
        observed.exchange().took().toMillis(),
        bytes,
        failure);
  }

  private static Stage stage(Observed observed) {
    return switch (observed.reached()) {
      case NOTHING, CONNECTING -> Stage.CONNECT;
      case SECURING -> Stage.TLS;
      case ASKING -> Stage.HTTP;
    };
  }

  private Exchange stopped(Ask ask, Stage stage, Failure why) {
    ended = Optional.of(stage);
    hops.add(new Hop(ask.url(), "", 0, -1, -1, -1, 0, 0, Optional.of(why)));
    return new Exchange.Failed(ask, clock.instant(), Duration.ZERO, why);
  }

  /// The address as written in a trace.
  static InetAddress parse(String address) {
    return IpLiteral.parse(address)
        .orElseThrow(() -> new IllegalArgumentException("no address: " + address));
  }
}
