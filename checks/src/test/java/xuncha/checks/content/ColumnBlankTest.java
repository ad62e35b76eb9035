package xuncha.checks.content;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Column.State;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.SiteColumns;

class ColumnBlankTest {
  private final ColumnBlank check = new ColumnBlank();

  @ParameterizedTest(name = "a column that is {0} → {1}")
  @CsvSource(
      textBlock =
          """
          LISTED,      PASS
          CONTENT,     PASS
          BLANK,       FAIL
          NOTICE_ONLY, FAIL
          UNREAD,      INCONCLUSIVE
          """)
  void blankIsWhatHoldsNothing(State state, Verdict expected) {
    assertThat(Verdict.of(judge(column(1, state)))).isEqualTo(expected);
  }

  @Test
  void theFindingQuotesTheSentenceThatStandsThere() {
    var outcome = judge(column(1, State.NOTICE_ONLY), column(2, State.LISTED));

    assertThat(outcome.measured().values()).containsEntry("columns", 2).containsEntry("blank", 1);
    assertThat(findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("http://www.example.gov.cn/1/");
          assertThat(finding.measured().values()).containsEntry("name", "栏目1");
          assertThat(finding.evidence().getFirst().quote()).isEqualTo("栏目建设中");
          assertThat(finding.severity()).isEqualTo(Severity.MAJOR);
        });
  }

  @Test
  void emptinessWithoutASentenceIsForReview() {
    assertThat(needsReview(judge(column(1, State.BLANK)))).isTrue();
    assertThat(needsReview(judge(column(1, State.NOTICE_ONLY)))).isFalse();
  }

  @Test
  void fiveBlankColumnsAreAVeto() {
    assertThat(findings(judge(blank(4)))).allMatch(one -> one.severity() == Severity.MAJOR);
    assertThat(findings(judge(blank(5)))).allMatch(one -> one.severity() == Severity.VETO);
  }

  @Test
  void mostlyUnreadColumnsProveNoneBlank() {
    assertThat(
            Verdict.of(
                judge(column(1, State.UNREAD), column(2, State.UNREAD), column(3, State.LISTED))))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest(name = "one of three unread: {0} → {1}, {2} when another is blank")
  @CsvSource(
      textBlock =
          """
          BUDGET,           INCONCLUSIVE, FAIL
          NOT_GATHERED,     INCONCLUSIVE, FAIL
          NEEDS_BROWSER,    INCONCLUSIVE, FAIL
          UNREADABLE,       INCONCLUSIVE, FAIL
          BLOCKED,          PASS,         FAIL
          RESPONSE_TIMEOUT, PASS,         FAIL
          NOT_FOUND,        PASS,         FAIL
          """)
  void whatWeDidNotLookIntoOurselvesClearsNobody(Kind why, Verdict beside, Verdict besideBlank) {
    assertThat(Verdict.of(judge(column(1, State.LISTED), column(2, State.CONTENT), unread(3, why))))
        .isEqualTo(beside);
    assertThat(Verdict.of(judge(column(1, State.LISTED), column(2, State.BLANK), unread(3, why))))
        .isEqualTo(besideBlank);
  }

  @Test
  void sayWithLessConfidenceThatSomeCouldNotBeRead() {
    var all = judge(column(1, State.LISTED), column(2, State.CONTENT));
    var some = judge(column(1, State.LISTED), column(2, State.CONTENT), unread(3, Kind.BLOCKED));

    assertThat(conclusive(all).summary().zh()).isEqualTo("2个栏目均有内容");
    assertThat(conclusive(some).summary().zh()).isEqualTo("2个栏目均有内容，另有1个栏目无法判定");
    assertThat(conclusive(some).confidence()).isLessThan(conclusive(all).confidence());
  }

  private static Outcome.Conclusive conclusive(Outcome outcome) {
    return (Outcome.Conclusive) outcome;
  }

  private static boolean needsReview(Outcome outcome) {
    return outcome instanceof Outcome.Conclusive conclusive && conclusive.needsReview();
  }

  private Outcome judge(Column... columns) {
    return Scene.visit().with(new SiteColumns(List.of(columns), true)).judgedBy(check);
  }

  private static Column[] blank(int count) {
    return IntStream.range(0, count).mapToObj(n -> column(n, State.BLANK)).toArray(Column[]::new);
  }

  private static Column unread(int n, Kind why) {
    return column(n, State.UNREAD).unreadFor(Failure.of(why));
  }

  private static Column column(int n, State state) {
    return new Column(
        "栏目" + n,
        "http://www.example.gov.cn/" + n + "/",
        ColumnKind.OTHER,
        0.9,
        1,
        state,
        List.of(),
        state == State.NOTICE_ONLY ? "栏目建设中" : "",
        state == State.UNREAD ? Optional.of(Failure.of(Kind.BUDGET)) : Optional.empty(),
        Scene.SOURCE);
  }
}
