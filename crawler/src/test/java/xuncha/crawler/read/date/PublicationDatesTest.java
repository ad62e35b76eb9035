package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;

/// Pages are invented, in the ways in which the common content systems build theirs.
class PublicationDatesTest {
  private static final Instant SEEN = Instant.parse("2024-12-01T04:00:00Z");
  private static final String TITLE = "全市安全生产工作会议召开";
  private static final String TEXT =
      "<p>9月9日，全市安全生产工作会议在市政务中心召开，会议传达学习了上级有关会议精神，通报了今年以来的安全生产形势，对下一阶段工作作出部署，各县区和有关部门负责同志参加了会议并作了发言。</p>"
          + "<p>会议要求，各地要在2024年9月30日前完成排查，并于2024年10月15日前上报结果。</p>";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div class=xl_info>发布时间：2024-09-10 09:24 来源：市政府办公室 浏览次数：<script>count()</script></div>
          <div><span>来源：</span><span>市政府网</span><span>发布日期：</span><span>2024-09-10</span></div>
          <table><tr><td>发布机构</td><td>市府办</td><td>发布日期</td><td>2024-09-10</td></tr></table>
          <table><tr><td>成文日期：</td><td>2024-08-30</td><td>发布日期：</td><td>2024-09-10</td></tr></table>
          <div>发 布 时 间 ： 2024年9月10日</div>
          <div>日期：2024年09月10日 字号：大 中 小</div>
          <div>时间：2024-09-10 10:00&nbsp;&nbsp;来源：本站</div>
          <div><span>来源：市政府办公室</span><span>时间：2024-09-10 10:00</span><span>阅读：685次</span></div>
          <div>2024-09-10 09:24&nbsp;来源：<a href=http://www.example.cn/>安徽日报</a></div>
          <div class=time>2024-09-10</div>
          <div><span id=pubtime>2024年9月10日 08:29</span><span>来源：新华社</span></div>
          <div>来源：安徽日报<script>document.write("2024-09-10")</script></div>
          <div>发布时间：<script>document.write("2024-09-10 10:10:00");</script></div>
          <div>更新时间：2024-09-10 来源：市府办</div>
          <div>[ 发布时间：2024-09-10 ] 【字体：大 中 小】 [打印] [关闭]</div>
          <div>发稿时间：2024-09-10</div>
          <div><span>时间发布：2024-09-10 09:51</span> <span>信息来源：某某日报</span></div>
          <div>信息来源：宣传部　　发布者：管理员　　发布时间：2024-09-10 点击数：32</div>
          <div>二〇二四年九月十日 来源：市府办</div>
          <div>2024-09-10 发布 更新 2024-09-12 阅读 3</div>
          <p>（2024-09-10）</p>
          <div><em>发布于 </em><time>2024-09-10 10:30</time></div>
          <publishtime>2024-09-10 09:00</publishtime>
          <div><span>浏览：1023</span><span>2024-09-10</span></div>
          <div><i class=clock></i>2024-09-10<i class=eye></i>20210</div>
          <div>征集时间：2024-09-15至2024-10-15 发布：2024-09-10</div>
          <table><tr><td>征集时间</td><td>2024-09-15 至 2024-10-15</td></tr><tr><td>发布时间</td><td>2024-09-10</td></tr></table>
          <div><b>10</b><i>2024-09</i></div>
          <p>2024年9月10 10:00</p>
          <div><a>张三</a><span>2024-09-10</span><a>要闻</a></div>
          <div><span>2024-09-10</span><span>120</span></div>
          <div><em>2024年9月10日 10:00</em><em>安徽</em></div>
          <div><span>2024-09-10</span><span>10:00</span><span>120</span></div>
          <div><b>2024</b><b>年</b><b>9</b><b>月</b><b>10</b><b>日</b><b>安徽</b></div>
          <div><i>20</i><i>24-</i><i>09-</i><i>10</i><i>120</i></div>
          <div><i>2024年9月10</i><i>日</i></div>
          <time datetime="2024-09-10T09:00:00+08:00">昨天</time>
          <span title="2024-09-10 09:00:00">3小时前</span>
          """)
  void readsTheBylineInEveryShape(String byline) {
    assertThat(read(article(byline)))
        .hasValueSatisfying(date -> {
          assertThat(date.day()).isEqualTo(LocalDate.of(2024, 9, 10));
          assertThat(date.confidence()).isGreaterThan(0.55);
        });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div>今天是：2024年11月30日 星期六</div>
          <div class=top>2024年11月30日 星期六 农历十月三十</div>
          <div class=footer>Copyright 2006-2024 版权所有 2024-11-30 皖ICP备05000001号</div>
          <ul><li><a href=/1.html>这是相关新闻的第一条标题</a><span>2024-11-28</span></li><li><a href=/2.html>这是相关新闻的第二条标题</a><span>2024-11-27</span></li></ul>
          <div class=comments><div>网友 2024-11-29 10:00</div></div>
          <div>截止时间：2024-11-30</div>
          <div style="display:none">publishdate:2024/11/30 22:09:58</div>
          <div>有效期：2024-11-11 至 2024-11-30</div>
          <div>上一篇：<a href=/3.html>另一条消息的标题</a> 2024-11-28</div>
          <div>时间：2024年11月8日</div><div>地点：市政务中心</div>
          <p>2024年11月9日，全市召开大会。</p>
          <div class=site-date>2024年11月30日</div>
          <div><h3>最新公告</h3><ul><li><a href=/1.html>只有一条的另一个栏目</a><span>2024-11-28</span></li></ul></div>
          <div class=footer>网站最后更新：2024-11-29</div>
          <div>浏览次数：20241130</div>
          <div class=side><ul><li><a href=/1.html>另一个栏目的消息</a><span>2小时前</span></li></ul></div>
          <div class=yejiao>2024-11-30</div>
          <div class=yemei>2024-11-30</div>
          <div class=daohang>2024年11月30日 第48周</div>
          <div class=xgxx><p>2024-11-28</p></div>
          """)
  void isNotMisledByOtherDates(String trap) {
    assertThat(read(page(trap + byline("发布时间：2024-09-10") + TEXT)))
        .map(FoundDate::day)
        .contains(LocalDate.of(2024, 9, 10));
    assertThat(read(page(byline("发布时间：2024-09-10") + TEXT + trap)))
        .map(FoundDate::day)
        .contains(LocalDate.of(2024, 9, 10));
    assertThat(read(page(byline("来源：本站") + TEXT + trap)).filter(FoundDate::isTrusted)).isEmpty();
    assertThat(read(page(trap + byline("来源：本站") + TEXT)).filter(FoundDate::isTrusted)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <table><tr><td>编号</td><td>3401</td></tr><tr><td>NAME</td><td>DATE</td></tr></table>
          <table><tr><td>编号</td><td>3401</td><td>NAME：</td><td>DATE 09:30</td></tr></table>
          <table><tr><th>编号</th><td>3401</td></tr><tr><th>NAME</th><td><p>DATE</p></td></tr></table>
          <table><tr><th>编号</th><th>NAME</th></tr><tr><td>3401</td><td>DATE</td></tr></table>
          <table><tr><td>NAME</td><td>单位</td></tr><tr><td>DATE</td><td>水务集团</td></tr></table>
          <dl><dt>编号</dt><dd>3401</dd><dt>NAME</dt><dd>DATE</dd></dl>
          <div class=row><div>编号</div><div>3401</div></div><div class=row><div>NAME</div><div>DATE</div></div>
          <p class=l>编号</p><p class=v>3401</p><p class=l>NAME</p><p class=v>DATE</p>
          <ul><li><b>编号</b> 3401</li><li><b>NAME</b> DATE</li></ul>
          <p>单位：水务集团　NAME：DATE</p>
          """)
  void takesADateForWhatItsCellIsCalled(String cells) {
    for (var other : List.of("开标时间", "实施日期", "生产日期", "出生日期", "有效期至", "文件版本", "上次年检")) {
      assertThat(read(article(named(cells, other)))).as(other).isEmpty();
    }
    assertThat(read(article(named(cells, "发布日期"))))
        .map(FoundDate::day)
        .contains(LocalDate.of(2024, 9, 10));
    var byline = "<div>2024-09-12 市府办</div>";
    assertThat(read(article(byline + named(cells, "上次年检"))))
        .map(FoundDate::day)
        .contains(LocalDate.of(2024, 9, 12));
    var meta = "<meta name=PubDate content='2024-09-12 09:00'>";
    assertThat(read(meta + article(named(cells, "开标时间"))))
        .map(FoundDate::day)
        .contains(LocalDate.of(2024, 9, 12));
  }

  private static String named(String cells, String name) {
    return cells.replace("NAME", name).replace("DATE", "2024-09-10");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <table><tr><td>岚州日报</td><td>2024-09-10</td><td>浏览：20</td></tr></table>
          <table><tr><td>来源：市府办</td><td>2024-09-10</td></tr></table>
          <div><div>岚州日报</div><div>2024-09-10</div></div>
          <ul><li>岚州日报</li><li>2024-09-10</li><li>张三</li></ul>
          <div>来源：<span>2024-09-10</span></div>
          <table><tr><th>成文日期</th><th>发布日期</th><th>文号</th></tr><tr><td>2024-08-30</td><td>2024-09-10</td><td>7号</td></tr></table>
          <div><i>成文日期</i><i>发布日期</i></div><div><i>2024-08-30</i><i>2024-09-10</i></div>
          """)
  void readsBylinesThatAreSetInCells(String byline) {
    assertThat(read(article(byline))).map(FoundDate::day).contains(LocalDate.of(2024, 9, 10));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <table><tr><th>日期</th><th>领导</th></tr><tr><td>2024-09-10</td><td>王某</td></tr><tr><td>2024-09-24</td><td>李某</td></tr></table>
          <table><tr><td>接访日期</td><td>领导</td></tr><tr><td>2024年9月10日</td><td>王某</td></tr></table>
          <table><tr><td>日期</td><td>品种</td><td>价格</td></tr><tr><td>2024-09-10</td><td>粳米</td><td>2.9</td></tr></table>
          <table><tr><th>文号</th><th>发布日期</th></tr><tr><td>7号</td><td>2024-09-10</td></tr><tr><td>6号</td><td>2024-08-10</td></tr></table>
          <p>管理员回复（2024-09-10 09:00）：8点。</p>
          <table><caption>2024年9月</caption><tr><td>10</td><td>11</td></tr></table>
          <div><span>2024年09月</span><i>10</i><i>11</i></div>
          <div>2024年9月 10 11 12</div>
          <p>2024年9月 10件</p>
          """)
  void takesNoDateFromSchedulesCalendarsAndCounts(String table) {
    assertThat(read(article(table))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"网友评论（2）", "我要评论", "评论", "读者留言", "网友跟帖", "最新评论 2 条"})
  void takesNoDateFromTheWordsOfReaders(String heading) {
    var comments =
        "<div><h3>HEADING</h3><div><b>网友a</b> <span>2024-09-10 10:11</span><p>写得好</p></div><div>网友b 发表于 2024-09-11 08:01<p>怀念</p></div></div>"
            .replace("HEADING", heading);

    assertThat(read(article("") + comments)).isEmpty();
    assertThat(read(article("<div>" + heading + "</div><div>2024-09-12 浏览</div>") + comments))
        .map(FoundDate::day)
        .contains(LocalDate.of(2024, 9, 12));
    assertThat(read(article("") + "<p>发布时间：2024-09-12</p>" + comments))
        .map(FoundDate::day)
        .contains(LocalDate.of(2024, 9, 12));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <h1>TITLE<small>2024-09-10</small></h1>                   | true
          <h2>TITLE <em>（2024-09-10）</em></h2>                    | true
          <div class=title>TITLE<span>[2024-09-10]</span></div>    | true
          <h1>TITLE（2024年9月10日）</h1>                           | false
          <h1>关于<span>2024年9月10日</span>TITLE</h1>              | false
          <h1>TITLE<small>（2024年9月10日会议通过）</small></h1>     | false
          <h1><span>2024年9月10日</span></h1>                       | false
          """)
  void readsTheDateThatClosesTheHeadline(String headline, boolean published) {
    var date = read(page(headline.replace("TITLE", TITLE) + TEXT));

    assertThat(date.map(found -> found.day().toString()))
        .isEqualTo(published ? Optional.of("2024-09-10") : Optional.empty());
  }

  /// On many sites all pages have the site's name for their title, and the day of reading stands
  /// beside that name.
  @ParameterizedTest(name = "under: {0}")
  @ValueSource(
      strings = {
        "",
        "<div>欢迎访问某某市人民政府门户网站！</div>",
        "<div>欢迎访问某某市人民政府门户网站！今天是2024年12月1日 星期日</div>",
        "<div><span>欢迎访问某某市人民政府门户网站</span><span>2024年12月1日 星期日</span></div>",
        "<table><tr><td>某某市人民政府门户网站</td><td>2024年12月1日</td></tr></table>",
        "<div>某某市人民政府门户网站</div><div>2024-12-01 09:21:33</div>"
      })
  void theSitesNameIsNoHeadline(String head) {
    for (var title : List.of("某某市人民政府", "某某市人民政府门户网站", "要闻_某某市人民政府")) {
      for (var headline : List.of("<h1>%s</h1>", "<p align=center><font size=5>%s</font></p>")) {
        var above = "<title>%s</title>".formatted(title) + head + headline.formatted(TITLE);
        var foot = "<div>主办：某某市人民政府办公室 电话：0557-5061216</div>";
        assertThat(read(above + "<div>2024-09-10</div>" + TEXT + foot).map(FoundDate::day))
            .as(title + headline)
            .contains(LocalDate.of(2024, 9, 10));
        assertThat(read(above + TEXT + foot)).as(title + headline).isEmpty();
      }
    }
  }

  /// What a notice says of another document, item by item.
  @Test
  void anItemOfANoticeIsNoByline() {
    for (var item : List.of("六．", "六、", "（六）", "6.")) {
      var notice = TEXT + "<p>" + item + "采购公告发布日期：2024年9月1日</p>";
      assertThat(read(page(byline("来源：本站") + notice))).as(item).isEmpty();
    }
  }

  /// The table of a notice names the day of another notice, and its own.
  @Test
  void whenAnotherDocumentAppearedIsNotWhenThisOneDid() {
    var table =
        "<table><tr><td>公告时间</td><td>2024年09月10日 17:35</td></tr>"
            + "<tr><td>本项目招标公告日期</td><td>2024年08月26日</td><td>成交日期</td><td>2024年09月09日</td></tr></table>";

    assertThat(read(page(byline("2024年09月10日 17:35 来源：【打印】") + table + TEXT)).map(FoundDate::day))
        .contains(LocalDate.of(2024, 9, 10));
  }

  /// Browsers take the title wherever it is: a div in the head ends the head.
  @Test
  void readsATitleThatAnElementDroveOutOfTheHead() {
    var html =
        "<head><div><meta name=source content=某社></div><title>%s-某网</title></head><div>%s</div><p>2024-09-10</p>%s"
            .formatted(TITLE, TITLE, TEXT);

    assertThat(read(html).map(FoundDate::day)).contains(LocalDate.of(2024, 9, 10));
  }

  /// `bg-bottom` holds the whole page and is no footer.
  @Test
  void whatHoldsThePageIsNoPartOfIt() {
    for (var name : List.of("bg-bottom", "top-wrap", "sidebox")) {
      var whole = "<div class=%s>%s</div>".formatted(name, page(byline("发布时间：2024-09-10") + TEXT));
      assertThat(read(whole).map(FoundDate::confidence))
          .as(name)
          .hasValueSatisfying(sure -> assertThat(sure).isGreaterThan(0.9));
    }
  }

  /// Nor does it keep the page's footer from being one.
  @Test
  void aFooterInsideWhatHoldsThePageIsStillOne() {
    var foot = "<footer><p>最后更新：2024-11-20</p></footer>";
    var whole = "<div class=bg-bottom id=bottom>" + page(byline("来源：本站") + TEXT) + foot + "</div>";

    assertThat(read(whole)).isEmpty();
  }

  @Test
  void whatHeadsLinksIsNoHeadline() {
    var block = "<h3>通知公告</h3><ul><li><a href=/1>停水通知</a><span>2024-09-10</span></li></ul>";
    var other = "<h2>要闻动态 更多+</h2><p>2024-09-10</p><p>全市冬季防火部署会召开</p>";

    assertThat(read(page(block))).isEmpty();
    assertThat(read(page(other))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "title":"TITLE","publishTime":"2024-09-10 09:12"
          "title":"TITLE","createTime":"2024-09-09 18:20","publishTime":"2024-09-10 09:12","updateTime":"2024-10-09 10:00"
          "publishTime":"2024-09-10 09:12","content":"<p>{见2024-07-01附件}</p>","title":"TITLE"
          """)
  void readsTheRecordThatHasThePagesTitle(String record) {
    var detail = "\"detail\":{%s}".formatted(record.replace("TITLE", TITLE));
    var others = "\"recommend\":[{\"title\":\"关于放假的通知\",\"publishTime\":\"2024-11-28 08:00\"}]";
    for (var state : List.of(detail, detail + ',' + others, others + ',' + detail)) {
      var page =
          "<div id=app></div><script>window.__INITIAL_STATE__={%s}</script>".formatted(state);
      assertThat(read("<title>" + TITLE + "</title>" + page))
          .hasValueSatisfying(date -> {
            assertThat(date.day()).isEqualTo(LocalDate.of(2024, 9, 10));
            assertThat(date.confidence()).isGreaterThanOrEqualTo(0.6);
          });
    }
    assertThat(
            read("<title>"
                    + TITLE
                    + "</title><div id=app></div><script>var a={%s},b={\"title\":\"%s\"}</script>"
                        .formatted(others, TITLE))
                .filter(date -> date.confidence() >= 0.6))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<p><b>2024年9月10日</b><b>全市会议召开，要求抓好落实。</b></p>",
        "<p><span>2024年9月10日</span><span>上午</span><span>，全市会议召开。</span></p>"
      })
  void knowsRunningTextThatIsCutIntoElements(String text) {
    assertThat(read(article(text))).isEmpty();
  }

  @Test
  void believesWhatReadersSeeBeforeWhatMachinesClaim() {
    var head =
        "<meta name=PubDate content='2024-10-29 16:00:26'><meta name=others content='页面生成时间 2024-10-29 16:00:26'>";
    var date = read(head + article("<div>时间：2024年09月10日</div>"));

    assertThat(date)
        .hasValueSatisfying(found -> {
          assertThat(found.day()).isEqualTo(LocalDate.of(2024, 9, 10));
          assertThat(found.from()).isEqualTo(Provenance.LABELLED);
        });
  }

  @Test
  void fallsBackOnTheMetaTagAndSaysSo() {
    var date = read("<meta name=PubDate content='2024-09-10 09:24'>" + article(""));

    assertThat(date)
        .hasValueSatisfying(found -> {
          assertThat(found.from()).isEqualTo(Provenance.META);
          assertThat(found.day()).isEqualTo(LocalDate.of(2024, 9, 10));
          assertThat(found.confidence()).isLessThan(0.8);
        });
  }

  @Test
  void bindsNoEmptyLabelToTheTextBelow() {
    var html =
        page("<h1>" + TITLE + "</h1><div>发布时间：</div><p>2024年9月9日，全市安全生产工作会议在市政务中心召开。</p>" + TEXT);

    assertThat(read(html).filter(FoundDate::isTrusted)).isEmpty();
  }

  @Test
  void growsSurerWhenUnlikeSourcesAgree() {
    var alone = read(article("<div class=time>2024-09-10</div>")).orElseThrow();
    var agreed =
        read("<meta name=PubDate content='2024-09-10 09:24'>"
                + article("<div class=time>2024-09-10</div>"))
            .orElseThrow();
    var contradicted =
        read("<meta name=PubDate content='2024-10-29 16:00'>"
                + article("<div class=time>2024-09-10</div>"))
            .orElseThrow();

    assertThat(agreed.confidence()).isGreaterThan(alone.confidence());
    assertThat(contradicted.confidence()).isLessThan(alone.confidence());
  }

  @Test
  void hasNoDateWhereThePageHasNone() {
    assertThat(read(page("<h1>" + TITLE + "</h1>" + TEXT))).isEmpty();
    assertThat(
            read(
                "<title>某某市人民政府</title><ul><li><a href=/1>一条新闻标题在此处</a>2024-09-10</li>"
                    + "<li><a href=/2>又一条新闻标题在此</a>2024-09-09</li></ul>"))
        .isEmpty();
    assertThat(read("<title>张某某简历</title><h1>张某某</h1><p>1965年3月生，1985年7月1日参加工作，2021-03-05任现职。</p>"))
        .isEmpty();
    assertThat(read("<p style='text-align:right'>2024年7月8日</p>")).isEmpty();
    assertThat(
            read(
                "<title>企业信息</title><h2>企业信息</h2><ul><li>发证日期：2018-6-30</li><li>有效期：2021-6-30</li></ul>"))
        .isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void leavesTheSignatureUnderADocumentAlone() {
    var date =
        read(
            page(
                "<h1>"
                    + TITLE
                    + "</h1>"
                    + TEXT
                    + "<p align=right>某某市人民政府</p><p align=right>2024年8月30日</p>"));

    assertThat(date).isEmpty();
  }

  @Test
  void leavesTheSignatureUnderAShortDocumentAlone() {
    var date =
        read(
            page(
                "<h1>"
                    + TITLE
                    + "</h1><p>经研究，现将有关事项通知如下，请遵照执行。</p>"
                    + "<p align=right>某某市人民政府</p><p align=right>2024年8月30日</p>"));

    assertThat(date).isEmpty();
  }

  @Test
  void leavesDatesOfEventsInTitlesAlone() {
    var title = "关于2024年5月8日举办招聘会的公告";
    var html =
        "<title>" + title + "</title><h1>" + title + "</h1><div>活动时间：2024-05-08</div>" + TEXT;

    assertThat(read(html)).isEmpty();
  }

  @Test
  void refusesTheFuture() {
    assertThat(read(article("<div>发布时间：2094-09-10</div>"))).isEmpty();
  }

  @Test
  void trustsTheAddressLeast() {
    var page = Jsoup.parse(article(""));
    var date = PublicationDates.of(page, "http://a.gov.cn/202409/t20240910_1.html", SEEN);

    assertThat(date)
        .hasValueSatisfying(found -> {
          assertThat(found.from()).isEqualTo(Provenance.URL);
          assertThat(found.confidence()).isLessThan(0.5);
        });
  }

  @Test
  void readsAChatAccountsScript() {
    var html =
        "<title>"
            + TITLE
            + "</title><h1>"
            + TITLE
            + "</h1><script>var ct = \"1725933840\";</script>"
            + TEXT;

    assertThat(read(html)).map(FoundDate::day).contains(LocalDate.of(2024, 9, 10));
  }

  @Test
  void completesAYearFromWhatMachinesKnow() {
    var html =
        "<meta itemprop=dateUpdate content='2023-10-08 12:00:57'>"
            + article("<div class=date>发布时间：10-08 12:00</div>");

    assertThat(read(html)).map(FoundDate::day).contains(LocalDate.of(2023, 10, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/202310/t20231008_1.html", "/202310/content_1.html", "/xwzx/2023/10/1.html"})
  void completesAYearFromTheAddress(String path) {
    var page = Jsoup.parse(article("<div>10-08 12:00 来源：本站</div>"));

    assertThat(PublicationDates.of(page, "http://a.gov.cn" + path, SEEN))
        .map(FoundDate::day)
        .contains(LocalDate.of(2023, 10, 8));
  }

  @Test
  void changesNothingInThePage() {
    var page = Jsoup.parse(article("<div>发布时间：2024-09-10</div>"));
    var before = page.outerHtml();

    var date = PublicationDates.of(page, "", SEEN);

    assertThat(date).isPresent();
    assertThat(page.outerHtml()).isEqualTo(before);
  }

  private static String article(String byline) {
    return page(byline(byline) + TEXT);
  }

  private static String byline(String byline) {
    return "<h1>" + TITLE + "</h1>" + byline;
  }

  private static String page(String body) {
    return "<title>"
        + TITLE
        + "_某某市人民政府</title><div class=nav><a href=/>首页</a> &gt; <a href=/xw/>新闻</a></div>"
        + "<div class=con>"
        + body
        + "</div><div>主办：某某市人民政府办公室 电话：0557-5061216</div>";
  }

  private static Optional<FoundDate> read(String html) {
    return PublicationDates.of(Jsoup.parse(html), "", SEEN);
  }
}
