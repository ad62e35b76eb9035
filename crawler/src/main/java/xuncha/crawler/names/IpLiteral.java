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
