package xuncha.checks;

import java.util.Optional;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.PageFacts;

/// Why a page that was answered with 200 shows no content all the same.
public final class Obstacle {
  private Obstacle() {}

  /// The reason in our words, empty when the page shows its content.
  public static Optional<Failure> of(PageFacts page) {
    var kind =
        switch (page.state()) {
          case CONTENT -> Optional.<Kind>empty();
          case SOFT_404, DEFAULT_PAGE -> Optional.of(Kind.NOT_FOUND);
          case MAINTENANCE -> Optional.of(Kind.UNAVAILABLE);
          case CHALLENGE -> Optional.of(Kind.BLOCKED);
          case LOGIN_WALL -> Optional.of(Kind.LOGIN_WALL);
          case FAULT -> Optional.of(Kind.SERVER_ERROR);
          case EMPTY -> Optional.of(Kind.EMPTY_DOCUMENT);
          case EMPTY_SHELL -> Optional.of(Kind.NEEDS_BROWSER);
        };
    return kind.map(known -> new Failure(known, page.finalUrl()));
  }
}
