package xuncha.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Asks the laboratory for single pages, one connection each, and reads the raw answer.
record Visitor(LabServer lab) {
  /// An answer as text.
  @SuppressWarnings("ArrayRecordComponent") // bytes as they came
  record Seen(int status, String head, byte[] body) {
    String text(Charset charset) {
      return new String(body, charset);
    }

    String text() {
      return text(StandardCharsets.UTF_8);
    }
  }

  Seen get(String url) throws IOException {
    return ask("GET", url, "");
  }

  /// @param more further header lines, each ending in CRLF
  Seen ask(String method, String url, String more) throws IOException {
    return ask(method, url, more, "");
  }

  /// @param more further header lines, each ending in CRLF
  /// @param body what is sent, ASCII
  Seen ask(String method, String url, String more, String body) throws IOException {
    var start = url.indexOf("://") + 3;
    var slash = url.indexOf('/', start);
    var host = slash < 0 ? url.substring(start) : url.substring(start, slash);
    var path = slash < 0 ? "/" : url.substring(slash);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), lab.httpPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              (method
                      + " "
                      + path
                      + " HTTP/1.1\r\nHost: "
                      + host
                      + "\r\nConnection: close\r\n"
                      + more
                      + "\r\n"
                      + body)
                  .getBytes(StandardCharsets.UTF_8));
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  private static Seen parse(byte[] answer) {
    var text = new String(answer, StandardCharsets.ISO_8859_1);
    var end = text.indexOf("\r\n\r\n");
    var head = text.substring(0, end);
    var body = text.substring(end + 4);
    if (head.contains("Transfer-Encoding: chunked")) {
      var line = body.indexOf("\r\n");
      body = body.substring(line + 2, line + 2 + Integer.parseInt(body.substring(0, line), 16));
    }
    return new Seen(
        Integer.parseInt(head.substring(9, 12)), head, body.getBytes(StandardCharsets.ISO_8859_1));
  }
}
