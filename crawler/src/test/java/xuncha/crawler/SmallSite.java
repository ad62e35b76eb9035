package xuncha.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import xuncha.findings.site.Site;

/// A site on loopback whose every answer a test decides.
final class SmallSite implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Function<String, Answer>> pages = new ConcurrentHashMap<>();
  private final Map<String, String> tags = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private String cookie = "";
  private Answer challenge = new Answer(521, "text/html", "", "");
  private Answer otherwise = new Answer(404, "text/html", "", "");

  /// What is sent.
  record Answer(int status, String type, String location, String body) {}

  SmallSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  Site site() {
    return Site.at(url("/"));
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// `GET /path`, in order.
  List<String> asked() {
    return asked;
  }

  SmallSite page(String path, String html) {
    return answers(path, 200, html);
  }

  SmallSite answers(String path, int status, String html) {
    return answers(path, _ -> new Answer(status, "text/html; charset=utf-8", "", html));
  }

  SmallSite redirects(String path, String location) {
    return answers(path, _ -> new Answer(302, "text/html", location, ""));
  }

  /// @param answer by the request's method
  SmallSite answers(String path, Function<String, Answer> answer) {
    pages.put(path, answer);
    return this;
  }

  /// The same page with an `ETag`; who names it is told that nothing has changed.
  SmallSite tagged(String path, String tag, String html) {
    tags.put(path, tag);
    return page(path, html);
  }

  /// Whoever does not show the cookie gets a page whose script sets it and opens the page again.
  SmallSite guarded(String name, String value) {
    cookie = name + "=" + value;
    challenge =
        new Answer(
            521,
            "text/html",
            "",
            "<script>document.cookie=['%s','%s'].join('=')+';path=/';location.href=location.pathname;</script>"
                .formatted(name, value));
    return this;
  }

  SmallSite otherwise(int status, String html) {
    otherwise = new Answer(status, "text/html; charset=utf-8", "", html);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var method = exchange.getRequestMethod();
    var tag = tags.getOrDefault(path, "");
    var unchanged =
        !tag.isEmpty() && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    asked.add(method + " " + path + (unchanged ? " unchanged" : ""));
    if (!tag.isEmpty()) {
      exchange.getResponseHeaders().add("ETag", tag);
    }
    if (unchanged) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    var shown = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    var answer =
        shown.contains(cookie) ? pages.getOrDefault(path, _ -> otherwise).apply(method) : challenge;
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", answer.type());
    if (!answer.location().isEmpty()) {
      exchange.getResponseHeaders().add("Location", answer.location());
    }
    var empty = method.equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(empty ? new byte[0] : body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
