package xuncha.findings.verdict;

/// One check's outcome on one visit, with the revision of the check that judged.
public record Judgement(String check, int revision, Outcome outcome) {
  public Verdict verdict() {
    return Verdict.of(outcome);
  }
}
