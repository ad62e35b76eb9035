package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Letters.Kind;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;
import xuncha.findings.visit.Source;

class LetterFactsTest {
  private static final String URL = "http://www.example.gov.cn/xx/list.html";
  private static final Instant SEEN = Instant.parse("2020-06-01T02:00:00Z");
  private final LetterFacts facts = new LetterFacts("县长信箱", URL, SEEN, Source.UNARCHIVED);

  @ParameterizedTest(name = "{0} … {1}")
  @CsvSource({
    "来信时间, 回复时间",
    "留言时间, 答复时间",
    "提交时间, 办理时间",
    "写信日期, 办结时间",
    "咨询日期, 回复日期",
    "来信日期, 办结日期",
    "提问时间, 解答时间",
    "诉求时间, 反馈时间",
    "时间, 答复日期"
  })
  void readsTablesByEveryCommonNamingOfTheTwoTimes(String sent, String answered) {
    var letters =
        facts.list(
            page(
                """
                <table><thead><tr><th>编号</th><th>标题</th><th>%s</th><th>%s</th></tr></thead>
                <tbody>
                <tr><td>1</td><td><a href="1.html">关于停水的问题</a></td><td>2020-04-03</td><td>2020-04-07</td></tr>
                <tr><td>2</td><td><a href="2.html">关于修路的问题</a></td><td>2020-01-02</td><td></td></tr>
                </tbody></table>
                """
                    .formatted(sent, answered)));

    assertThat(letters).extracting(Letter::title).containsExactly("关于停水的问题", "关于修路的问题");
    assertThat(letters)
        .extracting(Letter::url)
        .first()
        .isEqualTo("http://www.example.gov.cn/xx/1.html");
    assertThat(letters)
        .extracting(one -> day(one.sent()))
        .containsExactly("2020-04-03", "2020-01-02");
    assertThat(day(letters.getFirst().answered())).isEqualTo("2020-04-07");
    assertThat(letters)
        .extracting(Letter::standing)
        .containsExactly(Standing.ANSWERED, Standing.WAITING);
  }

  @Test
  void readsRowsThatAreNoTable() {
    var letters =
        facts.list(
            page(
                """
                <div class="h"><span>来信主题</span><span>来信时间</span><span>状态</span></div>
                <ul>
                <li><div class="r"><span><a href="/l/1">关于停水的问题</a></span><span>2020年4月3日</span><span>已答复</span></div></li>
                <li><div class="r"><span><a href="/l/2">关于修路的问题</a></span><span>2020年4月5日</span><span>办理中</span></div></li>
                <li><div class="r"><span><a href="/l/3">关于噪声的问题</a></span><span>2020年4月6日</span><span>不予受理</span></div></li>
                </ul>
                """));

    assertThat(letters)
        .extracting(Letter::standing)
        .containsExactly(Standing.ANSWERED, Standing.WAITING, Standing.INVALID);
  }

  @Test
  void readsEntriesThatLabelTheirValuesThemselves() {
    var letters =
        facts.list(
            page(
                """
                <div>
                <div class="i"><h4><a href="/l/1">关于停水的问题</a></h4><p>来信人：张** 来信时间：2020-04-03 10:20 <em>[已回复]</em></p><p>回复时间：2020-04-08</p></div>
                <div class="i"><h4><a href="/l/2">关于修路的问题</a></h4><p>来信人：李** 来信时间：2020-04-05 09:00 <em>[待办理]</em></p></div>
                <div class="i"><h4><a href="/l/3">关于噪声的问题</a></h4><p>来信人：王** 来信时间：2020-04-06 09:00</p></div>
                </div>
                """));

    assertThat(letters).extracting(Letter::title).containsExactly("关于停水的问题", "关于修路的问题", "关于噪声的问题");
    assertThat(letters)
        .extracting(Letter::standing)
        .containsExactly(Standing.ANSWERED, Standing.WAITING, Standing.UNKNOWN);
    assertThat(day(letters.getFirst().answered())).isEqualTo("2020-04-08");
  }

  @Test
  void anOrdinaryListOfNewsHasNoLetters() {
    var letters =
        facts.list(
            page(
                """
                <ul><li><a href="1.html">县委召开会议</a><span>2020-04-03</span></li>
                <li><a href="2.html">发布时间与来源</a><span>2020-04-02</span></li></ul>
                <p>发布时间：2020-04-01 来源：本站</p>
                """));

    assertThat(letters).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<table><tr><td>来信时间：</td><td>2020-04-03 10:20</td></tr><tr><td>回复时间：</td><td>2020-04-08</td></tr></table>",
        "<dl><dt>留言日期</dt><dd>2020年4月3日</dd><dt>答复日期</dt><dd>2020年4月8日</dd></dl>",
        "<p>写信时间：2020-04-03　　办理单位：水务局　　办结时间：2020-04-08</p>",
        "<div><b>提交时间</b><i>2020/4/3</i></div><div><b>反馈时间</b><i>2020/4/8</i></div>",
        "<ul><li><label>咨询时间：</label><span>2020-04-03</span></li><li><label>答复时间：</label><span>2020-04-08</span></li></ul>",
        "<h2>【来信时间】2020-04-03</h2><h2>【回复时间】2020-04-08</h2>"
      })
  void readsTheTwoTimesOfALettersOwnPage(String html) {
    var letter = facts.detail(page(html), "关于停水的问题").orElseThrow();

    assertThat(day(letter.sent())).isEqualTo("2020-04-03");
    assertThat(day(letter.answered())).isEqualTo("2020-04-08");
    assertThat(letter.standing()).isEqualTo(Standing.ANSWERED);
    assertThat(letter.title()).isEqualTo("关于停水的问题");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>状态：未回复</p>                                             | WAITING
          <p>办理状态：办理中</p>                                         | WAITING
          <p>处理状态</p><p>已办结</p>                                    | ANSWERED
          <p>是否回复：是</p>                                             | ANSWERED
          <p>是否回复：否</p>                                             | WAITING
          <p>回复时间：</p><p>回复内容：</p>                              | WAITING
          <p>回复内容：暂无回复</p>                                       | WAITING
          <p>回复内容：您好，您反映的停水问题已经处理，感谢关注。</p>     | ANSWERED
          <p>信件状态：不予受理</p>                                       | INVALID
          <p>办理状态：已转办</p><p>答复内容：您好，经核实情况如下……</p>  | ANSWERED
          <p>办理状态：审核通过</p>                                       | UNKNOWN
          """)
  void tellsWhatThePageSaysOfTheHandling(String html, Standing standing) {
    var letter = facts.detail(page("<p>来信时间：2020-04-03</p>" + html), "来信").orElseThrow();

    assertThat(letter.standing()).isEqualTo(standing);
  }

  @Test
  void anEmptyCellIsEmptyWhateverStandsFurtherDown() {
    var html =
        "<table><tr><th>留言时间：</th><td>2020-03-26 12:16</td></tr><tr><th>状态：</th><td>办理中</td></tr>"
            + "<tr><th>问题描述：</th><td>您好，想咨询补贴政策，希望给予答复</td></tr>"
            + "<tr><th>答复时间：</th><td></td></tr><tr><th>答复内容：</th><td></td></tr></table>"
            + "<div>主办单位：示例市人民政府 联系电话：0551-12345678 更新于2020-03-30</div>";
    var letter = facts.detail(page(html), "来信").orElseThrow();

    assertThat(letter.standing()).isEqualTo(Standing.WAITING);
    assertThat(letter.answered()).isEmpty();
  }

  @Test
  void aLettersOwnPageIsNoList() {
    var html =
        "<p>来信时间：2020-04-03</p><p>状态：办理中</p><div><a href='http://beian.gov.cn'>皖公网安备</a></div>";

    assertThat(facts.list(page(html))).isEmpty();
  }

  @Test
  void theFirstAnswerCounts() {
    var letter =
        facts
            .detail(
                page("<p>来信时间：2020-04-03</p><p>回复时间：2020-05-09</p><p>回复时间：2020-04-08</p>"), "来信")
            .orElseThrow();

    assertThat(day(letter.answered())).isEqualTo("2020-04-08");
  }

  @Test
  void otherTimesAreNotTheTwo() {
    var letter =
        facts
            .detail(
                page(
                    "<p>发布时间：2020-05-20</p><p>来信时间：2020-04-03</p><p>受理时间：2020-04-04</p>"
                        + "<p>应办结时间：2020-04-30</p><p>答复期限：2020-05-03</p><p>状态：办理中</p>"),
                "来信")
            .orElseThrow();

    assertThat(day(letter.sent())).isEqualTo("2020-04-03");
    assertThat(letter.answered()).isEmpty();
    assertThat(letter.standing()).isEqualTo(Standing.WAITING);
  }

  @Test
  void aPageOfAnotherSortIsNoLetter() {
    assertThat(facts.detail(page("<p>发布时间：2020-04-03 来源：本站</p><p>正文</p>"), "")).isEmpty();
    assertThat(facts.detail(page("<p>来信时间：2020-04-03</p><p>正文</p>"), "")).isEmpty();
    assertThat(facts.detail(page("<p>来信时间：2030-04-03</p><p>状态：办理中</p>"), ""))
        .as("a letter from the future")
        .isEmpty();
  }

  @ParameterizedTest(name = "box {0}, type {1} → {2}")
  @CsvSource(
      textBlock =
          """
          县长信箱,   ,     CONSULTATION
          咨询投诉,   ,     CONSULTATION
          互动交流,   咨询, CONSULTATION
          县长信箱,   举报, REPORTING
          县长信箱,   信访, PETITION
          网上信访,   ,     PETITION
          投诉举报,   ,     REPORTING
          纪检监察举报, ,   REPORTING
          意见征集,   ,     SURVEY
          在线访谈,   ,     SURVEY
          """)
  void lettersOfOtherBoxesAreToldApart(String box, @Nullable String type, Kind kind) {
    assertThat(LetterKind.of(box, type == null ? "" : type)).isEqualTo(kind);
  }

  @Test
  void listAndPageTogetherKnowMore() {
    var inList =
        facts
            .list(
                page(
                    "<table><tr><th>标题</th><th>来信时间</th><th>状态</th></tr>"
                        + "<tr><td><a href='1.html'>停水</a></td><td>2020-04-03</td><td>处理中</td></tr></table>"))
            .getFirst();
    var own =
        facts.detail(page("<p>来信时间：2020-04-03</p><p>回复时间：2020-04-08</p>"), "停水").orElseThrow();

    assertThat(LetterFacts.together(inList, own).standing()).isEqualTo(Standing.ANSWERED);
    assertThat(day(LetterFacts.together(inList, own).answered())).isEqualTo("2020-04-08");
  }

  @Test
  void brokenPagesNeverCrashTheReader() {
    var random = new Random(5);
    var parts =
        List.of(
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "<li>",
            "<a href='x'>",
            "</a>",
            "来信时间",
            "回复时间：",
            "状态",
            "：",
            "2020-04-03",
            "已回复",
            "<div>",
            "</div>",
            "<p>",
            " ",
            "2020年13月40日",
            "<br>",
            "标题");
    for (var round = 0; round < 150; round++) {
      var html =
          random.ints(120, 0, parts.size()).mapToObj(parts::get).collect(Collectors.joining());
      assertThatCode(
              () -> {
                facts.list(page(html));
                facts.detail(page(html), "");
              })
          .doesNotThrowAnyException();
    }
    var deep = "<div>".repeat(20_000) + "来信时间：2020-04-03";
    assertThatCode(() -> facts.list(page(deep))).doesNotThrowAnyException();
  }

  private static Document page(String html) {
    return Jsoup.parse(html, URL);
  }

  private static String day(Optional<FoundDate> date) {
    return date.map(FoundDate::day).map(LocalDate::toString).orElse("");
  }
}
