package xuncha.findings.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xuncha.findings.site.Target;

/// The record: runs, verdicts, findings over time, observations. Safe for many threads, and safe
/// from interrupts. Every method throws [StoreFailure] when the store cannot be used, and
/// `IllegalArgumentException` for a run that is not there.
public final class Ledger implements AutoCloseable {

  /// How far a run has come.
  ///
  /// @param targets how many targets it has
  /// @param recorded how many of them are on record
  /// @param findings how many findings its visits saw
  public record Progress(int targets, int recorded, int findings) {}

  private final Database database;
  private final InstantSource clock;

  private Ledger(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Opens the store, created and brought up to date where needed.
  ///
  /// @param jdbcUrl `jdbc:h2:file:/path/to/ledger`, `jdbc:h2:mem:name` or
  ///   `jdbc:postgresql://host/database?user=…`
  /// @param clock tells when runs begin and end
  public static Ledger open(String jdbcUrl, InstantSource clock) {
    return new Ledger(Database.open(jdbcUrl), clock);
  }

  /// The same store's address for [#open], which then creates no file where there is none.
  public static String existing(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:h2:") ? jdbcUrl + ";IFEXISTS=TRUE" : jdbcUrl;
  }

  /// A store's address as it may be shown: without user, password and parameters.
  public static String shown(String jdbcUrl) {
    return Database.withoutSecrets(jdbcUrl);
  }

  /// Puts a new run and its targets on record. Each target id once.
  public Run begin(Run.Kind kind, Instant asOf, String edition, List<? extends Target> targets) {
    return begin(kind, asOf, edition, targets, Map.of());
  }

  /// The same, with how the run was asked for.
  ///
  /// @param terms in the words of whoever asks; [#terms] gives them back
  public Run begin(
      Run.Kind kind,
      Instant asOf,
      String edition,
      List<? extends Target> targets,
      Map<String, String> terms) {
    return database.tell(handle -> {
      var book = new RunBook(handle);
      var run = book.begin(kind, asOf, edition, clock.instant(), targets);
      book.agree(run.id(), terms);
      return run;
    });
  }

  /// How the run was asked for, as [#begin] was told; empty when it was told nothing, and for runs
  /// begun before terms were kept.
  public Map<String, String> terms(String run) {
    return database.ask(handle -> new RunBook(handle).terms(run));
  }

  /// Puts a visit's result on record, whole or not at all. Recording the target of a run a second
  /// time changes nothing.
  ///
  /// @return whether this call recorded it
  public boolean record(String run, Result result) {
    return database.tell(handle -> {
      var book = new RunBook(handle);
      var known = known(book, run);
      var place = book.claim(run, result);
      place.ifPresent(at -> new Recording(handle, known, at, result).write());
      return place.isPresent();
    });
  }

  /// Notes that the run is finished, when it is; asking again changes nothing.
  ///
  /// @return whether every target of the run is on record
  public boolean finish(String run) {
    return database.tell(handle -> new RunBook(handle).finish(run, clock.instant()));
  }

  /// The run's targets that are not yet on record, as they were registered when it began: those
  /// first that the run before did not visit or whose visit took longest there, else in registry
  /// order.
  public List<Target> remaining(String run) {
    return database.ask(handle -> new RunBook(handle).remaining(run));
  }

  /// Every target of the run in registry order, as it was registered when the run began.
  public List<Target> targets(String run) {
    return database.ask(handle -> new RunBook(handle).targets(run));
  }

  /// How far the run has come.
  public Progress progress(String run) {
    return database.ask(handle -> new RunBook(handle).progress(run));
  }

  /// The run of that id, empty when there is none.
  public Optional<Run> run(String id) {
    return database.ask(handle -> new RunBook(handle).run(id));
  }

  /// The run that finished last; when none has finished, the one that began last. Replays do not
  /// count.
  public Optional<Run> latestRun() {
    return database.ask(handle -> new RunBook(handle).latest());
  }

  /// Every run, the latest first.
  public List<Run> runs() {
    return database.ask(handle -> new RunBook(handle).runs());
  }

  /// The run's verdicts in registry order, read page by page: memory stays flat.
  public Stream<RecordedVerdict> verdicts(String run) {
    return pages(run).verdicts();
  }

  /// What the run knows of findings, those it saw and those it found mended, in registry order.
  public Stream<RecordedFinding> findings(String run) {
    return pages(run).findings();
  }

  /// The run's observations in registry order.
  public Stream<RecordedObservation> observations(String run) {
    return pages(run).observations();
  }

  /// One number over time, oldest first, from `since` on.
  public List<RecordedObservation> series(String target, String check, String name, Instant since) {
    return database.ask(handle ->
        handle
            .createQuery(
                """
                select * from observation
                where target = :target and check_id = :check and name = :name and at >= :since
                order by at, run, seq
                """)
            .bind("target", target)
            .bind("check", check)
            .bind("name", name)
            .bind("since", Times.column(since))
            .map((row, _) -> Rows.observation(row))
            .list());
  }

  /// What the next visit to the target may ask with.
  public List<Validator> validators(String target) {
    return database.ask(handle ->
        handle
            .createQuery("select * from validator where target = :target order by url")
            .bind("target", target)
            .map((row, _) -> Rows.validator(row))
            .list());
  }

  /// Notes a person's decision on a finding: [FindingState#CONFIRMED] or [FindingState#DISMISSED].
  ///
  /// @param by who decided
  /// @param note why
  /// @return whether there is such a finding
  public boolean decide(String finding, FindingState decision, String by, String note) {
    if (decision != FindingState.CONFIRMED && decision != FindingState.DISMISSED) {
      throw new IllegalArgumentException("nobody decides that a finding is " + decision.id());
    }
    return database.tell(handle ->
        handle
            .createUpdate(
                """
                update finding set decision = :decision, decided_by = :by,
                  decided_at = :at, decision_note = :note
                where id = :id
                """)
            .bind("decision", decision.id())
            .bind("by", Storable.text(by))
            .bind("at", Times.column(clock.instant()))
            .bind("note", Storable.text(note))
            .bind("id", finding)
            .execute())
        == 1;
  }

  @Override
  public void close() {
    database.close();
  }

  private Pages pages(String run) {
    return new Pages(database, database.ask(handle -> known(new RunBook(handle), run)));
  }

  private static Run known(RunBook book, String run) {
    return book.run(run).orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
  }
}
