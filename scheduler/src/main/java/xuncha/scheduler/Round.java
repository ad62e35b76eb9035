package xuncha.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.store.StoreFailure;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.visit.Visit;

/// One inspection of many targets: gather, examine, record; one virtual thread a visit.
///
/// While as many targets are visited as there are places, others are opened already and stand in
/// line. So those that need long even to open are known early and go first: a visit that is waiting
/// most of its time costs a round nothing, unless everybody else has gone.
public final class Round {
  private static final Logger log = LoggerFactory.getLogger(Round.class);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(50);

  /// A target that takes this long to open will take long for everything.
  private static final Duration LABORIOUS = Duration.ofSeconds(3);

  /// Opened for each that is gone on with; each holds its home page until then.
  private static final int AHEAD = 3;

  /// Of so many visits one is being opened: opening runs ahead, it must not get in the way.
  private static final int PLACES_A_DOOR = 4;

  private final Ledger ledger;
  private final Turn turn;
  private final Progress progress;
  private final InstantSource clock;
  private final int most;
  private final Semaphore begun;
  private final Semaphore doors;
  private final Line line;

  private final AtomicInteger recorded = new AtomicInteger();
  private final AtomicInteger crashed = new AtomicInteger();
  private final AtomicReference<@Nullable StoreFailure> storeFailure = new AtomicReference<>();
  private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
  private volatile BooleanSupplier crowded = () -> false;
  private volatile boolean stopped;

  /// How a round ended.
  ///
  /// @param recorded how many targets this round put on record
  /// @param crashed how many visits broke off with a bug of ours
  /// @param remaining how many targets of the run are not on record: zero unless the round was
  ///   stopped
  public record Ending(int recorded, int crashed, int remaining) {
    /// Whether every target of the run is on record.
    public boolean complete() {
      return remaining == 0;
    }
  }

  /// A round is run once.
  ///
  /// @param ledger where results go
  /// @param gathering target → visit
  /// @param examine visit → every check's judgement; also asked about a visit without artifacts, to
  ///   learn which checks a visit that did not take place leaves unanswered
  /// @param filing what to do with captures before the commit
  /// @param progress who listens
  /// @param concurrency visits under way at once, at least 1; [#AHEAD] times as many stand in line,
  ///   opened
  /// @param clock tells when visits begin and end
  public Round(
      Ledger ledger,
      Gathering gathering,
      Function<Visit, List<Judgement>> examine,
      Filing filing,
      Progress progress,
      int concurrency,
      InstantSource clock) {
    if (concurrency < 1) {
      throw new IllegalArgumentException("a round without visits: concurrency " + concurrency);
    }
    this.ledger = ledger;
    this.turn = new Turn(gathering, examine, filing, clock);
    this.progress = progress;
    this.clock = clock;
    this.most = (1 + AHEAD) * concurrency;
    this.begun = new Semaphore(most);
    this.doors = new Semaphore(Math.ceilDiv(concurrency, PLACES_A_DOOR), true);
    this.line = new Line(concurrency);
  }

  /// The same, beginning no further visit while something that all visits share is crowded, and
  /// going on with none but those that were long in opening.
  public Round sparing(BooleanSupplier shared) {
    crowded = shared;
    return this;
  }

  /// Visits every target of the run that is not yet on record; so a run begun and a run resumed are
  /// the same call. Returns when all are recorded, or early after [#stop] or an interrupt (the flag
  /// stays set); visits under way are then given up unrecorded. A [StoreFailure] ends the round in
  /// the same way and is thrown.
  public Ending run(String runId) {
    var run =
        ledger
            .run(runId)
            .orElseThrow(() -> new IllegalArgumentException("there is no run " + runId));
    var due = ledger.remaining(runId);
    progress.begun(run, due.size());
    visitAll(run, due);
    var failure = storeFailure.get();
    if (failure != null) {
      throw failure;
    }
    ledger.finish(runId);
    var reached = ledger.progress(runId);
    var ending = new Ending(recorded.get(), crashed.get(), reached.targets() - reached.recorded());
    log.atInfo()
        .addKeyValue("run", runId)
        .addKeyValue("recorded", ending.recorded())
        .addKeyValue("crashed", ending.crashed())
        .addKeyValue("remaining", ending.remaining())
        .log(ending.complete() ? "run complete" : "run stopped");
    return ending;
  }

  /// Ends the round soon, from any thread.
  public void stop() {
    stopped = true;
    visits.shutdownNow();
  }

  private void visitAll(Run run, List<Target> due) {
    try (visits) {
      for (var target : due) {
        if (!had(begun, 1) || !uncrowded() || !had(doors, 1) || !begun(run, target)) {
          return;
        }
      }
      // Every visit has ended. Waiting here rather than in close(), which would interrupt visits
      // without our knowing that they must not be recorded.
      had(begun, most);
    }
  }

  private boolean had(Semaphore of, int wanted) {
    try {
      of.acquire(wanted);
    } catch (InterruptedException asked) {
      stop();
      Thread.currentThread().interrupt();
    }
    return !stopped;
  }

  /// Waits while something that the visits share is crowded, and no longer than [#PATIENCE]: a
  /// crowd that stays is no reason to stand still.
  private boolean uncrowded() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (crowded.getAsBoolean()
        && !stopped
        && !Thread.currentThread().isInterrupted()
        && System.nanoTime() < until) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return !stopped;
  }

  private boolean begun(Run run, Target target) {
    try {
      visits.execute(() -> visit(run, target));
      return true;
    } catch (RejectedExecutionException stoppedMeanwhile) {
      return false;
    }
  }

  private void visit(Run run, Target target) {
    try (var standing = opened(target)) {
      standing.place().await();
      if (!stopped && (standing.laborious() || uncrowded())) {
        take(run, standing.turn(), Duration.between(standing.since(), clock.instant()));
      }
    } catch (StoreFailure failure) {
      storeFailure.compareAndSet(null, failure);
      stop();
    } catch (InterruptedException asked) {
      stop();
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error bug) { // whoever listens, records or shuts the doors
      broken(target, bug);
    } finally {
      begun.release();
    }
  }

  /// What is given up because the round was stopped may break in any way.
  private void broken(Target target, Throwable bug) {
    if (!stopped) {
      crashed.incrementAndGet();
      log.atError().addKeyValue("target", target.id()).setCause(bug).log("a visit broke off");
    }
  }

  /// A target that is opened, and where its visit stands in line.
  ///
  /// @param laborious whether it was long in opening
  private record Standing(Turn.Begun turn, Instant since, boolean laborious, Line.Ticket place)
      implements AutoCloseable {
    @Override
    public void close() {
      try (place) {
        turn.close();
      }
    }
  }

  /// Behind a door that is given up when the visit stands in line.
  private Standing opened(Target target) {
    try {
      progress.visiting(target);
      var opened = turn.begin(target);
      var since = clock.instant();
      var laborious = opened.took().compareTo(LABORIOUS) >= 0;
      return new Standing(opened, since, laborious, line.join(laborious));
    } finally {
      doors.release();
    }
  }

  private void take(Run run, Turn.Begun opened, Duration waited) {
    try {
      var taken = turn.take(run, opened, waited);
      if (!stopped) {
        keep(run, taken);
      }
    } catch (StoreFailure failure) {
      stopped = true; // before the place in line is given up, so that nobody follows
      throw failure;
    }
  }

  private void keep(Run run, Turn.Taken taken) {
    taken
        .crash()
        .ifPresent(why -> {
          log.atError()
              .addKeyValue("target", taken.result().target().id())
              .setCause(why)
              .log("a visit crashed");
          progress.crashed(taken.result().target(), why);
        });
    if (ledger.record(run.id(), taken.result())) {
      recorded.incrementAndGet();
      progress.recorded(taken.result());
    }
    taken.crash().ifPresent(_ -> crashed.incrementAndGet()); // at last: what breaks counts once
  }
}
