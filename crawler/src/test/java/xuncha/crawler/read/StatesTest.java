package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.visit.PageFacts.PageState;

/// What stands in the place of content, and its healthy twins.
class StatesTest {
  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          404 Not Found,            `<h1>404 Not Found</h1><hr>nginx`,                                              SOFT_404
          页面不存在,               `<p>抱歉，您访问的页面不存在或已被删除！</p><a href="/">返回首页</a>`,          SOFT_404
          提示信息,                 `<div>您请求的页面不存在</div><a href="javascript:history.back()">返回</a>`,     SOFT_404
          网站维护,                 `<h2>网站正在维护升级中，请稍后访问</h2>`,                                      MAINTENANCE
          系统公告,                 `<p>尊敬的用户：本网站因机房搬迁，暂停服务，预计6月2日恢复。</p>`,              MAINTENANCE
          安全验证,                 `<p>请完成验证后继续访问</p><div id="captcha"></div>`,                          CHALLENGE
          ``,                       `<script>document.cookie="__jsl_clearance=1";location.reload();</script>`,      CHALLENGE
          访问被拦截,               `<p>您的请求被拦截，因为它可能对网站造成威胁。事件编号：8123</p>`,              CHALLENGE
          Just a moment...,         `<p>Checking your browser before accessing the site.</p>`,                      CHALLENGE
          统一身份认证平台,         `<form action="/login" method="post">账号<input name="u">密码<input type="password" name="p"><button>登录</button></form>`, LOGIN_WALL
          提示,                     `<p>请先登录后再访问</p>`,                                                      LOGIN_WALL
          临水县政府,               `<div id="app"></div><script src="/static/js/app.8f3c.js"></script>`,            EMPTY_SHELL
          Welcome to nginx!,        `<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed.</p>`, DEFAULT_PAGE
          IIS Windows Server,       `<img src="iisstart.png" alt="IIS">`,                                           DEFAULT_PAGE
          没有找到站点,             `<p>您的请求在Web服务器中没有找到对应的站点！</p>`,                             DEFAULT_PAGE
          """)
  void seesWhatIsNoContent(String title, String body, PageState expected) {
    var page = "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";

    assertThat(Pages.page("a.html", page).facts().state()).isEqualTo(expected);
  }

  @Test
  void seesASoft404InsideTheSitesOwnTemplate() {
    var page = Pages.framed("页面不存在_临水县人民政府", "<div class='err'><p>抱歉，您访问的页面不存在</p></div>");

    assertThat(Pages.page("gone.html", page).facts().state()).isEqualTo(PageState.SOFT_404);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          关于县政府网站系统维护的公告,     因系统升级维护，6月1日至2日县政府门户网站暂停服务，给您带来的不便敬请谅解。
          关于整治“404页面不存在”问题的通报, 近期检查发现部分单位网站存在页面不存在、链接失效等问题，现将有关情况通报如下，请各单位认真整改。
          县公安局提醒：谨防登录钓鱼网站,   近期有群众收到要求请先登录、进行安全验证的短信，请勿点击其中的链接，以免造成财产损失。
          """)
  void takesAnArticleAboutThemForContent(String title, String text) {
    var page =
        Pages.framed(
            title, "<h1>" + title + "</h1><p>发布时间：2025-05-20 来源：县政府办</p><p>" + text + "</p>");

    assertThat(Pages.page("art.html", page).facts().state()).isEqualTo(PageState.CONTENT);
    assertThat(Pages.page("art.html", page).facts().notice()).isEmpty();
  }

  @Test
  void takesAHomePageWithALogInBoxForContent() {
    var list =
        "<ul><li><a href='/1.html'>县长调研项目建设工作</a><span>05-30</span></li><li><a href='/2.html'>县委召开常委会会议</a><span>05-29</span></li></ul>";
    var login = "<form action='/login'><input name='u'><input type='password' name='p'></form>";

    assertThat(Pages.home(Pages.framed("临水县人民政府", list + login)).facts().state())
        .isEqualTo(PageState.CONTENT);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<div class="list"><p>暂无信息</p></div>`,                                   暂无信息
          `<div class="list">栏目建设中，敬请期待！</div>`,                            栏目建设中，敬请期待！
          `<div>共 0 条</div><div class="nodata">没有相关数据</div>`,                  没有相关数据
          `<div style="display: none">暂无数据</div>`,                                 ``
          `<ul><li><a href="1.html">关于开展安全检查的通知</a><i>05-01</i></li><li><a href="2.html">关于防汛值班的通知</a><i>05-02</i></li></ul><p>暂无数据</p>`, ``
          `<p>临水县位于安徽省中部，辖十二个乡镇，总面积一千平方公里，人口五十万。境内山川秀美，物产丰富，是全国粮食生产先进县。</p>`, ``
          """)
  void quotesTheSentenceThatStandsForContent(String main, String notice) {
    assertThat(Pages.page("lm/", Pages.framed("栏目", main)).facts().notice()).isEqualTo(notice);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<meta http-equiv="refresh" content="0;url=/main/index.html">`,                         META_REFRESH /main/index.html
          `<meta http-equiv=Refresh content="3; URL='index.jsp'">`,                               META_REFRESH /a/index.jsp
          `<meta http-equiv="refresh" content="300">`,                                            none
          `<meta http-equiv="refresh" content="600;url=/other.html"><p>正文内容</p>`,             none
          `<noscript><meta http-equiv="refresh" content="0;url=/nojs.html"></noscript><p>有内容的页面文字</p>`, none
          `<script>window.location.href="/index/";</script>`,                                     SCRIPT /index/
          `<script>setTimeout("location.href='/new/'",1000)</script>`,                            SCRIPT /new/
          `<body onload="top.location='/x.html'">`,                                               SCRIPT /x.html
          `<script>if(/Android|iPhone/.test(navigator.userAgent)){location.href="http://m.linshui.gov.cn/"}else{location.href="/pc/"}</script>`, SCRIPT /pc/
          `<script>if(/Android|iPhone/.test(navigator.userAgent)){location.href="http://m.linshui.gov.cn/"}</script>`, none
          `<frameset rows="80,*"><frame src="top.html" name="top"><frame src="main.html" name="mainFrame"></frameset>`, FRAME /a/main.html
          `<iframe src="/portal/index.html" width="100%" height="100%"></iframe>`,                FRAME /portal/index.html
          """)
  void seesWhereAPageSendsItsReaderOn(String html, String expected) {
    var read = Pages.page("a/b.html", "<html><head><title>t</title></head>" + html + "</html>");

    var said = read.onward().map(on -> on.how() + " " + Addresses.path(on.url())).orElse("none");
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void doesNotFollowAScriptOnAPageWithContent() {
    var page =
        Pages.framed(
            "要闻",
            "<h1>县委召开常委会会议</h1><p>"
                + "会议强调要抓好安全生产。".repeat(30)
                + "</p><script>function go(){location.href='/x.html'}</script>");

    assertThat(Pages.page("a.html", page).onward()).isEmpty();
  }
}
