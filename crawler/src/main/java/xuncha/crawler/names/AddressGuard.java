package xuncha.crawler.names;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import xuncha.findings.visit.Failure;

/// Decides which addresses may be connected to, and which count as IPv6 service.
///
/// An address is refused unless it is globally routable, whatever a redirect, a DNS answer or a
/// page says. A NAT64 address is let through when the IPv4 address in it is global: on an IPv6-only
/// network with DNS64 it is the only way to IPv4 sites. A profile with `allowPrivate` lifts the
/// refusal, except for addresses that are nobody's (unspecified, multicast, broadcast).
///
/// IPv6 service is another question: only global unicast counts, because nothing else brings a
/// citizen to the site over IPv6. A NAT64 address does not: it is our own network's translation of
/// an IPv4-only site. Under `allowPrivate` the loopback address `::1` counts too, since a
/// laboratory has no other; unique-local, link-local, mapped, documentation and transition
/// addresses stay faults there, so that a laboratory can plant them.
public final class AddressGuard {
  private static final Set<AddressKind> NOBODYS =
      Set.of(AddressKind.UNSPECIFIED, AddressKind.MULTICAST, AddressKind.BROADCAST);

  private final boolean allowPrivate;

  /// A guard that keeps to the profile.
  public AddressGuard(NetworkProfile profile) {
    this.allowPrivate = profile.allowPrivate();
  }

  /// Why `address` may not be connected to; empty when it may.
  public Optional<Failure> refusal(InetAddress address) {
    var kind = AddressKind.of(address);
    var allowed = allowPrivate ? !NOBODYS.contains(kind) : globallyRoutable(address, kind);
    return allowed
        ? Optional.empty()
        : Optional.of(
            new Failure(
                Failure.Kind.PRIVATE_ADDRESS, IpLiteral.text(address) + " (" + kind.id() + ")"));
  }

  /// Whether a site at `address` is served over IPv6 to the world (or, under `allowPrivate`, to the
  /// laboratory).
  public boolean isIpv6Service(InetAddress address) {
    if (Family.of(address) != Family.IPV6) {
      return false;
    }
    var kind = AddressKind.of(address);
    return kind == AddressKind.GLOBAL || (allowPrivate && kind == AddressKind.LOOPBACK);
  }

  private static boolean globallyRoutable(InetAddress address, AddressKind kind) {
    return kind == AddressKind.GLOBAL
        || (kind == AddressKind.NAT64 && wellKnownPrefixOfGlobal(address.getAddress()));
  }

  /// RFC 6052 §3.1: the well-known prefix must not carry addresses that are not global. The local
  /// prefix `64:ff9b:1::/48` may carry anything in places we cannot know, so it is refused.
  private static boolean wellKnownPrefixOfGlobal(byte[] bytes) {
    var carried = AddressRanges.carried(AddressKind.NAT64, bytes);
    return bytes[4] == 0
        && bytes[5] == 0
        && AddressKind.of(IpLiteral.of(carried)) == AddressKind.GLOBAL;
  }
}
