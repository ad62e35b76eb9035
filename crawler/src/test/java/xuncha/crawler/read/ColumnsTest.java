package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Column.State;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Item;

class ColumnsTest {
  private static final String BOX =
      "<div class='side'><h3>最新信息</h3><ul><li><a href='/zwdt/91.html'>侧栏第一条最新信息的标题</a><span>05-30</span></li><li><a href='/zwdt/92.html'>侧栏第二条最新信息的标题</a><span>05-29</span></li></ul></div>";

  private final Furniture furniture = new Furniture();
  private final ColumnReading columns =
      new ColumnReading(new Navigation(Pages.LEXICON), furniture, Pages.home("").facts());

  private static String list(String folder, int entries) {
    var list = new StringBuilder("<ul class='list'>");
    for (var i = 1; i <= entries; i++) {
      list.append(
          "<li><a href='/%1$s/%2$d.html'>%1$s栏目第%2$d条信息的标题文字</a><span>2025-05-%2$02d</span></li>"
              .formatted(folder, i));
    }
    return list + "</ul>";
  }

  @BeforeEach
  void aSiteWithSomePages() {
    furniture.saw(Pages.home(Pages.framed("临水县人民政府", list("zwdt", 5) + BOX)));
    furniture.saw(Pages.page("zwdt/", Pages.framed("政务动态", list("zwdt", 9) + BOX)));
    furniture.saw(Pages.page("zcwj/", Pages.framed("政策文件", list("zcwj", 7) + BOX)));
    furniture.saw(Pages.page("cztz/", Pages.framed("财政", list("cztz", 6) + BOX)));
  }

  private Column read(String name, String path, String main) {
    var page = Pages.page(path, Pages.framed(name, main));
    furniture.saw(page);
    return columns.read(candidate(name, path), List.of(page));
  }

  private static Candidate candidate(String name, String path) {
    return new Candidate(name, Pages.SITE + path, ColumnKind.OTHER, 0.3, 1, "");
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          公告,   `<ul class="list"></ul>`,                                                              BLANK
          公告,   `<div class="place">当前位置：<a href="/">首页</a> &gt; 公告</div><div class="list"></div>`, BLANK
          公告,   `<div class="list">暂无信息</div>`,                                                    NOTICE_ONLY
          公告,   `<div class="list">本栏目正在建设中，敬请期待</div>`,                                  NOTICE_ONLY
          公告,   `<ul id="list"></ul><script>$.get("/api/gg/list.do",function(d){$("#list").html(d)})</script>`, UNREAD
          公告,   `<div id="app"><div v-for="item in list">{{item.title}}</div></div>`,                  UNREAD
          公告,   `<ul><li><a href="/gg/1.html">关于春节放假安排的公告全文</a><span>2025-01-20</span></li></ul>`, LISTED
          领导,   `<h2>县长　王某某</h2><p>男，1970年生，县委副书记、县长，主持县政府全面工作，分管财政、审计，联系县人大、县政协。</p><p>简历：历任乡长、局长、副县长等职务。长期从事基层工作。</p>`, CONTENT
          公开,   `<div class="place">当前位置：<a href="/">首页</a> &gt; 公开</div><h3><a href="/column?id=12">预算决算</a></h3><h3><a href="/column?id=13">重大项目</a></h3>`, CONTENT
          专题,   `<div class="place"><a href="/">首页</a> &gt; <a href="/column?id=7">政务公开</a> &gt; 专题</div><ul><li><a href="/column?id=12">疫情防控</a></li></ul>`, CONTENT
          专题,   `<div class="place"><a href="/">首页</a> &gt; <a href="/column?id=7">政务公开</a> &gt; 专题</div><ul></ul>`, BLANK
          专题,   `<div class="place"><a href="/">首页</a> &gt; <a href="/column?id=7">政务公开</a> &gt; 专题</div><ul></ul><p><a href="/column?id=7">返回上一级</a></p>`, BLANK
          概况,   `<p>临水县位于安徽省中部，辖十二个乡镇，总面积一千平方公里，人口五十万。境内山川秀美，物产丰富，是全国粮食生产先进县，素有鱼米之乡的美誉。全县森林覆盖率百分之四十，耕地面积六十万亩，水域面积二十万亩，气候温和，雨量充沛。</p>`, CONTENT
          信箱,   `<h2>我要写信</h2><form action="/post" method="post">姓名<input name="n">电话<input name="t">标题<input name="b">内容<textarea name="c"></textarea><button>提交</button></form>`, CONTENT
          """)
  void tellsBlankFromNotSeen(String name, String main, State expected) {
    assertThat(read(name, "gg/", main).state()).isEqualTo(expected);
  }

  /// Each of them is all that its column is for, and would be missed by who looks for lists and
  /// long texts.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='/upload/jgt.jpg' width=800>",
        "<object data='/pdf/2024.pdf' type='application/pdf'></object>",
        "<embed src='/pdf/2024.pdf'>",
        "<video src='/v/1.mp4' controls></video>",
        "<canvas id='c'></canvas>",
        "<p>地址：临水县人民路1号</p><p>电话：0551-62345678</p>",
        "<div><img src='/1.jpg'><p>县长 王某</p></div><div><img src='/2.jpg'><p>副县长 李某</p></div>",
        "<a href='https://ls.ahzwfw.gov.cn/'><img src='/fw.png'></a>",
        "<p>本栏目已迁移，<a href='https://ls.ahzwfw.gov.cn/'>点击进入</a></p>",
        "<p>已登录信访平台请<a href='http://www.gjxfj.gov.cn/'>进入</a></p>",
        "<script>location.href='https://ls.ahzwfw.gov.cn/'</script>",
        "<table><tr><td>生产总值</td><td>亿元</td><td>123.4</td></tr><tr><td>财政收入</td><td>亿元</td><td>12.3</td></tr></table>",
        "<p>您对本网站满意吗？</p><label><input type=radio name=q>满意</label><button>投票</button>",
        "<select onchange='go(this.value)'><option>2024年第1期</option><option>2024年第2期</option></select>",
        "<ul id=l><li>正在加载...</li></ul><script>load(1)</script>",
        "<p><img src='/wx.jpg'><br>扫码关注“临水发布”</p>",
        "<dl><dt>问：如何办理？</dt><dd>答：到窗口办理。</dd></dl>",
        "<div id=map style='height:600px'></div><script src='https://api.map.baidu.com/api?v=2'></script>",
        "<p>值班电话：0551-62345678</p>",
        "<h2>区划</h2><p>辖6镇4乡。</p>",
        "<p>人民路18号</p>",
        "<div class='con'><p>临水县位于淮河北岸，因水得名，面积1450平方公里。</p></div>",
        "<p>2026年1月至10月，本机关无行政复议、行政应诉案件。</p>",
        "<svg width=600 height=300><text x=20 y=40>县信访接待中心：人民路18号</text><rect width=600 height=300 /></svg>",
        "<div class=swiper><div style='background:url(/images/c1.jpg)'>茶都</div><div style='background-image:url(\"/images/c2.jpg\")'>园林县城</div></div>",
        "<table><tr><th>指标</th><th>2024年</th></tr><tr><td>参保人数（万人）</td><td>32.1</td></tr><tr><td>失业率</td><td>暂无数据</td></tr></table>",
        "<table><tr><td>失业率</td><td>暂无数据</td></tr></table>",
        "<p>咨询电话：6712345</p><p>投诉情况：暂无数据</p><p>受理时间：工作日</p>",
        "<ul><li onclick=\"window.open('c1.html')\"><span>关于春节放假安排的公告全文</span><i>2025-04-03</i></li></ul>"
      })
  void callsNoColumnBlankThatHoldsSomethingOfItsOwn(String main) {
    assertThat(read("公开", "gg/", main).state()).isIn(State.CONTENT, State.UNREAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ul></ul><div class=page>共0条 第1/0页 <a href='?p=1'>首页</a> <a href='?p=1'>尾页</a></div>",
        "<table width=100%><tr><td>标题</td><td>日期</td></tr></table>",
        "<div><img src='/none.png'><p>暂无数据</p></div>",
        "<p>栏目正在建设，敬请期待！</p><p><a href='javascript:history.go(-1)'>返回</a></p>",
        "<h2>公开</h2><ul class=list></ul><img src='/line.gif' height=2>",
        "<div class=list>没有内容</div><div class=page><span>1</span></div>",
        "<table><tr><td>暂时没有任何信息！</td></tr></table><div class=page>共 0 条记录 页次：1/0页</div>",
        "<div class=el-empty><svg viewBox='0 0 79 86'><path d='M1 1'/></svg><p>暂无数据</p></div>",
        "<p>您查看的栏目：公开</p><ul></ul>"
      })
  void knowsABlankColumnWithWhatStandsAroundItsList(String main) {
    assertThat(read("公开", "gg/", main).state()).isIn(State.BLANK, State.NOTICE_ONLY);
  }

  /// A county says on every page about itself where it lies; only what pages with lists say beside
  /// them is the template's.
  @Test
  void takesNoSentenceForTheTemplatesThatStandsOnPagesWithoutListsAlone() {
    var sentence = "<p>临水县位于淮河北岸，因水得名，面积1450平方公里。</p>";
    read("概况", "gk/", sentence);
    read("简介", "jj/", sentence);
    read("历史", "ls/", sentence);

    assertThat(read("地理", "dl/", sentence).state()).isIn(State.CONTENT, State.UNREAD);

    var template = "<p>本栏目由临水县政府办公室主办。</p>";
    furniture.saw(Pages.page("a/", Pages.framed("要闻", list("a", 4) + template)));
    furniture.saw(Pages.page("b/", Pages.framed("公示", list("b", 5) + template)));

    assertThat(read("公告", "gg/", "<ul class='list'></ul>" + template).state())
        .isEqualTo(State.BLANK);
  }

  /// What stands in the page's head in the manner of a byline makes an article of it.
  @Test
  void callsNoShortArticleBlank() {
    var head = "<div class='top'>更新时间：2025-05-30 今日访问：1024 浏览 2025-05-30</div>";

    assertThat(read("概况", "gk/", head + "<p>临水县位于淮河北岸，面积1450平方公里。</p>").state())
        .isIn(State.CONTENT, State.UNREAD);
    assertThat(read("公告", "gg/", head + "<ul class='list'></ul>").state()).isEqualTo(State.BLANK);
  }

  @Test
  void knowsTheFootOfAPageThatConsistsOfLittleElse() {
    var foot =
        "<footer class='ft'><ul><li><a href='/map'>网站地图</a></li><li>主办：临水县教育局</li><li>联系电话：0551-62345678</li><li>网站标识码：3401230001</li><li><a href='http://beian.miit.gov.cn/'>皖ICP备05001234号-1</a></li></ul></footer>";
    for (var it : List.of(foot, foot.replace("footer", "div").replace("ft", "x"))) {
      var page =
          Pages.page(
              "gg/",
              "<html><head><title>公告</title><script src='/app.js'></script></head><body><div id='root'></div>"
                  + it
                  + "</body></html>");

      furniture.saw(page);

      assertThat(columns.read(candidate("公告", "gg/"), List.of(page)).why())
          .map(Failure::kind)
          .contains(Failure.Kind.NEEDS_BROWSER);
    }
  }

  /// A page as its scripts left it that nobody scrolled, pressed or chose from.
  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<a href="javascript:ld()" class="btn">点击加载</a>`,                  `function ld(){ FILL }`,                                   UNREAD
          `<select onchange="sel(this.value)"><option>2025</option></select>`,  `var sel = function(y){ FILL }`,                           CONTENT
          `<div style="height:1500px"></div>`,                                  `addEventListener("scroll", function(){ FILL })`,          UNREAD
          `<div id="end"></div>`,                                               `new IntersectionObserver(function(){ FILL }).observe(x)`, UNREAD
          ``,                                                                   `$.get("/data.json", function(d){ FILL })`,                BLANK
          `<a href="javascript:window.print()">打印</a>`,                        `function ld(){ FILL } ld()`,                              BLANK
          `<a href="javascript:go(1)">首页</a><a href="javascript:go(2)">2</a>`, `function go(n){ FILL } go(1)`,                            BLANK
          """)
  void whatAReaderMayCallUpIsNotMissing(String control, String code, State expected) {
    var fill = "document.getElementById('l').innerHTML = text";
    var main =
        "<ul id='l'></ul>%s<script>%s</script>".formatted(control, code.replace("FILL", fill));
    var page = Pages.drawn("gg/", Pages.framed("公告", main));
    furniture.saw(page);

    assertThat(columns.read(candidate("公告", "gg/"), List.of(page)).state()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<div class="gd"><img src="/gd.png">已归档　归档时间：2022年4月1日</div>LIST`,               CONTENT
          `<div class="tips">【历史归档】本栏目为2021年7月网站改版前的历史信息存档，已停止更新，仅供查阅。新信息请访问现栏目。</div>LIST`, CONTENT
          `LIST<p>本栏目不再更新，新信息请访问<a href="/zwdt/">政务动态</a></p>`,                      CONTENT
          `<p>本栏目每周更新</p>LIST`,                                                                  LISTED
          `<p><a href="/gg/9.html">关于第三届档案文化展已归档照片的公告</a></p>LIST`,                   LISTED
          """)
  void aListThatSaysItIsAnArchiveIsNoneToBeKeptUpToDate(String main, State expected) {
    assertThat(read("公告", "gg/", main.replace("LIST", list("gg", 6))).state()).isEqualTo(expected);
  }

  /// What the bars of the site name once more is a menu, whatever it is called.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<div class="gkml"><ul class="tree">MENU</ul></div><div class="con">暂无相关信息</div>`, NOTICE_ONLY
          `<ul class="fl">MENU</ul><div class="list"></div>`,                                     BLANK
          `<table><tr><td><a href="/zwdt/">政务动态</a></td><td><p>暂无信息</p></td></tr></table>`, NOTICE_ONLY
          `<ul class="fl">MENU</ul><p><a href="/tzgg/12.html">关于放假安排的通知</a></p>`,         CONTENT
          `<h3><a href="/zwdt/">政务动态</a></h3><h3><a href="/zcwj/">政策文件</a></h3>`,         CONTENT
          `<ul class="fl">MENU</ul><p>咨询电话：0551-62345678</p>`,                               CONTENT
          """)
  void isNotFooledByTheMenuThatRepeatsTheBars(String main, State expected) {
    var menu =
        "<li><a href='/zwdt/'>政务动态</a></li><li><a href='/tzgg/'>通知公告</a></li><li><a href='/zcwj/'>政策文件</a></li>";

    assertThat(read("通知公告", "tzgg/", main.replace("MENU", menu)).state()).isEqualTo(expected);
  }

  /// A block of articles is furniture where healthy columns have it beside their own lists.
  @Test
  void isNotFooledByTheBlockThatSeveralColumnsHaveBesideTheirLists() {
    var block = "<div class='zx'><h4>热点推荐</h4>" + list("zwdt", 6) + "</div>";
    for (var id = 1; id <= 9; id++) {
      var beside = id <= 3 ? block : "";
      furniture.saw(Pages.page("l" + id + "/", Pages.framed("栏目", list("l" + id, 8) + beside)));
    }

    assertThat(read("公告", "gg/", "<ul class='list'></ul>" + block).state()).isEqualTo(State.BLANK);
    assertThat(read("通知", "tz/", "<p>栏目建设中，敬请期待！</p>" + block).state())
        .isIn(State.BLANK, State.NOTICE_ONLY);
    assertThat(read("热点推荐", "rd/", block).state()).isEqualTo(State.LISTED);
    assertThat(read("要闻", "zwdt/", block).state()).isEqualTo(State.LISTED);
  }

  /// Below an empty list they take its place, and its heading.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<p><a href="http://www.gov.cn">中国政府网</a> <a href="http://www.ah.gov.cn/">安徽省人民政府</a></p>`
          `<p><a href="/gkzn/">信息公开指南</a> <a href="/gknb/">信息公开年报</a> <a href="/ysq/">依申请公开</a></p>`
          """)
  void isNotFooledByTheLinksAtTheEndOfEachPage(String end) {
    for (var name : List.of("a", "b", "c", "d")) {
      furniture.saw(
          Pages.page(name + "/", Pages.framed("要闻", "<h2>要闻</h2>" + list(name, 6) + end)));
    }

    assertThat(read("财政", "cz/", "<h2>财政</h2><ul class='list'></ul>" + end).state())
        .isEqualTo(State.BLANK);
    assertThat(read("人事", "rs/", "<h2>人事</h2><p>暂无信息</p>" + end).state())
        .isEqualTo(State.NOTICE_ONLY);
    assertThat(read("热线", "rx/", "<p><a href='http://www.12345.gov.cn/'>进入热线</a></p>").state())
        .isEqualTo(State.CONTENT);
    assertThat(read("公告", "gg/", "<h2>公告</h2>" + list("gg", 3) + end).state())
        .isEqualTo(State.LISTED);
  }

  /// The whole list of a short column may stand beside all other columns too, without a heading.
  @Test
  void aShortColumnMayStandBesideAllOthers() {
    var news = list("art", 3);
    for (var name : List.of("a", "b", "c", "d")) {
      furniture.saw(Pages.page(name + "/", Pages.framed("要闻", list(name, 6) + "<p></p>" + news)));
    }

    assertThat(read("公告", "gg/", "<h2>公告</h2>" + news).state()).isEqualTo(State.LISTED);
  }

  @Test
  void severalColumnsMayConsistOfALinkToOneSite() {
    var link = "<p><a href='http://www.ahzwfw.gov.cn/'>安徽政务服务网</a></p>";
    for (var name : List.of("a", "b", "c", "d", "e", "f")) {
      furniture.saw(
          Pages.page(name + "/", Pages.framed("办事" + name, "<h2>" + name + "</h2>" + link)));
    }

    assertThat(read("办事", "bs/", "<h2>办事</h2>" + link).state()).isEqualTo(State.CONTENT);
  }

  @Test
  void looksIntoTheFrameThatStandsInThePlaceForContent() {
    var page = framing("/gg/list.html");
    var it = candidate("公告", "gg/");

    assertThat(columns.wanted(it, List.of(page))).containsExactly(Pages.SITE + "gg/list.html");
    assertThat(stateWithFrame(page, list("gg", 3))).isEqualTo(State.LISTED);
    assertThat(stateWithFrame(page, "<p>暂无信息</p>")).isEqualTo(State.NOTICE_ONLY);
    assertThat(stateWithFrame(page, "<p>地址：临水县人民路1号，电话：0551-62345678</p>"))
        .isIn(State.CONTENT, State.UNREAD);
    assertThat(columns.read(it, List.of(page)).state()).isEqualTo(State.UNREAD);
    assertThat(columns.read(it, List.of(framing("/upload/2025.pdf"))).state())
        .isEqualTo(State.CONTENT);
    assertThat(columns.read(it, List.of(framing("http://www.people.com.cn/bus"))).state())
        .isEqualTo(State.CONTENT);
  }

  @Test
  void looksIntoNoFrameThatOtherPagesHaveToo() {
    var top = "<iframe src='/top.html'></iframe>";
    furniture.saw(Pages.page("a/", Pages.framed("要闻", top + list("a", 4))));

    var page = Pages.page("gg/", Pages.framed("公告", top + "<ul class='list'></ul>"));
    furniture.saw(page);

    assertThat(columns.wanted(candidate("公告", "gg/"), List.of(page))).isEmpty();
    assertThat(columns.read(candidate("公告", "gg/"), List.of(page)).state()).isEqualTo(State.BLANK);
  }

  /// The weather in the bar at the top of each page is nobody's service.
  @Test
  void takesNoFrameOfTheTemplatesForTheColumnsService() {
    var top = "<p>今天是2025年6月1日 星期日 <iframe src='http://www.cma.gov.cn/weather.html'></iframe></p>";
    furniture.saw(Pages.page("a/", Pages.framed("要闻", top + list("a", 4))));
    furniture.saw(Pages.page("b/", Pages.framed("公示", top + list("b", 5))));

    assertThat(read("公告", "gg/", top + "<ul><li>该栏目下暂无内容！</li></ul>").state())
        .isEqualTo(State.NOTICE_ONLY);
    assertThat(read("办事", "bs/", "<iframe src='http://www.ahzwfw.gov.cn/bs'></iframe>").state())
        .isEqualTo(State.CONTENT);
  }

  /// Who else has the frame: the front page, another column without a list of its own, many.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "front, true",
    "column, true",
    "front column, true",
    "column column column column, false"
  })
  void looksIntoTheFrameThatIsSharedUnlessMuchOfTheSiteHasIt(String others, boolean expected) {
    var frame = "<iframe src='/gg/list.html'></iframe>";
    var names = others.split(" ", -1);
    for (var at = 0; at < names.length; at++) {
      furniture.saw(
          names[at].equals("front")
              ? Pages.home(Pages.framed("临水县人民政府", frame))
              : Pages.page("c" + at + "/", Pages.framed("动态", "<h2>第" + at + "栏</h2>" + frame)));
    }
    var page = framing("/gg/list.html");
    furniture.saw(page);

    var it = candidate("公告", "gg/");
    assertThat(columns.wanted(it, List.of(page)).contains(Pages.SITE + "gg/list.html"))
        .isEqualTo(expected);
  }

  private static PageReader.Result framing(String url) {
    return Pages.page("gg/", Pages.framed("公告", "<iframe src='" + url + "'></iframe>"));
  }

  private State stateWithFrame(PageReader.Result page, String shown) {
    var frame = Pages.page("gg/list.html", "<html><body>" + shown + "</body></html>");
    return columns.read(candidate("公告", "gg/"), List.of(page, frame)).state();
  }

  /// Beside other things it says, a sentence may be an excuse in words that nobody foresaw.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          <p>值班电话：0551-62345678</p>,                        CONTENT
          <p>辖6镇4乡。</p>,                                     CONTENT
          <p>很抱歉，这里的东西还在路上。</p>,                   UNREAD
          <p>相关材料近日将予上传，请耐心等待。</p>,             UNREAD
          <p>标题： 文号：</p><ul></ul>,                         BLANK
          <ul></ul><p>首页 上一页 1/1 下一页 尾页</p>,           BLANK
          <p>名称 时间</p><ul></ul>,                             BLANK
          <p>张三　县长</p>,                                     UNREAD
          <p>12345</p>,                                          UNREAD
          <p>20240305</p>,                                       BLANK
          <table><tr><td>AQI</td><td>45</td></tr><tr><td>PM2.5</td><td>21</td></tr></table>, UNREAD
          <table><tr><td>1</td><td>2</td></tr><tr><td>8</td><td>9</td></tr></table>,         BLANK
          <p>栏目调整中</p>,                                     NOTICE_ONLY
          <p>首页&gt;政务公开&gt;公开</p><ul></ul>,              BLANK
          <p>首页&gt;政务公开&gt;公开</p><p>暂无相关信息！</p>,  NOTICE_ONLY
          """)
  void takesOnlyWholeSentencesForContent(String main, State expected) {
    assertThat(read("公开", "gg/", main).state()).isEqualTo(expected);
  }

  @Test
  void leavesAShellUnreadThatIsTheFrontPageOnceMore() {
    var home = Pages.framed("临水县人民政府", list("zwdt", 5) + BOX);
    var page = Pages.page("gg/", home);

    assertThat(columns.read(candidate("公告", "gg/"), List.of(page)).why())
        .map(Failure::kind)
        .contains(Failure.Kind.NEEDS_BROWSER);
  }

  @Test
  void takesNoMarkersOfATemplateForWords() {
    var template =
        "<div id='app'><h2>{{col.name}}</h2><p class='info'>发布时间：{{art.publishTime|d}}　来源：{{art.source}}</p><div v-for='x in list'>{{x.title}} {{x.summary}} {{x.publishTime|d}}</div><p v-if='total'>共{{total}}条，当前显示第{{from}}条到第{{to}}条记录</p></div>";

    assertThat(read("公告", "gg/", template).why())
        .map(Failure::kind)
        .contains(Failure.Kind.NEEDS_BROWSER);
  }

  @Test
  void isNotFooledByTheBoxThatStandsOnEveryPage() {
    assertThat(read("公告", "gg/", "<ul class='list'></ul>" + BOX).state()).isEqualTo(State.BLANK);
    assertThat(read("通知", "tz/", "<div class='list'>暂无内容</div>" + BOX).state())
        .isEqualTo(State.NOTICE_ONLY);
  }

  @Test
  void isNotFooledByTheMenuOfASectionInThePlaceForContent() {
    var menu =
        "<table><tr><td><a href='/c?id=1'>机构</a></td><td><a href='/c?id=2'>人事</a></td><td><a href='/c?id=3'>规划</a></td><td><a href='/c?id=4'>公告</a></td></tr></table>";
    for (var id = 1; id <= 3; id++) {
      furniture.saw(Pages.page("c?id=" + id, Pages.framed("栏目" + id, menu + list("c" + id, 4))));
    }

    assertThat(read("公告", "c?id=4", menu + "<ul class='list'></ul>").state())
        .isEqualTo(State.BLANK);
  }

  @Test
  void knowsAPageThatLeadsOnByOneLinkThoughTheSiteMapAndTheColumnItselfHaveItToo() {
    var one = "<h3><a href='/yqfk/'>疫情防控</a></h3>";
    furniture.saw(Pages.page("yqfk/", Pages.framed("疫情防控", list("yqfk", 4) + pager("yqfk/"))));
    furniture.saw(Pages.page("map/", Pages.framed("网站地图", one + list("map", 2))));

    assertThat(read("专题专栏", "ztzl/", one).state()).isEqualTo(State.CONTENT);
  }

  @Test
  void knowsAPageOnAnotherHostOfADepartmentThatLeadsToTheDepartmentsOwn() {
    var home = Pages.at("http://jyj.linshui.gov.cn/", "");
    var hub =
        Pages.at(
            "http://xxgk.jyj.linshui.gov.cn/public/column/12?type=4",
            Pages.framed("专题专栏", "<h3><a href='http://jyj.linshui.gov.cn/yqfk/'>疫情防控</a></h3>"));
    var department =
        new ColumnReading(new Navigation(Pages.LEXICON), new Furniture(), home.facts());

    var column = department.read(candidate("专题专栏", "x/"), List.of(hub));

    assertThat(column.state()).isEqualTo(State.CONTENT);
  }

  @Test
  void isNotFooledByALinkThatListsShareWhateverTheyHold() {
    var feed = "<p><a href='/feed/'>订阅本栏目</a></p>";
    for (var id = 1; id <= 4; id++) {
      furniture.saw(Pages.page("l" + id + "/", Pages.framed("栏目", list("l" + id, 4) + feed)));
    }

    assertThat(read("公告", "gg/", "<ul class='list'></ul>" + feed).state()).isEqualTo(State.BLANK);
  }

  private static String pager(String here) {
    return "<div class='page'><a href='/" + here + "'>1</a></div>";
  }

  @Test
  void isNotFooledByTheFootOfATableLayoutThatFollowsAnEmptyList() {
    for (var id = 1; id <= 3; id++) {
      furniture.saw(Pages.page("old?id=" + id, tables("栏目" + id, list("c" + id, 4))));
    }
    var page = Pages.page("old?id=4", tables("政策解读", "<table></table>"));

    var column = columns.read(candidate("政策解读", "old?id=4"), List.of(page));

    assertThat(column.state()).isEqualTo(State.BLANK);
  }

  /// A page as they were made twenty years ago: nothing is called anything.
  private static String tables(String name, String main) {
    return """
    <html><title>%s</title><body><table><tr><td><a href="/">首页</a></td><td><a href="/old?id=1">机构</a></td>
    <td><a href="/old?id=2">人事</a></td><td><a href="/old?id=3">规划</a></td><td><a href="/old?id=4">政策解读</a></td></tr></table>
    <table><tr><td>&gt;&gt; <a href="/">首页</a> &gt;&gt; %s</td></tr><tr><td>%s</td></tr></table><hr>
    <table><tr><td><a href="/map">网站地图</a> 主办单位：临水县水利局 联系电话：0550-1234567<br>网站标识码：3411000001
    <a href="http://beian.miit.gov.cn/">皖ICP备05001234号-1</a>
    <a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=34110002000001">皖公网安备 34110002000001号</a>
    </td></tr></table></body></html>
    """
        .formatted(name, name, main);
  }

  @Test
  void keepsAShortColumnsListThatTheHomePageShowsWhole() {
    furniture.saw(Pages.page("zwgk/", Pages.framed("政务公开", list("gg", 2) + BOX)));
    furniture.saw(Pages.page("zwgk/b/", Pages.framed("信息公开", list("gg", 2) + BOX)));

    assertThat(read("公告", "gg/", list("gg", 2) + BOX).items()).hasSize(2);
  }

  @Test
  void saysThatAScriptWhichBringsInAnotherMayFillThePage() {
    var loader =
        "<script>var s = document.createElement('script'); s.src = '/d.js?c=7'; document.body.appendChild(s)</script>";
    var page = Pages.page("gg/", Pages.framed("公告", "<ul class='list'></ul>" + loader));

    assertThat(columns.read(candidate("公告", "gg/"), List.of(page)).state()).isEqualTo(State.UNREAD);

    // where pages of the same template have their lists in themselves it only counts visitors
    furniture.saw(Pages.page("zwgk/", Pages.framed("政务公开", list("gg", 6) + loader)));

    assertThat(columns.read(candidate("公告", "gg/"), List.of(page)).state()).isEqualTo(State.BLANK);
  }

  @Test
  void saysThatAPageOfATemplateNeverSeenWithAListMayBeFilledByItsScripts() {
    var page =
        Pages.page(
            "gg/",
            Pages.framed("公告", "<ul class='list'></ul>").replace("/js/jquery.js", "/js/other.js"));

    var column = columns.read(candidate("公告", "gg/"), List.of(page));

    assertThat(column.state()).isEqualTo(State.UNREAD);
    assertThat(column.why()).map(Failure::kind).contains(Failure.Kind.NEEDS_BROWSER);
  }

  @Test
  void takesTheListFromTheDataAnswer() {
    var page =
        Pages.page(
            "gg/",
            Pages.framed(
                "公告",
                "<ul id='list'></ul><script>$.get('/api/gg/list.do',function(d){$('#list').html(d)})</script>"));
    var it = candidate("公告", "gg/");

    assertThat(columns.wanted(it, List.of(page))).containsExactly(Pages.SITE + "api/gg/list.do");
    var data =
        Pages.answer(
            "api/gg/list.do",
            "{\"rows\":[{\"title\":\"关于春节放假的公告\",\"url\":\"/gg/1.html\",\"date\":\"2025-01-20\"}]}",
            "application/json");
    assertThat(columns.read(it, List.of(page, data)).items())
        .extracting(Item::title)
        .containsExactly("关于春节放假的公告");
  }

  @ParameterizedTest(name = "{0} {1} in {2}, {3} → {4}")
  @CsvSource(
      textBlock =
          """
          工作动态,           /gzdt/,       '',        '',          NEWS
          县区要闻,           /a/,          '',        '',          NEWS
          通知公告,           /a/,          '',        '',          NOTICE
          公示,               /a/,          '',        '',          NOTICE
          政策文件,           /a/,          '',        '',          POLICY
          县政府办公室文件,   /a/,          '',        '',          POLICY
          政策解读,           /a/,          '',        '',          INTERPRETATION
          新闻发布会,         /a/,          '',        '',          INTERACTION
          县长信箱,           /a/,          '',        '',          INTERACTION
          办事指南,           /a/,          '',        '',          SERVICE
          领导之窗,           /a/,          '',        '',          OVERVIEW
          走进临水,           /a/,          '',        '',          OVERVIEW
          名胜古迹,           /a/,          '',        '',          OVERVIEW
          特产美食,           /a/,          '',        '',          OVERVIEW
          旅游动态,           /a/,          '',        '',          NEWS
          地名公告,           /a/,          '',        '',          NOTICE
          财政信息,           /a/,          '',        '',          OTHER
          图说,               /tzgg/,       '',        '',          NOTICE
          其他,               /a/,          通知公告,  '',          NOTICE
          镇村,               /a/,          '',        政策文件,    POLICY
          """)
  void tellsTheKindFromAllThatIsKnown(
      String name, String path, String parent, String type, ColumnKind expected) {
    var told =
        new ColumnNames(Pages.LEXICON).tell(type, name, "http://www.linshui.gov.cn" + path, parent);

    assertThat(told.kind()).isEqualTo(expected);
  }

  /// Columns of a kind that is sure are held to its own window, others to the most lenient.
  @ParameterizedTest(name = "{0} {1} of type {2} → {3}, sure: {4}")
  @CsvSource(
      textBlock =
          """
          工作动态,             /a/,          工作动态,         NEWS,    true
          动态信息,             /a/,          '',               NEWS,    true
          要闻动态,             /a/,          '',               NEWS,    true
          动态调整,             /xwdt/tz/,    '',               NEWS,    false
          权责清单动态调整,     /qddt/,       权责清单动态调整, SERVICE, true
          其他,                 /a/,          动态监测数据,     OTHER,   false
          通知公告栏,           /a/,          '',               NOTICE,  true
          公示制度,             /a/,          '',               NOTICE,  false
          政策文件库,           /a/,          '',               POLICY,  true
          政策文件（2025年）,   /a/,          '',               POLICY,  true
          规范性文件清理,       /zcfg/ql/,    '',               POLICY,  false
          县政府公报,           /a/,          '',               POLICY,  true
          统计公报,             /tjgb/,       统计公报,         OTHER,   true
          环境状况公报,         /a/,          '',               OTHER,   true
          """)
  void aWordInsideANameIsNoMoreThanAGuess(
      String name, String path, String type, ColumnKind expected, boolean sure) {
    var told =
        new ColumnNames(Pages.LEXICON).tell(type, name, "http://www.linshui.gov.cn" + path, "");

    assertThat(told.kind()).isEqualTo(expected);
    assertThat(told.sure() >= 0.6).isEqualTo(sure);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<table><tr><td><a href="/show.asp?id=1">县长调研项目建设工作</a></td><td>2025-05-30</td></tr><tr><td><a href="/show.asp?id=2">县委召开常委会会议</a></td><td>2025-05-29</td></tr></table>`, LISTED
          `<p>对不起，该栏目暂时没有内容！</p>`, NOTICE_ONLY
          `<p></p>`,                           BLANK
          `<p>全县总面积一千三百七十七平方公里，辖五镇六乡，人口十五万，到省行政中心仅半小时车程，交通十分便利。县内有国家级森林公园一处，省级自然保护区两处，是全省有名的茶叶之乡、竹子之乡和长寿之乡。</p>`, CONTENT
          """)
  void readsWhatAFrameShows(String framed, State expected) {
    var main = "<div>当前位置：<a href='/'>首页</a> &gt; 公告<br><iframe src='list.asp?c=1'></iframe></div>";
    var page = Pages.page("gg/", Pages.framed("公告", main));
    var frame = Pages.page("gg/list.asp?c=1", "<html><body>" + framed + "</body></html>");
    furniture.saw(page);

    assertThat(columns.wanted(candidate("公告", "gg/"), List.of(page)))
        .containsExactly(Pages.SITE + "gg/list.asp?c=1");
    assertThat(columns.read(candidate("公告", "gg/"), List.of(page, frame)).state())
        .isEqualTo(expected);
    assertThat(columns.read(candidate("公告", "gg/"), List.of(page)).state())
        .as("the frame was not read")
        .isEqualTo(State.UNREAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><a href='/'><img src=1.gif alt=首页></a><a href='/xw/'><img src=2.gif alt=新闻中心></a><a href='/gk/'><img src=3.gif alt=政务公开></a><a href='/bs/'><img src=4.gif alt=办事服务></a><a href='/hd/'><img src=5.gif alt=互动交流></a></div>",
        "<map name=m><area href='/' alt=首页><area href='/xw/' alt=新闻中心><area href='/gk/' alt=政务公开><area href='/bs/' alt=办事服务><area href='/hd/' alt=互动交流></map><img usemap='#m' src=nav.jpg>",
        "<table><tr><td><a href='/'>首页</a></td><td><a href='/xw/'>新闻中心</a></td><td><a href='/gk/'>政务公开</a></td><td><a href='/bs/'>办事服务</a></td><td><a href='/hd/'>互动交流</a></td></tr></table>"
      })
  void findsTheSectionsOfABarThatNothingCallsSo(String bar) {
    var home = Pages.home(bar + "<h2>要闻</h2>" + list("xw", 6) + "<p>主办：临水县人民政府 皖ICP备05001234号</p>");

    assertThat(new Navigation(Pages.LEXICON).candidates(home))
        .extracting(Candidate::name)
        .contains("新闻中心", "政务公开", "办事服务", "互动交流")
        .doesNotContain("首页");
  }

  @Test
  void listsWhatTheSiteCallsItsColumns() {
    var nav =
        """
        <html><body><div class="top"><a href="/login">登录</a><a href="http://mail.linshui.gov.cn/">政务邮箱</a></div>
        <ul class="nav"><li><a href="/">首页</a></li>
        <li><a href="/xwzx/">新闻中心</a><ul><li><a href="/xwzx/zwyw/">政务要闻</a></li><li><a href="/xwzx/tpxw/">图片新闻</a></li></ul></li>
        <li><a href="http://zwgk.linshui.gov.cn/">政府信息公开</a></li>
        <li><a href="/hdjl/">互动交流</a></li>
        <li><a href="http://www.ah.gov.cn/zwyw/">省政府要闻</a></li><li><a href="javascript:void(0)">English</a></li></ul>
        <div class="box"><div class="tit"><h2>通知公告</h2><a href="/tzgg/index.html">更多</a></div>
        <ul><li><a href="/tzgg/1.html">关于防汛工作的通知</a><span>05-30</span></li><li><a href="/tzgg/2.html">关于抗旱工作的通知</a><span>05-29</span></li></ul></div>
        <div class="footer"><a href="http://tjj.hefei.gov.cn/">市统计局</a><p>版权所有 临水县人民政府 皖ICP备05001234号</p></div></body></html>
        """;

    var candidates = new Navigation(Pages.LEXICON).candidates(Pages.home(nav));

    assertThat(candidates)
        .extracting(Candidate::name)
        .containsExactly("新闻中心", "政务要闻", "图片新闻", "政府信息公开", "互动交流", "通知公告");
    assertThat(candidates)
        .filteredOn(c -> c.name().equals("政务要闻"))
        .first()
        .satisfies(c -> {
          assertThat(c.level()).isEqualTo(2);
          assertThat(c.parent()).isEqualTo("新闻中心");
          assertThat(c.kind()).isEqualTo(ColumnKind.NEWS);
        });
  }

  @Test
  void findsTheMenuOfATableLayoutWithoutNames() {
    var page =
        """
        <html><body><table width="970"><tr><td><img src="top.jpg"></td></tr></table>
        <table width="970"><tr><td><a href="index.asp">首　页</a></td><td><a href="list.asp?id=1">工作动态</a></td><td><a href="list.asp?id=2">通知公告</a></td><td><a href="list.asp?id=3">政策法规</a></td><td><a href="list.asp?id=4">办事指南</a></td><td><a href="list.asp?id=5">机构职能</a></td></tr></table>
        <table width="970"><tr><td>\
        """
            + "·<a href='show.asp?id=11'>全县安全生产工作会议召开</a> 05-11<br>".repeat(1)
            + "·<a href='show.asp?id=12'>县领导调研防汛备汛工作</a> 05-10<br>·<a href='show.asp?id=13'>我县举办科技活动周启动仪式</a> 05-09<br>"
            + """
            </td></tr></table></body></html>
            """;

    var candidates = new Navigation(Pages.LEXICON).candidates(Pages.home(page));

    assertThat(candidates)
        .extracting(Candidate::name)
        .containsExactly("工作动态", "通知公告", "政策法规", "办事指南", "机构职能");
  }

  @Test
  void takesNoArticleOfASlideShowInTheHeadForAColumn() {
    var articles =
        "<a href='/zwdt/1.html'>县领导调研防汛备汛</a><a href='/zwdt/2.html'>全县工作会议召开</a><a href='/zwdt/3.html'>科技活动周启动</a>";
    var page =
        Pages.framed(
            "临水县",
            "<div class='banner'>"
                + articles
                + "</div><ul>"
                + articles.replace("<a", "<li><a").replace("</a>", "</a> 2025-05-20</li>")
                + "</ul>");

    assertThat(new Navigation(Pages.LEXICON).candidates(Pages.home(page)))
        .noneMatch(candidate -> candidate.url().endsWith(".html"));
  }
}
