package xuncha.lab.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One client connection: reads requests and writes replies until either side has had enough.
final class Connection {
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final int LONGEST_BODY = 1024 * 1024;

  /// Told of every request before it is answered.
  @FunctionalInterface
  interface Watcher {
    void received(Socket socket, Request request);
  }

  private final Socket socket;
  private final boolean secure;
  private final Answering answering;
  private final Watcher watcher;
  private final UnaryOperator<Duration> pace;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[8192];
  private int filled;

  Connection(
      Socket socket,
      boolean secure,
      Answering answering,
      Watcher watcher,
      UnaryOperator<Duration> pace)
      throws IOException {
    this.socket = socket;
    this.secure = secure;
    this.answering = answering;
    this.watcher = watcher;
    this.pace = pace;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /// Serves until the connection ends.
  void serve() throws IOException, InterruptedException {
    for (var more = true; more; ) {
      var request = read();
      more = request.isPresent() && answer(request.get());
    }
  }

  private boolean answer(Request request) throws IOException, InterruptedException {
    watcher.received(socket, request);
    return switch (answering.answer(request)) {
      case Reply.Whole whole -> write(request, whole);
      case Reply.Wild(var script) -> {
        var buffered = new BufferedOutputStream(out, 32 * 1024);
        script.play(new Wire(socket, buffered, pace));
        buffered.flush();
        yield false;
      }
    };
  }

  private boolean write(Request request, Reply.Whole reply)
      throws IOException, InterruptedException {
    if (reply.delay().isPositive()) {
      Thread.sleep(pace.apply(reply.delay()));
    }
    var keep = !request.header("connection").equalsIgnoreCase("close");
    var chunked = false;
    var head =
        new StringBuilder(256)
            .append("HTTP/1.1 ")
            .append(reply.status())
            .append(' ')
            .append(reason(reply.status()))
            .append("\r\nDate: ")
            .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
            .append("\r\n");
    for (var header : reply.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
      chunked |= header.name().equals("Transfer-Encoding");
      keep &= !(header.name().equals("Connection") && header.value().equals("close"));
    }
    var bare = reply.status() == 304 || reply.status() == 204;
    if (!chunked && !bare) {
      head.append("Content-Length: ").append(reply.body().length).append("\r\n");
    }
    head.append("\r\n");
    var first = head.toString().getBytes(StandardCharsets.UTF_8);
    var silent = bare || request.method().equals("HEAD");
    out.write(silent ? first : join(first, chunked ? chunks(reply.body()) : reply.body()));
    out.flush();
    return keep;
  }

  private static byte[] chunks(byte[] body) {
    var size = Integer.toHexString(body.length) + "\r\n";
    var last = (body.length == 0 ? "" : "\r\n0\r\n") + "\r\n";
    return join(
        join(size.getBytes(StandardCharsets.US_ASCII), body),
        last.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] join(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /// The next request; empty when the client has gone or talks nonsense.
  private Optional<Request> read() throws IOException {
    var end = endOfHead();
    if (end < 0) {
      return Optional.empty();
    }
    var head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
    consume(end + 4);
    var lines = head.split("\r\n", -1);
    var words = lines[0].split(" ", -1);
    if (words.length != 3) {
      return Optional.empty();
    }
    var headers = headers(lines);
    var target = words[1].startsWith("http") ? afterHost(words[1]) : words[1];
    var mark = target.indexOf('?');
    return Optional.of(
        new Request(
            secure,
            words[0],
            host(headers.getOrDefault("host", "")),
            mark < 0 ? target : target.substring(0, mark),
            mark < 0 ? "" : target.substring(mark + 1),
            headers,
            body(headers)));
  }

  private int endOfHead() throws IOException {
    for (var from = 0; ; ) {
      for (var at = Math.max(0, from - 3); at + 3 < filled; at++) {
        if (buffer[at] == '\r'
            && buffer[at + 1] == '\n'
            && buffer[at + 2] == '\r'
            && buffer[at + 3] == '\n') {
          return at;
        }
      }
      from = filled;
      if (filled == LONGEST_HEAD || !fill()) {
        return -1;
      }
    }
  }

  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    var read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, read);
    return read > 0;
  }

  private void consume(int bytes) {
    System.arraycopy(buffer, bytes, buffer, 0, filled - bytes);
    filled -= bytes;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    var length = headers.getOrDefault("content-length", "0");
    var wanted = length.matches("\\d{1,9}") ? Math.min(Integer.parseInt(length), LONGEST_BODY) : 0;
    while (filled < wanted) {
      if (!fill()) {
        break;
      }
    }
    var body = Arrays.copyOf(buffer, Math.min(wanted, filled));
    consume(body.length);
    return body;
  }

  private static Map<String, String> headers(String[] lines) {
    var headers = new HashMap<String, String>();
    for (var i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.merge(
            lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip(),
            (one, other) -> one + ", " + other);
      }
    }
    return headers;
  }

  private static String host(String header) {
    var host = header.toLowerCase(Locale.ROOT);
    var colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static String afterHost(String address) {
    var path = address.indexOf('/', address.indexOf("://") + 3);
    return path < 0 ? "/" : address.substring(path);
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 204 -> "No Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 304 -> "Not Modified";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 410 -> "Gone";
      case 412 -> "Precondition Failed";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      default -> "Status";
    };
  }
}
