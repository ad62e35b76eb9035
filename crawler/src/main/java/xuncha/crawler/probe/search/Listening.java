package xuncha.crawler.probe.search;

import java.util.List;
import java.util.Optional;
import xuncha.crawler.render.Attempt;
import xuncha.findings.visit.SearchTrial.Method;

/// Makes out from a page's own traffic how its search is asked.
final class Listening {
  /// What may be a question to a search, the likeliest first.
  static final List<Attempt.Kind> KINDS =
      List.of(
          Attempt.Kind.DOCUMENT,
          Attempt.Kind.WINDOW,
          Attempt.Kind.FRAME,
          Attempt.Kind.DATA,
          Attempt.Kind.SCRIPT);

  private Listening() {}

  /// How that request can be made without the page; empty where it cannot be told.
  static Optional<Sending> way(Heard.Call call, String words, Carried carried) {
    return switch (call.method()) {
      case "GET" -> carried.template(call.url()).map(address -> address);
      case "POST" -> PostedQuestion.sending(call.url(), call.type(), call.body(), words);
      default -> Optional.empty();
    };
  }

  static Method method(Attempt.Kind kind, Sending sending) {
    return switch (kind) {
      case DATA, SCRIPT -> Method.JSON;
      case DOCUMENT, FRAME, WINDOW, BEACON, IMAGE, SOCKET, OTHER ->
          sending instanceof Sending.Address ? Method.SCRIPT : Method.POST;
    };
  }
}
