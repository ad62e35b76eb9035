package xuncha.checks.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Letters;
import xuncha.findings.visit.Letters.Kind;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;

class ReplyTimelinessTest {
  private final ReplyTimeliness check = new ReplyTimeliness();

  @ParameterizedTest(name = "unanswered since {0} → {1}")
  @CsvSource(
      textBlock =
          """
          2019-12-31, FAIL
          2020-01-01, PASS
          2020-03-30, PASS
          2019-04-01, FAIL
          2019-03-31, INCONCLUSIVE
          """)
  void threeMonthsWithinAYear(String sent, Verdict expected) {
    assertThat(Verdict.of(judge(waiting(sent)))).isEqualTo(expected);
  }

  @Test
  void measuresByTheKeysOfTheContract() {
    var outcome =
        judge(
            answered("2020-03-02", "2020-03-02"),
            answered("2020-03-02", "2020-03-03"),
            answered("2020-03-06", "2020-03-13"),
            answered("2020-03-06", "2020-03-17"),
            waiting("2020-03-20"),
            waiting("2020-03-31"));

    assertThat(outcome.measured().values())
        .containsEntry("letters", 6)
        .containsEntry("answered", 4)
        .containsEntry("within1", 0.4)
        .containsEntry("within5", 0.6)
        .containsEntry("overdue", 0)
        .containsEntry("medianWorkdays", 3.0)
        .hasSize(6);
  }

  @Test
  void theSentenceTellsTheTermsOfTheEdition() {
    var told = (Outcome.Conclusive) judge(waiting("2019-10-01"));

    assertThat(told.summary().zh()).isEqualTo("近1年公开信件1封，其中1封超过3个月未答复");
    assertThat(told.summary().en())
        .isEqualTo("1 of 1 letters in 1 year are unanswered for over 3 months");
  }

  @Test
  void theFindingIsTheLetterItselfAndForReview() {
    var outcome = judge(waiting("2019-10-01"), answered("2020-03-02", "2020-03-03"));

    assertThat(findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).startsWith("http://www.example.gov.cn/letter/");
          assertThat(finding.severity()).isEqualTo(Severity.VETO);
          assertThat(finding.indicator()).isEqualTo("V-W-05b");
          assertThat(finding.measured().values()).containsEntry("sent", "2019-10-01");
        });
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, judged -> assertThat(judged.needsReview()).isTrue());
  }

  @ParameterizedTest(name = "{0} letter that is {1} → {2}")
  @CsvSource(
      textBlock =
          """
          CONSULTATION, WAITING,  FAIL
          CONSULTATION, INVALID,  INCONCLUSIVE
          CONSULTATION, UNKNOWN,  INCONCLUSIVE
          CONSULTATION, ANSWERED, PASS
          PETITION,     WAITING,  INCONCLUSIVE
          REPORTING,    WAITING,  INCONCLUSIVE
          SURVEY,       WAITING,  INCONCLUSIVE
          """)
  void onlyLettersThatMustBeAnsweredCount(Kind kind, Standing standing, Verdict expected) {
    assertThat(Verdict.of(judge(letter("2019-10-01", null, kind, standing, 0.9))))
        .isEqualTo(expected);
  }

  @Test
  void aDoubtfulDateAccusesNobody() {
    var doubtful = letter("2019-10-01", null, Kind.CONSULTATION, Standing.WAITING, 0.3);

    assertThat(Verdict.of(judge(doubtful, answered("2020-03-02", "2020-03-03"))))
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void saysNothingGoodOfABoxOfWhichMostLettersWereNotRead() {
    var unread =
        new Letter(
            "来信",
            "http://www.example.gov.cn/letter/unread.html",
            "县长信箱",
            Kind.CONSULTATION,
            Optional.empty(),
            Optional.empty(),
            Standing.UNKNOWN,
            0.5,
            Scene.SOURCE);
    var seen = answered("2020-03-02", "2020-03-03");
    var scene = Scene.visit().with(new Letters(List.of(seen, unread, unread), false));

    assertThat(Verdict.of(scene.judgedBy(check))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(
            Verdict.of(
                Scene.visit()
                    .with(new Letters(List.of(seen, unread, unread, waiting("2019-10-01")), false))
                    .judgedBy(check)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void anAnswerAfterMoreThanThreeMonthsIsShownAndNotAccused() {
    var outcome = judge(answered("2019-06-03", "2019-12-02"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class,
            judged -> {
              assertThat(judged.findings()).isEmpty();
              assertThat(judged.observations())
                  .anyMatch(one -> one.name().equals("answered-late") && one.value() == 1);
            });
  }

  @Test
  void sharesAreNotToldWhereMostAnswersHaveNoDate() {
    var outcome =
        judge(
            answered("2020-03-02", "2020-03-03"),
            answered("2020-03-02", null),
            answered("2020-03-02", null));

    assertThat(outcome.measured().values())
        .containsEntry("answered", 3)
        .containsEntry("within1", null)
        .containsEntry("medianWorkdays", null);
  }

  @Test
  void anAnswerDatedBeforeItsLetterIsNotCounted() {
    var outcome = judge(answered("2020-03-10", "2020-03-02"), answered("2020-03-02", "2020-03-03"));

    assertThat(outcome.measured().values()).containsEntry("within1", 1.0);
  }

  @Test
  void lettersOfOneListHaveIdentitiesOfTheirOwn() {
    var list = "http://www.example.gov.cn/letters/";
    var findings = findings(judge(waiting("2019-10-01", list), waiting("2019-10-02", list)));

    assertThat(findings).hasSize(2).extracting(one -> one.id()).doesNotHaveDuplicates();
  }

  private Outcome judge(Letter... letters) {
    return Scene.visit().with(new Letters(Arrays.asList(letters), true)).judgedBy(check);
  }

  private static Letter answered(String sent, @Nullable String answered) {
    return letter(sent, answered, Kind.CONSULTATION, Standing.ANSWERED, 0.9);
  }

  private static Letter waiting(String sent) {
    return letter(sent, null, Kind.CONSULTATION, Standing.WAITING, 0.9);
  }

  private static Letter waiting(String sent, String url) {
    return new Letter(
        "来信" + sent,
        url,
        "县长信箱",
        Kind.CONSULTATION,
        date(sent, 0.9),
        Optional.empty(),
        Standing.WAITING,
        0.9,
        Scene.SOURCE);
  }

  private static Letter letter(
      String sent, @Nullable String answered, Kind kind, Standing standing, double confidence) {
    return new Letter(
        "来信" + sent,
        "http://www.example.gov.cn/letter/" + sent + ".html",
        "县长信箱",
        kind,
        date(sent, confidence),
        answered == null ? Optional.empty() : date(answered, 0.9),
        standing,
        0.9,
        Scene.SOURCE);
  }

  private static Optional<FoundDate> date(String day, double confidence) {
    return Optional.of(
        new FoundDate(
            LocalDate.parse(day), Optional.empty(), Provenance.LABELLED, confidence, day));
  }
}
