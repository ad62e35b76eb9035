package xuncha.crawler.render;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.render.Attempt.Kind;

/// What the browser tells of a request, as an attempt.
final class Attempts {
  private Attempts() {}

  /// As if it were made.
  static Attempt of(Request request) {
    var body = request.postDataBuffer();
    var whole = body == null ? new byte[0] : body;
    return new Attempt(
        kind(request),
        request.method(),
        request.url(),
        Requests.headers(request.headers()),
        body == null
            ? Optional.empty()
            : Optional.of(Body.of(Arrays.copyOf(whole, Math.min(whole.length, Attempt.LONGEST)))),
        whole.length,
        true);
  }

  static Attempt stopped(Attempt one) {
    return new Attempt(
        one.kind(), one.method(), one.url(), one.headers(), one.body(), one.length(), false);
  }

  /// What the page's scripts were told is not to be had.
  static Attempt barred(String url) {
    return new Attempt(Kind.OTHER, "GET", url, Map.of(), Optional.empty(), 0, false);
  }

  /// A connection that the browser opens without a request that could be seen.
  static Attempt socket(String url) {
    return new Attempt(Kind.SOCKET, "GET", url, Map.of(), Optional.empty(), 0, false);
  }

  private static Kind kind(Request request) {
    if (request.isNavigationRequest()) {
      return document(request);
    }
    return switch (request.resourceType()) {
      case "xhr", "fetch" -> Kind.DATA;
      case "ping", "cspviolationreport", "csp_report", "beacon" -> Kind.BEACON;
      case "script" -> Kind.SCRIPT;
      case "image" -> Kind.IMAGE;
      case "eventsource", "websocket" -> Kind.SOCKET;
      default -> Kind.OTHER;
    };
  }

  private static Kind document(Request request) {
    try {
      var frame = request.frame();
      return frame.parentFrame() != null
          ? Kind.FRAME
          : frame.page().opener() == null ? Kind.DOCUMENT : Kind.WINDOW;
    } catch (PlaywrightException early) {
      return Kind.WINDOW; // its frame is not there yet
    }
  }
}
