package xuncha.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import xuncha.findings.site.Account;
import xuncha.findings.site.Category;
import xuncha.findings.site.Platform;
import xuncha.findings.site.Site;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gaps;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

class ExaminerTest {
  private static final Sentence FINE = new Sentence("好", "fine");

  @Test
  void asksInTheOrderOfTheIds() {
    var examiner =
        new Examiner(List.of(passing("search"), passing("availability"), passing("ipv6")));

    assertThat(examiner.examine(Scene.visit().build(), Scene.EDITION))
        .extracting(Judgement::check)
        .containsExactly("availability", "ipv6", "search");
  }

  @Test
  void aCrashIsThatChecksInconclusiveAndNobodyElses() {
    var broken =
        new Fake("ipv6", Set.of()) {
          @Override
          public Outcome examine(Examination visit) {
            throw new IllegalStateException("a bug");
          }
        };

    var judged =
        new Examiner(List.of(broken, passing("search")))
            .examine(Scene.visit().build(), Scene.EDITION);

    assertThat(cause(judged.getFirst())).isEqualTo(Failure.Kind.CRASHED);
    assertThat(judged.getLast().outcome()).isInstanceOf(Outcome.Conclusive.class);
  }

  @Test
  void aMissingNeedIsInconclusiveForItsReason() {
    var check = new Fake("search", Set.of(HomePage.class));

    var judged =
        new Examiner(List.of(check))
            .examine(
                Scene.visit().without(HomePage.class, Failure.Kind.BLOCKED).build(), Scene.EDITION);

    assertThat(cause(judged.getFirst())).isEqualTo(Failure.Kind.BLOCKED);
  }

  @Test
  void ofSeveralMissingNeedsTheSameOneIsNamedEveryTime() {
    var check = new Fake("search", Set.of(LinkSurvey.class, HomePage.class));
    var visit =
        Scene.visit()
            .without(HomePage.class, Failure.Kind.BLOCKED)
            .without(LinkSurvey.class, Failure.Kind.BUDGET)
            .build();

    for (var round = 0; round < 5; round++) {
      assertThat(cause(new Examiner(List.of(check)).examine(visit, Scene.EDITION).getFirst()))
          .isEqualTo(Failure.Kind.BLOCKED);
    }
  }

  /// The word by which users know that they only have to allow a browser.
  @Test
  void whatOnlyABrowserSeesIsCalledNoBrowserWhereNoneIsInUse() {
    var check = new Fake("search", Set.of(HomePage.class));
    var unseen = Scene.visit().without(HomePage.class, Failure.Kind.NEEDS_BROWSER).build();
    var drawn =
        new Visit(
            unseen.target(),
            unseen.asOf(),
            unseen.at(),
            new Vantage("test", true, false),
            unseen.artifacts());
    var examiner = new Examiner(List.of(check));

    assertThat(cause(examiner.examine(unseen, Scene.EDITION).getFirst()))
        .isEqualTo(Failure.Kind.NO_BROWSER);
    assertThat(cause(examiner.examine(drawn, Scene.EDITION).getFirst()))
        .isEqualTo(Failure.Kind.NEEDS_BROWSER);
  }

  @Test
  void aCheckSeesNothingThatItDidNotDeclare() {
    var curious =
        new Fake("search", Set.of()) {
          @Override
          public Outcome examine(Examination visit) {
            visit.attempt(HomePage.class);
            return super.examine(visit);
          }
        };
    var visit = Scene.visit().with(PageScene.home().asHome()).build();

    assertThat(cause(new Examiner(List.of(curious)).examine(visit, Scene.EDITION).getFirst()))
        .isEqualTo(Failure.Kind.CRASHED);
  }

  @Test
  void aViewIsDerivedOncePerVisit() {
    var derived = new AtomicInteger();
    View<Integer> view = visit -> derived.incrementAndGet();
    var examiner = new Examiner(List.of(looking("ipv6", view), looking("search", view)));

    examiner.examine(Scene.visit().build(), Scene.EDITION);
    assertThat(derived).hasValue(1);
    examiner.examine(Scene.visit().build(), Scene.EDITION);
    assertThat(derived).hasValue(2);
  }

  @Test
  void checksOfSitesAreNotAskedAboutAccountsAndSayThatTheyDoNotApply() {
    var account =
        new Account(
            "a1", Platform.WECHAT, "", "示例发布", "", Category.CITY_PORTAL, "", "", "", Map.of());

    assertThat(
            new Examiner(List.of(passing("search")))
                .examine(Scene.of(account).build(), Scene.EDITION))
        .extracting(Judgement::outcome)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.NotApplicable.class, none -> assertThat(none.reason()).isEqualTo("account"));
  }

  @Test
  void aSiteTakenOfflineIsNotInspected() {
    var offline = new Site("", "旧站", "http://old.gov.cn/", "", Category.OTHER, "", false, Map.of());

    var outcome =
        new Examiner(List.of(passing("search")))
            .examine(Scene.of(offline).build(), Scene.EDITION)
            .getFirst()
            .outcome();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.NotApplicable.class, none -> assertThat(none.reason()).isEqualTo("offline"));
  }

  @Test
  void twoChecksOfOneNameAreRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Examiner(List.of(passing("search"), passing("search"))))
        .withMessageContaining("search");
  }

  @Test
  void anUnknownCheckIsAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Examiner(List.of(passing("search"))).only(Set.of("serach")))
        .withMessageContaining("no check serach; there are search");
  }

  private static Failure.Kind cause(Judgement judgement) {
    return judgement.outcome() instanceof Outcome.Inconclusive(var why, _, _, _, _)
        ? why.kind()
        : Failure.Kind.NOT_GATHERED;
  }

  @Test
  void whatACaptureLacksIsNoPassAndWhatItShowsIsForReview() {
    var visit =
        Scene.visit()
            .with(new LinkSurvey(List.of(), 0, Optional.empty()))
            .with(new Whole())
            .with(new Gaps(Set.of(LinkSurvey.class), Failure.of(Failure.Kind.NOT_GATHERED)))
            .build();
    var clean = new Fake("search", Set.of(LinkSurvey.class));
    var elsewhere = new Fake("ipv6", Set.of(Whole.class));
    var faulty =
        new Fake("link-health", Set.of(LinkSurvey.class)) {
          @Override
          public Outcome examine(Examination visit) {
            var finding =
                visit.finding(
                    Severity.MINOR,
                    "http://www.example.gov.cn/1.html",
                    Measured.NOTHING,
                    Measured.NOTHING,
                    FINE,
                    List.of(Evidence.of(Scene.SOURCE, "404")));
            return new Outcome.Conclusive(
                1, List.of(finding), Measured.NOTHING, FINE, 1, false, List.of());
          }
        };

    var judged = new Examiner(List.of(clean, elsewhere, faulty)).examine(visit, Scene.EDITION);

    assertThat(judged)
        .extracting(one -> one.check() + " " + one.verdict().id())
        .containsExactly("ipv6 pass", "link-health fail", "search inconclusive");
    assertThat(cause(judged.getLast())).isEqualTo(Failure.Kind.NOT_GATHERED);
    assertThat(judged.get(1).outcome())
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, seen -> assertThat(seen.needsReview()).isTrue());
  }

  private record Whole() implements Artifact {}

  private static Check passing(String id) {
    return new Fake(id, Set.of());
  }

  private static Check looking(String id, View<Integer> view) {
    return new Fake(id, Set.of()) {
      @Override
      public Outcome examine(Examination visit) {
        visit.the(view);
        return super.examine(visit);
      }
    };
  }

  private static class Fake implements Check {
    private final String id;
    private final Set<Class<? extends Artifact>> needs;

    Fake(String id, Set<Class<? extends Artifact>> needs) {
      this.id = id;
      this.needs = needs;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Set<Class<? extends Artifact>> needs() {
      return needs;
    }

    @Override
    public Outcome examine(Examination visit) {
      return new Outcome.Conclusive(1, List.of(), Measured.NOTHING, FINE, 1, false, List.of());
    }
  }
}
