package xuncha.crawler.names;

import java.net.InetAddress;
import java.util.List;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery;
import xuncha.findings.visit.Failure;

/// What became of looking a host up in one family.
public sealed interface Resolution {
  /// The host asked for, in ASCII, lower case, without final dot.
  String host();

  Family family();

  /// The aliases that were followed, in order; empty when the name has addresses of its own.
  List<String> aliases();

  /// Every query that was made for it; empty for an address literal.
  List<DnsQuery> transcript();

  /// Addresses were found. Whether they may be connected to is the [AddressGuard]'s business.
  ///
  /// @param addresses at least one, in the order of the answer, without duplicates; an IPv4-mapped
  ///   address stays an IPv6 address
  /// @param ttlSeconds the least time to live on the way
  record Found(
      String host,
      Family family,
      List<InetAddress> addresses,
      long ttlSeconds,
      List<String> aliases,
      List<DnsQuery> transcript)
      implements Resolution {
    public Found {
      addresses = List.copyOf(addresses);
      aliases = List.copyOf(aliases);
      transcript = List.copyOf(transcript);
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException("found nothing for " + host);
      }
    }
  }

  /// No address.
  ///
  /// @param fault what exactly went wrong
  /// @param why the same in the words of a visit
  record Failed(
      String host,
      Family family,
      DnsFault fault,
      Failure why,
      List<String> aliases,
      List<DnsQuery> transcript)
      implements Resolution {
    public Failed {
      aliases = List.copyOf(aliases);
      transcript = List.copyOf(transcript);
    }
  }
}
