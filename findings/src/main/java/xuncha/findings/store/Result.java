package xuncha.findings.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Outcome;

/// What one visit to one target came to: committed whole or not at all.
///
/// @param target who was visited
/// @param at when the visit began
/// @param finished when it ended; had it to wait for a place, so much earlier
/// @param judgements every check's outcome, each check once
/// @param validators what to ask with at the next visit
public record Result(
    Target target,
    Instant at,
    Instant finished,
    List<Judgement> judgements,
    List<Validator> validators) {
  public Result {
    judgements = List.copyOf(judgements);
    validators = List.copyOf(validators);
    var checks = new HashSet<String>();
    for (var judgement : judgements) {
      if (!checks.add(judgement.check())) {
        throw new IllegalArgumentException("judged twice: " + judgement.check());
      }
      if (judgement.outcome() instanceof Outcome.Conclusive seen) {
        seen.findings().forEach(finding -> mustBeAbout(target, finding));
      }
    }
  }

  private static void mustBeAbout(Target target, Finding finding) {
    if (!finding.target().equals(target.id())) {
      throw new IllegalArgumentException(
          "a finding about " + finding.target() + " among those of " + target.id());
    }
  }
}
