package xuncha.findings.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xuncha.findings.site.Target;

/// The record: runs, verdicts, findings over time, observations. Safe for many threads, and safe
/// from interrupts. Every method throws [StoreFailure] when the store cannot be used.
@SuppressWarnings("DoNotCallSuggester") // a skeleton for the other rooms to compile against
public final class Ledger implements AutoCloseable {

  /// How far a run has come.
  ///
  /// @param targets how many targets it has
  /// @param recorded how many of them are on record
  /// @param findings how many findings its visits saw
  public record Progress(int targets, int recorded, int findings) {}

  private Ledger() {}

  /// Opens the store, created and brought up to date where needed.
  ///
  /// @param jdbcUrl `jdbc:h2:file:/path/to/ledger`, `jdbc:h2:mem:name` or
  ///   `jdbc:postgresql://host/database?user=…`
  /// @param clock tells when runs begin and end
  public static Ledger open(String jdbcUrl, InstantSource clock) {
    return new Ledger();
  }

  /// Puts a new run and its targets on record. Each target id once.
  public Run begin(Run.Kind kind, Instant asOf, String edition, List<? extends Target> targets) {
    throw new UnsupportedOperationException();
  }

  /// Puts a visit's result on record, whole or not at all. Recording the target of a run a second
  /// time changes nothing. The run is finished when its last target is recorded.
  ///
  /// @return whether this call recorded it
  public boolean record(String run, Result result) {
    throw new UnsupportedOperationException();
  }

  /// The run's targets that are not yet on record, in registry order, as they were registered when
  /// it began.
  public List<Target> remaining(String run) {
    throw new UnsupportedOperationException();
  }

  /// How far the run has come.
  public Progress progress(String run) {
    throw new UnsupportedOperationException();
  }

  public Optional<Run> run(String id) {
    throw new UnsupportedOperationException();
  }

  /// The run that finished last; when none has finished, the one that began last. Replays do not
  /// count.
  public Optional<Run> latestRun() {
    throw new UnsupportedOperationException();
  }

  /// Every run, the latest first.
  public List<Run> runs() {
    throw new UnsupportedOperationException();
  }

  /// Every target of the run in registry order.
  public Stream<Target> targets(String run) {
    throw new UnsupportedOperationException();
  }

  /// The run's verdicts in registry order, read page by page: memory stays flat.
  public Stream<RecordedVerdict> verdicts(String run) {
    throw new UnsupportedOperationException();
  }

  /// What the run knows of findings, those it saw and those it found mended, in registry order.
  public Stream<RecordedFinding> findings(String run) {
    throw new UnsupportedOperationException();
  }

  /// The run's observations in registry order.
  public Stream<RecordedObservation> observations(String run) {
    throw new UnsupportedOperationException();
  }

  /// One number over time, oldest first, from `since` on.
  public List<RecordedObservation> series(String target, String check, String name, Instant since) {
    throw new UnsupportedOperationException();
  }

  /// What earlier visits to the target may ask with.
  public List<Validator> validators(String target) {
    throw new UnsupportedOperationException();
  }

  /// Notes a person's decision on a finding: [FindingState#CONFIRMED] or [FindingState#DISMISSED].
  ///
  /// @return whether there is such a finding
  public boolean decide(String finding, FindingState decision, String by, String note) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
