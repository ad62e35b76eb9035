package xuncha.crawler.names;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery;
import xuncha.findings.visit.Failure;

/// Looks hosts up, each at most once per family for as long as this resolver lives: one resolver is
/// one run. Names that are denied are asked for anew each time. Blocks, on virtual threads gladly;
/// every wait is bounded by [ResolverSettings].
public final class Resolver {
  /// BIND follows 16 aliases, Unbound 11.
  private static final int MOST_ALIASES = 16;

  private static final int MOST_SYSTEM_RESOLVERS = 3;

  private final Lookups lookups;

  /// A resolver that asks the profile's server, or else the system's.
  public Resolver(NetworkProfile profile, InstantSource clock) {
    this(profile, clock, ResolverSettings.defaults());
  }

  /// The same with a patience of one's own.
  public Resolver(NetworkProfile profile, InstantSource clock, ResolverSettings settings) {
    this(profile.dns().map(List::of).orElseGet(Resolver::systemServers), clock, settings);
  }

  /// A resolver that asks these servers, in turn.
  public Resolver(List<InetSocketAddress> servers, InstantSource clock, ResolverSettings settings) {
    this.lookups = new Lookups(clock, servers, settings);
  }

  private static List<InetSocketAddress> systemServers() {
    return ResolverConfig.getCurrentConfig().servers().stream()
        .filter(server -> server.getAddress() != null)
        .limit(MOST_SYSTEM_RESOLVERS)
        .toList();
  }

  /// The addresses of `host` in that family, or why there are none. Never throws for anything that
  /// a name server does; a literal address stands for itself and has no address in the other
  /// family.
  public Resolution resolve(String host, Family family) {
    var literal = IpLiteral.parse(host);
    if (literal.isPresent()) {
      return literal(host, family, literal.get());
    }
    var name = HostName.ascii(host);
    if (name.isEmpty()) {
      return failed(host.toLowerCase(Locale.ROOT), family, DnsFault.BAD_NAME, List.of(), List.of());
    }
    return followed(name.get(), family);
  }

  /// The answer to any question, from memory if it was asked before.
  Reply ask(Name name, int type) {
    return lookups.ask(name, type);
  }

  private static Resolution literal(String host, Family family, InetAddress address) {
    return Family.of(address) == family
        ? new Resolution.Found(host, family, List.of(address), 0, List.of(), List.of())
        : failed(host, family, DnsFault.NO_RECORD, List.of(), List.of());
  }

  private Resolution followed(String host, Family family) {
    var told = new ArrayList<DnsQuery>();
    var trail = new Trail(absolute(host));
    while (true) {
      var asked = trail.last();
      var reply = lookups.ask(asked, family.recordType());
      told.addAll(reply.transcript());
      if (reply.fault().isPresent()) {
        return failed(host, family, reply.fault().get(), trail.aliases(), told);
      }
      var message = reply.message().orElseThrow();
      var wrong = trail.follow(message);
      if (wrong.isPresent()) {
        return failed(host, family, wrong.get(), trail.aliases(), told);
      }
      var addresses = addresses(message, trail.last(), family);
      if (!addresses.isEmpty()) {
        return new Resolution.Found(
            host, family, addresses, trail.ttl(message), trail.aliases(), told);
      }
      if (trail.last().equals(asked) || endsThere(message)) {
        var fault = message.getRcode() == Rcode.NXDOMAIN ? DnsFault.NXDOMAIN : DnsFault.NO_RECORD;
        return failed(host, family, fault, trail.aliases(), told);
      }
    }
  }

  /// Whether the resolver says that there is nothing at the end of the aliases, rather than leaving
  /// the rest to us.
  private static boolean endsThere(Message message) {
    return message.getRcode() == Rcode.NXDOMAIN
        || message.getSection(Section.AUTHORITY).stream()
            .anyMatch(record -> record.getType() == Type.SOA);
  }

  private static List<InetAddress> addresses(Message message, Name owner, Family family) {
    return message.getSection(Section.ANSWER).stream()
        .filter(record -> record.getName().equals(owner))
        .filter(record -> record.getType() == family.recordType())
        .map(Resolver::address)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /// From the bytes on the wire: the library's own accessors make IPv4 of mapped addresses.
  private static Optional<InetAddress> address(Record record) {
    return switch (record) {
      case ARecord a -> Optional.of(IpLiteral.of(a.rdataToWireCanonical()));
      case AAAARecord aaaa -> Optional.of(IpLiteral.of(aaaa.rdataToWireCanonical()));
      default -> Optional.empty();
    };
  }

  private static Resolution failed(
      String host, Family family, DnsFault fault, List<String> aliases, List<DnsQuery> transcript) {
    var type = Type.string(family.recordType());
    var detail = fault.id() + " for " + type + " of " + host;
    return new Resolution.Failed(
        host, family, fault, new Failure(fault.kind(), detail), aliases, transcript);
  }

  /// A name that [HostName] has found good, as an absolute one.
  static Name absolute(String host) {
    try {
      return Name.fromString(host + ".");
    } catch (TextParseException bug) {
      throw new IllegalStateException("a checked name: " + host, bug);
    }
  }

  /// The aliases on the way from the name asked for to the one that has addresses.
  private static final class Trail {
    private final SequencedSet<Name> names = new java.util.LinkedHashSet<>();
    private long ttl = Long.MAX_VALUE;

    Trail(Name first) {
      names.add(first);
    }

    Name last() {
      return names.getLast();
    }

    List<String> aliases() {
      return names.stream()
          .skip(1)
          .map(name -> name.toString(true).toLowerCase(Locale.ROOT))
          .toList();
    }

    /// Goes as far as this answer leads.
    Optional<DnsFault> follow(Message message) {
      Map<Name, CNAMERecord> leads = new LinkedHashMap<>();
      for (var record : message.getSection(Section.ANSWER)) {
        if (record instanceof CNAMERecord alias) {
          leads.putIfAbsent(alias.getName(), alias);
        }
      }
      for (var next = leads.get(last()); next != null; next = leads.get(last())) {
        ttl = Math.min(ttl, next.getTTL());
        if (!names.add(next.getTarget())) {
          return Optional.of(DnsFault.CNAME_LOOP);
        }
        if (names.size() > MOST_ALIASES + 1) {
          return Optional.of(DnsFault.CNAME_TOO_LONG);
        }
      }
      return Optional.empty();
    }

    long ttl(Message message) {
      return message.getSection(Section.ANSWER).stream()
          .filter(record -> record.getName().equals(last()))
          .mapToLong(Record::getTTL)
          .reduce(ttl, Math::min);
    }
  }
}
