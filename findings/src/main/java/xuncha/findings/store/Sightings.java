package xuncha.findings.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import xuncha.findings.verdict.Finding;

/// What one visit means for the findings of its target: born, seen again, mended.
final class Sightings {
  private final Handle handle;
  private final String run;
  private final int place;
  private final String target;
  private final Instant at;
  private final boolean replay;
  private int seq;

  /// @param replay whether the visit is an old one judged again, which must not change what is
  ///   known of the findings themselves
  Sightings(Handle handle, String run, int place, String target, Instant at, boolean replay) {
    this.handle = handle;
    this.run = run;
    this.place = place;
    this.target = target;
    this.at = at;
    this.replay = replay;
  }

  /// A finding's life so far, and the check that looks after it.
  private record Known(String check, Life life) {}

  /// @param reported what the visit saw, by id
  /// @param conclusive the checks that saw enough: only these can miss a finding
  void write(Map<String, Finding> reported, Collection<String> conclusive) {
    var known = known();
    seen(reported, known);
    if (!replay) {
      known.keySet().removeAll(reported.keySet());
      known.values().removeIf(one -> !conclusive.contains(one.check()));
      missed(known);
    }
  }

  private Map<String, Known> known() {
    var known = new HashMap<String, Known>();
    handle
        .createQuery(
            """
            select id, check_id, state, first_seen, last_seen, judged from finding
            where target = :target for update
            """)
        .bind("target", target)
        .map((row, _) ->
            Map.entry(row.getString("id"), new Known(row.getString("check_id"), Rows.life(row))))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  private void seen(Map<String, Finding> reported, Map<String, Known> known) {
    var births = handle.prepareBatch(BIRTH);
    var news = handle.prepareBatch(NEWS);
    var pasts = handle.prepareBatch(PAST);
    var sightings = handle.prepareBatch(SIGHTING);
    reported.forEach((id, finding) -> {
      var before = known.get(id);
      var life = before == null ? Life.bornAt(at) : before.life().seenAt(at);
      if (before == null) {
        details(births.bind("target", target), finding);
        life(births, id, life).add();
      } else if (life.judged().equals(at)) {
        details(news, finding);
        life(news, id, life).add();
      } else {
        life(pasts, id, life).add();
      }
      details(sightings.bind("run", run).bind("place", place).bind("seq", seq++), finding);
      life(sightings, id, replay && before != null ? before.life() : life).add();
    });
    if (!replay) {
      execute(births);
      execute(news);
      execute(pasts);
    }
    execute(sightings);
  }

  private void missed(Map<String, Known> unseen) {
    var ends =
        handle.prepareBatch("update finding set state = :state, judged = :judged where id = :id");
    var sightings = handle.prepareBatch(END);
    // By id, so that two exports of the same facts are the same file.
    new java.util.TreeMap<>(unseen)
        .forEach((id, before) -> {
          var after = before.life().missedAt(at);
          if (!after.state().equals(before.life().state())) {
            ends.bind("state", after.state().id())
                .bind("judged", Times.column(after.judged()))
                .bind("id", id)
                .add();
            sightings.bind("run", run).bind("place", place).bind("seq", seq++).bind("id", id).add();
          }
        });
    execute(ends);
    execute(sightings);
  }

  private static void details(PreparedBatch batch, Finding finding) {
    batch
        .bind("check", finding.check())
        .bind("subject", Storable.text(finding.subject()))
        .bind("indicator", finding.indicator())
        .bind("severity", finding.severity().id())
        .bind("measured", Storable.of(finding.measured()))
        .bind("threshold", Storable.of(finding.threshold()))
        .bind("zh", Storable.text(finding.summary().zh()))
        .bind("en", Storable.text(finding.summary().en()))
        .bind("evidence", Storable.of(finding.evidence()));
  }

  private static PreparedBatch life(PreparedBatch batch, String id, Life life) {
    return batch
        .bind("id", id)
        .bind("state", life.state().id())
        .bind("first", Times.column(life.firstSeen()))
        .bind("last", Times.column(life.lastSeen()))
        .bind("judged", Times.column(life.judged()));
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static final String BIRTH =
      """
      insert into finding (id, target, check_id, subject, indicator, severity, measured, threshold,
        summary_zh, summary_en, evidence, state, first_seen, last_seen, judged)
      values (:id, :target, :check, :subject, :indicator, :severity, :measured, :threshold,
        :zh, :en, :evidence, :state, :first, :last, :judged)
      """;

  /// The latest sighting's details stand for the finding; a person's word is about a state of
  /// things that ended when it was fixed.
  private static final String NEWS =
      """
      update finding set subject = :subject, indicator = :indicator, severity = :severity,
        measured = :measured, threshold = :threshold, summary_zh = :zh, summary_en = :en,
        evidence = :evidence, state = :state, first_seen = :first, last_seen = :last,
        judged = :judged,
        decision = case when :state = 'reopened' and state = 'fixed' and decision = 'confirmed'
          then null else decision end
      where id = :id
      """;

  private static final String PAST =
      "update finding set first_seen = :first, last_seen = :last where id = :id";

  private static final String SIGHTING =
      """
      insert into sighting (run, place, seq, finding, seen, state, check_id, subject, indicator,
        severity, measured, threshold, summary_zh, summary_en, evidence, first_seen, last_seen)
      values (:run, :place, :seq, :id, true, :state, :check, :subject, :indicator,
        :severity, :measured, :threshold, :zh, :en, :evidence, :first, :last)
      """;

  private static final String END =
      """
      insert into sighting (run, place, seq, finding, seen, state, check_id, subject, indicator,
        severity, measured, threshold, summary_zh, summary_en, evidence, first_seen, last_seen)
      select cast(:run as varchar(64)), cast(:place as integer), cast(:seq as integer), id, false, 'fixed', check_id, subject, indicator,
        severity, measured, threshold, summary_zh, summary_en, evidence, first_seen, last_seen
      from finding where id = :id
      """;
}
