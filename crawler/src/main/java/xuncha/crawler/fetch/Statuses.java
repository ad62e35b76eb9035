package xuncha.crawler.fetch;

import java.util.Optional;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// HTTP statuses in our words.
public final class Statuses {
  private Statuses() {}

  /// Why an answer of that status is no page; empty when it may be one. Redirects are none of this:
  /// they are followed first.
  public static Optional<Failure> failure(int status) {
    return kind(status).map(kind -> new Failure(kind, "HTTP " + status));
  }

  private static Optional<Kind> kind(int status) {
    return switch (status) {
      case 404, 410 -> Optional.of(Kind.NOT_FOUND);
      // 412 is what several Chinese WAFs answer to whoever runs no script; 418, 444 and 521 to 523
      // are block pages or the CDN's own view. Any of these may be meant for us alone.
      case 401, 403, 405, 406, 407, 412, 418, 429, 444, 451, 493, 521, 522, 523, 567 ->
          Optional.of(Kind.BLOCKED);
      case 408 -> Optional.of(Kind.RESPONSE_TIMEOUT);
      case 503 -> Optional.of(Kind.UNAVAILABLE);
      default -> range(status);
    };
  }

  private static Optional<Kind> range(int status) {
    if (status >= 500) {
      return Optional.of(Kind.SERVER_ERROR);
    }
    return status >= 400 ? Optional.of(Kind.CLIENT_ERROR) : Optional.empty();
  }
}
