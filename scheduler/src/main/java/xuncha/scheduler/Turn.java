package xuncha.scheduler;

import java.time.Duration;
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

  private final Gathering gathering;
  private final Function<Visit, List<Judgement>> examine;
  private final Filing filing;
  private final InstantSource clock;

  Turn(
      Gathering gathering,
      Function<Visit, List<Judgement>> examine,
      Filing filing,
      InstantSource clock) {
    this.gathering = gathering;
    this.examine = examine;
    this.filing = filing;
    this.clock = clock;
  }

  /// How a turn came out.
  ///
  /// @param result what to record
  /// @param crash the bug of ours that the visit broke off with, if it did
  record Taken(Result result, Optional<Throwable> crash) {}

  /// A turn begun.
  ///
  /// @param began when
  /// @param opened the visit to go on with; empty where there is none to go on with
  /// @param crash the bug of ours that opening broke off with, if it did
  record Begun(
      Target target, Instant began, Optional<Gathering.Opened> opened, Optional<Throwable> crash)
      implements AutoCloseable {
    /// How long the target took to open.
    Duration took() {
      return opened.map(Gathering.Opened::took).orElse(Duration.ZERO);
    }

    @Override
    public void close() {
      opened.ifPresent(Gathering.Opened::close);
    }
  }

  /// A store that fails is thrown here and by [#take]: it concerns the whole round.
  Begun begin(Target target) {
    var began = clock.instant();
    if (isOffline(target)) {
      return new Begun(target, began, Optional.empty(), Optional.empty());
    }
    try {
      return new Begun(target, began, Optional.of(gathering.open(target)), Optional.empty());
    } catch (StoreFailure failure) {
      throw failure;
    } catch (RuntimeException | Error bug) { // one of the two doors: a bug ends one visit only
      return new Begun(target, began, Optional.empty(), Optional.of(bug));
    }
  }

  /// @param waited how long the turn has stood in line since it was begun
  Taken take(Run run, Begun begun, Duration waited) {
    if (begun.crash().isPresent()) {
      return crashed(run, begun, begun.crash().get());
    }
    if (begun.opened().isEmpty()) {
      return new Taken(unvisited(run, begun, _ -> OFFLINE), Optional.empty());
    }
    try {
      return new Taken(visited(run, begun.opened().get(), waited), Optional.empty());
    } catch (StoreFailure failure) {
      throw failure;
    } catch (RuntimeException | Error bug) { // the same door, a step further
      return crashed(run, begun, bug);
    }
  }

  private static boolean isOffline(Target target) {
    return target instanceof Site site && !site.running();
  }

  private Taken crashed(Run run, Begun begun, Throwable bug) {
    var why = new Failure(Failure.Kind.CRASHED, bug.getClass().getSimpleName());
    return new Taken(unvisited(run, begun, _ -> Outcome.inconclusive(why)), Optional.of(bug));
  }

  private Result visited(Run run, Gathering.Opened opened, Duration waited) {
    var visit = opened.visit();
    var filed = filing.file(run, visit, examine.apply(visit));
    return new Result(
        visit.target(),
        visit.at(),
        clock.instant().minus(waited),
        filed.judgements(),
        filed.validators());
  }

  /// Every check's word on a visit that brought nothing, put differently; what does not apply to
  /// the target does not apply to it in any case.
  private Result unvisited(Run run, Begun begun, UnaryOperator<Outcome> say) {
    var nothing =
        new Visit(
            begun.target(), run.asOf(), begun.began(), new Vantage("", false, false), Map.of());
    var judgements =
        examine.apply(nothing).stream()
            .map(judgement ->
                judgement.outcome() instanceof Outcome.NotApplicable
                    ? judgement
                    : new Judgement(
                        judgement.check(), judgement.revision(), say.apply(judgement.outcome())))
            .toList();
    return new Result(begun.target(), begun.began(), clock.instant(), judgements, List.of());
  }
}
