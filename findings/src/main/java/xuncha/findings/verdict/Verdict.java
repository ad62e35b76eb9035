package xuncha.findings.verdict;

import java.util.Locale;

/// The word that an outcome comes down to.
public enum Verdict {
  PASS,
  FAIL,
  INCONCLUSIVE,
  NOT_APPLICABLE;

  /// The name used in JSON.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Derived, never stored beside a contradiction.
  public static Verdict of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Conclusive(_, var findings, _, _, _, _, _) -> findings.isEmpty() ? PASS : FAIL;
      case Outcome.Inconclusive _ -> INCONCLUSIVE;
      case Outcome.NotApplicable _ -> NOT_APPLICABLE;
    };
  }
}
