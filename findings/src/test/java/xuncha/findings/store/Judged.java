package xuncha.findings.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import xuncha.findings.site.Category;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Failure;

/// Judgements to put on record, as checks would bring them.
final class Judged {
  static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");

  private Judged() {}

  static Site site(int number) {
    return new Site(
        "34%08d".formatted(number),
        "第" + number + "站",
        "http://s" + number + ".gov.test/",
        "主办单位" + number,
        Category.DEPARTMENT,
        "合肥市",
        true,
        Map.of("adcode", "340100"));
  }

  static List<Target> sites(int count) {
    return IntStream.range(0, count).<Target>mapToObj(Judged::site).toList();
  }

  static Finding finding(Target target, String check, String subject) {
    return new Finding(
        target.id(),
        check,
        "V-W-02",
        Severity.MAJOR,
        subject,
        Measured.of("days", 31).and("newest", "2026-01-29"),
        Measured.of("limitDays", 14),
        new Sentence("栏目 31 天未更新", "nothing new for 31 days"),
        List.of(Evidence.text("2026-01-29 关于…的通知")));
  }

  static Judgement sees(Target target, String check, String... subjects) {
    return new Judgement(
        check,
        1,
        new Outcome.Conclusive(
            10,
            Stream.of(subjects).map(subject -> finding(target, check, subject)).toList(),
            Measured.of("columns", 10).and("stale", subjects.length),
            new Sentence("看了十个栏目", "ten columns were read"),
            0.9,
            false,
            List.of(new Observation(check, "stale", subjects.length, "count"))));
  }

  static Judgement blind(String check) {
    return new Judgement(
        check, 1, Outcome.inconclusive(new Failure(Failure.Kind.CONNECT_TIMEOUT, "after 15 s")));
  }

  static Result result(Target target, Instant at, Judgement... judgements) {
    return new Result(target, at, at.plusSeconds(20), List.of(judgements), List.of());
  }
}
