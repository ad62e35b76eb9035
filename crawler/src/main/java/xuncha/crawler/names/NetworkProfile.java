package xuncha.crawler.names;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where look-ups and connections of every part really go (contract §3).
///
/// @param dns the only resolver asked, instead of the system's
/// @param ports where these ports are really served
/// @param allowPrivate whether addresses that are not globally routable may be connected to
/// @param trust a PEM file with further certificate authorities
public record NetworkProfile(
    Optional<InetSocketAddress> dns,
    Map<Integer, Integer> ports,
    boolean allowPrivate,
    Optional<Path> trust) {
  public NetworkProfile {
    ports = Map.copyOf(ports);
  }

  /// The real network: the system's resolvers, no port moved, nothing private, no extra trust.
  public static NetworkProfile system() {
    return new NetworkProfile(Optional.empty(), Map.of(), false, Optional.empty());
  }

  /// Reads a profile. Every mistake in the file becomes one line of the exception.
  ///
  /// @throws BadProfileException when the file cannot be read or says something else than the
  ///   contract allows
  public static NetworkProfile read(Path yaml) {
    return ProfileReader.read(yaml);
  }

  /// Where `port` is really served.
  public int port(int asked) {
    return ports.getOrDefault(asked, asked);
  }
}
