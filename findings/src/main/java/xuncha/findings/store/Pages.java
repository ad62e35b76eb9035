package xuncha.findings.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/// A run's rows in registry order, a few targets at a time: memory stays flat without a cursor, and
/// nothing has to be closed.
final class Pages {
  private static final int TARGETS = 16;

  private final Database database;
  private final Run run;

  Pages(Database database, Run run) {
    this.database = database;
    this.run = run;
  }

  Stream<RecordedVerdict> verdicts() {
    return rows(
        """
        select t.*, v.* from run_target t
        join verdict v on v.run = t.run and v.place = t.place
        where t.run = :run and t.place >= :from and t.place < :to
        order by t.place, v.seq
        """,
        (row, _) -> Rows.verdict(row));
  }

  /// A person's decision, whenever it was made, outranks what the machine thought in that run.
  Stream<RecordedFinding> findings() {
    return rows(
        """
        select t.target, t.visited, s.*,
          case
            when f.decision = 'dismissed' then 'dismissed'
            when f.decision = 'confirmed' and s.seen then 'confirmed'
            else s.state
          end as standing
        from run_target t
        join sighting s on s.run = t.run and s.place = t.place
        left join finding f on f.id = s.finding
        where t.run = :run and t.place >= :from and t.place < :to
        order by t.place, s.seq
        """,
        (row, _) -> Rows.finding(row));
  }

  Stream<RecordedObservation> observations() {
    return rows(
        """
        select * from observation where run = :run and place >= :from and place < :to
        order by place, seq
        """,
        (row, _) -> Rows.observation(row));
  }

  private <T> Stream<T> rows(String sql, RowMapper<T> mapper) {
    Function<Integer, List<T>> page =
        from ->
            database.ask(handle ->
                handle
                    .createQuery(sql)
                    .bind("run", run.id())
                    .bind("from", from)
                    .bind("to", from + TARGETS)
                    .map(mapper)
                    .list());
    return IntStream.iterate(0, from -> from < run.targets(), from -> from + TARGETS)
        .boxed()
        .flatMap(from -> page.apply(from).stream());
  }
}
