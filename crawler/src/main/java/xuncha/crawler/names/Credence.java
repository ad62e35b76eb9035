package xuncha.crawler.names;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import xuncha.crawler.names.DnsClient.Question;
import xuncha.findings.visit.DnsQuery;

/// Whether a resolver may be believed when it denies a name, which amounts to an accusation: closed
/// networks, captive portals and broken forwarders deny every name that there is.
///
/// Three things prove that a resolver sees the outside, the cheapest first. The denial names the
/// zone that it comes from (the SOA of RFC 2308, section 3): whoever makes denials up has none, and
/// a closed network's own root names but the root. Stubs and caches drop that record, so it is not
/// asked for alone: a name that the resolver found a short while ago proves it as well. Where
/// neither is at hand the resolver is asked for what all of them know, the registry of `.cn`.
final class Credence {
  private static final Name REGISTRY = Resolver.absolute("cn");

  /// A machine may lose its way out in the middle of a night.
  private static final Duration FOUND_LASTS = Duration.ofMinutes(5);

  private static final Duration LOST_LASTS = Duration.ofMinutes(1);

  private final DnsClient client;
  private final InstantSource clock;
  private final Duration patience;
  private final Map<InetSocketAddress, Standing> standings = new ConcurrentHashMap<>();

  /// What a resolver showed last.
  private record Standing(boolean found, Instant at) {
    boolean holds(Instant now) {
      return at.plus(found ? FOUND_LASTS : LOST_LASTS).isAfter(now);
    }
  }

  /// @param patience how long the resolver may take over the registry
  Credence(DnsClient client, InstantSource clock, Duration patience) {
    this.client = client;
    this.clock = clock;
    this.patience = patience;
  }

  /// That resolver has found something.
  void found(InetSocketAddress server) {
    standings.put(server, new Standing(true, clock.instant()));
  }

  /// Whether that resolver's denial of `name` is to be believed.
  ///
  /// @param told takes the question that was put to find out, if any
  boolean believes(InetSocketAddress server, Reply denial, Name name, List<DnsQuery> told) {
    return namesItsZone(denial, name) || sees(server, told);
  }

  private static boolean namesItsZone(Reply denial, Name name) {
    return denial.message().stream()
        .flatMap(message -> message.getSection(Section.AUTHORITY).stream())
        .filter(record -> record.getType() == Type.SOA)
        .anyMatch(soa -> !soa.getName().equals(Name.root) && name.subdomain(soa.getName()));
  }

  /// Several may ask at the same time, to the same end.
  private boolean sees(InetSocketAddress server, List<DnsQuery> told) {
    var known = standings.get(server);
    if (known != null && known.holds(clock.instant())) {
      return known.found();
    }
    var reply = client.ask(server, new Question(REGISTRY, Type.SOA, true, false), patience);
    told.addAll(reply.transcript());
    var found = reply.message().isPresent() && reply.fault().isEmpty();
    standings.put(server, new Standing(found, clock.instant()));
    return found;
  }
}
