package xuncha.lab.ipv6;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import xuncha.lab.ipv6.Service.Page;

/// One service at one address and port.
final class Listener implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final int FILL = 4;
  private static final int FILL_PATIENCE = 200;

  private final Service service;
  private final ServerSocket socket;
  private final SSLContext tls;
  private final List<Socket> held = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Listener(Service service, ServerSocket socket, SSLContext tls) {
    this.service = service;
    this.socket = socket;
    this.tls = tls;
  }

  /// Begins to serve.
  ///
  /// @param tls what [Service.Tls] uses; others leave it alone
  static Listener start(InetAddress address, int port, Service service, SSLContext tls) {
    try {
      var dropping = service instanceof Service.Dropping;
      var listener =
          new Listener(service, new ServerSocket(port, dropping ? 1 : BACKLOG, address), tls);
      if (dropping) {
        listener.fill();
      } else {
        Thread.ofPlatform().daemon().name("lab " + address).start(listener::accept);
      }
      return listener;
    } catch (IOException taken) {
      throw new UncheckedIOException("nothing can listen at " + address + " " + port, taken);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Nobody accepts: once the queue is full the kernel leaves every further attempt unanswered.
  private void fill() {
    for (var i = 0; i < FILL; i++) {
      var one = new Socket();
      held.add(one);
      try {
        one.connect(
            new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), FILL_PATIENCE);
      } catch (IOException full) {
        return; // as wanted
      }
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var caller = socket.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException gone) {
        // the loop's condition decides
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      switch (service) {
        case Service.Page page -> answer(caller, page);
        case Service.Slow(var page, var by) -> {
          read(caller);
          if (!closed.await(by.toMillis(), TimeUnit.MILLISECONDS)) {
            write(caller, page);
          }
        }
        case Service.Redirect(var to) -> {
          read(caller);
          send(caller, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n", "");
        }
        case Service.Silent _ -> closed.await();
        case Service.Garbage _ -> {
          read(caller);
          caller
              .getOutputStream()
              .write("SSH-2.0-dropbear\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        case Service.Closing _ -> {
          var _ = caller.getInputStream().read();
        }
        case Service.Dropping _ -> throw new IllegalStateException("nobody is accepted");
        case Service.Tls(_, var page) -> {
          try (var secure =
              (SSLSocket)
                  tls.getSocketFactory().createSocket(caller, caller.getInputStream(), true)) {
            answer(secure, page);
          }
        }
      }
    } catch (IOException gone) {
      return; // the caller left, or did not like us
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(Socket caller, Page page) throws IOException {
    read(caller);
    write(caller, page);
  }

  private static void write(Socket caller, Page page) throws IOException {
    send(
        caller,
        "HTTP/1.1 " + page.status() + " Whatever\r\nContent-Type: text/html; charset=utf-8\r\n",
        page.body().html());
  }

  private static void send(Socket caller, String head, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var out = caller.getOutputStream();
    out.write(
        (head + "Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  /// Reads the head of a request.
  private static void read(Socket caller) throws IOException {
    var in = caller.getInputStream();
    for (var end = 0; end < 4; ) {
      var one = in.read();
      if (one < 0) {
        throw new IOException("no request");
      }
      end = one == '\r' || one == '\n' ? end + 1 : 0;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      for (var one : held) {
        one.close();
      }
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("closing a listener", broken);
    }
  }
}
