package xuncha.checks.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;
import static xuncha.checks.Scene.item;
import static xuncha.checks.Scene.undated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xuncha.checks.PageScene;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.SitePages.Unread;

class HomeFreshnessTest {
  private final HomeFreshness check = new HomeFreshness();

  @ParameterizedTest(name = "newest entry {0} days old → {1}")
  @CsvSource(
      textBlock =
          """
          0,   PASS
          13,  PASS
          14,  PASS
          15,  FAIL
          400, FAIL
          -1,  PASS
          """)
  void theWindowIsTwoWeeksInBeijingDays(int daysAgo, Verdict expected) {
    var outcome =
        Scene.visit()
            .with(PageScene.home().list(old(6)).list(item("关于召开全市工作会议的消息", daysAgo)).asHome())
            .judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @Test
  void measuresByTheKeysOfTheContract() {
    var outcome = Scene.visit().with(PageScene.home().list(old(6)).asHome()).judgedBy(check);

    assertThat(outcome.measured().values())
        .containsEntry("newest", "2020-02-21")
        .containsEntry("days", 40L)
        .containsEntry("items", 6)
        .hasSize(3);
    assertThat(findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("http://www.example.gov.cn/");
          assertThat(finding.threshold().values()).containsEntry("days", 14L);
          assertThat(finding.summary().zh()).contains("40天").contains("2020-02-21");
        });
  }

  @Test
  void aTypingErrorInTheFutureIsNoNews() {
    var items = new ArrayList<>(old(6));
    items.add(item("关于召开全市工作会议的消息", -365));

    assertThat(verdict(items)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void pinnedOldEntriesDoNotHideNewOnes() {
    var pinned = new Item("置顶的旧消息标题", "http://www.example.gov.cn/p", item("x", 900).date(), true);

    assertThat(verdict(List.of(pinned, item("关于召开全市工作会议的消息", 2)))).isEqualTo(Verdict.PASS);
  }

  @Test
  void headlinesWhoseDatesWeCannotReadAreNotStale() {
    var items = new ArrayList<>(old(6));
    IntStream.range(0, 20).mapToObj(n -> undated("没有日期的新闻标题第" + n + "条内容")).forEach(items::add);

    assertThat(verdict(items)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /// One entry without a date above six old ones, of which nothing but its address is known.
  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      textBlock =
          """
          关于召开全市工作会议的消息, http://www.example.gov.cn/a/1.html,    INCONCLUSIVE
          关于召开全市工作会议的消息, http://www.example.gov.cn/show?id=1,   INCONCLUSIVE
          关于召开全市工作会议的消息, http://www.example.gov.cn/read.html,   FAIL
          关于召开全市工作会议的消息, http://www.example.gov.cn/gone.html,   FAIL
          关于召开全市工作会议的消息, http://www.example.gov.cn/shut.html,   INCONCLUSIVE
          关于召开全市工作会议的消息, http://www.example.gov.cn/a/1.pdf,     FAIL
          关于召开全市工作会议的消息, http://www.elsewhere.gov.cn/a/1.html,  FAIL
          工作会议,                   http://www.example.gov.cn/a/1.html,    FAIL
          """)
  void whoHasNotOpenedTheHeadlineDoesNotKnowWhatIsNew(String title, String url, Verdict expected) {
    var headline = new Item(title, url, Optional.empty(), false);
    var read = PageScene.of(PageKind.OTHER, "/read.html").facts();
    var gone = unread("/gone.html", Failure.Kind.NOT_FOUND);
    var shut = unread("/shut.html", Failure.Kind.BLOCKED);

    var outcome =
        Scene.visit()
            .with(PageScene.home().list(headline).list(old(6)).asHome())
            .with(new SitePages(List.of(read), List.of(gone, shut), true))
            .judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  private static Unread unread(String path, Failure.Kind why) {
    return new Unread("http://www.example.gov.cn" + path, Failure.of(why), Scene.SOURCE);
  }

  /// A list of eight without dates, of which articles were opened, beside two dated old entries.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          40 44 49 60 90 - - -,  FAIL
          40 44 49 60 - - - -,   INCONCLUSIVE
          40 44 49 60 42 - - -,  INCONCLUSIVE
          40 44 49 60 3 - - -,   PASS
          """)
  void ofAListWithoutDatesASampleMustGoDown(String ages, Verdict expected) {
    var items = new ArrayList<Item>();
    for (var age : ages.split(" ", -1)) {
      var headline = undated("没有日期的新闻标题第" + items.size() + "条内容");
      items.add(age.equals("-") ? headline : headline.dated(told(Integer.parseInt(age))));
    }

    var outcome =
        Scene.visit()
            .with(PageScene.home().list(old(2)).list(items).asHome())
            .with(new SitePages(List.of(), List.of(), true))
            .judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  private static FoundDate told(int daysAgo) {
    return item("x", daysAgo).date().orElseThrow().as(Provenance.ARTICLE, 0.9);
  }

  @Test
  void menuWordsWithoutDatesAreNoHeadlines() {
    var items = new ArrayList<>(old(6));
    IntStream.range(0, 40).mapToObj(n -> undated("栏目" + n)).forEach(items::add);

    assertThat(verdict(items)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void tooFewDatesProveNothing() {
    assertThat(verdict(old(4))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(List.of())).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void anUncertainFreshDateIsEnoughToDoubt() {
    var items = new ArrayList<>(old(6));
    items.add(item("关于召开全市工作会议的消息", 3, 0.4));

    assertThat(verdict(items)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void anUncertainFreshDateIsNotEnoughToPraise() {
    assertThat(verdict(List.of(item("关于召开全市工作会议的消息", 3, 0.4)))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /// Scripts may have put newer entries on the page than were seen.
  @ParameterizedTest(name = "newest {0} days old → {1}")
  @CsvSource({"41, INCONCLUSIVE", "3, PASS"})
  void anOldPageIsNotAccusedOfWhatItsScriptsWereNotSeenToAdd(int newest, Verdict expected) {
    var page = PageScene.home().list(old(6)).list(item("关于召开全市工作会议的消息", newest)).asHome();
    var unseen = Optional.of(Failure.of(Failure.Kind.NEEDS_BROWSER));

    var outcome =
        Scene.visit().with(new HomePage(page.page(), page.hops(), false, unseen)).judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @Test
  void aHeadlineIsDatedByItsOwnPageOrColumn() {
    var headline = undated("关于召开全市工作会议的消息");
    var article = PageScene.of(PageKind.ARTICLE, "/a").at(headline.url()).published(1).facts();

    var outcome =
        Scene.visit()
            .with(PageScene.home().list(old(6)).list(headline).asHome())
            .with(new SitePages(List.of(article), List.of(), true))
            .judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
  }

  @Test
  void anEntryPageIsJudgedByTheSecondLevel() {
    var entry = PageScene.home().list(undated("进入")).asEntry();
    var stale = PageScene.of(PageKind.LIST, "/news/").list(old(8)).facts();
    var fresh = PageScene.of(PageKind.LIST, "/tz/").list(item("关于召开会议的通知", 3)).facts();

    assertThat(entryVerdict(entry, new SitePages(List.of(stale, fresh), List.of(), true)))
        .isEqualTo(Verdict.PASS);
    assertThat(entryVerdict(entry, new SitePages(List.of(stale), List.of(), true)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void behindAnEntryPageAllSecondLevelPagesMustHaveBeenRead() {
    var entry = PageScene.home().asEntry();
    var stale = PageScene.of(PageKind.LIST, "/news/").list(old(8)).facts();
    var unread =
        new Unread("http://www.example.gov.cn/tz/", Failure.of(Failure.Kind.BLOCKED), Scene.SOURCE);

    assertThat(entryVerdict(entry, new SitePages(List.of(stale), List.of(unread), true)))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(entryVerdict(entry, new SitePages(List.of(stale), List.of(), false)))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest
  @EnumSource(value = PageState.class, names = "CONTENT", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotTheHomePageSaysNothingOfIt(PageState state) {
    var outcome =
        Scene.visit().with(PageScene.home().showing(state).list(old(9)).asHome()).judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aStaleHomePageOfALivelySiteIsForReview() {
    var lively =
        new Column(
            "要闻",
            "http://www.example.gov.cn/yw/",
            ColumnKind.NEWS,
            0.9,
            1,
            Column.State.LISTED,
            List.of(item("今天的要闻标题", 0)),
            "",
            Optional.empty(),
            Scene.SOURCE);
    var outcome =
        Scene.visit()
            .with(PageScene.home().list(old(9)).asHome())
            .with(new SiteColumns(List.of(lively), true))
            .judgedBy(check);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, judged -> assertThat(judged.needsReview()).isTrue());
  }

  private Verdict verdict(List<Item> items) {
    return Verdict.of(Scene.visit().with(PageScene.home().list(items).asHome()).judgedBy(check));
  }

  private Verdict entryVerdict(HomePage entry, SitePages pages) {
    return Verdict.of(Scene.visit().with(entry).with(pages).judgedBy(check));
  }

  private static List<Item> old(int count) {
    return IntStream.range(0, count).mapToObj(n -> item("一条比较旧的消息标题" + n, 40 + n)).toList();
  }
}
