package xuncha.checks;

import java.util.Set;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.visit.Artifact;

/// One question asked of a visit. Pure: the same visit always gets the same outcome. Registered
/// with `@AutoService(Check.class)`.
public interface Check {
  /// The id fixed by the contract, `column-freshness`.
  String id();

  /// What the check must be shown; it sees nothing else.
  Set<Class<? extends Artifact>> needs();

  /// Grows when the check's meaning changes; verdicts carry it.
  default int revision() {
    return 1;
  }

  /// What this visit shows.
  Outcome examine(Examination visit);
}
