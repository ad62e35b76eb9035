package xuncha.checks;

import java.util.Set;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.visit.Artifact;

/// One question asked of a visit. Pure: the same visit always gets the same outcome. Registered
/// with `@AutoService(Check.class)`.
public interface Check {
  /// The id fixed by the contract, `column-freshness`.
  String id();

  /// What the check must be shown. Where one of these is missing the examiner answers for it:
  /// inconclusive, for that reason.
  Set<Class<? extends Artifact>> needs();

  /// What the check may look at besides, whether or not it was brought home: its absence says
  /// something, or is no obstacle. Nothing beyond `needs` and `wants` is visible to it.
  default Set<Class<? extends Artifact>> wants() {
    return Set.of();
  }

  /// The kind of target that the check speaks of; others are not asked about.
  default Class<? extends Target> about() {
    return Site.class;
  }

  /// Grows when the check's meaning changes; verdicts carry it.
  default int revision() {
    return 1;
  }

  /// What this visit shows.
  Outcome examine(Examination visit);
}
