package xuncha.crawler.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/// A server on loopback that says exactly what it is told to, HTTP or not.
final class RawServer implements AutoCloseable {
  /// What is said on one connection, after each request head that arrives on it.
  @FunctionalInterface
  interface Script {
    void answer(Socket connection, OutputStream out, String head) throws IOException;
  }

  private final ServerSocket listening;
  private final Script script;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile byte @Nullable [] greeting;

  private RawServer(ServerSocket listening, Script script) {
    this.listening = listening;
    this.script = script;
    Thread.ofVirtual().start(this::accept);
  }

  /// Speaks to every request on every connection; the script closes the connection or leaves it.
  static RawServer speaking(Script script) {
    return over(ServerSocketFactory.getDefault(), script);
  }

  static RawServer over(ServerSocketFactory sockets, Script script) {
    try {
      var loopback = InetAddress.ofLiteral("127.0.0.1");
      return new RawServer(sockets.createServerSocket(0, 50, loopback), script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says the same to everyone and hangs up.
  static RawServer saying(String text) {
    return saying(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static RawServer saying(byte[] bytes) {
    return speaking((connection, out, _) -> {
      out.write(bytes);
      out.flush();
      connection.shutdownOutput();
    });
  }

  /// Takes connections and drops them unheard.
  static RawServer hangingUp() {
    var server = saying("");
    server.greeting = new byte[0];
    return server;
  }

  /// Speaks before it is spoken to, and hangs up.
  static RawServer greeting(String text) {
    var server = saying("");
    server.greeting = text.getBytes(StandardCharsets.ISO_8859_1);
    return server;
  }

  int port() {
    return listening.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int connections() {
    return connections.get();
  }

  /// The request heads received so far.
  List<String> heads() {
    return heads;
  }

  @Override
  public void close() {
    quietly(listening);
    open.forEach(RawServer::quietly);
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        var connection = listening.accept();
        connections.incrementAndGet();
        open.add(connection);
        var first = greeting;
        if (first == null) {
          Thread.ofVirtual().start(() -> serve(connection));
        } else {
          connection.getOutputStream().write(first);
          connection.close();
        }
      }
    } catch (IOException _) {
      // closed: the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection;
        var in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        heads.add(head);
        script.answer(connection, connection.getOutputStream(), head);
      }
    } catch (IOException _) {
      // the client has heard enough, which is what many of these tests are about
    }
  }

  private static String head(BufferedReader in) throws IOException {
    var head = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  private static void quietly(AutoCloseable closing) {
    try {
      closing.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
