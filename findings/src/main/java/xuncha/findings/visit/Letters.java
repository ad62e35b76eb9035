package xuncha.findings.visit;

import java.util.List;
import java.util.Optional;

/// The letters that the site's consultation boxes publish.
///
/// @param letters each letter once
/// @param complete whether the budget sufficed to read the lists back to a year before the visit
public record Letters(List<Letter> letters, boolean complete) implements Artifact {
  public Letters {
    letters = List.copyOf(letters);
  }

  /// One published letter.
  ///
  /// @param title what it is called, whitespace folded
  /// @param url its own page, or the list's where it has none
  /// @param box the column that publishes it, as the site names it
  /// @param kind whether it belongs to those that must be answered
  /// @param sent when it was written; empty when the page does not tell
  /// @param answered when it was answered; empty when it was not, or the page does not tell
  /// @param standing what the page says of its handling
  /// @param confidence how sure the standing is, 0 to 1
  /// @param source where it was read
  public record Letter(
      String title,
      String url,
      String box,
      Kind kind,
      Optional<FoundDate> sent,
      Optional<FoundDate> answered,
      Standing standing,
      double confidence,
      Source source) {}

  /// What sort of letter.
  public enum Kind {
    /// Consultation, advice, a request for help: has to be answered.
    CONSULTATION,
    /// 网上信访.
    PETITION,
    /// 纪检举报, 投诉举报.
    REPORTING,
    /// 在线访谈, 调查征集: no letter.
    SURVEY
  }

  /// What the page says of a letter's handling.
  public enum Standing {
    ANSWERED,
    /// The page says that it is not answered, or shows an empty place where the answer belongs.
    WAITING,
    /// Refused as invalid, repeated or not this body's business.
    INVALID,
    /// The page does not tell.
    UNKNOWN
  }
}
