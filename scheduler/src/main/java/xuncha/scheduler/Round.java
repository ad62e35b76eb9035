package xuncha.scheduler;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.visit.Visit;

/// One inspection of many targets: gather, examine, record; one virtual thread a visit.
@SuppressWarnings("DoNotCallSuggester") // a skeleton for the other rooms to compile against
public final class Round {

  /// How a round ended.
  ///
  /// @param recorded how many targets this round put on record
  /// @param crashed how many of them broke off with a bug of ours
  /// @param remaining how many are left: zero unless the round was stopped
  public record Ending(int recorded, int crashed, int remaining) {
    /// Whether every target of the run is on record.
    public boolean complete() {
      return remaining == 0;
    }
  }

  /// @param ledger where results go
  /// @param gather target → visit
  /// @param examine visit → every check's judgement; also asked about a visit without artifacts, to
  ///   learn which checks a crashed visit leaves unanswered
  /// @param filing what to do with captures before the commit
  /// @param progress who listens
  /// @param concurrency visits under way at once, at least 1
  /// @param clock tells when visits end
  public Round(
      Ledger ledger,
      Function<Target, Visit> gather,
      Function<Visit, List<Judgement>> examine,
      Filing filing,
      Progress progress,
      int concurrency,
      InstantSource clock) {
    Objects.requireNonNull(ledger);
  }

  /// Visits every target of the run that is not yet on record; so a run begun and a run resumed are
  /// the same call. Returns when all are recorded, or early after [#stop] or an interrupt (the flag
  /// stays set); visits under way are then given up unrecorded.
  public Ending run(String runId) {
    throw new UnsupportedOperationException(runId);
  }

  /// Ends the round soon, from any thread.
  public void stop() {
    throw new UnsupportedOperationException();
  }
}
