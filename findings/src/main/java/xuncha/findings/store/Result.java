package xuncha.findings.store;

import java.time.Instant;
import java.util.List;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Judgement;

/// What one visit to one target came to: committed whole or not at all.
///
/// @param target who was visited
/// @param at when the visit began
/// @param finished when it ended
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
  }
}
