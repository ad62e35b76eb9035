package xuncha.reports.export;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import xuncha.findings.site.Category;
import xuncha.findings.site.Site;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Result;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Failure;

/// Runs on record, to be exported.
final class Recorded {
  static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");

  private Recorded() {}

  static Ledger empty(String name) {
    return Ledger.open("jdbc:h2:mem:" + name, InstantSource.fixed(NIGHT));
  }

  static Site site(int number, String name) {
    return new Site(
        "34%08d".formatted(number),
        name,
        "http://s" + number + ".gov.test/",
        "主办单位",
        Category.DEPARTMENT,
        "",
        true,
        Map.of());
  }

  static Finding finding(Site site, String subject, String quote) {
    return new Finding(
        site.id(),
        "link-health",
        "D-03",
        Severity.MINOR,
        subject,
        Measured.of("status", 404).and("cause", null),
        Measured.of("broken", 0),
        new Sentence("链接打不开", "a broken link"),
        List.of(
            Evidence.text(quote),
            new Evidence(
                Evidence.Kind.WARC,
                "2026/03/02/s1.warc.gz",
                "<urn:uuid:00000000-0000-0000-0000-000000000001>",
                "0".repeat(64),
                "")));
  }

  static Result result(Site site, Instant at, Finding... findings) {
    return new Result(
        site,
        at,
        at.plusSeconds(9),
        List.of(
            new Judgement(
                "link-health",
                2,
                new Outcome.Conclusive(
                    7,
                    List.of(findings),
                    Measured.of("checked", 7).and("broken", findings.length),
                    new Sentence("查了七个链接", "seven links were tried"),
                    0.8,
                    findings.length > 0,
                    List.of(new Observation("link-health", "broken", findings.length, "count")))),
            new Judgement("ipv6", 1, Outcome.inconclusive(Failure.of(Failure.Kind.NO_IPV6_HERE))),
            new Judgement(
                "survey-formal",
                1,
                new Outcome.NotApplicable(
                    "no-surveys", Measured.NOTHING, new Sentence("没有调查", "no surveys")))),
        List.of());
  }

  /// One finished run over that many sites with that many findings each.
  static String run(Ledger ledger, int sites, int findings) {
    var targets = IntStream.range(0, sites).mapToObj(n -> site(n, "第" + n + "站")).toList();
    var run = ledger.begin(Run.Kind.NIGHTLY, NIGHT, "cn-2019", targets).id();
    for (var site : targets) {
      ledger.record(
          run,
          result(
              site,
              NIGHT,
              IntStream.range(0, findings)
                  .mapToObj(n -> finding(site, site.url() + n, "链接 " + n))
                  .toArray(Finding[]::new)));
    }
    ledger.finish(run);
    return run;
  }
}
