package xuncha.crawler.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that a page would reach if anything let it: keeps the first line of whatever comes,
/// over TCP and UDP at the same port, and answers that all is well.
public final class Trap implements AutoCloseable {
  private static final byte[] FINE =
      "HTTP/1.1 204 No Content\r\naccess-control-allow-origin: *\r\nconnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final DatagramSocket datagrams;
  private final List<String> received = new CopyOnWriteArrayList<>();

  public Trap() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      datagrams = new DatagramSocket(server.getLocalPort(), InetAddress.getLoopbackAddress());
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    Thread.ofVirtual().start(this::accept);
    Thread.ofVirtual().start(this::receive);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// The first lines of what came so far.
  public List<String> received() {
    return List.copyOf(received);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var caller = server.accept();
        Thread.ofVirtual().start(() -> answer(caller));
      } catch (IOException _) {
        return; // the test is over
      }
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      var bytes = new byte[4_096];
      var length = caller.getInputStream().read(bytes);
      if (length > 0) {
        received.add(
            new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse(""));
        caller.getOutputStream().write(FINE);
      }
    } catch (IOException _) {
      received.add("a connection that broke off");
    }
  }

  private void receive() {
    var packet = new DatagramPacket(new byte[1_500], 1_500);
    while (!datagrams.isClosed()) {
      try {
        datagrams.receive(packet);
        received.add("a datagram of " + packet.getLength() + " bytes");
      } catch (IOException _) {
        return; // the test is over
      }
    }
  }

  @Override
  public void close() throws IOException {
    datagrams.close();
    server.close();
  }
}
