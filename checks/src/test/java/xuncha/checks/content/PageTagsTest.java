package xuncha.checks.content;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.checks.PageScene;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;

class PageTagsTest {
  private static final String CODE = "3401000001";
  private final PageTags check = new PageTags();

  @Test
  void aSiteWithItsTagsPasses() {
    var outcome = judge(home().facts(), column().facts(), article().facts());

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
    assertThat(outcome.measured().values())
        .containsEntry("pages", 3)
        .containsEntry("complete", 3)
        .containsEntry("missing", List.of())
        .hasSize(3);
  }

  @Test
  void everyKindOfPageHasItsTags() {
    var bare = PageScene.of(PageKind.LIST, "/tz/").meta("SiteName", "示例市人民政府").facts();
    var outcome = judge(home().facts(), bare);

    assertThat(outcome.measured().values())
        .containsEntry(
            "missing",
            List.of(
                "ColumnDescription",
                "ColumnKeywords",
                "ColumnName",
                "ColumnType",
                "SiteDomain",
                "SiteIDCode"));
    assertThat(findings(outcome))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("http://www.example.gov.cn/tz/");
          assertThat(finding.severity()).isEqualTo(Severity.MINOR);
          assertThat(finding.summary().zh()).contains("ColumnName缺失");
        });
  }

  @Test
  void aWrongCaseIsThereAndOnlyCounted() {
    var lower =
        PageScene.home()
            .meta("sitename", "示例市人民政府")
            .meta("SITEDOMAIN", "www.example.gov.cn")
            .meta("SiteIDCode", CODE);
    var outcome = judge(lower.facts());

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
    assertThat(outcome.summary().zh()).contains("2处标签名大小写不规范");
  }

  @ParameterizedTest(name = "{0} = {1} → {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SiteName   | ''                         | MINOR
          SiteName   | null                       | MINOR
          SiteName   | undefined                  | MINOR
          SiteName   | ${site.name}               | MINOR
          SiteName   | [$SiteName]                | MINOR
          SiteName   | {{ site.name }}            | MINOR
          SiteName   | <%=siteName%>              | MINOR
          SiteName   | 示例市（$）人民政府         |
          SiteDomain | http://www.example.gov.cn  | NOTICE
          SiteDomain | https://www.example.gov.cn/| NOTICE
          SiteDomain | example.gov.cn             |
          SiteDomain | zwgk.example.gov.cn        |
          SiteDomain | www.example.gov.cn:80      |
          SiteDomain | www.other.gov.cn           | MINOR
          SiteDomain | http://www.other.gov.cn    | MINOR
          SiteDomain | notexample.gov.cn          | MINOR
          SiteIDCode | 3401000002                 | MINOR
          SiteIDCode | ' 3401000001 '             |
          """)
  void aTagThatSaysNothingOrNamesAnotherSiteIsWrong(
      String name, String content, Severity expected) {
    var page = PageScene.home();
    page = name.equals("SiteName") ? page : page.meta("SiteName", "示例市人民政府");
    page = name.equals("SiteDomain") ? page : page.meta("SiteDomain", "www.example.gov.cn");
    page = name.equals("SiteIDCode") ? page : page.meta("SiteIDCode", CODE);

    var findings = findings(judge(page.meta(name, content).facts()));

    assertThat(findings.stream().map(one -> one.severity()).findFirst())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "PubDate {0} → {1}")
  @CsvSource(
      textBlock =
          """
          2020-03-31 09:30,    PASS
          1970-01-02 09:30,    PASS
          2020-03-31 09:30:15, PASS
          2020-03-31 09:30:15.0, PASS
          2020-03-31,          FAIL
          2020/03/31 09:30,    FAIL
          2020-3-31 9:30,      FAIL
          2020-02-30 09:30,    FAIL
          2020-03-31 25:30,    FAIL
          2020年3月31日,        FAIL
          昨天,                FAIL
          """)
  void pubDateHasItsForm(String written, Verdict expected) {
    var outcome = judge(article("PubDate", written));

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
    assertThat(findings(outcome)).allMatch(one -> one.severity() == Severity.NOTICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01 00:00", "1970-01-01 08:00", "2027-05-01 10:00"})
  void aDayOnWhichNobodyPublishedIsMoreThanAMistakeOfForm(String written) {
    assertThat(findings(judge(article("PubDate", written))))
        .extracting(one -> one.severity())
        .containsOnly(Severity.MINOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{dede:global.cfg_webname/}", "<TRS_DOCUMENT FIELD=\"X\">", "$title$"})
  void whatATemplateLeftIsNoTag(String content) {
    assertThat(Verdict.of(judge(article("ContentSource", content)))).isEqualTo(Verdict.FAIL);
  }

  @Test
  void oneRightTagAmongTwoIsEnough() {
    var twice = home().meta("SiteIDCode", "").facts();

    assertThat(Verdict.of(judge(twice))).isEqualTo(Verdict.PASS);
  }

  @Test
  void withoutARegisteredCodeTheFooterTellsIt() {
    var marks =
        new Marks(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("3401000009"),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Marks.Elsewhere.NOWHERE);
    var pages = new SitePages(List.of(home().marked(marks).facts()), List.of(), true);

    assertThat(Verdict.of(Scene.visit().with(pages).judgedBy(check))).isEqualTo(Verdict.FAIL);
    assertThat(
            Verdict.of(
                Scene.visit()
                    .with(new SitePages(List.of(home().facts()), List.of(), true))
                    .judgedBy(check)))
        .as("no code known anywhere: nothing to compare")
        .isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORM", "HUB", "OTHER"})
  void pagesOfNoPlainKindAreLeftOut(PageKind kind) {
    assertThat(Verdict.of(judge(PageScene.of(kind, "/x").facts()))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatIsNoArticleForSureIsNotHeldToAnArticlesTags() {
    var text = PageScene.of(PageKind.ARTICLE, "/about.html").facts();

    assertThat(Verdict.of(judge(text))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aColumnThatLooksLikeAnArticleIsNotHeldToAnArticlesTags() {
    var text = columnTags(site(PageScene.of(PageKind.ARTICLE, "/tz/"))).published(1).facts();
    var column =
        new Column(
            "通知公告",
            text.url(),
            ColumnKind.NOTICE,
            0.9,
            1,
            Column.State.LISTED,
            List.of(),
            "",
            Optional.empty(),
            Scene.SOURCE);
    var outcome =
        Scene.registeredAs(CODE)
            .with(new SitePages(List.of(home().facts(), text), List.of(), true))
            .with(new SiteColumns(List.of(column), true))
            .judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
  }

  @Test
  void pagesOfOtherBodiesAndPagesWithoutContentAreLeftOut() {
    var other = PageScene.of(PageKind.LIST, "/").at("http://www.other.gov.cn/tz/").facts();
    var challenge = PageScene.of(PageKind.LIST, "/c/").showing(PageState.CHALLENGE).facts();

    assertThat(judge(home().facts(), other, challenge).measured().values())
        .containsEntry("pages", 1);
  }

  private Outcome judge(PageFacts... pages) {
    return Scene.registeredAs(CODE)
        .with(new SitePages(List.of(pages), List.of(), true))
        .judgedBy(check);
  }

  @ParameterizedTest(name = "three pages in order, {0} columns unread: {1} → {2}")
  @CsvSource(
      textBlock =
          """
          3, BUDGET,       PASS
          4, BUDGET,       INCONCLUSIVE
          4, NOT_GATHERED, INCONCLUSIVE
          4, BLOCKED,      PASS
          """)
  void aFewPagesOfManyThatWeDidNotLookIntoAreNoSample(
      int unread, Failure.Kind why, Verdict expected) {
    var columns =
        IntStream.range(0, unread)
            .mapToObj(n ->
                new Column(
                    "栏目" + n,
                    "http://www.example.gov.cn/" + n + "/",
                    ColumnKind.OTHER,
                    0.9,
                    1,
                    Column.State.UNREAD,
                    List.of(),
                    "",
                    Optional.of(Failure.of(why)),
                    Scene.SOURCE))
            .toList();
    var pages = List.of(home().facts(), column().facts(), article().facts());

    var outcome =
        Scene.registeredAs(CODE)
            .with(new SitePages(pages, List.of(), true))
            .with(new SiteColumns(columns, false))
            .judgedBy(new PageTags());

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  private static PageScene home() {
    return site(PageScene.home());
  }

  private static PageScene column() {
    return columnTags(site(PageScene.of(PageKind.LIST, "/tz/")));
  }

  private static PageScene article() {
    return columnTags(site(PageScene.of(PageKind.ARTICLE, "/tz/1.html")))
        .published(1)
        .meta("ArticleTitle", "关于召开会议的通知")
        .meta("PubDate", "2020-03-31 09:30")
        .meta("ContentSource", "办公室");
  }

  private static PageFacts article(String name, String content) {
    return columnTags(site(PageScene.of(PageKind.ARTICLE, "/tz/1.html")))
        .published(1)
        .meta("ArticleTitle", "关于召开会议的通知")
        .meta("ContentSource", "办公室")
        .meta(name, content)
        .facts();
  }

  private static PageScene site(PageScene page) {
    return page.meta("SiteName", "示例市人民政府")
        .meta("SiteDomain", "www.example.gov.cn")
        .meta("SiteIDCode", CODE);
  }

  private static PageScene columnTags(PageScene page) {
    return page.meta("ColumnName", "通知公告")
        .meta("ColumnDescription", "通知公告栏目")
        .meta("ColumnKeywords", "通知,公告")
        .meta("ColumnType", "政策文件");
  }
}
