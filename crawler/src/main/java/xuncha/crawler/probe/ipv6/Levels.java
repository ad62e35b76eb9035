package xuncha.crawler.probe.ipv6;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import xuncha.crawler.Gatherer.Scope;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.names.Family;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Reading;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Ipv6Trace.Depth;
import xuncha.findings.visit.Ipv6Trace.DepthHost;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.PageFacts;

/// The links below the home page: second-level ones are on it, third-level ones on the pages that
/// those lead to. A few of each host's links are tried over IPv6 and speak for the rest.
final class Levels {
  /// What leaves open whether a link can be reached over IPv6.
  private static final Set<Kind> UNSEEN =
      Set.of(
          Kind.RESOLVER_FAILED,
          Kind.NETWORK_UNREACHABLE,
          Kind.BLOCKED,
          Kind.BUDGET,
          Kind.NOT_GATHERED,
          Kind.ROBOTS);

  private static final int SERVER_ERROR = 500;

  private final Fetcher fetcher;
  private final KnownHosts hosts;
  private final PageReader reader;
  private final Ipv6Settings settings;
  private final Scope scope;
  private final InstantSource clock;
  private final Set<String> above = new HashSet<>();
  private final List<Link> below = new ArrayList<>();

  Levels(
      Fetcher fetcher,
      KnownHosts hosts,
      PageReader reader,
      Ipv6Settings settings,
      Scope scope,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.hosts = hosts;
    this.reader = reader;
    this.settings = settings;
    this.scope = scope;
    this.clock = clock;
  }

  /// The links of the home page; remembers the pages they lead to for [#third].
  Depth second(PageFacts home) {
    above.add(home.url());
    above.add(home.finalUrl());
    return level(links(home.links()), page -> below.addAll(reader.links(Reading.of(page))));
  }

  /// The links of the pages that [#second] has come to.
  Depth third() {
    return level(links(below), _ -> {});
  }

  private Map<String, List<String>> links(List<Link> from) {
    var fresh = new LinkedHashSet<String>();
    for (var link : from) {
      if (opens(link) && !above.contains(link.url()) && scope.sameBody(link.url())) {
        fresh.add(link.url());
      }
    }
    above.addAll(fresh);
    var byHost = new LinkedHashMap<String, List<String>>();
    for (var url : fresh) {
      WebAddress.of(url)
          .ifPresent(
              to -> byHost.computeIfAbsent(to.host(), none -> new ArrayList<>()).add(to.url()));
    }
    return byHost;
  }

  private static boolean opens(Link link) {
    return switch (link.kind()) {
      case ANCHOR, FRAME, DOCUMENT -> true;
      case MEDIA, RESOURCE, SCRIPTED -> false;
    };
  }

  private Depth level(Map<String, List<String>> byHost, Consumer<Exchange.Answered> pages) {
    var all = byHost.values().stream().mapToInt(List::size).sum();
    // every host speaks for itself; beyond twice the sample the small ones are left out altogether
    var largest =
        byHost.entrySet().stream()
            .sorted(Comparator.comparingInt(host -> -host.getValue().size()))
            .limit(2L * settings.sample())
            .toList();
    var told = new ArrayList<DepthHost>();
    for (var host : largest) {
      var share = (double) host.getValue().size() / Math.max(1, all);
      var tries = Math.max(1, (int) Math.round(share * settings.sample()));
      told.add(host(host.getKey(), host.getValue(), tries, pages));
    }
    return new Depth(all, told);
  }

  private DepthHost host(
      String host, List<String> links, int tries, Consumer<Exchange.Answered> pages) {
    if (hosts.quietly(host, Family.IPV6) instanceof KnownHosts.Unusable(var _, var why)) {
      return new DepthHost(host, links.size(), 0, 0, Optional.of(why));
    }
    var sampled = 0;
    var reached = 0;
    Optional<Failure> first = Optional.empty();
    for (var url : spread(links, tries)) {
      var trouble = trouble(url, pages);
      if (trouble.filter(why -> UNSEEN.contains(why.kind())).isPresent()) {
        continue;
      }
      sampled++;
      reached += trouble.isEmpty() ? 1 : 0;
      first = first.or(() -> trouble);
    }
    return new DepthHost(host, links.size(), sampled, reached, first);
  }

  /// As many of the links as wanted, evenly from first to last.
  private static List<String> spread(List<String> links, int wanted) {
    var step = Math.max(1.0, (double) links.size() / wanted);
    var some = new ArrayList<String>();
    for (double at = 0; at < links.size() && some.size() < wanted; at += step) {
      some.add(links.get((int) at));
    }
    return some;
  }

  /// Why a link got no answer over IPv6. Any answer counts but the server's own failure: a dead
  /// link is dead over both families, and another check's business.
  private Optional<Failure> trouble(String url, Consumer<Exchange.Answered> pages) {
    if (!scope.mayAsk(url)) {
      return Optional.of(new Failure(Kind.ROBOTS, url));
    }
    var transport = new OneFamily(fetcher, hosts, Family.IPV6, Optional.empty(), clock);
    var trip =
        Trip.of(transport, Ask.page(url, Why.LINK, settings.pageBytes()), settings.redirects());
    if (!(trip.last() instanceof Exchange.Answered answer)) {
      return trip.failure();
    }
    if (answer.status() >= SERVER_ERROR) {
      return trip.failure();
    }
    if (trip.failure().isEmpty() && answer.mediaType().contains("html")) {
      pages.accept(answer);
    }
    return Optional.empty();
  }
}
