package xuncha.crawler.probe.consult;

import java.util.List;
import java.util.Optional;

/// What came of trying a form with texts of growing length, without sending any. As it is archived.
///
/// @param button what the button says that was pressed
/// @param captcha whether the form asks for a code
/// @param readings every text that was tried, in order
/// @param least the least length that the form lets go, where it stops shorter ones
/// @param most the greatest length, where it stops or cuts longer ones
/// @param why why nothing can be said; empty when the least length is known, or that there is none
record Trial(
    String button,
    boolean captcha,
    List<Reading> readings,
    Optional<Exact> least,
    Optional<Exact> most,
    Optional<Why> why) {
  /// A length that was found out.
  ///
  /// @param quote what was tried and what the form said
  record Exact(int value, String quote) {}

  /// Why the least length is not known.
  enum Cause {
    /// The field or the button was not found.
    NOT_FOUND,
    /// Something else stops every text.
    STOPPED_ELSEWHERE,
    /// It asks its server before it looks at the text.
    ASKS_FIRST,
    /// It does not do the same twice.
    NOISY,
    /// Over the validations or the time that a form is given.
    BUDGET,
    /// The browser lost it.
    LOST
  }

  /// The cause, and the words that go with it.
  record Why(Cause cause, String detail) {}

  Trial {
    readings = List.copyOf(readings);
  }
}
