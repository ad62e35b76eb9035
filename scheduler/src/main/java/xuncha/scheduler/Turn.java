package xuncha.scheduler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.store.Result;
import xuncha.findings.store.Run;
import xuncha.findings.store.StoreFailure;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

/// What becomes of one target: visited and judged, left alone, or crashed on. There is a result in
/// every case, and in every result a word from every check.
final class Turn {
  private static final Outcome OFFLINE =
      new Outcome.NotApplicable(
          "offline", Measured.NOTHING, new Sentence("网站登记为关停，不予巡查", "registered as offline"));

  private final Function<Target, Visit> gather;
  private final Function<Visit, List<Judgement>> examine;
  private final Filing filing;
  private final InstantSource clock;

  Turn(
      Function<Target, Visit> gather,
      Function<Visit, List<Judgement>> examine,
      Filing filing,
      InstantSource clock) {
    this.gather = gather;
    this.examine = examine;
    this.filing = filing;
    this.clock = clock;
  }

  /// How a turn came out.
  ///
  /// @param result what to record
  /// @param crash the bug of ours that the visit broke off with, if it did
  record Taken(Result result, Optional<Throwable> crash) {}

  /// A store that fails is thrown: it concerns the whole round.
  Taken take(Run run, Target target) {
    var began = clock.instant();
    if (target instanceof Site site && !site.running()) {
      return new Taken(unvisited(run, target, began, _ -> OFFLINE), Optional.empty());
    }
    try {
      return new Taken(visited(run, target), Optional.empty());
    } catch (StoreFailure failure) {
      throw failure;
    } catch (RuntimeException | Error bug) { // one of the two doors: a bug ends one visit only
      var why = new Failure(Failure.Kind.CRASHED, bug.getClass().getSimpleName());
      return new Taken(
          unvisited(run, target, began, _ -> Outcome.inconclusive(why)), Optional.of(bug));
    }
  }

  private Result visited(Run run, Target target) {
    var visit = gather.apply(target);
    var filed = filing.file(run, visit, examine.apply(visit));
    return new Result(target, visit.at(), clock.instant(), filed.judgements(), filed.validators());
  }

  /// Every check's word on a visit that brought nothing, put differently; what does not apply to
  /// the target does not apply to it in any case.
  private Result unvisited(Run run, Target target, Instant began, UnaryOperator<Outcome> say) {
    var nothing = new Visit(target, run.asOf(), began, new Vantage("", false, false), Map.of());
    var judgements =
        examine.apply(nothing).stream()
            .map(judgement ->
                judgement.outcome() instanceof Outcome.NotApplicable
                    ? judgement
                    : new Judgement(
                        judgement.check(), judgement.revision(), say.apply(judgement.outcome())))
            .toList();
    return new Result(target, began, clock.instant(), judgements, List.of());
  }
}
