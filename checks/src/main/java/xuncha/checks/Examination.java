package xuncha.checks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import xuncha.findings.edition.Rule;
import xuncha.findings.site.Target;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Visit;

/// A visit as one check may see it: what it declared, and the rule that the edition has for it.
public final class Examination {
  private final Visit visit;
  private final Rule rule;
  private final Set<Class<? extends Artifact>> allowed;
  private final Map<View<?>, Object> derived;

  Examination(
      Visit visit,
      Rule rule,
      Set<Class<? extends Artifact>> allowed,
      Map<View<?>, Object> derived) {
    this.visit = visit;
    this.rule = rule;
    this.allowed = Set.copyOf(allowed);
    this.derived = derived;
  }

  /// An examination outside a round, for tests and single questions.
  public static Examination of(Visit visit, Rule rule, Check check) {
    return new Examination(visit, rule, check.needs(), new HashMap<>());
  }

  public Target target() {
    return visit.target();
  }

  /// The reference time (监测时间点).
  public java.time.Instant asOf() {
    return visit.asOf();
  }

  /// What the edition says for this check.
  public Rule rule() {
    return rule;
  }

  /// The artifact, or why it is missing. Asking for one that was not declared is a bug.
  public <A extends Artifact> Gathered<A> attempt(Class<A> type) {
    if (!allowed.contains(type)) {
      throw new IllegalStateException("undeclared need: " + type.getSimpleName());
    }
    return visit.attempt(type);
  }

  /// What the view derives from this visit, derived at most once.
  @SuppressWarnings("unchecked") // the only writer puts a view's own result under the view
  public <V> V the(View<V> view) {
    return (V) derived.computeIfAbsent(view, key -> (Object) key.derive(visit));
  }
}
