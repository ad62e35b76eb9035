package xuncha.checks;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xuncha.findings.edition.Rule;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Visit;

/// A visit as one check may see it: what it declared, and the rule that the edition has for it.
public final class Examination {
  private final Visit visit;
  private final Rule rule;
  private final Set<Class<? extends Artifact>> allowed;
  private final Map<View<?>, Object> derived;

  Examination(Visit visit, Rule rule, Check check, Map<View<?>, Object> derived) {
    this.visit = visit;
    this.rule = rule;
    this.allowed =
        Stream.concat(check.needs().stream(), check.wants().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.derived = derived;
  }

  /// An examination outside a round, for tests and single questions.
  public static Examination of(Visit visit, Rule rule, Check check) {
    return new Examination(visit, rule, check, new HashMap<>());
  }

  public Target target() {
    return visit.target();
  }

  /// The reference time (监测时间点).
  public Instant asOf() {
    return visit.asOf();
  }

  /// When the visit began.
  public Instant at() {
    return visit.at();
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

  /// An artifact that the check needs; the examiner asks no check whose needs are not met.
  public <A extends Artifact> A the(Class<A> type) {
    return attempt(type)
        .found()
        .orElseThrow(() -> new IllegalStateException("missing: " + type.getSimpleName()));
  }

  /// The registered site. Asking about an account is a bug.
  public Site site() {
    if (visit.target() instanceof Site site) {
      return site;
    }
    throw new IllegalStateException("not a site: " + visit.target().id());
  }

  /// A finding of this check about this target.
  ///
  /// @param severity how much it weighs
  /// @param subject the page, column or link at fault, as a person would open it
  /// @param threshold what the edition allows, see [#threshold]
  public Finding finding(
      Severity severity,
      String subject,
      Measured measured,
      Measured threshold,
      Sentence summary,
      List<Evidence> evidence) {
    return new Finding(
        visit.target().id(),
        rule.check(),
        rule.indicator(),
        severity,
        subject,
        measured,
        threshold,
        summary,
        evidence);
  }

  /// A threshold as findings carry it: the value, and whether the settings it comes from are
  /// official; without a setting it is our choice.
  public Measured threshold(String key, Object value, String... settings) {
    var official =
        settings.length > 0
            && Arrays.stream(settings).allMatch(name -> rule.setting(name).official());
    return Measured.of(key, value).and("official", official);
  }

  /// What the view derives from this visit, derived at most once.
  @SuppressWarnings("unchecked") // the only writer puts a view's own result under the view
  public <V> V the(View<V> view) {
    return (V) derived.computeIfAbsent(view, key -> (Object) key.derive(visit));
  }
}
