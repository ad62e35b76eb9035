package xuncha.checks.links;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.LinkSurvey.TriedLink;

class LinkHealthTest {
  private final LinkHealth check = new LinkHealth();

  @ParameterizedTest(name = "{0}, confirmed {1} → {2}")
  @CsvSource(
      textBlock =
          """
          NOT_FOUND,          true,  FAIL
          NOT_FOUND,          false, PASS
          SERVER_ERROR,       true,  FAIL
          NAME_UNRESOLVED,    true,  FAIL
          BLOCKED,            true,  PASS
          CONNECT_TIMEOUT,    true,  PASS
          CONNECTION_REFUSED, true,  PASS
          BUDGET,             true,  PASS
          """)
  void brokenIsWhatFailedTwiceByTheOtherSidesDoing(Kind kind, boolean confirmed, Verdict expected) {
    assertThat(Verdict.of(judge(good(1), failed(2, kind, confirmed, true)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nothingButTheSitesOwnFailuresIsEverBroken(Kind kind) {
    var broken = judge(good(1), failed(2, kind, true, false)).measured().values().get("broken");

    assertThat(broken).isEqualTo(kind.blame() == Blame.SITE ? 1 : 0);
  }

  @Test
  void measuresByTheKeysOfTheContract() {
    var outcome =
        judge(
            good(1),
            good(2),
            failed(3, Kind.NOT_FOUND, true, true),
            failed(4, Kind.BLOCKED, true, false),
            failed(5, Kind.ROBOTS, false, false));

    assertThat(outcome.measured().values())
        .containsEntry("checked", 3)
        .containsEntry("broken", 1)
        .containsEntry("blocked", 1)
        .containsEntry("internal", 3L)
        .containsEntry("external", 0L)
        .hasSize(5);
    assertThat(findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("http://www.example.gov.cn/3.html");
          assertThat(finding.measured().values())
              .containsEntry("url", "http://www.example.gov.cn/3.html")
              .containsEntry("from", "http://www.example.gov.cn/")
              .containsEntry("status", 404)
              .containsEntry("cause", "not-found")
              .hasSize(4);
        });
  }

  @Test
  void saysHowManyItWasKeptFrom() {
    var outcome = judge(good(1), good(2), failed(3, Kind.BLOCKED, true, true));

    assertThat(outcome.summary().zh()).isEqualTo("检查2个链接，未发现失效（另有1个疑似拦截，未计入）");
    assertThat(outcome.summary().en()).endsWith("(1 more were blocked, not counted)");
    assertThat(judge(good(1)).summary().zh()).isEqualTo("检查1个链接，未发现失效");
  }

  @ParameterizedTest(name = "{0} own seen, {1} by {2} not, {3} missing → {4}")
  @CsvSource(
      textBlock =
          """
          1, 5, BLOCKED,         0, INCONCLUSIVE
          5, 1, BLOCKED,         0, PASS
          2, 2, BLOCKED,         0, PASS
          1, 3, CONNECT_TIMEOUT, 0, INCONCLUSIVE
          1, 5, BLOCKED,         1, FAIL
          """)
  void wherePagesOfTheSiteCouldMostlyNotBeSeenTheRestIsNoPass(
      int seen, int unseen, Kind why, int missing, Verdict expected) {
    var links = new ArrayList<TriedLink>();
    for (var n = 0; n < seen + unseen + missing; n++) {
      links.add(
          n < seen ? good(n) : failed(n, n < seen + unseen ? why : Kind.NOT_FOUND, true, false));
    }

    assertThat(Verdict.of(judge(links.toArray(TriedLink[]::new)))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} seen, {1} missing, {2} untried for {3} → {4}")
  @CsvSource(
      textBlock =
          """
          3,   0, 26,   BUDGET,       INCONCLUSIVE
          3,   1, 26,   BUDGET,       FAIL
          7,   0, 40,   NOT_GATHERED, INCONCLUSIVE
          1,   0, 40,   ROBOTS,       INCONCLUSIVE
          26,  0, 26,   BUDGET,       PASS
          99,  0, 1000, BUDGET,       INCONCLUSIVE
          100, 0, 1000, BUDGET,       PASS
          """)
  void whereMostLinksWentUntriedOnlyASampleOfThemPasses(
      int seen, int missing, int untried, Kind why, Verdict expected) {
    var links = new ArrayList<TriedLink>();
    for (var n = 0; n < seen + missing; n++) {
      links.add(n < seen ? good(n) : failed(n, Kind.NOT_FOUND, true, false));
    }

    var outcome = judge(links, untried, Optional.of(Failure.of(why)));

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
    if (outcome instanceof Outcome.Inconclusive unseen) {
      assertThat(unseen.cause().kind()).isEqualTo(why);
    }
  }

  @Test
  void aBrokenLinkOnTheHomePageWeighsMore() {
    var findings =
        findings(
            judge(
                good(1),
                failed(2, Kind.NOT_FOUND, true, true),
                failed(3, Kind.NOT_FOUND, true, false)));

    assertThat(findings)
        .extracting(one -> one.severity())
        .containsExactly(Severity.MAJOR, Severity.MINOR);
  }

  @Test
  void nothingTriedIsNoPass() {
    assertThat(Verdict.of(judge())).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(judge(failed(1, Kind.BLOCKED, true, true))))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(judge(failed(1, Kind.BUDGET, false, true))))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whenVeryManyFailAPersonLooksFirst() {
    var links = new ArrayList<TriedLink>();
    for (var n = 0; n < 10; n++) {
      links.add(n < 5 ? good(n) : failed(n, Kind.NOT_FOUND, true, false));
    }

    assertThat(judge(links.toArray(TriedLink[]::new)))
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, judged -> assertThat(judged.needsReview()).isTrue());
  }

  private Outcome judge(TriedLink... links) {
    return judge(Arrays.asList(links), 0, Optional.empty());
  }

  private Outcome judge(List<TriedLink> links, int untried, Optional<Failure> why) {
    return Scene.visit().with(new LinkSurvey(links, untried, why)).judgedBy(check);
  }

  private static TriedLink good(int n) {
    return link(n, 200, Optional.empty(), false, false);
  }

  private static TriedLink failed(int n, Kind kind, boolean confirmed, boolean onHome) {
    return link(
        n, kind == Kind.NOT_FOUND ? 404 : 0, Optional.of(Failure.of(kind)), confirmed, onHome);
  }

  private static TriedLink link(
      int n, int status, Optional<Failure> failure, boolean confirmed, boolean onHome) {
    return new TriedLink(
        "http://www.example.gov.cn/" + n + ".html",
        "链接" + n,
        "http://www.example.gov.cn/",
        onHome,
        true,
        status,
        failure,
        confirmed,
        Scene.SOURCE);
  }
}
