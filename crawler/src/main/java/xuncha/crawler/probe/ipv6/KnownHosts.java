package xuncha.crawler.probe.ipv6;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.AddressKind;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.IpLiteral;
import xuncha.crawler.names.Resolution;
import xuncha.crawler.names.Resolver;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Ipv6Trace.Address;
import xuncha.findings.visit.Ipv6Trace.Lookup;
import xuncha.findings.visit.Ipv6Trace.Stage;

/// The hosts met on the way to one site's home page, and what DNS says of them. For one thread.
final class KnownHosts {
  private final Resolver resolver;
  private final AddressGuard guard;
  private final Ipv6Sight sight;
  private final Map<String, Lookup> lookups = new LinkedHashMap<>();

  KnownHosts(Resolver resolver, AddressGuard guard, Ipv6Sight sight) {
    this.resolver = resolver;
    this.guard = guard;
    this.sight = sight;
  }

  /// What came of asking where a host can be connected to in one family.
  sealed interface Where {}

  /// There, in the order of the answer.
  record Usable(List<InetAddress> addresses) implements Where {}

  /// Nowhere, and at which stage that shows.
  record Unusable(Stage stage, Failure why) implements Where {}

  /// Everything looked up over IPv6 so far, in order.
  List<Lookup> lookups() {
    return List.copyOf(lookups.values());
  }

  /// What DNS says of a host on the way; kept in the trace.
  Lookup lookup(String host) {
    var known = lookups.get(host);
    if (known == null) {
      known = lookup(resolver.resolve(host, Family.IPV6), resolver.resolve(host, Family.IPV4));
      lookups.put(host, known);
    }
    return known;
  }

  /// Where `host` on the way can be connected to; its look-up is kept in the trace.
  Where usable(String host, Family family) {
    if (family == Family.IPV6) {
      var _ = lookup(host);
    }
    return quietly(host, family);
  }

  /// The same for a host that is not on the way to the home page.
  Where quietly(String host, Family family) {
    return switch (resolver.resolve(host, family)) {
      case Resolution.Failed failed -> new Unusable(Stage.DNS, failed.why());
      case Resolution.Found found -> {
        var good =
            found.addresses().stream()
                .filter(address -> guard.refusal(address).isEmpty())
                .filter(address -> family == Family.IPV4 || serves(address))
                .toList();
        yield good.isEmpty() ? unusable(found) : new Usable(good);
      }
    };
  }

  private Where unusable(Resolution.Found found) {
    var first = found.addresses().getFirst();
    return new Unusable(
        Stage.ADDRESS,
        guard
            .refusal(first)
            .orElseGet(() ->
                new Failure(
                    Failure.Kind.PRIVATE_ADDRESS,
                    IpLiteral.text(first) + " (" + AddressKind.of(first).id() + ")")));
  }

  private boolean serves(InetAddress address) {
    return guard.isIpv6Service(address) && !sight.translated(address);
  }

  private Lookup lookup(Resolution over6, Resolution over4) {
    return new Lookup(
        over6.host(),
        switch (over6) {
          case Resolution.Found found -> found.addresses().stream().map(this::address).toList();
          case Resolution.Failed _ -> List.of();
        },
        fault(over6),
        switch (over4) {
          case Resolution.Found found -> found.addresses().stream().map(IpLiteral::text).toList();
          case Resolution.Failed _ -> List.of();
        },
        fault(over4),
        over6.aliases(),
        over6.transcript().stream().mapToLong(DnsQuery::tookMs).sum(),
        over6.transcript());
  }

  private Address address(InetAddress address) {
    var kind = sight.translated(address) ? AddressKind.NAT64 : AddressKind.of(address);
    return new Address(IpLiteral.text(address), kind.id(), serves(address));
  }

  private static Optional<DnsFault> fault(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Found _ -> Optional.empty();
      case Resolution.Failed failed -> Optional.of(failed.fault());
    };
  }
}
