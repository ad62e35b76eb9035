package xuncha.checks.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.UserSpace;
import xuncha.findings.visit.UserSpace.History;
import xuncha.findings.visit.UserSpace.Kind;
import xuncha.findings.visit.UserSpace.Login;
import xuncha.findings.visit.UserSpace.Space;

class SpaceChecksTest {
  private static final String ARTICLE = "http://www.example.gov.cn/xw/1.html";
  private static final String LOGIN = "http://www.example.gov.cn/login.html";
  private static final String SPACE = "http://www.example.gov.cn/member/";

  private final List<History> histories = new ArrayList<>();
  private Optional<Failure> unseen = Optional.empty();

  @Test
  void gettingBackIsAPass() {
    assertThat(Verdict.of(returned(ARTICLE))).isEqualTo(Verdict.PASS);
  }

  @Test
  void landingElsewhereIsAFindingAboutTheLogInPage() {
    var outcome = returned(SPACE);

    assertThat(Scene.findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo(LOGIN);
          assertThat(finding.summary().zh()).contains("未返回原页面");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_ACCOUNT", "HUMAN_WANTED", "NOT_LET_IN", "RESPONSE_TIMEOUT"})
  void whoDidNotGetInSaysNothing(Failure.Kind why) {
    var login =
        new Login(ARTICLE, LOGIN, List.of(), Optional.empty(), false, Optional.of(Failure.of(why)));
    var record = new UserSpace(login, Optional.empty(), Scene.SOURCE);

    for (var check : List.of(new LoginReturn(), new SpaceHistory())) {
      var outcome = Scene.visit().with(record).judgedBy(check);
      assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
      assertThat(((Outcome.Inconclusive) outcome).cause().kind()).isEqualTo(why);
    }
  }

  @Test
  void aSpaceThatKeepsEverythingIsAPass() {
    keeping(Kind.CONSULTATIONS);
    keeping(Kind.SERVICES);
    keeping(Kind.BROWSING, true);

    assertThat(Verdict.of(space())).isEqualTo(Verdict.PASS);
  }

  @Test
  void anEmptyShellIsAFinding() {
    var outcome = space();

    assertThat(Scene.findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo(SPACE);
          assertThat(finding.summary().zh()).contains("咨询留言、办事服务、查阅内容");
        });
    assertThat(outcome.measured().values())
        .containsEntry("consultations", false)
        .containsEntry("browsing", false);
  }

  @Test
  void aPartThatIsMissingIsNamed() {
    keeping(Kind.CONSULTATIONS);
    keeping(Kind.SERVICES);

    assertThat(space().summary().zh()).contains("查阅内容").doesNotContain("咨询留言");
  }

  @Test
  void whatWasNotSeenIsNotMissing() {
    keeping(Kind.CONSULTATIONS);
    unseen = Optional.of(Failure.of(Failure.Kind.NEEDS_BROWSER));

    assertThat(Verdict.of(space())).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aHistoryThatForgetsIsAFinding() {
    keeping(Kind.CONSULTATIONS);
    keeping(Kind.SERVICES);
    keeping(Kind.BROWSING, false);

    assertThat(Scene.findings(space()))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.measured().values()).containsEntry("recorded", false));
  }

  private void keeping(Kind kind) {
    histories.add(new History(kind, "我的记录", SPACE + kind, Optional.empty(), Optional.empty()));
  }

  private void keeping(Kind kind, boolean recorded) {
    histories.add(new History(kind, "浏览记录", SPACE + kind, Optional.of(recorded), Optional.empty()));
  }

  private static Outcome returned(String landed) {
    return Scene.visit()
        .with(new UserSpace(login(landed), Optional.empty(), Scene.SOURCE))
        .judgedBy(new LoginReturn());
  }

  private Outcome space() {
    return Scene.visit()
        .with(
            new UserSpace(
                login(ARTICLE), Optional.of(new Space(SPACE, histories, unseen)), Scene.SOURCE))
        .judgedBy(new SpaceHistory());
  }

  private static Login login(String landed) {
    return new Login(
        ARTICLE, LOGIN, List.of(), Optional.of(landed), landed.equals(ARTICLE), Optional.empty());
  }
}
