package xuncha.scheduler;

import java.util.List;
import xuncha.findings.store.Run;
import xuncha.findings.store.Validator;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.visit.Visit;

/// Files what a visit leaves behind, before its result is committed: the vault keeps the captures
/// that findings cite and writes their path into the evidence.
@FunctionalInterface
public interface Filing {
  /// Nothing is kept.
  Filing NONE = (_, _, judgements) -> new Filed(judgements, List.of());

  /// What goes on record.
  ///
  /// @param judgements the same judgements, their evidence filed
  /// @param validators what to ask with at the next visit
  record Filed(List<Judgement> judgements, List<Validator> validators) {
    public Filed {
      judgements = List.copyOf(judgements);
      validators = List.copyOf(validators);
    }
  }

  /// Called once per visit, in its thread. May be called again for the same target of the same run
  /// when the process died before the commit, so filing twice must come to the same.
  Filed file(Run run, Visit visit, List<Judgement> judgements);
}
