package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.ColumnKind;

/// Sections that no plain bar of links names.
class SectionsTest {
  private static final Navigation NAVIGATION = new Navigation(Pages.LEXICON);
  private static final String NEWS =
      "<div class='box'><ul><li><a href='/xw/1.html'>县长调研项目建设工作</a><span>05-30</span></li><li><a href='/xw/2.html'>县委召开常委会会议</a><span>05-29</span></li></ul></div><p>主办：临水县人民政府 皖ICP备05001234号</p>";

  private static List<String> named(String html) {
    return NAVIGATION.candidates(Pages.home(html + NEWS)).stream().map(Candidate::name).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><td onclick=\"window.location.href='/xw/'\">新闻动态</td><td onclick=\"location='/tz/'\">通知公告</td><td onclick=\"window.open('/jc/')\">基层动态</td></tr></table>",
        "<select onchange='location=this.value'><option value='xw/'>新闻动态</option><option value='tz/'>通知公告</option><option value='jc/'>基层动态</option></select>",
        "<select onchange='window.open(this.options[this.selectedIndex].value)'><option>请选择</option><option value='/xw/'>新闻动态</option><option value='/tz/'>通知公告</option><option value='/jc/'>基层动态</option></select>",
        "<ul><li><a href='/'>首页</a></li><li><a href='/xw/'>新闻动态</a></li><li><a href='/tz/'>通知公告</a></li><li><a href='/jc/'>基层动态</a></li></ul>"
      })
  void areFoundWhereTheyArePressedOrChosen(String bar) {
    assertThat(named(bar)).containsExactly("新闻动态", "通知公告", "基层动态");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div onclick=\"location.href='/zt/'\">学习专题</div>",
        "<select name=dw><option value=1>教育局</option><option value=2>民政局</option><option value=3>财政局</option></select>",
        "<select onchange='location=this.value'><option value='http://jyj.other.gov.cn/'>教育局</option><option value='http://mzj.other.gov.cn/'>民政局</option><option value='http://czj.other.gov.cn/'>财政局</option></select>",
        "<table><tr><td onclick=\"open('/xw/11.html')\">县长调研项目建设工作</td><td onclick=\"open('/xw/12.html')\">县委召开常委会会议听取汇报</td><td onclick=\"open('/xw/13.html')\">我县举办科技活动周启动仪式</td></tr></table>",
        "<div class=page><a href='/'>首页</a><a href='/p2'>下一页</a><a href='/p9'>尾页</a></div>"
      })
  void areNotSeenInWhatIsNoBar(String other) {
    assertThat(named(other)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<h3>通知公告</h3><a class="more" href="/tz/">更多&gt;&gt;</a>`,                                            通知公告
          `<table><tr><td class="bt">通知公告</td><td align="right"><a href="/tz/"><img src="/images/more.gif"></a></td></tr></table>`, 通知公告
          `<table><tr><td class="bt">通知公告</td><td align="right"><a href="/tz/"><img src="/images/dot.gif"></a></td></tr></table>`,  ``
          `<ul><li><a href="/a/1.html">县委召开常委会会议听取汇报</a> 05-20</li><li><a href="/a/2.html">县长调研项目建设工作情况</a> 05-19</li></ul><a href="/tz/">更多</a>`, ``
          """)
  void areFoundWhereABlocksMoreLeads(String head, String expected) {
    var names = named("<div class='box'>" + head + NEWS.substring("<div class='box'>".length()));
    assertThat(names).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void areNotTheHeadlinesThatAMenuShowsWhenItDropsDown() {
    var menu =
        "<div class='nav'><ul><li><a href='/c/1/'>政务公开</a><ul><li><a href='/c/2/'>部门动态</a></li><li><a href='/c/3/'>政府信息公开年报</a></li>"
            + "<li><a href='/item/21.html'>仁首镇开展冬季消防安全进万家活动</a></li><li><a href='/item/22.html'>我县两家企业入选省级专精特新名单</a></li><li><a href='/item/23.html'>解决村民喝水问题</a></li></ul></li></ul></div>";
    assertThat(named(menu)).containsExactly("政务公开", "部门动态", "政府信息公开年报");
  }

  @Test
  void areNotHungBelowTheNameOfTheSiteThatStandsAboveTheBar() {
    var page =
        "<div id='header'><h1>临水县人民政府</h1><ul class='nav'><li><a href='/xw/'>新闻动态</a></li></ul></div>";
    assertThat(NAVIGATION.candidates(Pages.home(page + NEWS)))
        .extracting(Candidate::level)
        .containsExactly(1);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<li><a href="/gk/gg/">公示公告</a></li><li><a href="/gk/lzy/">廉政园地</a></li>`,              公示公告 廉政园地
          `<li><a href="/tz/">通知公告</a></li><li><a href="/rsrm/index.html">人事任免</a></li>`,         通知公告 人事任免
          `<li><a href="/zs/">张三</a></li><li><a href="/ls/">李四</a></li>`,                             ``
          `<li><a href="/x/1.html">通知公告</a></li><li><a href="/x/2.html">人事任免</a></li>`,           ``
          `<li><a href="/gk/a/">公示公告</a> 2025-05-01</li><li><a href="/gk/b/">财政公开</a> 2025-05-02</li>`, ``
          `<li><a href="/gk/a/">关于印发县城镇燃气管理办法的通知</a></li><li><a href="/gk/b/">公示公告</a></li>`,  ``
          """)
  void areFoundInThePlainListOfAHub(String entries, String expected) {
    var home = Pages.home(Pages.framed("临水县", ""));
    var hub = new Candidate("政务公开", Pages.SITE + "gk/", ColumnKind.OTHER, 0.9, 1, "");
    var page = Pages.page("gk/", Pages.framed("政务公开", "<h3>政务公开</h3><ul>" + entries + "</ul>"));

    assertThat(NAVIGATION.below(home.facts(), hub, page))
        .extracting(Candidate::name)
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<iframe src="/inc/top.html" height=120></iframe>`,                                        /inc/top.html
          `<frameset rows="150,*"><frame src="top.asp" name=top><frame src="main.asp" name=main></frameset>`, /top.asp /main.asp
          `<div id="nav"><script src="/js/a.js"></script></div>`,                                    /js/a.js
          `<script src="/js/head.js"></script>`,                                                     /js/head.js
          `<script>fetch("/include/header.html").then(r => r.text())</script>`,                      /include/header.html
          `<script>$("#top").load("/inc/top.htm")</script>`,                                         /inc/top.htm
          `<iframe src="/count.html" width="0" height="0"></iframe><script src="/js/jquery.js"></script>`, ``
          `<div class=nav><a href="/a/">概况</a><a href="/b/">动态</a><a href="/c/">公告</a></div><script src="/js/nav.js"></script>`, ``
          """)
  void mayStandBesideTheHomePagesDocument(String html, String expected) {
    assertThat(Pages.home(html.startsWith("<frameset") ? html : html + NEWS).beside())
        .extracting(url -> url.substring(Pages.SITE.length() - 1))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          text/html,              `<ul><li><a href="/xw/" target="_parent">新闻动态</a></li><li><a href="/tz/">通知公告</a></li></ul>`
          application/javascript, `document.writeln('<ul class="nav">');document.writeln('<li><a href="/xw/">新闻动态</a></li>');document.write("<li><a href='/tz/'>通知公告</a></li></ul>");`
          """)
  void areReadInWhatStandsBeside(String type, String body) {
    var beside = NAVIGATION.beside(Pages.home(NEWS), List.of(Pages.answer("inc/top", body, type)));
    assertThat(beside).extracting(Candidate::name).containsExactly("新闻动态", "通知公告");
  }

  @Test
  void mayDifferInNothingButTheRouteOfOneAddress() {
    var nav =
        "<div class=nav><a href='/gk/index#3'>通知公告</a><a href='/gk/index#5'>政策文件</a><a href='/#map'>网上办事</a><a href='/#top'>互动交流</a><a href='/xw/#list'>新闻动态</a></div>"
            + "<div class=box><h3>通知公告 <a href='/gk/index#3'>更多</a></h3><ul><li><a href='/xw/3.html'>县长调研项目建设工作</a> 05-30</li><li><a href='/xw/4.html'>县委召开常委会会议</a> 05-29</li></ul></div>";
    assertThat(NAVIGATION.candidates(Pages.home(nav)))
        .extracting(candidate -> candidate.url().substring(Pages.SITE.length()))
        .containsExactly("gk/index#3", "gk/index#5", "xw/");
  }
}
