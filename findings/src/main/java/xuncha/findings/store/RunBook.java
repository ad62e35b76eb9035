package xuncha.findings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import xuncha.findings.Beijing;
import xuncha.findings.site.Target;

/// Runs and the targets they have still to visit, inside the transaction of the handle.
final class RunBook {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(Beijing.ZONE);

  /// Longer than any visit.
  private static final Duration UNKNOWN = Duration.ofDays(1_000);

  private final Handle handle;

  RunBook(Handle handle) {
    this.handle = handle;
  }

  /// A fresh run, named for the second it began in.
  Run begin(
      Run.Kind kind, Instant asOf, String edition, Instant now, List<? extends Target> targets) {
    var run =
        new Run(
            freeId(STAMP.format(now)),
            kind,
            Times.kept(asOf),
            edition,
            Times.kept(now),
            Optional.empty(),
            targets.size());
    handle
        .createUpdate(
            """
            insert into run (id, kind, as_of, edition, started, targets)
            values (:id, :kind, :asOf, :edition, :started, :targets)
            """)
        .bind("id", run.id())
        .bind("kind", kind.id())
        .bind("asOf", Times.column(asOf))
        .bind("edition", edition)
        .bind("started", Times.column(now))
        .bind("targets", run.targets())
        .execute();
    enlist(run.id(), targets);
    return run;
  }

  /// Notes how the run was asked for.
  void agree(String run, Map<String, String> terms) {
    terms.forEach((name, term) ->
        handle
            .createUpdate("insert into run_term (run, name, term) values (:run, :name, :term)")
            .bind("run", run)
            .bind("name", name)
            .bind("term", Storable.text(term))
            .execute());
  }

  Map<String, String> terms(String run) {
    return handle
        .createQuery("select name, term from run_term where run = :run")
        .bind("run", run)
        .map((row, _) -> Map.entry(row.getString("name"), row.getString("term")))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<Run> run(String id) {
    return handle
        .createQuery("select * from run where id = :id")
        .bind("id", id)
        .map((row, _) -> Rows.run(row))
        .findOne();
  }

  List<Run> runs() {
    return handle
        .createQuery("select * from run order by started desc, id desc")
        .map((row, _) -> Rows.run(row))
        .list();
  }

  Optional<Run> latest() {
    return handle
        .createQuery(
            """
            select * from run where kind <> 'replay'
            order by case when finished is null then 1 else 0 end, finished desc, started desc,
              id desc
            fetch first 1 rows only
            """)
        .map((row, _) -> Rows.run(row))
        .findOne();
  }

  /// Marks the target as visited; empty when it was already.
  Optional<Integer> claim(String run, Result result) {
    var id = result.target().id();
    var place =
        handle
            .createQuery("select place from run_target where run = :run and target = :target")
            .bind("run", run)
            .bind("target", id)
            .mapTo(Integer.class)
            .findOne()
            .orElseThrow(() -> new IllegalArgumentException("run " + run + " has no target " + id));
    var claimed =
        handle
            .createUpdate(
                """
                update run_target set visited = :at, finished = :finished
                where run = :run and place = :place and visited is null
                """)
            .bind("at", Times.column(result.at()))
            .bind("finished", Times.column(result.finished()))
            .bind("run", run)
            .bind("place", place)
            .execute();
    return claimed == 1 ? Optional.of(place) : Optional.empty();
  }

  List<Target> targets(String run) {
    return handle
        .createQuery("select kind, registered from run_target where run = :run order by place")
        .bind("run", run)
        .map((row, _) -> Rows.target(row))
        .list();
  }

  /// First those that nobody knows yet or whose visit in the run before took longest, else in
  /// registry order: a slow site that comes last is what everybody waits for.
  List<Target> remaining(String run) {
    return handle
        .createQuery(
            """
            select due.kind, due.registered, past.visited, past.finished
            from run_target due
            left join run_target past on past.target = due.target and past.run = (
              select id from run where id <> :run and finished is not null
              order by finished desc, id fetch first 1 rows only)
            where due.run = :run and due.visited is null
            order by due.place
            """)
        .bind("run", run)
        .map((row, _) -> new Due(Rows.target(row), took(row)))
        .stream()
        .sorted(Comparator.comparing(Due::took).reversed())
        .map(Due::target)
        .toList();
  }

  /// A target to be visited, and how long that took the last time.
  private record Due(Target target, Duration took) {}

  private static Duration took(ResultSet row) throws SQLException {
    var visited = Times.maybeAt(row, "visited");
    var finished = Times.maybeAt(row, "finished");
    return visited.isPresent() && finished.isPresent()
        ? Duration.between(visited.get(), finished.get())
        : UNKNOWN;
  }

  /// Whether every target is on record; notes the time when that was first asked.
  boolean finish(String run, Instant now) {
    var open =
        handle
            .createQuery("select count(*) from run_target where run = :run and visited is null")
            .bind("run", run)
            .mapTo(Integer.class)
            .one();
    if (open > 0) {
      return false;
    }
    handle
        .createUpdate("update run set finished = :now where id = :run and finished is null")
        .bind("now", Times.column(now))
        .bind("run", run)
        .execute();
    return true;
  }

  Ledger.Progress progress(String run) {
    return handle
        .createQuery(
            """
            select
              (select count(*) from run_target where run = :run) as targets,
              (select count(*) from run_target where run = :run and visited is not null) as recorded,
              (select count(*) from sighting where run = :run and seen) as findings
            """)
        .bind("run", run)
        .map((row, _) ->
            new Ledger.Progress(
                row.getInt("targets"), row.getInt("recorded"), row.getInt("findings")))
        .one();
  }

  private void enlist(String run, List<? extends Target> targets) {
    var batch =
        handle.prepareBatch(
            """
            insert into run_target (run, place, target, kind, url, registered)
            values (:run, :place, :target, :kind, :url, :registered)
            """);
    var ids = new HashSet<String>();
    for (var place = 0; place < targets.size(); place++) {
      var target = targets.get(place);
      if (!ids.add(target.id())) {
        throw new IllegalArgumentException("two targets are called " + target.id());
      }
      batch
          .bind("run", run)
          .bind("place", place)
          .bind("target", target.id())
          .bind("kind", target.kind())
          .bind("url", target.url())
          .bind("registered", Storable.of(target))
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private String freeId(String stamp) {
    var id = stamp;
    for (var again = 2; run(id).isPresent(); again++) {
      id = stamp + "-" + again;
    }
    return id;
  }
}
