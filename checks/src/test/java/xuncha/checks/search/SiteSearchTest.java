package xuncha.checks.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.SearchTrial.Result;

class SiteSearchTest {
  @ParameterizedTest(name = "{0} of {1} titles found → {2}")
  @CsvSource({
    "8, 8, PASS",
    "7, 8, PASS",
    "6, 8, INCONCLUSIVE",
    "5, 8, INCONCLUSIVE",
    "3, 8, FAIL",
    "0, 8, FAIL",
    "3, 3, INCONCLUSIVE",
    "0, 3, INCONCLUSIVE"
  })
  void aShareAccusesOnlyWhereItsWholeIntervalLiesUnderTheLimit(
      int found, int asked, Verdict expected) {
    var scene = SearchScene.search().titles("要闻", Result.FOUND, found);
    scene.titles("要闻", Result.OTHERS, asked - found);

    assertThat(Verdict.of(judged(scene))).isEqualTo(expected);
  }

  @Test
  void thatThereIsNoneIsSaidOnlyWhereNothingIsInDoubt() {
    assertThat(Verdict.of(judged(SearchScene.none()))).isEqualTo(Verdict.FAIL);
    assertThat(Verdict.of(judged(SearchScene.none().doubted(Failure.Kind.NO_BROWSER))))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Failure.Kind.class,
      names = {"ROBOTS", "NOT_GATHERED", "BLOCKED", "TOO_LITTLE"})
  void aSearchThatCouldNotBeAskedAccusesNobody(Failure.Kind why) {
    assertThat(Verdict.of(judged(SearchScene.search().doubted(why))))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aSearchThatShutsUsOutAccusesNobody() {
    var outcome = judged(SearchScene.search().titles("要闻", Result.FAILED, 8));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Inconclusive.class,
            one -> assertThat(one.cause().kind()).isEqualTo(Failure.Kind.BLOCKED));
  }

  @Test
  void aColumnHasToBeChosenWhereOnlyThatBringsAnything() {
    var outcome =
        judged(
            SearchScene.search()
                .offers(false, "要闻", "信箱")
                .titles("要闻", Result.CHOOSE, 1)
                .titles("信箱", Result.NONE, 1)
                .chosen("要闻", Result.FOUND, 2)
                .chosen("信箱", Result.FOUND, 2)
                .unread("政务公开"));

    assertThat(outcome.measured().values())
        .containsEntry("requiresColumn", true)
        .containsEntry("missingSections", java.util.List.of("政务公开"));
    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aSectionIsLeftOutWhenTwoOfItsTitlesAreMissedAndTheOthersAreFound() {
    var two = SearchScene.search().titles("要闻", Result.FOUND, 6).titles("公开", Result.NONE, 2);
    var one = SearchScene.search().titles("要闻", Result.FOUND, 6).titles("公开", Result.NONE, 1);

    assertThat(judged(two).measured().values())
        .containsEntry("missingSections", java.util.List.of("公开"));
    assertThat(Scene.findings(judged(two))).hasSize(1);
    assertThat(Verdict.of(judged(one))).isEqualTo(Verdict.PASS);
  }

  @Test
  void nonsenseAccusesOnlyWhereItAlwaysBringsTheSame() {
    var same = SearchScene.search().titles("要闻", Result.FOUND, 6);
    same.nonsense(10, "a", "b").nonsense(10, "a", "b");
    var other = SearchScene.search().titles("要闻", Result.FOUND, 6);
    other.nonsense(10, "a", "b").nonsense(10, "c", "d");

    assertThat(Verdict.of(judged(same))).isEqualTo(Verdict.FAIL);
    assertThat(Verdict.of(judged(other))).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatWasPublishedYesterdayNeedNotBeInTheIndex() {
    var scene = SearchScene.search().titles("要闻", Result.FOUND, 6);
    scene.titles("要闻", Result.NONE, 4, "", 1);

    assertThat(Verdict.of(judged(scene))).isEqualTo(Verdict.PASS);
  }

  @Test
  void theIntervalIsWilsons() {
    var interval = Wilson.of(8, 8, 0.95);

    assertThat(interval.low()).isBetween(0.67, 0.68);
    assertThat(interval.high()).isEqualTo(1);
  }

  private static Outcome judged(SearchScene scene) {
    return Scene.visit().with(scene.build()).judgedBy(new SiteSearch());
  }
}
