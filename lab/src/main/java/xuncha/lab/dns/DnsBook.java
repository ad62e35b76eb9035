package xuncha.lab.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// What a [DnsServer] knows: names, their records, and how questions about them are treated. May be
/// written to while the server runs. Like every sound resolver it knows the registry of `.cn`,
/// whose SOA goes with its denials.
public final class DnsBook {
  private static final long TTL = 300;

  private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
  private final Map<Key, DnsManner> manners = new ConcurrentHashMap<>();
  private volatile Function<String, List<String>> others = name -> List.of();

  private record Key(Name name, int type) {}

  public DnsBook() {
    var registry = named("cn");
    at("cn").add(soa(registry, named("a.dns.cn")));
  }

  /// `name` has these addresses, IPv4 and IPv6 in any mixture; none makes a name without address.
  public DnsBook host(String name, String... addresses) {
    var here = at(name);
    for (var address : addresses) {
      here.add(addressRecord(named(name), address));
    }
    return this;
  }

  /// `name` is an alias of `target`.
  public DnsBook alias(String name, String target) {
    at(name).add(new CNAMERecord(named(name), DClass.IN, TTL, named(target)));
    return this;
  }

  /// `zone` is served by these name servers.
  public DnsBook zone(String zone, String... servers) {
    var apex = named(zone);
    for (var server : servers) {
      at(zone).add(new NSRecord(apex, DClass.IN, TTL, named(server)));
    }
    var first = servers.length == 0 ? apex : named(servers[0]);
    at(zone).add(soa(apex, first));
    return this;
  }

  private static Record soa(Name apex, Name first) {
    return new SOARecord(apex, DClass.IN, TTL, first, apex, 1, 3600, 600, 86400, TTL);
  }

  /// Every question about `name` is treated so.
  public DnsBook treat(String name, DnsManner manner) {
    return treat(name, Type.ANY, manner);
  }

  /// Questions about `name` for that record type (a number of DNS) are treated so.
  public DnsBook treat(String name, int type, DnsManner manner) {
    at(name);
    manners.put(new Key(named(name), type), manner);
    return this;
  }

  /// Where to look for the addresses of names that are not in the book; an empty list means that
  /// there is no such name.
  public DnsBook others(Function<String, List<String>> addresses) {
    others = addresses;
    return this;
  }

  DnsManner manner(Name name, int type) {
    var exact = manners.get(new Key(name, type));
    return exact != null ? exact : manners.getOrDefault(new Key(name, Type.ANY), DnsManner.HONEST);
  }

  /// The records of `name`, empty when there is no such name.
  Optional<List<Record>> records(Name name) {
    var here = records.get(name);
    if (here != null) {
      return Optional.of(here);
    }
    var addresses = others.apply(name.toString(true).toLowerCase(Locale.ROOT));
    return addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(addresses.stream().map(one -> addressRecord(name, one)).toList());
  }

  /// The nearest zone at or above `name`.
  Optional<Record> authority(Name name) {
    for (var labels = 0; labels < name.labels(); labels++) {
      var above = records.getOrDefault(new Name(name, labels), List.of());
      var soa = above.stream().filter(record -> record.getType() == Type.SOA).findFirst();
      if (soa.isPresent()) {
        return soa;
      }
    }
    return Optional.empty();
  }

  private List<Record> at(String name) {
    return records.computeIfAbsent(named(name), key -> new CopyOnWriteArrayList<>());
  }

  private static Record addressRecord(Name name, String address) {
    if (address.indexOf(':') < 0) {
      return new ARecord(name, DClass.IN, TTL, ipv4(address));
    }
    var bytes = Address.toByteArray(address, Address.IPv6);
    if (bytes == null) {
      throw new IllegalArgumentException("no address: " + address);
    }
    return new AAAARecord(name, DClass.IN, TTL, bytes);
  }

  private static InetAddress ipv4(String address) {
    try {
      return Address.getByAddress(address, Address.IPv4);
    } catch (UnknownHostException wrong) {
      throw new IllegalArgumentException("no address: " + address, wrong);
    }
  }

  private static Name named(String name) {
    try {
      return Name.fromString(name.endsWith(".") ? name : name + ".");
    } catch (TextParseException wrong) {
      throw new IllegalArgumentException("no name: " + name, wrong);
    }
  }

  /// The records on the way from `name` along its aliases, each alias once, then those of `type`.
  List<Record> chain(Name name, int type, boolean oneAtATime) {
    var found = new ArrayList<Record>();
    var aliases = new LinkedHashMap<Name, Record>();
    for (var here = name; !aliases.containsKey(here); ) {
      var records = records(here).orElse(List.of());
      records.stream().filter(record -> record.getType() == type).forEach(found::add);
      var alias = alias(here);
      if (!found.isEmpty() || alias.isEmpty()) {
        break;
      }
      aliases.put(here, alias.get());
      here = alias.get().getTarget();
      if (oneAtATime) {
        break;
      }
    }
    var all = new ArrayList<Record>(aliases.values());
    all.addAll(found);
    return all;
  }

  /// Where the aliases from `name` end; in a loop, where it closes.
  Name end(Name name) {
    var seen = new HashSet<Name>();
    var here = name;
    while (seen.add(here)) {
      var alias = alias(here);
      if (alias.isEmpty()) {
        return here;
      }
      here = alias.get().getTarget();
    }
    return here;
  }

  private Optional<CNAMERecord> alias(Name name) {
    return records(name).orElse(List.of()).stream()
        .filter(CNAMERecord.class::isInstance)
        .map(CNAMERecord.class::cast)
        .findFirst();
  }
}
