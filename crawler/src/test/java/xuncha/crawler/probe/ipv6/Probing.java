package xuncha.crawler.probe.ipv6;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import xuncha.crawler.Gatherer.Scope;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Delegations;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.crawler.names.ResolverSettings;
import xuncha.crawler.read.PageReader;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.lab.ipv6.Ground;
import xuncha.lab.ipv6.Ipv6Lab;
import xuncha.lab.ipv6.Scenario;

/// The probe as a run has it, pointed at a laboratory.
final class Probing implements AutoCloseable {
  /// Every link is the site's business and may be asked for.
  record Everything(Optional<Exchange.Answered> home) implements Scope {
    @Override
    public boolean sameBody(String url) {
      return true;
    }

    @Override
    public boolean mayAsk(String url) {
      return true;
    }
  }

  private static final int AT_ONCE = 8;
  private static final InstantSource CLOCK = InstantSource.system();

  final Ipv6Sight sight;
  final Ipv6Probe probe;
  private final Fetcher fetcher;

  Probing(NetworkProfile profile, Ipv6Settings settings, Duration patience) {
    var guard = new AddressGuard(profile);
    var resolver = new Resolver(profile, CLOCK, new ResolverSettings(List.of(patience, patience)));
    var limits =
        new FetchSettings("xuncha-test", patience, patience, patience.multipliedBy(2), 1000, 100);
    fetcher =
        new Fetcher(profile, resolver, guard, limits, new HostGate(Pace.undelayed(), CLOCK), CLOCK);
    sight = new Ipv6Sight(profile, resolver, guard, settings, CLOCK);
    probe =
        new Ipv6Probe(
            fetcher,
            resolver,
            guard,
            new Delegations(resolver, guard, profile, patience, CLOCK),
            sight,
            new PageReader(Editions.shipped("cn-2019").lexicon()),
            settings,
            CLOCK);
  }

  static NetworkProfile profile(Ipv6Lab lab, Ground ground, Path trust) {
    return new NetworkProfile(
        Optional.of(lab.resolver()), Map.of(), ground == Ground.LOOPBACK, Optional.of(trust));
  }

  Ipv6Trace trace(String url) {
    return trace(url, Optional.empty());
  }

  /// Of a visit that has this home page in hand.
  Ipv6Trace trace(String url, Optional<Exchange.Answered> home) {
    return probe.gather(Site.at(url), new Everything(home)).found().orElseThrow();
  }

  /// Every scenario of the laboratory, some at a time: patiently, but not with those that never
  /// answer.
  static Map<Scenario, Ipv6Trace> traces(Ipv6Lab lab, NetworkProfile profile) {
    var traces = new LinkedHashMap<Scenario, Ipv6Trace>();
    for (var mute : List.of(false, true)) {
      var scenarios = lab.scenarios().stream().filter(one -> one.mute() == mute).toList();
      var patience = Duration.ofSeconds(mute ? 2 : 20);
      try (var probing = new Probing(profile, Ipv6Settings.laboratory(), patience)) {
        traces.putAll(probing.traces(scenarios));
      }
    }
    return traces;
  }

  private Map<Scenario, Ipv6Trace> traces(List<Scenario> scenarios) {
    var under = new LinkedHashMap<Scenario, Future<Ipv6Trace>>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      scenarios.forEach(one -> under.put(one, threads.submit(() -> trace(one.url()))));
    }
    var traces = new LinkedHashMap<Scenario, Ipv6Trace>();
    under.forEach((scenario, trace) -> traces.put(scenario, trace.resultNow()));
    return traces;
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
