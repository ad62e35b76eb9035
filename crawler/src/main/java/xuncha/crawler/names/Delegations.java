package xuncha.crawler.names;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import xuncha.crawler.names.DnsClient.Question;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery;
import xuncha.findings.visit.Ipv6Trace.Delegation;
import xuncha.findings.visit.Ipv6Trace.NameServer;

/// Who answers for a host's zone, and whether over IPv6 too. Each zone and each server is asked at
/// most once a run.
public final class Delegations {
  private static final int DNS_PORT = 53;

  /// Two labels at least: nobody's site lives at a top-level domain.
  private static final int LEAST_LABELS = 3; // the root's empty label counts

  private final Resolver resolver;
  private final AddressGuard guard;
  private final NetworkProfile profile;
  private final DnsClient client;
  private final Duration patience;
  private final Map<Asked, Boolean> answering = new ConcurrentHashMap<>();

  private record Asked(Name zone, InetAddress server) {}

  /// @param patience how long a zone's own server is waited for, each of two times
  public Delegations(
      Resolver resolver,
      AddressGuard guard,
      NetworkProfile profile,
      Duration patience,
      InstantSource clock) {
    this.resolver = resolver;
    this.guard = guard;
    this.profile = profile;
    this.patience = patience;
    this.client = new DnsClient(clock);
  }

  /// The zone of `host` and its servers.
  ///
  /// @param askServers whether the servers are to be asked over IPv6; false where this machine has
  ///   none
  public Delegation of(String host, boolean askServers) {
    var told = new ArrayList<DnsQuery>();
    var ascii = HostName.ascii(host);
    if (ascii.isEmpty()) {
      return new Delegation("", List.of(), Optional.of(DnsFault.BAD_NAME), told);
    }
    Optional<DnsFault> fault = Optional.of(DnsFault.NO_RECORD);
    for (var name = Resolver.absolute(ascii.get());
        name.labels() >= LEAST_LABELS;
        name = new Name(name, 1)) {
      var reply = resolver.ask(name, Type.NS);
      told.addAll(reply.transcript());
      var servers = servers(reply, name);
      if (!servers.isEmpty()) {
        var zone = name;
        return new Delegation(
            written(zone),
            servers.stream().map(server -> server(zone, server, askServers)).toList(),
            Optional.empty(),
            told);
      }
      if (!reply.answered()) {
        fault = reply.fault();
        break; // whether the cut is here could not be seen
      }
    }
    return new Delegation("", List.of(), fault, told);
  }

  private static List<Name> servers(Reply reply, Name zone) {
    return reply
        .message()
        .map(message -> message.getSection(Section.ANSWER))
        .orElse(List.of())
        .stream()
        .filter(record -> record.getName().equals(zone))
        .filter(NSRecord.class::isInstance)
        .map(NSRecord.class::cast)
        .map(NSRecord::getTarget)
        .distinct()
        .toList();
  }

  private NameServer server(Name zone, Name server, boolean ask) {
    var name = written(server);
    return switch (resolver.resolve(name, Family.IPV6)) {
      case Resolution.Failed failed ->
          new NameServer(name, List.of(), Optional.of(failed.fault()), Optional.empty());
      case Resolution.Found found -> {
        var usable = found.addresses().stream().filter(guard::isIpv6Service).toList();
        yield new NameServer(
            name,
            usable.stream().map(IpLiteral::text).toList(),
            Optional.empty(),
            ask && !usable.isEmpty() ? Optional.of(answers(zone, usable)) : Optional.empty());
      }
    };
  }

  /// As Internet.nl's ns_reach: a real question, over UDP with TCP to fall back on.
  private boolean answers(Name zone, List<InetAddress> addresses) {
    return addresses.stream()
        .filter(address -> guard.refusal(address).isEmpty())
        .anyMatch(address -> answering.computeIfAbsent(new Asked(zone, address), this::asksTwice));
  }

  private boolean asksTwice(Asked asked) {
    var at = new InetSocketAddress(asked.server(), profile.port(DNS_PORT));
    var question = new Question(asked.zone(), Type.SOA, false, true);
    return authoritative(client.ask(at, question, patience), asked.zone())
        || authoritative(client.ask(at, question.plain(), patience), asked.zone());
  }

  private static boolean authoritative(Reply reply, Name zone) {
    return reply.fault().isEmpty()
        && reply.message().map(Delegations::answer).orElse(List.of()).stream()
            .anyMatch(record -> record.getType() == Type.SOA && record.getName().equals(zone));
  }

  private static List<Record> answer(Message message) {
    return message.getSection(Section.ANSWER);
  }

  private static String written(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }
}
