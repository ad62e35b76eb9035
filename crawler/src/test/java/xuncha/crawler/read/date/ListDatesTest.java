package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;

class ListDatesTest {
  private static final Instant SEEN = Instant.parse("2024-09-12T04:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <li><a href=/1>市政府召开常务会议</a><span>2024-09-10</span></li>
          <li><span>[09-10]</span><a href=/1>市政府召开常务会议</a></li>
          <li><a href=/1>市政府召开常务会议</a> 2024/9/10</li>
          <li><a href=/1><i>市政府召开常务会议</i><em>2024.09.10</em></a></li>
          <li><a href=/1><div><b>10</b><p>2024-09</p></div><h4>市政府召开常务会议</h4></a></li>
          <li><div><span>09月</span><strong>10</strong></div><a href=/1>市政府召开常务会议</a></li>
          <li><div>10日 / 2024-09</div><a href=/1>市政府召开常务会议</a></li>
          <li><div><b>09-10</b><i>2024</i></div><a href=/1>市政府召开常务会议</a></li>
          <li><div><b>10</b><i>Sep</i></div><a href=/1>市政府召开常务会议</a></li>
          <li><div><b>09.10</b><i>2024</i></div><a href=/1>市政府召开常务会议</a></li>
          <li><div><i>2024</i><b>09.10</b></div><a href=/1>市政府召开常务会议</a></li>
          <li><div><b>09/10</b><i>2024年</i></div><a href=/1>市政府召开常务会议</a></li>
          <li><a href=/1>市政府召开常务会议</a><span>2024-09-09T16:00:00.000Z</span></li>
          <li><div><b>2024</b><i>09/10</i></div><a href=/1>市政府召开常务会议</a></li>
          <li><a href=/1>市政府召开常务会议</a><span>2天前</span></li>
          <li><a href=/1>市政府召开常务会议</a><time datetime="2024-09-10T09:15:00+08:00">1天前</time></li>
          <li><a href=/1>市政府召开常务会议</a><time datetime="2024-09-10 09:15"><i></i><em>1天前</em></time></li>
          <li><a href=/1>市政府召开常务会议</a><span title="发布时间：2024-09-10">1天前</span></li>
          <li><a href=/1>市政府召开常务会议</a><span title="2024-12-10">2天前</span></li>
          <li><a href=/1>市政府召开常务会议</a><time datetime="2024-09-12">2天前</time></li>
          <li><a href=/1>市政府召开常务会议</a><time datetime="2023-09-10">2天前</time></li>
          <li><a href=/1>市政府召开常务会议</a><p>会议将于2024年9月20日结束。</p><span>发布时间：2024-09-10</span></li>
          <li><a href=/1>市政府召开常务会议</a><p>会议决定，9月1日至30日开展检查，由各部门负责落实，确保取得实效，各地要高度重视。</p><span>2024-09-10</span></li>
          <li><a href=/1>市政府召开常务会议</a><span>成文日期：2024-08-30</span><span>发布日期：2024-09-10</span></li>
          <li><a href=/1>市政府召开常务会议</a><span>截止日期：2024-09-11</span><span>2024-09-10</span></li>
          <li><a href=/1>市政府召开常务会议</a><p>征集时间：2024-09-15至2024-10-15 发布：2024-09-10</p></li>
          <li><a href=/202409/1.html>市政府召开常务会议</a><span>[09-10]</span></li>
          <li><a href=/1>市政府召开常务会议 2024-09-10</a></li>
          <li><a href=/1>市政府召开常务会议<span>2024-09-10</span></a></li>
          """)
  void readsAnEntryInEveryShape(String html) {
    assertThat(dates(html).getFirst())
        .hasValueSatisfying(date -> assertThat(date.day()).isEqualTo(LocalDate.of(2024, 9, 10)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <li><a href=/1>关于召开2024年9月10日全市大会的通知</a></li>
          <li><a href=/1>2024年8月份财政收支情况</a></li>
          <li><a href=/1>联系电话</a><span>0557-5061216</span></li>
          <li><a href=/1>活动报名</a><span>截止日期：2024-09-11</span></li>
          <li><a href=/1>市政府召开常务会议</a><span>2094-09-10</span></li>
          <li><a href=/1>市政府召开常务会议</a><span>2024-02-30</span></li>
          <li><a href=/1>市政府召开常务会议</a><span>浏览 1234</span></li>
          <li><a href=/1>更多</a><span>1/20</span><span>下一页</span></li>
          """)
  void inventsNoDateThatCouldAccuse(String html) {
    assertThat(dates(html).getFirst().filter(FoundDate::isTrusted)).isEmpty();
  }

  @Test
  void leavesEventDatesToTheTitles() {
    var dates =
        dates(
            """
            <li><a href=/3>关于2024年9月20日停水的公告</a><span>2024-09-10</span></li>
            <li><a href=/2>2024年9月1日起施行的办法</a><span>2024-08-30</span></li>
            <li><a href=/1>9月8日天气</a><span>2024-08-29</span></li>
            """);

    assertThat(days(dates)).containsExactly("2024-09-10", "2024-08-30", "2024-08-29");
    assertThat(dates)
        .allSatisfy(date -> assertThat(date.orElseThrow().confidence()).isGreaterThan(0.8));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [DATE] 全市重点项目推进会召开      | true
          DATE 全市重点项目推进会召开        | true
          全市重点项目推进会召开 DATE        | true
          全市重点项目推进会召开（DATE）     | true
          关于DATE停水的通知                | false
          DATE停水通知                      | false
          2024年9月10日 全市停水            | false
          9月10日 全市重点项目推进会召开     | false
          """)
  void readsDatesThatEveryTitleOfAListBeginsOrEndsWith(String title, boolean dated) {
    var row = "<li><a href=/%d.html>%s</a></li>";
    var list = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      list.append(row.formatted(i, title.replace("DATE", "2024-09-10")));
    }

    var dates = dates(list.toString());

    assertThat(dates)
        .allSatisfy(
            date -> assertThat(date.filter(FoundDate::isTrusted).isPresent()).isEqualTo(dated));
    assertThat(dates(row.formatted(1, title.replace("DATE", "2024-09-10"))).getFirst())
        .as("one title alone may tell of an event")
        .satisfies(date -> assertThat(date.filter(FoundDate::isTrusted)).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <time datetime="2022-09-10">09-10</time>        | 2022-09-10
          <time datetime="2022-09-11">09-10</time>        | 2024-09-10
          <span title="2022年9月10日全市大会召开">09-10</span> | 2024-09-10
          <time datetime="2022-09-10T09:15:00.000+08:00">09-10</time> | 2022-09-10
          <span title="关于2022年9月10日召开全市大会的通知">09-10</span> | 2024-09-10
          <time datetime="2024-07-01T08:00:00Z">2个月前</time> | 2024-07-01
          """)
  void takesFromAnAttributeWhatReadersAreNotTold(String shown, LocalDate day) {
    var dates = dates("<li><a href=/1>市政府召开常务会议</a>" + shown + "</li>");

    assertThat(dates.getFirst().map(FoundDate::day)).hasValue(day);
  }

  @Test
  void completesYearsDownAList() {
    assertThat(days(dates(rows("09-10", "06-02", "01-15", "12-20", "07-01", "02-03", "11-11"))))
        .containsExactly(
            "2024-09-10",
            "2024-06-02",
            "2024-01-15",
            "2023-12-20",
            "2023-07-01",
            "2023-02-03",
            "2022-11-11");
  }

  @Test
  void letsPinnedOldEntriesStandOnTop() {
    assertThat(days(dates(rows("12-01", "10-08", "09-10", "09-09", "09-02", "08-30"))))
        .containsExactly(
            "2023-12-01", "2023-10-08", "2024-09-10", "2024-09-09", "2024-09-02", "2024-08-30");
  }

  /// Systems number pages as they make them: where the numbers fall from entry to entry nothing is
  /// kept on top.
  @Test
  void findsTheTurnOfTheYearAmongTheFirstEntries() {
    var rows = new StringBuilder();
    var number = 3077;
    for (var day : List.of("12-08", "12-01", "09-10", "09-09", "09-02", "08-30")) {
      number -= 41;
      rows.append("<li><a href=/gjj/tzgg/%d.jhtml>关于公积金业务的通知</a>[%s]</li>".formatted(number, day));
    }

    assertThat(days(dates(rows.toString())))
        .containsExactly(
            "2023-12-08", "2023-12-01", "2023-09-10", "2023-09-09", "2023-09-02", "2023-08-30");
  }

  /// Eight digits are a date where most entries have them alone in the same place.
  @ParameterizedTest(name = "{0} {1} {2} → {3}")
  @CsvSource(
      textBlock =
          """
          20240910, 20240902, 20240830, 2024-09-10
          20240910, 浏览,     浏览,     ''
          20240910, 55061216, 20241399, ''
          20940910, 20940902, 20940830, ''
          """)
  void readsEightDigitsAsADateInCompanyAlone(
      String first, String second, String third, String expected) {
    var found = dates(rows(first, second, third)).getFirst();

    assertThat(found.map(date -> date.day().toString()).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          标题：县长主持召开常务会议\\n发布时间：2024-09-10\\n点击数：15 | 2024-09-10
          标题：县长主持召开常务会议 作者：佚名 更新时间：2024-9-10 9:20:11 点击数：15 | ''
          关于2024年9月10日停水的公告                                          | ''
          会议时间：2024-09-10                                               | ''
          标题：一则消息\\n发布时间：2094-09-10                               | ''
          标题：市交警一大队：…\\n点击数：1356\\n发表时间：19年10月08日           | 2019-10-08
          """)
  void readsWhatALinksTitleCallsItsDateOfPublication(String title, String expected) {
    var found = HoverText.published(title.replace("\\n", "\n"), SEEN);

    assertThat(found.map(date -> date.day().toString()).orElse(""))
        .isEqualTo(expected.replace("''", ""));
  }

  @Test
  void takesYearsFromAddresses() {
    var dates =
        dates(
            """
            <li><a href=/202003/t20200310_1.html>一则旧消息在这里</a><span>03-10</span></li>
            <li><a href=/202002/t20200228_1.html>又一则旧消息在此</a><span>02-27</span></li>
            <li><a href=/x/3.html>再一则旧消息在此</a><span>02-20</span></li>
            """);

    assertThat(days(dates)).containsExactly("2020-03-10", "2020-02-27", "2020-02-20");
  }

  /// One entry whose year is known (written out, or in its address) among others that fall.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          2018-03-16 02-24 12-15 12-15 07-05, 2018-03-16 2018-02-24 2017-12-15 2017-12-15 2017-07-05
          09-10 03-02 2023-12-30 2023-12-28,  2024-09-10 2024-03-02 2023-12-30 2023-12-28
          09-10 2023-10-30 08-30 07-01,       2024-09-10 2023-10-30 2023-08-30 2023-07-01
          09-05 09-18 2023-09-10 08-30,       2023-09-05 2023-09-18 2023-09-10 2023-08-30
          09-10 2024-09-08 03-02 09-06 09-01, 2024-09-10 2024-09-08 2024-03-02 2024-09-06 2024-09-01
          2018-03-16 12-15 02-24 11-11,       2018-03-16 2017-12-15 2017-02-24 2016-11-11
          02-01 03-01 2024-04-01 05-01 06-01, 2024-02-01 2024-03-01 2024-04-01 2024-05-01 2024-06-01
          11-20 2024-09-08 09-01,             2023-11-20 2024-09-08 2024-09-01
          """)
  void lettingAListFallTellsTheYearsBesideThoseThatAreKnown(String shown, String expected) {
    assertThat(days(dates(rows(shown.split(" ", -1))))).containsExactly(expected.split(" ", -1));
  }

  @Test
  void trustsAddressesAloneTooLittleToAccuse() {
    var dates = dates("<li><a href=/202409/t20240910_1.html>市政府召开常务会议</a></li>");

    assertThat(dates.getFirst().orElseThrow().from()).isEqualTo(Provenance.URL);
    assertThat(dates.getFirst().orElseThrow().confidence()).isLessThan(0.5);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"发布日期", "发布时间（北京时间）", "發佈日期"})
  void readsTheColumnThatTheTablesHeadNames(String name) {
    var table =
        Jsoup.parse(
            """
            <table><tr><th>标题</th><th>成文日期</th><th>NAME</th></tr>
            <tr><td><a href=/1>关于印发办法的通知一</a></td><td>2024-08-01</td><td>2024-09-10</td></tr>
            <tr><td><a href=/2>关于印发办法的通知二</a></td><td>2024-07-01</td><td>2024-07-09</td></tr></table>
            """
                .replace("NAME", name));
    var dates = ItemDates.ofList(entries(table.select("tr:has(a)")), SEEN);

    assertThat(days(dates)).containsExactly("2024-09-10", "2024-07-09");
  }

  @Test
  void keepsOneAnswerForEachEntry() {
    var dates =
        dates("<li><a href=/1>没有日期的一条消息</a></li><li><a href=/2>有日期的消息一条</a><i>2024-09-10</i></li>");

    assertThat(dates).hasSize(2);
    assertThat(dates.getFirst()).isEmpty();
    assertThat(dates.getLast()).isPresent();
  }

  private static String rows(String... dates) {
    var rows = new StringBuilder();
    for (int i = 0; i < dates.length; i++) {
      rows.append(
          "<li><a href=/n/%d.html>第%d条消息的标题</a><span>%s</span></li>".formatted(i, i, dates[i]));
    }
    return rows.toString();
  }

  private static List<java.util.Optional<FoundDate>> dates(String items) {
    return ItemDates.ofList(entries(Jsoup.parse("<ul>" + items + "</ul>").select("li")), SEEN);
  }

  private static List<ItemDates.Entry> entries(List<Element> blocks) {
    return blocks.stream()
        .map(block -> {
          var link = java.util.Objects.requireNonNull(block.selectFirst("a"));
          var inner = link.selectFirst("i, h4");
          return new ItemDates.Entry(
              block, inner == null ? link.ownText() : inner.text(), link.attr("href"));
        })
        .toList();
  }

  private static List<String> days(List<java.util.Optional<FoundDate>> dates) {
    return dates.stream()
        .map(date -> date.map(found -> found.day().toString()).orElse("-"))
        .toList();
  }
}
