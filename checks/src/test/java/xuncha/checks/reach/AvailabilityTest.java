package xuncha.checks.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;
import static xuncha.checks.Scene.tries;
import static xuncha.findings.visit.Failure.Kind.DEFAULT_PAGE;
import static xuncha.findings.visit.Failure.Kind.SERVER_ERROR;
import static xuncha.findings.visit.Failure.Kind.UNAVAILABLE;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xuncha.checks.PageScene;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.PageFacts.PageState;

class AvailabilityTest {
  private final Availability check = new Availability();

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          ok ok ok,                                                 PASS
          ok@14 ok@14 ok@14,                                        PASS
          ok,                                                       PASS
          slow slow slow,                                           FAIL
          slow@15 slow@15 slow@15,                                  FAIL
          ok ok slow,                                               INCONCLUSIVE
          slow,                                                     INCONCLUSIVE
          name-unresolved name-unresolved name-unresolved,          FAIL
          name-unresolved,                                          FAIL
          tls-certificate tls-certificate tls-certificate,          FAIL
          server-error server-error server-error,                   FAIL
          ok server-error ok,                                       INCONCLUSIVE
          server-error ok server-error,                             FAIL
          ok unavailable,                                           INCONCLUSIVE
          default-page default-page default-page,                   FAIL
          default-page,                                             INCONCLUSIVE
          unreadable unreadable unreadable,                         INCONCLUSIVE
          server-error,                                             INCONCLUSIVE
          unavailable unavailable unavailable,                      FAIL
          not-found not-found not-found,                            FAIL
          connection-refused connection-refused connection-refused, FAIL
          connection-refused server-error connect-timeout,          FAIL
          connection-refused,                                       INCONCLUSIVE
          ok ok connection-refused,                                 INCONCLUSIVE
          connect-timeout connect-timeout connect-timeout,          FAIL
          response-timeout response-timeout response-timeout,       FAIL
          response-timeout@5 response-timeout@5 response-timeout@5, INCONCLUSIVE
          blocked blocked blocked,                                  INCONCLUSIVE
          ok ok blocked,                                            INCONCLUSIVE
          blocked connection-refused connection-refused,            INCONCLUSIVE
          tls-handshake tls-handshake tls-handshake,                INCONCLUSIVE
          resolver-failed resolver-failed resolver-failed,          INCONCLUSIVE
          private-address private-address private-address,          INCONCLUSIVE
          login-wall login-wall login-wall,                         INCONCLUSIVE
          empty-document empty-document empty-document,             FAIL
          empty-document ok ok,                                     INCONCLUSIVE
          not-html not-html not-html,                               INCONCLUSIVE
          network-unreachable network-unreachable,                  INCONCLUSIVE
          ok ok budget,                                             PASS
          crashed crashed ok,                                       PASS
          robots robots robots,                                     INCONCLUSIVE
          """)
  void blamesTheSiteOnlyForWhatIsCertainlyItsOwn(String results, Verdict expected) {
    var outcome = Scene.visit().with(tries(results.split(" "))).judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} failures of {1} → {2}")
  @CsvSource(
      textBlock =
          """
          6, 140, PASS
          7, 140, FAIL
          1, 20,  INCONCLUSIVE
          2, 20,  FAIL
          0, 20,  PASS
          """)
  void aWindowOfManyTriesFailsFromFivePercentOn(int failures, int all, Verdict expected) {
    var results =
        Stream.concat(
                Collections.nCopies(failures, "server-error").stream(),
                Collections.nCopies(all - failures, "ok").stream())
            .toArray(String[]::new);

    assertThat(Verdict.of(Scene.visit().with(tries(results)).judgedBy(check))).isEqualTo(expected);
  }

  @Test
  void measuresByTheKeysOfTheContract() {
    var outcome =
        Scene.visit()
            .with(tries("ok", "server-error", "server-error@3", "unavailable"))
            .judgedBy(check);

    assertThat(outcome.measured().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "attempts",
                4,
                "failures",
                3,
                "ratio",
                0.75,
                "slowestMs",
                20_000L,
                "cause",
                "server-error"));
    assertThat(findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("http://www.example.gov.cn/");
          assertThat(finding.indicator()).isEqualTo("V-W-02");
          assertThat(finding.severity()).isEqualTo(Severity.VETO);
          assertThat(finding.evidence()).hasSize(3);
          assertThat(finding.threshold().values())
              .containsEntry("ratio", 0.05)
              .containsEntry("official", true);
        });
  }

  @Test
  void anAccusationThatRestsOnAgreementIsForReview() {
    var agreed = Scene.visit().with(tries("connect-timeout", "connect-timeout")).judgedBy(check);
    var plain = Scene.visit().with(tries("name-unresolved", "name-unresolved")).judgedBy(check);

    assertThat(agreed)
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, c -> assertThat(c.needsReview()).isTrue());
    assertThat(plain)
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, c -> assertThat(c.needsReview()).isFalse());
  }

  @ParameterizedTest(name = "a home page that shows {0} → {1}")
  @CsvSource(
      textBlock =
          """
          CONTENT,      PASS
          EMPTY_SHELL,  PASS
          MAINTENANCE,  FAIL
          DEFAULT_PAGE, FAIL
          SOFT_404,     FAIL
          CHALLENGE,    INCONCLUSIVE
          LOGIN_WALL,   INCONCLUSIVE
          FAULT,        FAIL
          EMPTY,        FAIL
          UNCLEAR,      INCONCLUSIVE
          """)
  void twoHundredIsNotEnough(PageState state, Verdict expected) {
    var outcome =
        Scene.visit()
            .with(tries("ok", "ok", "ok"))
            .with(PageScene.home().showing(state).asHome())
            .judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @Test
  void withoutTriesTheWayHomeIsTheTry() {
    var dead = Scene.visit().without(HomePage.class, Failure.Kind.NAME_UNRESOLVED).judgedBy(check);
    var blocked = Scene.visit().without(HomePage.class, Failure.Kind.BLOCKED).judgedBy(check);
    var opened = Scene.visit().with(PageScene.home().asHome()).judgedBy(check);

    assertThat(Verdict.of(dead)).isEqualTo(Verdict.FAIL);
    assertThat(Verdict.of(blocked)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(opened)).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @EnumSource(Failure.Kind.class)
  void nothingPassingOursOrOfUnknownBlameAccusesAlone(Failure.Kind kind) {
    var outcome = Scene.visit().with(tries(kind.id())).judgedBy(check);

    var passing = Set.of(SERVER_ERROR, UNAVAILABLE, DEFAULT_PAGE).contains(kind);
    var expected =
        kind.blame() == Failure.Blame.SITE && !passing ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @Test
  void saysWhyNothingWasTried() {
    var outcome = Scene.visit().without(HomeAttempts.class, Failure.Kind.ROBOTS).judgedBy(check);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Inconclusive.class,
            unknown -> assertThat(unknown.cause().kind()).isEqualTo(Failure.Kind.ROBOTS));
  }
}
