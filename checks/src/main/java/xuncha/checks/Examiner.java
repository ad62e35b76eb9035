package xuncha.checks;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Rule;
import xuncha.findings.site.Account;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gaps;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Visit;

/// Asks every check about a visit's target, in the order of their ids. One check's crash, or a fact
/// that was not brought home, is that check's `inconclusive` and nobody else's; a check that speaks
/// of another kind of target is `not-applicable`.
public final class Examiner {
  private static final Logger log = LoggerFactory.getLogger(Examiner.class);
  private final List<Check> checks;

  /// All registered checks.
  public Examiner() {
    this(ServiceLoader.load(Check.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /// These checks only.
  public Examiner(List<Check> checks) {
    var ids = new HashSet<String>();
    for (var check : checks) {
      if (!ids.add(check.id())) {
        throw new IllegalStateException("two checks are called " + check.id());
      }
    }
    this.checks = checks.stream().sorted(Comparator.comparing(Check::id)).toList();
  }

  /// The same examiner with fewer checks.
  ///
  /// @throws IllegalArgumentException for an id that no check has
  public Examiner only(Set<String> ids) {
    for (var id : ids) {
      if (checks.stream().noneMatch(check -> check.id().equals(id))) {
        var known = String.join(", ", checks.stream().map(Check::id).toList());
        throw new IllegalArgumentException("no check " + id + "; there are " + known);
      }
    }
    return new Examiner(checks.stream().filter(check -> ids.contains(check.id())).toList());
  }

  /// The checks it asks, in order.
  public List<Check> checks() {
    return checks;
  }

  /// What every check says of this visit, in the order of their ids. The same visit and edition
  /// always get the same answer.
  public List<Judgement> examine(Visit visit, Edition edition) {
    var derived = new HashMap<View<?>, Object>();
    return checks.stream()
        .map(check -> judge(check, visit, edition.rule(check.id()), derived))
        .toList();
  }

  private static Judgement judge(
      Check check, Visit visit, Rule rule, Map<View<?>, Object> derived) {
    var outcome =
        unasked(check, visit)
            .orElseGet(() -> ask(check, new Examination(visit, rule, check, derived)));
    return new Judgement(
        check.id(), check.revision(), called(gapped(outcome, check, visit), visit));
  }

  /// From a capture that lacks some of what the check rests on, what was found is for review, and
  /// that nothing was found is no pass.
  private static Outcome gapped(Outcome outcome, Check check, Visit visit) {
    var gaps = visit.attempt(Gaps.class).found().filter(all -> concern(check, all));
    return outcome instanceof Outcome.Conclusive seen && gaps.isPresent()
        ? seen.findings().isEmpty()
            ? Outcome.inconclusive(gaps.get().why(), seen.measured(), seen.observations())
            : seen.forReview()
        : outcome;
  }

  private static boolean concern(Check check, Gaps gaps) {
    var base = check.needs().isEmpty() ? check.wants() : check.needs();
    return !Collections.disjoint(base, gaps.in());
  }

  /// What only a browser could have seen is called `no-browser` where none was in use, whichever
  /// check missed it: the cure is to use one.
  private static Outcome called(Outcome outcome, Visit visit) {
    return outcome
                instanceof
                Outcome.Inconclusive(var cause, var measured, _, var observations, var evidence)
            && cause.kind() == Failure.Kind.NEEDS_BROWSER
            && !visit.vantage().browser()
        ? Outcome.inconclusive(
            new Failure(Failure.Kind.NO_BROWSER, cause.detail()), measured, observations, evidence)
        : outcome;
  }

  /// What can be said without asking: the check speaks of others, the target is out of service, or
  /// a needed fact is missing.
  private static Optional<Outcome> unasked(Check check, Visit visit) {
    if (!check.about().isInstance(visit.target())) {
      return Optional.of(notAbout(visit.target()));
    }
    if (visit.target() instanceof Site site && !site.running()) {
      var why = new Sentence("网站登记为关停，不作检查", "registered as taken offline, not inspected");
      return Optional.of(new Outcome.NotApplicable("offline", Measured.NOTHING, why));
    }
    return check.needs().stream()
        .sorted(Comparator.comparing(Class::getSimpleName)) // a set has no order of its own
        .map(type -> missing(visit, type))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Outcome::inconclusive);
  }

  private static Outcome notAbout(Target target) {
    var why =
        switch (target) {
          case Site _ -> new Sentence("本项检查不针对网站", "this check does not look at sites");
          case Account _ -> new Sentence("本项检查不针对政务新媒体账号", "this check does not look at accounts");
        };
    return new Outcome.NotApplicable(target.kind(), Measured.NOTHING, why);
  }

  private static Optional<Failure> missing(Visit visit, Class<? extends Artifact> type) {
    return visit.attempt(type) instanceof Gathered.Missing<?>(var why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private static Outcome ask(Check check, Examination examination) {
    try {
      return check.examine(examination);
    } catch (RuntimeException bug) {
      log.atError()
          .addKeyValue("check", check.id())
          .addKeyValue("target", examination.target().id())
          .setCause(bug)
          .log("a check crashed");
      return Outcome.inconclusive(
          new Failure(Failure.Kind.CRASHED, check.id() + ": " + bug.getClass().getSimpleName()));
    }
  }
}
