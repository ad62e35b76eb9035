package xuncha.crawler.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;

/// The last door before the network: whatever resolved the name, however often, and whatever a
/// redirect says, here the address that is really going to be connected to is looked at, and the
/// profile's ports are applied.
final class GuardedSocket extends Socket {
  private static final String BEGINNING = "HTTP/";

  private final AddressGuard guard;
  private final NetworkProfile profile;
  private final int watched;
  private long received;
  private boolean babbles;

  /// @param watched how long a read may take that OkHttp watches, milliseconds
  GuardedSocket(AddressGuard guard, NetworkProfile profile, int watched) {
    this.guard = guard;
    this.profile = profile;
    this.watched = watched;
  }

  /// Bytes received so far; over TLS, before they are deciphered.
  long received() {
    return received;
  }

  /// Whether the first bytes received were not those of an HTTP answer.
  boolean babbles() {
    return babbles;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    if (!(endpoint instanceof InetSocketAddress to) || to.isUnresolved()) {
      throw new UnknownHostException(endpoint.toString());
    }
    var refusal = guard.refusal(to.getAddress());
    if (refusal.isPresent()) {
      throw new Refusal(refusal.get());
    }
    if (Wire.CURRENT.isBound()) {
      Wire.CURRENT.get().opens(this);
    }
    super.connect(
        new InetSocketAddress(to.getAddress(), profile.port(to.getPort())), timeoutMillis);
  }

  /// Once connected, OkHttp watches over every read itself, one thread for all. The JDK's limit
  /// beside that is a timer set and taken back for every read of a virtual thread, and a sixth of
  /// what fetching a page costs. It stands where nobody else watches: in the handshake of TLS,
  /// whose limit is set before the connection is made, and for OkHttp's short looks whether an idle
  /// connection is still open.
  @Override
  public void setSoTimeout(int millis) throws SocketException {
    super.setSoTimeout(isConnected() && millis == watched ? 0 : millis);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Counting(super.getInputStream());
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }

  private final class Counting extends FilterInputStream {
    private Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = super.read();
      received += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var count = super.read(into, offset, length);
      if (received == 0 && count > 0) {
        babbles = !BEGINNING.startsWith(text(into, offset, Math.min(count, BEGINNING.length())));
      }
      received += Math.max(0, count);
      return count;
    }
  }
}
