package xuncha.checks.search;

import java.util.List;
import java.util.stream.Stream;
import xuncha.checks.Examination;
import xuncha.checks.search.Answers.LeftOut;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Query;
import xuncha.findings.visit.SearchTrial.Way;

/// What can be wrong with a search, as findings.
final class SearchFindings {
  private static final int QUOTED = 3;

  private SearchFindings() {}

  static Finding column(Examination visit, Answers answers, Way way) {
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
        evidence(answers.trial(), queries));
  }

  static Finding missing(Examination visit, SearchTrial trial, LeftOut section, Way way) {
    var evidence =
        section.misses().isEmpty()
            ? List.of(
                Evidence.of(
                    way.source(),
                    "offered: "
                        + String.join(
                            "、", way.choice().map(SearchTrial.Choice::offered).orElse(List.of()))))
            : evidence(trial, section.misses());
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

  static Finding nonsense(Examination visit, Answers answers, Way way) {
    var results = answers.nonsenseResults();
    return visit.finding(
        visit.rule().severity(),
        way.url() + "#nonsense",
        taught(
            Measured.of("nonsenseResults", results)
                .and("sameShare", SearchNumbers.rounded(answers.sameForNonsense())),
            way),
        visit.threshold("sameShare", visit.rule().share("sameResultsShare"), "sameResultsShare"),
        new Sentence(
            "搜索不存在的内容仍返回%d条相同结果，与检索词无关".formatted(results),
            "words that stand nowhere bring the same %d results whatever they are"
                .formatted(results)),
        evidence(answers.trial(), answers.nonsense()));
  }

  static Finding low(Examination visit, Answers answers, Way way, List<Query> titles) {
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
                .and("successAt10", SearchNumbers.rounded((double) found / titles.size()))
                .and(
                    "interval",
                    List.of(
                        SearchNumbers.rounded(interval.low()),
                        SearchNumbers.rounded(interval.high()))),
            way),
        visit.threshold("successAt10", rule.share("successAt10"), "successAt10", "page"),
        new Sentence(
            "按标题检索已发布信息%d条，首页结果中仅有%d条".formatted(titles.size(), found),
            "of %d published titles searched for, %d are on the first page of results"
                .formatted(titles.size(), found)),
        evidence(answers.trial(), missed));
  }

  /// A finding says that a file taught how to ask.
  static Measured taught(Measured measured, Way way) {
    return way.profile().isEmpty() ? measured : measured.and("profile", way.profile());
  }

  static List<Evidence> evidence(SearchTrial trial, List<Query> queries) {
    return Stream.concat(
            queries.stream().limit(QUOTED).map(one -> Evidence.of(one.source(), quote(one))),
            pictures(trial).stream())
        .toList();
  }

  /// What a person would have seen.
  static List<Evidence> pictures(SearchTrial trial) {
    return trial.pictures().stream().map(one -> Evidence.picture(one, "")).toList();
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
}
