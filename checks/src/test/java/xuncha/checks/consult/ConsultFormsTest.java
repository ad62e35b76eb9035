package xuncha.checks.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static xuncha.checks.Scene.findings;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.checks.Check;
import xuncha.checks.PageScene;
import xuncha.checks.Scene;
import xuncha.findings.Beijing;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.FormSights;
import xuncha.findings.visit.FormSights.Sight;

/// The five checks about the ways to write to a body.
class ConsultFormsTest {
  @ParameterizedTest(name = "{0}, {1} → {2}")
  @CsvSource(
      textBlock =
          """
          CONSULTATION, OPEN,     PASS
          CONSULTATION, LOGIN,    PASS
          CONSULTATION, CLOSED,   PASS
          CONSULTATION, EXTERNAL, INCONCLUSIVE
          CONSULTATION, UNCLEAR,  INCONCLUSIVE
          CONSULTATION, BROKEN,   FAIL
          COMPLAINT,    OPEN,     INCONCLUSIVE
          PETITION,     OPEN,     FAIL
          REPORTING,    OPEN,     FAIL
          HOTLINE,      EXTERNAL, FAIL
          """)
  void aChannelOfItsOwnMustBeThere(Kind kind, Access access, Verdict expected) {
    var outcome = judge(new ConsultChannel(), ConsultScene.channel(kind, access).build());

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @Test
  void thatThereIsNoneIsAVetoForReviewAndOnlySaidWhereAllWasSeen() {
    var none = judge(new ConsultChannel(), ConsultScene.none());
    var unseen =
        judge(
            new ConsultChannel(),
            ConsultScene.channel(Kind.PETITION, Access.OPEN).doubted().build());

    assertThat(findings(none)).singleElement().matches(one -> one.severity() == Severity.VETO);
    assertThat(none)
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, judged -> assertThat(judged.needsReview()).isTrue());
    assertThat(Verdict.of(unseen)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest(name = "{0} characters by {1}, sure to {2} → {3}")
  @CsvSource(
      textBlock =
          """
          10, ATTRIBUTE, 0.95, PASS
          11, ATTRIBUTE, 0.95, FAIL
          50, TEXT,      0.9,  FAIL
          50, TEXT,      0.6,  INCONCLUSIVE
          5,  TEXT,      0.9,  PASS
          50, PROBE,     1.0,  FAIL
          """)
  void moreThanTenCharactersAreTooMany(int least, From from, double sure, Verdict expected) {
    var form = ConsultScene.form().states(Limit.MIN_LENGTH, least, from, sure).build();

    assertThat(Verdict.of(judge(new ConsultMinLength(), form))).isEqualTo(expected);
  }

  @Test
  void aFormThatStatesNothingPassesOnlyWhereNoScriptCouldDemandSomething() {
    var check = new ConsultMinLength();

    assertThat(Verdict.of(judge(check, ConsultScene.form().build())))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(judge(check, ConsultScene.form().unscripted().build())))
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aFormThatWasTriedPassesWhereItLetsASingleCharacterGo() {
    var outcome =
        judge(new ConsultMinLength(), ConsultScene.form().tried(Optional.empty()).build());

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
    assertThat(outcome.measured().values()).containsEntry("source", "probe");
  }

  @Test
  void aTrialThatToldNothingIsNoVerdictAndSaysWhy() {
    var why = new Failure(Failure.Kind.UNREADABLE, "the form stops every text");
    var outcome =
        judge(new ConsultMinLength(), ConsultScene.form().tried(Optional.of(why)).build());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Inconclusive.class, it -> assertThat(it.cause()).isEqualTo(why));
  }

  @Test
  void whatATrialFoundIsShownInWordsAndInAPicture() {
    var outcome =
        judge(
            new ConsultMinLength(),
            ConsultScene.form()
                .states(Limit.MIN_LENGTH, 20, From.TEXT, 0.9)
                .states(Limit.MIN_LENGTH, 50, From.PROBE, 0.97)
                .tried(Optional.empty())
                .build());

    assertThat(outcome.measured().values())
        .containsEntry("minLength", 50)
        .containsEntry("source", "probe");
    assertThat(findings(outcome)).hasSize(2);
    assertThat(findings(outcome).getFirst().evidence())
        .extracting(Evidence::kind)
        .containsExactly(Evidence.Kind.WARC, Evidence.Kind.SCREENSHOT);
  }

  @Test
  void aNoticeThatContradictsTheFormIsAFindingOfItsOwn() {
    var outcome =
        judge(
            new ConsultMinLength(),
            ConsultScene.form()
                .states(Limit.MIN_LENGTH, 20, From.TEXT, 0.9)
                .states(Limit.MIN_LENGTH, 50, From.ATTRIBUTE, 0.95)
                .build());

    assertThat(outcome.measured().values())
        .containsEntry("minLength", 50)
        .containsEntry("source", "attribute");
    assertThat(findings(outcome)).hasSize(2).extracting(one -> one.id()).doesNotHaveDuplicates();
    assertThat(findings(outcome).getLast().measured().values())
        .containsEntry("text", 20)
        .containsEntry("attribute", 50);
  }

  @Test
  void ofTwoSentencesTheMilderOneCounts() {
    var outcome =
        judge(
            new ConsultMinLength(),
            ConsultScene.form()
                .states(Limit.MIN_LENGTH, 8, From.TEXT, 0.9)
                .states(Limit.MIN_LENGTH, 50, From.TEXT, 0.9)
                .build());

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest(name = "{0} a day, sure to {1} → {2}")
  @CsvSource(
      textBlock =
          """
          1, 0.9, FAIL
          1, 0.5, PASS
          2, 0.9, PASS
          """)
  void oneMessageADayIsTooFew(int perDay, double sure, Verdict expected) {
    var form = ConsultScene.form().states(Limit.PER_DAY, perDay, From.TEXT, sure).build();

    assertThat(Verdict.of(judge(new ConsultDailyLimit(), form))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} to {1}, sure to {2} → {3}")
  @CsvSource(
      textBlock =
          """
          08:00, 19:00, 0.9, FAIL
          08:00, 19:00, 0.6, PASS
          00:00, 24:00, 0.9, PASS
          00:00, 23:59, 0.9, PASS
          20:00, 06:00, 0.9, FAIL
          """)
  void aFormIsOpenAroundTheClock(String opens, String closes, double sure, Verdict expected) {
    var outcome =
        judge(new ConsultOpenHours(), ConsultScene.form().open(sure, opens, closes).build());

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
    if (expected == Verdict.FAIL) {
      assertThat(outcome.measured().values())
          .containsEntry("opens", opens)
          .containsEntry("closes", closes);
    }
  }

  @Test
  void onWorkdaysAloneIsPartOfTheTimeToo() {
    var days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    var outcome = judge(new ConsultOpenHours(), ConsultScene.form().on(days, 0.9).build());

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void hoursThatNoPageStatesShowOverDays() {
    var sights = new ArrayList<Sight>();
    for (var day = 10; day > 0; day--) {
      for (var hour : List.of(2, 7, 9, 17, 20)) {
        var at = Scene.TODAY.minusDays(day).atTime(hour, 40).atZone(Beijing.ZONE).toInstant();
        sights.add(new Sight(at, hour > 7 && hour < 20));
      }
    }
    var seen = new FormSights(sights, Scene.SOURCE);

    var outcome =
        Scene.visit()
            .with(PageScene.home().asHome())
            .with(ConsultScene.form().build())
            .with(seen)
            .judgedBy(new ConsultOpenHours());

    assertThat(Scene.findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.measured().values())
              .containsEntry("source", "probe")
              .containsEntry("sights", 51)
              .containsEntry("opensBetween", List.of(List.of("07:40", "09:40")))
              .containsEntry("opens", "07:40")
              .containsEntry("closes", "20:40");
          assertThat(finding.evidence()).isNotEmpty();
        });
    assertThat(outcome.observations())
        .extracting(Observation::name, Observation::value)
        .containsExactly(tuple("open", 1.0));
  }

  @Test
  void aFormFoundShutIsNotedEvenWhereNothingCanBeConcluded() {
    var shut = ConsultScene.channel(Kind.CONSULTATION, Access.CLOSED).build();

    var outcome = judge(new ConsultOpenHours(), shut);

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.observations()).extracting(Observation::value).containsExactly(0.0);
  }

  @Test
  void whoeverWroteCanLookUpWhatBecameOfIt() {
    var check = new ConsultTracking();

    assertThat(Verdict.of(judge(check, ConsultScene.form().tracked("link").build())))
        .isEqualTo(Verdict.PASS);
    assertThat(Verdict.of(judge(check, ConsultScene.form().build()))).isEqualTo(Verdict.FAIL);
    assertThat(Verdict.of(judge(check, ConsultScene.form().doubted().build())))
        .isEqualTo(Verdict.INCONCLUSIVE);
    var login = ConsultScene.channel(Kind.CONSULTATION, Access.LOGIN).build();
    assertThat(Verdict.of(judge(check, login))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aFormBehindALogInSaysNothingOfItsLimits() {
    var login = ConsultScene.channel(Kind.CONSULTATION, Access.LOGIN).build();

    assertThat(Verdict.of(judge(new ConsultMinLength(), login))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(judge(new ConsultDailyLimit(), login))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(judge(new ConsultOpenHours(), login))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Outcome judge(Check check, Consultation consultation) {
    return Scene.visit().with(PageScene.home().asHome()).with(consultation).judgedBy(check);
  }
}
