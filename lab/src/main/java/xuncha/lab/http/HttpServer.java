package xuncha.lab.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves one port on several loopback addresses, a virtual thread a connection.
public final class HttpServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);
  private static final int TRIES = 20;
  private static final int BACKLOG = 1024;
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final List<ServerSocket> doors;
  private final Map<Socket, Thread> open = new ConcurrentHashMap<>();
  private final Optional<SSLContext> tls;
  private final Answering answering;
  private final BiConsumer<Socket, Request> watcher;
  private final UnaryOperator<Duration> pace;
  private volatile boolean closed;

  private HttpServer(
      List<ServerSocket> doors,
      Optional<SSLContext> tls,
      Answering answering,
      BiConsumer<Socket, Request> watcher,
      UnaryOperator<Duration> pace) {
    this.doors = doors;
    this.tls = tls;
    this.answering = answering;
    this.watcher = watcher;
    this.pace = pace;
  }

  /// Serves a free port of all `addresses`.
  ///
  /// @param tls with what to speak HTTPS; empty for HTTP
  /// @param answering what answers
  /// @param watcher told of every request before it is answered
  /// @param pace how long a simulated delay really takes
  public static HttpServer start(
      List<InetAddress> addresses,
      Optional<SSLContext> tls,
      Answering answering,
      BiConsumer<Socket, Request> watcher,
      UnaryOperator<Duration> pace) {
    var server = new HttpServer(bind(addresses), tls, answering, watcher, pace);
    for (var door : server.doors) {
      Thread.ofVirtual().name("lab-door-" + door.getInetAddress()).start(() -> server.accept(door));
    }
    return server;
  }

  /// The port, the same on all addresses.
  public int port() {
    return doors.getFirst().getLocalPort();
  }

  @Override
  public void close() {
    closed = true;
    doors.forEach(HttpServer::shut);
    open.values().forEach(Thread::interrupt);
    open.keySet().forEach(HttpServer::shut);
  }

  private static List<ServerSocket> bind(List<InetAddress> addresses) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var doors = new ArrayList<ServerSocket>();
      try {
        for (var address : addresses) {
          var door = new ServerSocket();
          doors.add(door);
          var port = doors.size() == 1 ? 0 : doors.getFirst().getLocalPort();
          door.bind(new InetSocketAddress(address, port), BACKLOG);
        }
        return doors;
      } catch (BindException taken) {
        log.debug("port taken on one of the addresses, trying another", taken);
        doors.forEach(HttpServer::shut);
      } catch (IOException broken) {
        doors.forEach(HttpServer::shut);
        throw new UncheckedIOException(broken);
      }
    }
    throw new IllegalStateException("no port is free on all of " + addresses);
  }

  private void accept(ServerSocket door) {
    while (!closed) {
      try {
        var socket = door.accept();
        var thread = Thread.ofVirtual().name("lab-connection").unstarted(() -> serve(socket));
        open.put(socket, thread);
        thread.start();
      } catch (IOException gone) {
        if (!closed) {
          log.warn("the laboratory stopped listening on {}", door, gone);
        }
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      plain.setTcpNoDelay(true);
      plain.setSoTimeout((int) IDLE.toMillis());
      var socket = tls.isPresent() ? wrapped(plain, tls.get()) : plain;
      new Connection(socket, tls.isPresent(), answering, watcher::accept, pace).serve();
    } catch (IOException left) {
      log.debug("a client left", left);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(plain);
    }
  }

  private static Socket wrapped(Socket plain, SSLContext context) throws IOException {
    var socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  private static void shut(AutoCloseable door) {
    try {
      door.close();
    } catch (Exception already) {
      log.debug("closing", already);
    }
  }
}
