package xuncha.checks.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Examination;
import xuncha.checks.search.Answers.LeftOut;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Query;

/// What a search comes to in words and numbers.
final class SearchNumbers {
  private static final int QUOTED = 3;

  private SearchNumbers() {}

  static Sentence sentence(
      Examination visit, Answers answers, List<Finding> findings, List<LeftOut> leftOut) {
    var counted = answers.counted();
    var found = Answers.within(counted, visit.rule().count("page"));
    if (findings.isEmpty()) {
      return new Sentence(
          "搜索可用：按标题检索%d条，首页结果命中%d条".formatted(counted.size(), found),
          "the search works: %d of %d titles are on the first page of results"
              .formatted(found, counted.size()));
    }
    var zh = findings.stream().map(one -> one.summary().zh()).limit(QUOTED).toList();
    var en = findings.stream().map(one -> one.summary().en()).limit(QUOTED).toList();
    var names = leftOut.stream().map(LeftOut::name).toList();
    return names.size() > QUOTED
        ? new Sentence(
            "搜索范围不包括：" + String.join("、", names),
            "the search leaves out " + String.join(", ", names))
        : new Sentence(String.join("；", zh), String.join("; ", en));
  }

  static Measured measured(Answers answers) {
    var counted = answers.counted();
    var none = counted.isEmpty();
    var way = answers.trial().way();
    var told =
        Measured.of("found", way.isPresent())
            .and("method", way.map(one -> one.method().id()).orElse(null))
            .and("requiresColumn", answers.requiresColumn())
            .and("missingSections", answers.leftOut().stream().map(LeftOut::name).toList())
            .and("queries", answers.trial().queries().size())
            .and("successAt1", none ? null : share(counted, 1))
            .and("successAt10", none ? null : share(counted, answers.first()))
            .and("mrr", none ? null : rounded(answers.meanReciprocalRank()))
            .and("medianMs", orNull(answers.medianMs()))
            .and("nonsenseResults", answers.nonsense().isEmpty() ? null : answers.nonsenseResults())
            .and("freshnessLagDays", orNull(answers.lagDays()))
            .and("deadResults", answers.dead());
    return way.map(one -> SearchFindings.taught(told, one)).orElse(told);
  }

  /// @param id the check's
  static List<Observation> observations(String id, Answers answers) {
    var observations = new ArrayList<Observation>();
    var counted = answers.counted();
    if (!counted.isEmpty()) {
      observations.add(
          new Observation(id, "success-at-10", share(counted, answers.first()), "ratio"));
      observations.add(new Observation(id, "mrr", rounded(answers.meanReciprocalRank()), "ratio"));
    }
    answers
        .medianMs()
        .ifPresent(took -> observations.add(new Observation(id, "median-time", took, "ms")));
    answers
        .lagDays()
        .ifPresent(days -> observations.add(new Observation(id, "index-lag", days, "days")));
    for (var kind : List.of(SearchTrial.Kind.WORDS, SearchTrial.Kind.NUMBER)) {
      answers.trial().queries().stream()
          .filter(one -> one.kind() == kind && one.result().answered())
          .findFirst()
          .ifPresent(one ->
              observations.add(
                  new Observation(
                      id, "rank-by-" + kind.name().toLowerCase(Locale.ROOT), one.rank(), "count")));
    }
    return observations;
  }

  private static double share(List<Query> queries, int places) {
    return rounded((double) Answers.within(queries, places) / queries.size());
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
