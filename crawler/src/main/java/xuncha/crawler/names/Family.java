package xuncha.crawler.names;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.xbill.DNS.Type;

/// An address family.
public enum Family {
  IPV4(Type.A),
  IPV6(Type.AAAA);

  private final int recordType;

  Family(int recordType) {
    this.recordType = recordType;
  }

  /// The family that `address` belongs to on the wire.
  public static Family of(InetAddress address) {
    return address instanceof Inet4Address ? IPV4 : IPV6;
  }

  int recordType() {
    return recordType;
  }
}
