package xuncha.checks.search;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.checks.search.Answers.LeftOut;
import xuncha.findings.Beijing;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Query;
import xuncha.findings.visit.SearchTrial.Result;
import xuncha.findings.visit.SearchTrial.Way;

/// A citizen types the title of something that the site has published and finds it on the first
/// page of results (D-22); nothing has to be chosen first, nothing is left out, and words that
/// stand nowhere bring nothing. A share counted on few titles accuses only where the whole interval
/// around it lies under the limit.
@AutoService(Check.class)
public final class SiteSearch implements Check {
  private static final double SURE = 0.9;
  private static final double SURE_OF_NONE = 0.7;
  private static final int QUOTED = 3;

  @Override
  public String id() {
    return "search";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(SearchTrial.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var trial = visit.the(SearchTrial.class);
    var rule = visit.rule();
    var today = Beijing.day(visit.asOf());
    var answers =
        Answers.of(
            trial,
            today,
            rule.period("freshnessLag"),
            rule.count("page"),
            rule.count("sectionTitles"));
    var way = trial.way();
    if (way.isEmpty()) {
      return trial
          .doubt()
          .map(doubt -> Outcome.inconclusive(doubt, measured(answers)))
          .orElseGet(() -> none(visit, answers));
    }
    return trial
        .doubt()
        .map(doubt -> Outcome.inconclusive(doubt, measured(answers)))
        .orElseGet(() -> asked(visit, answers, way.get()));
  }

  private Outcome none(Examination visit, Answers answers) {
    var looked = answers.trial().looked();
    var sentence = new Sentence("网站未提供搜索功能", "the site has no search");
    if (looked.isEmpty()) {
      return Outcome.inconclusive(Failure.of(Kind.NOT_GATHERED), measured(answers));
    }
    var page = looked.getFirst();
    var finding =
        visit.finding(
            visit.rule().severity(),
            page.url(),
            Measured.of("found", false),
            Measured.of("found", true).and("official", false),
            sentence,
            looked.stream()
                .map(place -> Evidence.of(place.source(), place.url() + ": no search box"))
                .toList());
    return new Outcome.Conclusive(
        looked.size(),
        List.of(finding),
        measured(answers),
        sentence,
        SURE_OF_NONE,
        true,
        List.of());
  }

  private Outcome asked(Examination visit, Answers answers, Way way) {
    var counted = answers.counted();
    var gone = gone(answers, way);
    if (gone.isPresent()) {
      return gone(visit, answers, way, gone.get());
    }
    var findings = new ArrayList<Finding>();
    if (answers.requiresColumn()) {
      findings.add(column(visit, answers, way));
    }
    var leftOut = answers.leftOut();
    leftOut.forEach(one -> findings.add(missing(visit, one, way)));
    if (answers.sameForNonsense() >= visit.rule().share("sameResultsShare")) {
      findings.add(nonsense(visit, answers, way));
    }
    var rest =
        counted.stream()
            .filter(one -> leftOut.stream().noneMatch(out -> out.misses().contains(one)))
            .toList();
    switch (standing(visit, rest)) {
      case LOW -> findings.add(low(visit, answers, way, rest));
      case UNSURE -> {
        if (findings.isEmpty()) {
          return Outcome.inconclusive(unsure(answers), measured(answers));
        }
      }
      case WELL -> {}
    }
    return new Outcome.Conclusive(
        Math.max(1, counted.size()),
        findings,
        measured(answers),
        sentence(visit, answers, findings, leftOut),
        SURE,
        !findings.isEmpty() && !answers.requiresColumn(),
        observations(answers));
  }

  /// How titles fare.
  private enum Standing {
    WELL,
    LOW,
    UNSURE
  }

  private static Standing standing(Examination visit, List<Query> titles) {
    var rule = visit.rule();
    if (titles.size() < rule.count("minQueries")) {
      return Standing.UNSURE;
    }
    var found = Answers.within(titles, rule.count("page"));
    var limit = rule.share("successAt10");
    if (found >= limit * titles.size()) {
      return Standing.WELL;
    }
    var interval = Wilson.of(found, titles.size(), rule.share("confidence"));
    return interval.high() < limit ? Standing.LOW : Standing.UNSURE;
  }

  private static Failure unsure(Answers answers) {
    var failed = answers.trial().queries().stream().flatMap(one -> one.why().stream()).findFirst();
    var unclear =
        answers.trial().queries().stream().filter(one -> one.result() == Result.UNCLEAR).count();
    return failed.orElseGet(() ->
        unclear > 0
            ? new Failure(Kind.UNREADABLE, unclear + " pages of results could not be understood")
            : new Failure(Kind.TOO_LITTLE, answers.counted().size() + " titles asked for"));
  }

  // a form that leads nowhere

  /// The page that a plain form leads to does not exist, each time.
  private static Optional<Failure> gone(Answers answers, Way way) {
    var queries = answers.trial().queries();
    var all =
        queries.size() >= 2
            && way.plain()
            && queries.stream()
                .allMatch(one -> one.why().filter(why -> why.kind() == Kind.NOT_FOUND).isPresent());
    return all ? queries.getFirst().why() : Optional.empty();
  }

  private Outcome gone(Examination visit, Answers answers, Way way, Failure why) {
    var sentence = new Sentence("搜索不可用：提交后页面不存在", "the search leads to a page that does not exist");
    var finding =
        visit.finding(
            visit.rule().severity(),
            way.page(),
            Measured.of("url", way.url()).and("cause", why.kind().id()),
            Measured.of("found", true).and("official", false),
            sentence,
            evidence(answers.trial().queries()));
    return new Outcome.Conclusive(
        1, List.of(finding), measured(answers), sentence, SURE_OF_NONE, true, List.of());
  }

  // findings

  private static Finding column(Examination visit, Answers answers, Way way) {
    var offered = way.choice().map(SearchTrial.Choice::offered).orElse(List.of());
    var queries =
        answers.trial().queries().stream()
            .filter(one -> one.kind() == SearchTrial.Kind.TITLE)
            .toList();
    return visit.finding(
        visit.rule().severity(),
        way.page(),
        taught(Measured.of("requiresColumn", true).and("offered", offered), way),
        Measured.of("requiresColumn", false).and("official", false),
        new Sentence(
            "搜索须先选择栏目，可选栏目：" + String.join("、", offered),
            "a column has to be chosen before anything is found: " + String.join(", ", offered)),
        evidence(queries));
  }

  private static Finding missing(Examination visit, LeftOut section, Way way) {
    var evidence =
        section.misses().isEmpty()
            ? List.of(
                Evidence.of(
                    way.source(),
                    "offered: "
                        + String.join(
                            "、", way.choice().map(SearchTrial.Choice::offered).orElse(List.of()))))
            : evidence(section.misses());
    return visit.finding(
        visit.rule().severity(),
        section.url(),
        taught(
            Measured.of("section", section.name())
                .and("queries", section.misses().size())
                .and("found", 0),
            way),
        visit.threshold("queries", visit.rule().count("sectionTitles"), "sectionTitles"),
        new Sentence(
            "搜索范围不包括“%s”".formatted(section.name()),
            "the search leaves out “%s”".formatted(section.name())),
        evidence);
  }

  private static Finding nonsense(Examination visit, Answers answers, Way way) {
    var results = answers.nonsenseResults();
    return visit.finding(
        visit.rule().severity(),
        way.url() + "#nonsense",
        taught(
            Measured.of("nonsenseResults", results)
                .and("sameShare", rounded(answers.sameForNonsense())),
            way),
        visit.threshold("sameShare", visit.rule().share("sameResultsShare"), "sameResultsShare"),
        new Sentence(
            "搜索不存在的内容仍返回%d条相同结果，与检索词无关".formatted(results),
            "words that stand nowhere bring the same %d results whatever they are"
                .formatted(results)),
        evidence(answers.nonsense()));
  }

  private static Finding low(Examination visit, Answers answers, Way way, List<Query> titles) {
    var rule = visit.rule();
    var found = Answers.within(titles, rule.count("page"));
    var interval = Wilson.of(found, titles.size(), rule.share("confidence"));
    var missed =
        titles.stream().filter(one -> one.rank() == 0 || one.rank() > answers.first()).toList();
    return visit.finding(
        rule.severity(),
        way.url(),
        taught(
            Measured.of("queries", titles.size())
                .and("found", found)
                .and("successAt10", rounded((double) found / titles.size()))
                .and("interval", List.of(rounded(interval.low()), rounded(interval.high()))),
            way),
        visit.threshold("successAt10", rule.share("successAt10"), "successAt10", "page"),
        new Sentence(
            "按标题检索已发布信息%d条，首页结果中仅有%d条".formatted(titles.size(), found),
            "of %d published titles searched for, %d are on the first page of results"
                .formatted(titles.size(), found)),
        evidence(missed));
  }

  /// A finding says that a file taught how to ask.
  private static Measured taught(Measured measured, Way way) {
    return way.profile().isEmpty() ? measured : measured.and("profile", way.profile());
  }

  private static List<Evidence> evidence(List<Query> queries) {
    return queries.stream()
        .limit(QUOTED)
        .map(one -> Evidence.of(one.source(), quote(one)))
        .toList();
  }

  private static String quote(Query one) {
    var choice = one.chosen().isEmpty() ? "" : "（栏目：" + one.chosen() + "）";
    var came =
        switch (one.result()) {
          case FOUND -> "第" + one.rank() + "条";
          case OTHERS -> "结果" + one.results() + "条" + (one.url().isEmpty() ? "" : "，无此条");
          case NONE -> "无结果";
          case CHOOSE -> "要求先选择";
          case UNCLEAR -> "未能识别";
          case FAILED -> one.why().map(why -> why.kind().zh()).orElse("");
        };
    return "检索“" + one.words() + "”" + choice + "：" + came;
  }

  // words and numbers

  private static Sentence sentence(
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

  private static Measured measured(Answers answers) {
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
    return way.map(one -> taught(told, one)).orElse(told);
  }

  private List<Observation> observations(Answers answers) {
    var observations = new ArrayList<Observation>();
    var counted = answers.counted();
    if (!counted.isEmpty()) {
      observations.add(
          new Observation(id(), "success-at-10", share(counted, answers.first()), "ratio"));
      observations.add(
          new Observation(id(), "mrr", rounded(answers.meanReciprocalRank()), "ratio"));
    }
    answers
        .medianMs()
        .ifPresent(took -> observations.add(new Observation(id(), "median-time", took, "ms")));
    answers
        .lagDays()
        .ifPresent(days -> observations.add(new Observation(id(), "index-lag", days, "days")));
    for (var kind : List.of(SearchTrial.Kind.WORDS, SearchTrial.Kind.NUMBER)) {
      answers.trial().queries().stream()
          .filter(one -> one.kind() == kind && one.result().answered())
          .findFirst()
          .ifPresent(one ->
              observations.add(
                  new Observation(
                      id(),
                      "rank-by-" + kind.name().toLowerCase(Locale.ROOT),
                      one.rank(),
                      "count")));
    }
    return observations;
  }

  private static double share(List<Query> queries, int places) {
    return rounded((double) Answers.within(queries, places) / queries.size());
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
