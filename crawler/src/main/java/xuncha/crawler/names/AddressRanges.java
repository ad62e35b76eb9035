package xuncha.crawler.names;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// The special-purpose ranges, most particular first. IPv6 outside `2000::/3` has not been given
/// out to anyone, so what no range names there is reserved.
final class AddressRanges {
  private static final List<Range> V4 =
      List.of(
          range("255.255.255.255/32", AddressKind.BROADCAST), // RFC 8190
          range("169.254.169.254/32", AddressKind.METADATA),
          range("169.254.170.2/32", AddressKind.METADATA), // container credentials
          range("100.100.100.200/32", AddressKind.METADATA), // Alibaba Cloud
          range("168.63.129.16/32", AddressKind.METADATA), // Azure's wire server, in public space
          range("0.0.0.0/8", AddressKind.UNSPECIFIED), // RFC 791: "this network"
          range("10.0.0.0/8", AddressKind.PRIVATE), // RFC 1918
          range("100.64.0.0/10", AddressKind.SHARED), // RFC 6598
          range("127.0.0.0/8", AddressKind.LOOPBACK), // RFC 1122
          range("169.254.0.0/16", AddressKind.LINK_LOCAL), // RFC 3927
          range("172.16.0.0/12", AddressKind.PRIVATE), // RFC 1918
          range("192.0.0.0/24", AddressKind.RESERVED), // RFC 6890
          range("192.0.2.0/24", AddressKind.DOCUMENTATION), // RFC 5737
          range("192.88.99.0/24", AddressKind.SIX_TO_FOUR), // RFC 7526: relay anycast, deprecated
          range("192.168.0.0/16", AddressKind.PRIVATE), // RFC 1918
          range("198.18.0.0/15", AddressKind.BENCHMARKING), // RFC 2544
          range("198.51.100.0/24", AddressKind.DOCUMENTATION), // RFC 5737
          range("203.0.113.0/24", AddressKind.DOCUMENTATION), // RFC 5737
          range("224.0.0.0/4", AddressKind.MULTICAST), // RFC 5771
          range("240.0.0.0/4", AddressKind.RESERVED)); // RFC 1112

  private static final List<Range> V6 =
      List.of(
          range("::/128", AddressKind.UNSPECIFIED), // RFC 4291
          range("::1/128", AddressKind.LOOPBACK), // RFC 4291
          range("::ffff:0:0/96", AddressKind.MAPPED), // RFC 4291
          range("::/96", AddressKind.COMPATIBLE), // RFC 4291, deprecated
          range("64:ff9b::/96", AddressKind.NAT64), // RFC 6052
          range("64:ff9b:1::/48", AddressKind.NAT64), // RFC 8215
          range("100::/64", AddressKind.DISCARD), // RFC 6666
          range("fd00:ec2::254/128", AddressKind.METADATA), // Amazon EC2
          range("fd20:ce::254/128", AddressKind.METADATA), // Google Cloud
          range("fc00::/7", AddressKind.UNIQUE_LOCAL), // RFC 4193
          range("fe80::/10", AddressKind.LINK_LOCAL), // RFC 4291
          range("fec0::/10", AddressKind.SITE_LOCAL), // RFC 3879, deprecated
          range("ff00::/8", AddressKind.MULTICAST), // RFC 4291
          range("2001::/32", AddressKind.TEREDO), // RFC 4380
          range("2001:2::/48", AddressKind.BENCHMARKING), // RFC 5180
          range("2001:10::/28", AddressKind.ORCHID), // RFC 4843, deprecated
          range("2001:20::/28", AddressKind.ORCHID), // RFC 7343
          range("2001:30::/28", AddressKind.ORCHID), // RFC 9374, drone tags
          range("2001:db8::/32", AddressKind.DOCUMENTATION), // RFC 3849
          range("2001::/23", AddressKind.RESERVED), // RFC 2928
          range("2002::/16", AddressKind.SIX_TO_FOUR), // RFC 3056
          range("3fff::/20", AddressKind.DOCUMENTATION), // RFC 9637
          range("2000::/3", AddressKind.GLOBAL)); // RFC 4291 §2.4, RFC 3587

  private AddressRanges() {}

  static AddressKind kind(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == 4
        ? kind(V4, bytes, AddressKind.GLOBAL)
        : kind(V6, bytes, AddressKind.RESERVED);
  }

  /// The IPv4 address that an address of a transition mechanism carries: the last 32 bits of
  /// mapped, compatible and `64:ff9b::/96` addresses, bits 16 to 47 of 6to4, the inverted last 32
  /// bits of Teredo (RFC 4380 §4).
  static byte[] carried(AddressKind kind, byte[] bytes) {
    return switch (kind) {
      case SIX_TO_FOUR -> Arrays.copyOfRange(bytes, 2, 6);
      case TEREDO -> {
        var inverted = Arrays.copyOfRange(bytes, 12, 16);
        for (var i = 0; i < inverted.length; i++) {
          inverted[i] = (byte) ~inverted[i];
        }
        yield inverted;
      }
      default -> Arrays.copyOfRange(bytes, 12, 16);
    };
  }

  private static AddressKind kind(List<Range> ranges, byte[] bytes, AddressKind otherwise) {
    for (var range : ranges) {
      if (range.holds(bytes)) {
        return range.kind();
      }
    }
    return otherwise;
  }

  private static Range range(String cidr, AddressKind kind) {
    var slash = cidr.indexOf('/');
    var network =
        IpLiteral.parse(cidr.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException(cidr))
            .getAddress();
    return new Range(network, Integer.parseInt(cidr.substring(slash + 1)), kind);
  }

  private static final class Range {
    private final byte[] network;
    private final int bits;
    private final AddressKind kind;

    Range(byte[] network, int bits, AddressKind kind) {
      this.network = network;
      this.bits = bits;
      this.kind = kind;
    }

    AddressKind kind() {
      return kind;
    }

    boolean holds(byte[] bytes) {
      var whole = bits / 8;
      if (Arrays.mismatch(network, 0, whole, bytes, 0, whole) >= 0) {
        return false;
      }
      var rest = bits % 8;
      return rest == 0 || (network[whole] ^ bytes[whole]) >>> (8 - rest) == 0;
    }
  }
}
