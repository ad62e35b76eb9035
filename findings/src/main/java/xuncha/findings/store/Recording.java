package xuncha.findings.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Outcome;

/// Writes one result, inside the transaction of its handle.
final class Recording {
  private final Handle handle;
  private final String run;
  private final boolean replay;
  private final int place;
  private final Result result;

  Recording(Handle handle, Run run, int place, Result result) {
    this.handle = handle;
    this.run = run.id();
    this.replay = run.kind() == Run.Kind.REPLAY;
    this.place = place;
    this.result = result;
  }

  void write() {
    verdicts();
    new Sightings(handle, run, place, result.target().id(), Times.kept(result.at()), replay)
        .write(reported(), conclusive());
    observations();
    validators();
  }

  private void verdicts() {
    var batch =
        handle.prepareBatch(
            """
            insert into verdict (run, place, seq, check_id, revision, verdict, reason, confidence,
              measured, summary_zh, summary_en, needs_review)
            values (:run, :place, :seq, :check, :revision, :verdict, :reason, :confidence,
              :measured, :zh, :en, :review)
            """);
    for (var seq = 0; seq < result.judgements().size(); seq++) {
      var judgement = result.judgements().get(seq);
      var outcome = judgement.outcome();
      batch
          .bind("run", run)
          .bind("place", place)
          .bind("seq", seq)
          .bind("check", judgement.check())
          .bind("revision", judgement.revision())
          .bind("verdict", judgement.verdict().id())
          .bind("reason", Storable.text(reason(outcome)))
          .bind("confidence", confidence(outcome))
          .bind("measured", Storable.of(outcome.measured()))
          .bind("zh", Storable.text(outcome.summary().zh()))
          .bind("en", Storable.text(outcome.summary().en()))
          .bind("review", outcome instanceof Outcome.Conclusive seen && seen.needsReview())
          .add();
    }
    executed(batch);
  }

  private void observations() {
    var batch =
        handle.prepareBatch(
            """
            insert into observation (run, place, seq, target, check_id, name, at, amount, unit)
            values (:run, :place, :seq, :target, :check, :name, :at, :amount, :unit)
            """);
    var seq = 0;
    for (var judgement : result.judgements()) {
      for (var observation : judgement.outcome().observations()) {
        batch
            .bind("run", run)
            .bind("place", place)
            .bind("seq", seq++)
            .bind("target", result.target().id())
            .bind("check", observation.check())
            .bind("name", observation.name())
            .bind("at", Times.column(result.at()))
            .bind("amount", observation.value())
            .bind("unit", observation.unit())
            .add();
      }
    }
    executed(batch);
  }

  /// A visit says anew what it asked for; what it did not ask for stays as it was.
  private void validators() {
    var old = handle.prepareBatch("delete from validator where target = :target and url = :url");
    var fresh =
        handle.prepareBatch(
            """
            insert into validator (target, url, etag, last_modified)
            values (:target, :url, :etag, :modified)
            """);
    for (var validator : distinct(result.validators())) {
      old.bind("target", result.target().id()).bind("url", validator.url()).add();
      fresh
          .bind("target", result.target().id())
          .bind("url", validator.url())
          .bind("etag", validator.etag())
          .bind("modified", validator.lastModified())
          .add();
    }
    executed(old);
    executed(fresh);
  }

  /// Absurdly long ones are not worth keeping: the page is fetched whole next time.
  private static Iterable<Validator> distinct(List<Validator> validators) {
    var byUrl = new LinkedHashMap<String, Validator>();
    for (var validator : validators) {
      if (validator.fits()) {
        byUrl.put(validator.url(), validator);
      }
    }
    return byUrl.values();
  }

  /// Every finding once; the same problem reported twice is one problem, the first report stands.
  private Map<String, Finding> reported() {
    var byId = new LinkedHashMap<String, Finding>();
    for (var judgement : result.judgements()) {
      if (judgement.outcome() instanceof Outcome.Conclusive seen) {
        seen.findings().forEach(finding -> byId.putIfAbsent(finding.id(), finding));
      }
    }
    return byId;
  }

  private List<String> conclusive() {
    return result.judgements().stream()
        .filter(judgement -> judgement.outcome() instanceof Outcome.Conclusive)
        .map(Judgement::check)
        .toList();
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Conclusive _ -> "";
      case Outcome.Inconclusive(var cause, _, _, _, _) -> cause.kind().id();
      case Outcome.NotApplicable(var reason, _, _) -> reason;
    };
  }

  private static double confidence(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Conclusive seen -> seen.confidence();
      case Outcome.Inconclusive _ -> 0;
      case Outcome.NotApplicable _ -> 1;
    };
  }

  private static void executed(org.jdbi.v3.core.statement.PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
