package xuncha.crawler.probe.ipv6;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.Gatherer;
import xuncha.crawler.Keepsake;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Delegations;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.Resolver;
import xuncha.crawler.probe.ipv6.Ways.Gone;
import xuncha.crawler.read.PageReader;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Depth;
import xuncha.findings.visit.Ipv6Trace.Lookup;
import xuncha.findings.visit.Ipv6Trace.Proof;
import xuncha.findings.visit.Ipv6Trace.Sight;
import xuncha.findings.visit.Ipv6Trace.Try;
import xuncha.findings.visit.Source;

/// Goes to one site over IPv6, and over IPv4 for comparison, and records every step. One for a run:
/// names, zones' servers and proofs of sight are shared by all its visits.
public final class Ipv6Probe implements Gatherer<Ipv6Trace> {
  /// A site that needs this long for one page is not asked for it again only to have a rate.
  private static final Duration LABORIOUS = Duration.ofSeconds(8);

  private final Fetcher fetcher;
  private final Resolver resolver;
  private final AddressGuard guard;
  private final Delegations delegations;
  private final Ipv6Sight sight;
  private final PageReader reader;
  private final Ipv6Settings settings;
  private final InstantSource clock;

  public Ipv6Probe(
      Fetcher fetcher,
      Resolver resolver,
      AddressGuard guard,
      Delegations delegations,
      Ipv6Sight sight,
      PageReader reader,
      Ipv6Settings settings,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.resolver = resolver;
    this.guard = guard;
    this.delegations = delegations;
    this.sight = sight;
    this.reader = reader;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Keepsake<Ipv6Trace> brings() {
    return Keepsake.IPV6;
  }

  /// Everything between an IPv6-only citizen and the site's home page.
  @Override
  public Gathered<Ipv6Trace> gather(Site site, Scope scope) {
    return WebAddress.of(site.url())
        .<Gathered<Ipv6Trace>>map(to -> new Gathered.Got<>(new Tracing(to, scope).trace()))
        .orElseGet(() -> new Gathered.Missing<>(new Failure(Failure.Kind.BAD_ADDRESS, site.url())));
  }

  private final class Tracing {
    private final WebAddress to;
    private final Scope scope;
    private final KnownHosts hosts = new KnownHosts(resolver, guard, sight);
    private final Ways ways = new Ways(fetcher, reader, settings, clock);

    Tracing(WebAddress to, Scope scope) {
      this.to = to;
      this.scope = scope;
    }

    Ipv6Trace trace() {
      var home = hosts.lookup(to.host());
      var before = sight.proof();
      if (home.service().isEmpty() || !before.works()) {
        return told(before, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
      }
      var over4 = over4(home);
      var over6 = over6(home);
      var arrived = over6.stream().filter(Gone::arrived).findFirst();
      var after =
          arrived.isPresent()
              ? Optional.<Proof>empty()
              : Optional.of(sight.proofSince(clock.instant()));
      return told(
          before,
          after,
          compared(over6, over4.flatMap(Gone::pieces)),
          over4.map(Gone::told),
          arrived);
    }

    private Ipv6Trace told(
        Proof before,
        Optional<Proof> after,
        List<Try> tries,
        Optional<Try> over4,
        Optional<Gone> arrived) {
      var below = new KnownHosts(resolver, guard, sight);
      var levels = new Levels(fetcher, below, reader, settings, scope, clock);
      var second = arrived.flatMap(Gone::page).map(levels::second);
      Optional<Depth> third = second.isPresent() ? Optional.of(levels.third()) : Optional.empty();
      return new Ipv6Trace(
          to.url(),
          new Sight(before, after),
          hosts.lookups(),
          Optional.of(delegations.of(to.host(), before.works())),
          tries,
          over4,
          second,
          third,
          Source.UNARCHIVED);
    }

    /// The page that the visit has just had, where it came over IPv4; else the first IPv4 address
    /// that leads to a page, or the last that does not.
    private Optional<Gone> over4(Lookup home) {
      var last =
          scope.home().filter(page -> home.over4().contains(page.address())).flatMap(ways::had);
      if (last.isPresent()) {
        return last;
      }
      for (var address : home.over4()) {
        last = Optional.of(go(Family.IPV4, OneFamily.parse(address)));
        if (last.get().arrived()) {
          break;
        }
      }
      return last;
    }

    /// Every address once. Then, where some led to the page, those again until there are tries
    /// enough for a rate, unless the site took so long that asking more would be a burden on it;
    /// where none did, all again, since one failure proves nothing.
    private List<Gone> over6(Lookup home) {
      var addresses =
          home.service().stream()
              .limit(settings.addresses())
              .map(address -> OneFamily.parse(address.address()))
              .toList();
      var gone = new ArrayList<Gone>();
      addresses.forEach(address -> gone.add(go(Family.IPV6, address)));
      var good =
          gone.stream()
              .filter(Gone::arrived)
              .map(one -> OneFamily.parse(one.told().address()))
              .toList();
      var again = good.isEmpty() ? addresses : good;
      if (gone.stream().anyMatch(one -> one.arrived() && isLaborious(one.told()))) {
        return gone;
      }
      var least = good.isEmpty() ? 2 * addresses.size() : settings.tries();
      for (var turn = 0; gone.size() < least || turn < 1; turn++) {
        gone.add(go(Family.IPV6, again.get(turn % again.size())));
      }
      return gone;
    }

    private static boolean isLaborious(Try one) {
      return one.hops().stream().mapToLong(Ipv6Trace.Hop::totalMs).sum() >= LABORIOUS.toMillis();
    }

    private Gone go(Family family, InetAddress address) {
      return ways.go(to.url(), hosts, family, to.host(), address);
    }

    /// With every page over IPv6 laid beside the one over IPv4, knowing from a second fetch what
    /// changes by itself.
    private static List<Try> compared(List<Gone> over6, Optional<Likeness> over4) {
      var tries = new ArrayList<Try>();
      for (var one : over6) {
        var again =
            over6.stream()
                .filter(other -> !other.told().at().equals(one.told().at()))
                .filter(other -> other.told().address().equals(one.told().address()))
                .findFirst()
                .flatMap(Gone::pieces);
        var likeness =
            over4.flatMap(page -> one.pieces().flatMap(pieces -> pieces.with(page, again)));
        tries.add(with(one.told(), likeness));
      }
      return tries;
    }

    private static Try with(Try told, Optional<Double> likeness) {
      return new Try(
          told.address(),
          told.at(),
          told.hops(),
          told.failure(),
          told.stopped(),
          told.page(),
          likeness);
    }
  }
}
