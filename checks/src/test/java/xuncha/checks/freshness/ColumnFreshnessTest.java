package xuncha.checks.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;
import static xuncha.checks.Scene.item;
import static xuncha.checks.Scene.undated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.checks.PageScene;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Column.State;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;

class ColumnFreshnessTest {
  private final ColumnFreshness check = new ColumnFreshness();

  @ParameterizedTest(name = "{0} column, newest {1} days old → {2}")
  @CsvSource(
      textBlock =
          """
          NEWS,           14,   PASS
          NEWS,           15,   FAIL
          NOTICE,         182,  PASS
          NOTICE,         183,  FAIL
          POLICY,         182,  PASS
          POLICY,         183,  FAIL
          INTERPRETATION, 365,  PASS
          INTERPRETATION, 366,  FAIL
          INTERACTION,    365,  PASS
          INTERACTION,    366,  FAIL
          OTHER,          365,  PASS
          OTHER,          366,  FAIL
          NEWS,           -1,   PASS
          """)
  void everyKindHasItsWindow(ColumnKind kind, int daysAgo, Verdict expected) {
    assertThat(verdict(column("栏目", kind, listing(daysAgo)))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "a {0} column need not be updated")
  @CsvSource({"OVERVIEW", "SERVICE"})
  void someKindsNeedNoUpdating(ColumnKind kind) {
    assertThat(verdict(column("栏目", kind, listing(900)))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(column("栏目", kind, listing(900)), column("要闻", ColumnKind.NEWS, listing(1))))
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aGuessedKindIsHeldToTheMostLenientWindow() {
    var guessed = column("看点", ColumnKind.NEWS, listing(300), 0.3);
    var longForgotten = column("看点", ColumnKind.NEWS, listing(366), 0.3);

    assertThat(verdict(guessed)).isEqualTo(Verdict.PASS);
    assertThat(verdict(longForgotten)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void oneFindingPerColumnWithTheKeysOfTheContract() {
    var outcome =
        judge(
            column("通知公告", ColumnKind.NOTICE, listing(200)),
            column("要闻", ColumnKind.NEWS, listing(20)),
            column("政策文件", ColumnKind.POLICY, listing(20)));

    assertThat(outcome.measured().values())
        .containsEntry("columns", 3)
        .containsEntry("stale", 2)
        .hasSize(2);
    assertThat(findings(outcome)).hasSize(2);
    var finding = findings(outcome).getFirst();
    assertThat(finding.measured().values())
        .containsEntry("name", "通知公告")
        .containsEntry("kind", "notice")
        .containsEntry("newest", "2019-09-14")
        .containsEntry("days", 200L)
        .containsEntry("limitDays", 182L)
        .hasSize(5);
    assertThat(finding.subject()).isEqualTo("http://www.example.gov.cn/通知公告/");
    assertThat(finding.severity()).isEqualTo(Severity.MAJOR);
    assertThat(finding.evidence().getFirst().record()).isEqualTo(Scene.SOURCE.record());
  }

  @Test
  void aColumnThatCouldNotBeReadIsNotStale() {
    var unread = unread("要闻", Failure.Kind.BLOCKED);

    assertThat(verdict(unread)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(unread, column("公告", ColumnKind.NOTICE, listing(1))))
        .isEqualTo(Verdict.PASS);
    assertThat(
            verdict(
                unread,
                unread("公示", Failure.Kind.BLOCKED),
                column("公告", ColumnKind.NOTICE, listing(1))))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest(name = "beside two fresh lists one unread: {0} of kind {1} → {2}")
  @CsvSource(
      textBlock =
          """
          BUDGET,        NEWS,     INCONCLUSIVE
          NOT_GATHERED,  NOTICE,   INCONCLUSIVE
          NEEDS_BROWSER, OTHER,    INCONCLUSIVE
          BUDGET,        OVERVIEW, PASS
          BLOCKED,       NEWS,     PASS
          """)
  void whatWeDidNotLookIntoOurselvesClearsNobody(
      Failure.Kind why, ColumnKind kind, Verdict expected) {
    var unseen = column("公开", kind, List.of()).unreadFor(Failure.of(why));
    var notice = column("公告", ColumnKind.NOTICE, listing(1));

    assertThat(verdict(column("要闻", ColumnKind.NEWS, listing(1)), notice, unseen))
        .isEqualTo(expected);
    assertThat(verdict(column("要闻", ColumnKind.NEWS, listing(30)), notice, unseen))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void entriesThatCannotBeDatedProveNothing() {
    var items = new ArrayList<Item>();
    items.add(item("一条可以读出日期的旧消息", 300));
    IntStream.range(0, 5).mapToObj(n -> undated("一条读不出日期的消息标题" + n)).forEach(items::add);

    assertThat(verdict(column("要闻", ColumnKind.NEWS, items))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whoHasNotOpenedTheHeadlineAboveTheListDoesNotKnowWhatIsNew() {
    var headline =
        new Item("一条没有日期的头条消息标题", "http://www.example.gov.cn/1.html", Optional.empty(), false);
    var above = new ArrayList<Item>(List.of(headline));
    above.addAll(listing(30));
    var below = new ArrayList<Item>(listing(30));
    below.add(headline);

    assertThat(verdict(column("要闻", ColumnKind.NEWS, above))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(column("要闻", ColumnKind.NEWS, below))).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest(name = "beside a fresh list: two {0} → {1}")
  @CsvSource(
      textBlock =
          """
          pages with no more than a picture,       PASS
          lists of leaders' names,                 PASS
          pages that need a browser,               INCONCLUSIVE
          lists of undated headlines,              INCONCLUSIVE
          """)
  void pagesThatAreNoListsAreNotMissed(String what, Verdict expected) {
    IntFunction<Column> other =
        switch (what.substring(what.lastIndexOf(' ') + 1)) {
          case "picture" -> n -> unread("地图" + n, Failure.Kind.TOO_LITTLE);
          case "names" ->
              n -> column("领导" + n, ColumnKind.OTHER, List.of(undated("王某"), undated("李某")));
          case "browser" -> n -> unread("列表" + n, Failure.Kind.NEEDS_BROWSER);
          default -> n -> column("消息" + n, ColumnKind.NEWS, List.of(undated("一条没有日期的消息标题内容")));
        };

    assertThat(verdict(column("要闻", ColumnKind.NEWS, listing(1)), other.apply(1), other.apply(2)))
        .isEqualTo(expected);
  }

  @Test
  void anUncertainFreshDateLeavesADoubt() {
    var items = new ArrayList<>(listing(30));
    items.add(item("日期不确定的一条消息标题", 2, 0.3));

    assertThat(verdict(column("要闻", ColumnKind.NEWS, items))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aListFromOldToNewMayGoOnWhereWeDidNotRead() {
    var oldestFirst = List.of(item("甲", 900), item("乙", 800), item("丙", 700), item("丁", 600));

    assertThat(verdict(column("要闻", ColumnKind.NEWS, oldestFirst))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /// 2个月前 for all of 60 to 89 days seems newer than a day told exactly.
  @Test
  void agesAreTooRoughToTellThatAListRunsFromOldToNew() {
    var mixed = List.of(item("甲", 66), aged("乙", 60), aged("丙", 60));

    assertThat(verdict(column("要闻", ColumnKind.NEWS, mixed))).isEqualTo(Verdict.FAIL);

    var ages = List.of(aged("甲", 90), aged("乙", 60), aged("丙", 30));

    assertThat(verdict(column("要闻", ColumnKind.NEWS, ages))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Item aged(String title, int daysAgo) {
    var item = item(title, daysAgo);
    return item.dated(item.date().orElseThrow().as(Provenance.RELATIVE, 0.75));
  }

  @Test
  void pinnedOldEntriesOnTopDoNotHideNewerOnes() {
    var pinned = new Item("置顶", "http://www.example.gov.cn/p", item("x", 900).date(), true);
    var items = new ArrayList<Item>(List.of(pinned));
    items.addAll(listing(3));

    assertThat(verdict(column("要闻", ColumnKind.NEWS, items))).isEqualTo(Verdict.PASS);
  }

  @Test
  void entriesAreDatedByTheirOwnPages() {
    var headline = undated("一条没有日期的消息标题内容");
    var article = PageScene.of(PageKind.ARTICLE, "/a").at(headline.url()).published(100).facts();

    var outcome =
        Scene.visit()
            .with(new SiteColumns(List.of(column("要闻", ColumnKind.NEWS, List.of(headline))), true))
            .with(new SitePages(List.of(article), List.of(), true))
            .judgedBy(check);

    assertThat(findings(outcome)).hasSize(1);
  }

  /// Of a list without dates the articles behind some entries were opened: how many days old each
  /// is, from top to bottom, - where it was not opened.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          90 95 99 120 - - 200 - - -,   FAIL
          90 95 99 120 200,             FAIL
          9 95 99 120 - - 200 - - -,    PASS
          90 95 99 - - - 200 - - -,     INCONCLUSIVE
          90 95 99 120 - - - - - -,     INCONCLUSIVE
          90 95 99 120 - - 80 - - -,    INCONCLUSIVE
          90 200 99 120 - - 300 - - -,  INCONCLUSIVE
          90 90 90 90 - - 90 - - -,     INCONCLUSIVE
          90 95 99 120 - - 9 - - -,     PASS
          - 95 99 120 - - 200 - - -,    INCONCLUSIVE
          90 95 99 120 - - 200,         FAIL
          90 95 99 - 200 -,             INCONCLUSIVE
          """)
  void aListWithoutDatesIsStaleWhenASampleGoesDown(String ages, Verdict expected) {
    assertThat(verdict(column("要闻", ColumnKind.NEWS, opened(ages)))).isEqualTo(expected);
  }

  @Test
  void theArticleThatWasOpenedIsEvidence() {
    var items = opened("90 95 99 120 - - 200 - - -");
    var article =
        PageScene.of(PageKind.ARTICLE, "/a").at(items.getFirst().url()).published(90).facts();

    var outcome =
        Scene.visit()
            .with(new SiteColumns(List.of(column("要闻", ColumnKind.NEWS, items)), true))
            .with(new SitePages(List.of(article), List.of(), true))
            .judgedBy(check);

    assertThat(findings(outcome).getFirst().evidence()).hasSize(2);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Conclusive.class, judged -> assertThat(judged.needsReview()).isTrue());
  }

  private static List<Item> opened(String ages) {
    var items = new ArrayList<Item>();
    for (var age : ages.split(" ", -1)) {
      var headline = undated("一条没有日期的消息标题第" + items.size() + "条");
      items.add(
          age.equals("-")
              ? headline
              : headline.dated(
                  item("x", Integer.parseInt(age))
                      .date()
                      .orElseThrow()
                      .as(Provenance.ARTICLE, 0.9)));
    }
    return items;
  }

  @Test
  void fiveCurrentColumnsAreAVeto() {
    assertThat(severities(4, 0, ColumnKind.NEWS, 1)).containsOnly(Severity.MAJOR);
    assertThat(severities(5, 0, ColumnKind.NEWS, 1)).containsOnly(Severity.VETO);
    assertThat(severities(5, 0, ColumnKind.NOTICE, 1)).containsOnly(Severity.VETO);
    assertThat(severities(5, 0, ColumnKind.NOTICE, 2))
        .as("notices count at the first level only")
        .containsOnly(Severity.MAJOR);
  }

  @Test
  void tenOtherColumnsAreAVeto() {
    assertThat(severities(0, 9, ColumnKind.NEWS, 1)).containsOnly(Severity.MINOR);
    assertThat(severities(0, 10, ColumnKind.NEWS, 1)).containsOnly(Severity.VETO);
    assertThat(severities(4, 9, ColumnKind.NEWS, 1)).containsOnly(Severity.MAJOR, Severity.MINOR);
  }

  @Test
  void theSameColumnUnderTwoNamesCountsOnce() {
    var one = column("要闻", ColumnKind.NEWS, listing(30));
    var again =
        new Column(
            "新闻",
            one.url(),
            one.kind(),
            one.confidence(),
            2,
            one.state(),
            one.items(),
            "",
            Optional.empty(),
            Scene.SOURCE);

    assertThat(findings(judge(one, again))).hasSize(1);
  }

  private List<Severity> severities(int current, int others, ColumnKind kind, int level) {
    var columns = new ArrayList<Column>();
    for (var n = 0; n < current; n++) {
      columns.add(column("现" + n, kind, listing(400), 0.9, level));
    }
    for (var n = 0; n < others; n++) {
      columns.add(column("其" + n, ColumnKind.OTHER, listing(400)));
    }
    return findings(judge(columns.toArray(Column[]::new))).stream()
        .map(finding -> finding.severity())
        .toList();
  }

  /// Scripts may have put newer entries into the list than were seen.
  @ParameterizedTest(name = "newest {0} days old → {1}")
  @CsvSource({"90, INCONCLUSIVE", "3, PASS"})
  void anOldListIsNotAccusedOfWhatItsScriptsWereNotSeenToAdd(int newest, Verdict expected) {
    var column =
        column("要闻", ColumnKind.NEWS, listing(newest))
            .lacking(Failure.of(Failure.Kind.NEEDS_BROWSER));

    assertThat(verdict(column)).isEqualTo(expected);
  }

  private Verdict verdict(Column... columns) {
    return Verdict.of(judge(columns));
  }

  private Outcome judge(Column... columns) {
    return Scene.visit().with(new SiteColumns(List.of(columns), true)).judgedBy(check);
  }

  /// Five entries, newest first, the newest that old.
  private static List<Item> listing(int newest) {
    return IntStream.range(0, 5)
        .mapToObj(n -> item("消息" + newest + "-" + n, newest + 3 * n))
        .toList();
  }

  private static Column column(String name, ColumnKind kind, List<Item> items) {
    return column(name, kind, items, 0.9);
  }

  private static Column column(String name, ColumnKind kind, List<Item> items, double sure) {
    return column(name, kind, items, sure, 1);
  }

  private static Column column(
      String name, ColumnKind kind, List<Item> items, double sure, int level) {
    return new Column(
        name,
        "http://www.example.gov.cn/" + name + "/",
        kind,
        sure,
        level,
        State.LISTED,
        items,
        "",
        Optional.empty(),
        Scene.SOURCE);
  }

  private static Column unread(String name, Failure.Kind why) {
    return new Column(
        name,
        "http://www.example.gov.cn/" + name + "/",
        ColumnKind.NEWS,
        0.9,
        1,
        State.UNREAD,
        List.of(),
        "",
        Optional.of(Failure.of(why)),
        Scene.SOURCE);
  }
}
