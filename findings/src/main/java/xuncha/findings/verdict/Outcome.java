package xuncha.findings.verdict;

import java.util.List;
import xuncha.findings.visit.Failure;

/// What a check says of one visit.
public sealed interface Outcome {
  /// What was measured, also where nothing could be concluded.
  Measured measured();

  /// The sentence for people.
  Sentence summary();

  /// Numbers worth keeping over time.
  default List<Observation> observations() {
    return List.of();
  }

  /// The check saw enough to speak.
  ///
  /// @param examined how many things were looked at; zero is not a pass
  /// @param findings what was wrong; empty means pass
  /// @param measured the contract's keys
  /// @param summary the sentence for people
  /// @param confidence 0 to 1
  /// @param needsReview whether a person should look before it is published
  /// @param observations numbers worth keeping over time
  record Conclusive(
      int examined,
      List<Finding> findings,
      Measured measured,
      Sentence summary,
      double confidence,
      boolean needsReview,
      List<Observation> observations)
      implements Outcome {
    public Conclusive {
      findings = List.copyOf(findings);
      observations = List.copyOf(observations);
      if (examined < 1) {
        throw new IllegalArgumentException("a conclusion about nothing is no conclusion");
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence out of range: " + confidence);
      }
    }

    /// The same, which a person should look at before it is published.
    public Conclusive forReview() {
      return new Conclusive(examined, findings, measured, summary, confidence, true, observations);
    }
  }

  /// The check could not see, or not enough yet.
  ///
  /// @param observations numbers that a later visit may conclude from
  /// @param evidence what stood in the way, as it was seen
  record Inconclusive(
      Failure cause,
      Measured measured,
      Sentence summary,
      List<Observation> observations,
      List<Evidence> evidence)
      implements Outcome {
    public Inconclusive {
      observations = List.copyOf(observations);
      evidence = List.copyOf(evidence);
    }
  }

  /// The check does not apply to this target, and why (a short word, `no-services`).
  record NotApplicable(String reason, Measured measured, Sentence summary) implements Outcome {}

  /// Could not see, for that reason; the sentence is the reason's own.
  static Outcome inconclusive(Failure cause) {
    return inconclusive(cause, Measured.NOTHING);
  }

  /// Could not see, with what little was measured.
  static Outcome inconclusive(Failure cause, Measured measured) {
    return inconclusive(cause, measured, List.of());
  }

  /// Could not see enough yet, with numbers that a later visit may conclude from.
  static Outcome inconclusive(Failure cause, Measured measured, List<Observation> observations) {
    return inconclusive(cause, measured, observations, List.of());
  }

  /// The same, with what was seen of it.
  static Outcome inconclusive(
      Failure cause, Measured measured, List<Observation> observations, List<Evidence> evidence) {
    var detail = cause.detail().isEmpty() ? "" : " (" + cause.detail() + ")";
    var zh = isEnglish(detail) ? "" : detail;
    return new Inconclusive(
        cause,
        measured,
        new Sentence(
            "无法判定：" + cause.kind().zh() + zh, "cannot tell: " + cause.kind().en() + detail),
        observations,
        evidence);
  }

  /// Numbers, names and addresses stand in a Chinese sentence as well; words of English do not.
  private static boolean isEnglish(String detail) {
    return detail.matches("(?s).*\\b\\p{Lower}{2,} \\p{Lower}{2,}.*");
  }
}
