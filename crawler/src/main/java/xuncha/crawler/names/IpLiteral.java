package xuncha.crawler.names;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.xbill.DNS.Address;

/// Addresses written as text or bytes. Never asks a resolver, and never turns an IPv4-mapped IPv6
/// address into an IPv4 one, as the JDK's own factories do.
public final class IpLiteral {
  private static final int V4_BYTES = 4;
  private static final int GROUPS = 8;

  private IpLiteral() {}

  /// The address written as `text`: four decimal numbers, or IPv6 with or without brackets and
  /// without zone. Empty for everything else, shorthand such as `127.1` included.
  public static Optional<InetAddress> parse(String text) {
    var bare =
        text.length() > 2 && text.startsWith("[") && text.endsWith("]")
            ? text.substring(1, text.length() - 1)
            : text;
    var family = bare.indexOf(':') < 0 ? Address.IPv4 : Address.IPv6;
    if (family == Address.IPv4 && !bare.equals(text)) {
      return Optional.empty();
    }
    return Optional.ofNullable(Address.toByteArray(bare, family)).map(IpLiteral::of);
  }

  /// The address as people write it: IPv6 after RFC 5952, without zone.
  public static String text(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length == V4_BYTES) {
      return address.getHostAddress();
    }
    var groups = new int[GROUPS];
    for (var i = 0; i < GROUPS; i++) {
      groups[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
    }
    var gap = longestGap(groups);
    var text = new StringBuilder();
    for (var i = 0; i < GROUPS; i++) {
      if (i == gap.from()) {
        text.append("::");
        i = gap.to() - 1;
      } else {
        text.append(text.isEmpty() || i == gap.to() ? "" : ":").append(hex(groups[i]));
      }
    }
    return text.toString();
  }

  private static String hex(int group) {
    return Integer.toHexString(group);
  }

  /// Zeros that are left out.
  private record Gap(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /// The longest run of zeros, the first of several; a single one is written out (RFC 5952, 4.2).
  private static Gap longestGap(int[] groups) {
    var longest = new Gap(-1, -1);
    for (var from = 0; from < GROUPS; from++) {
      var to = from;
      while (to < GROUPS && groups[to] == 0) {
        to++;
      }
      if (to - from >= 2 && to - from > longest.length()) {
        longest = new Gap(from, to);
      }
    }
    return longest;
  }

  /// The address of these 4 or 16 bytes.
  public static InetAddress of(byte[] bytes) {
    try {
      return bytes.length == V4_BYTES
          ? InetAddress.getByAddress(bytes)
          : Inet6Address.getByAddress(null, bytes, -1);
    } catch (UnknownHostException wrongLength) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes", wrongLength);
    }
  }
}
