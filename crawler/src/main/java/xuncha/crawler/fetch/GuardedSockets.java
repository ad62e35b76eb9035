package xuncha.crawler.fetch;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;

/// Makes sockets that ask the guard before they connect.
final class GuardedSockets extends SocketFactory {
  private final AddressGuard guard;
  private final NetworkProfile profile;

  GuardedSockets(AddressGuard guard, NetworkProfile profile) {
    this.guard = guard;
    this.profile = profile;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(guard, profile);
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
