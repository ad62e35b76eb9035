package xuncha.crawler.fetch;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;

/// Makes sockets that ask the guard before they connect.
final class GuardedSockets extends SocketFactory {
  private final AddressGuard guard;
  private final NetworkProfile profile;
  private final int watched;

  /// @param watched how long a read may take that OkHttp watches
  GuardedSockets(AddressGuard guard, NetworkProfile profile, Duration watched) {
    this.guard = guard;
    this.profile = profile;
    this.watched = Math.toIntExact(watched.toMillis());
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(guard, profile, watched);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw connectsLater();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw connectsLater();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw connectsLater();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw connectsLater();
  }

  private static UnsupportedOperationException connectsLater() {
    return new UnsupportedOperationException("sockets are made first and connected later");
  }
}
