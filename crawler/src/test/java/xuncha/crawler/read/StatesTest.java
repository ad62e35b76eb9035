package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
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
          抱歉，站点已暂停,         `<h1>抱歉！该站点已经被管理员停止运行，请联系管理员了解详情！</h1>`,              DEFAULT_PAGE
          提示,                     `<p>当前域名未配置站点，请联系平台管理员！</p>`,                                DEFAULT_PAGE
          系统提示,                 `<p>系统授权已过期，请联系软件供应商更新License。</p>`,                         DEFAULT_PAGE
          安全提示,                 `<h2>您的访问请求可能对网站造成安全威胁，请求已被 管理员设置的策略阻断。</h2><p>事件编号：1b27f3aa</p>`, CHALLENGE
          Request Rejected,         `The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1643`, CHALLENGE
          访问受限,                 `<h1>您的IP地址 203.0.113.7 访问频次异常，已被暂时限制访问</h1><p>电话：0553-6812345</p>`, CHALLENGE
          验证,                     `<p>为了保障您的正常访问，请进行验证</p><div id="nc">请按住滑块，拖动到最右边</div><script src="/nc.js"></script>`, CHALLENGE
          请稍候…,                  `<p>正在进行安全检查，请稍候，完成后将自动跳转到您要访问的页面。</p>`,          CHALLENGE
          提示,                     `<p>抱歉，由于您所在地区的网络原因，暂不支持境外IP访问本网站。</p>`,            CHALLENGE
          提示,                     `<h4>请在微信客户端打开链接</h4>`,                                              CHALLENGE
          提示,                     `<p>非常抱歉，您要访问的资源找不到了</p><a href="/">返回首页</a>`,              SOFT_404
          提示,                     `<div class="msg">页面找不到啦！</div>`,                                        SOFT_404
          ``,                       `<p>The page cannot be found</p>`,                                              SOFT_404
          ``,                       `<h1>HTTP Status 404 – /a/b.html</h1>`,                                         SOFT_404
          提示,                     `<p>参数错误，没有找到相关信息！</p>`,                                          SOFT_404
          提示,                     `<p>此文章已被撤回</p>`,                                                        SOFT_404
          ``,                       `<p>错误：数据不存在</p><script src="/tj.js"></script>`,                        SOFT_404
          提示,                     `附件不存在或已被删除`,                                                         SOFT_404
          出错啦,                   `<p>页面无法找到，可能已被移动或删除，请核对网址。</p>`,                        SOFT_404
          错误,                     `<script>alert("该文章已被删除或不存在！");history.back();</script>`,           SOFT_404
          ``,                       `<script>alert('您查看的信息不存在');location.href='/';</script>`,              SOFT_404
          ``,                       `Microsoft OLE DB Provider for SQL Server 错误 '80004005' <p>用户 'sa' 登录失败。 <p>/inc/conn.asp，行 12`, FAULT
          运行时错误,               `<h1>“/”应用程序中的服务器错误。</h1><h2>运行时错误</h2><b>说明: </b>服务器上出现应用程序错误。`, FAULT
          ``,                       `<b>Fatal error</b>:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /www/db.php:31`, FAULT
          ``,                       `java.sql.SQLException: ORA-12541: TNS: 无监听程序`,                               FAULT
          ``,                       `<pre>System.Data.SqlClient.SqlException: 超时时间已到。\n   在 System.Data.SqlClient.SqlConnection.OnError()</pre>`, FAULT
          ``,                       `系统出错，请联系管理员`,                                                         FAULT
          提示,                     `<p>抱歉，服务器内部发生未知错误！</p>`,                                          FAULT
          说明,                     `<p>系统错误处理办法见附件。</p>`,                                                CONTENT
          说明,                     `<p>系统异常的处理由信息中心负责，电话0551-62345678。遇到系统出错时请先记下时间和页面，再同信息中心联系，工作人员将在一个工作日内答复。</p>`, CONTENT
          DedeCMS Error,            `<p>DedeCMS Error:(PHP 7.1 Above) Connect Database Error: 连接数据库失败</p>`,  FAULT
          Apache Tomcat/7.0.42 - Error report, `<h1>HTTP Status 500 - </h1><pre>java.lang.NullPointerException</pre><h3>Apache Tomcat/7.0.42</h3>`, FAULT
          """)
  void seesWhatIsNoContent(String title, String body, PageState expected) {
    var page = "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";

    assertThat(Pages.page("a.html", page).facts().state()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          关于注销信息不存在企业登记的公告, `<p>经查，名单所列企业登记住所不存在，现予公告。</p>`
          此文已被撤回的说明,       `<p>11月20日发布的《停电公告》因时间有误已撤回，以本公告为准。</p>`
          文件清理,                 `<p>关于删除失效文件、数据不存在等情形的通知</p>`
          寻人启事,                 `<p>走失老人王某，家属多方寻找，至今找不到。联系电话：0553-6812345。</p>`
          搜索结果,                 `<form><input name="q"><button>搜索</button></form><p>没有找到相关信息</p>`
          搜索结果,                 `<p>没有找到相关信息</p>`
          无,                       `<p>无</p>`
          温馨提示,                 `<p>您提交的信件已收到，我们将在五个工作日内答复。</p>`
          写信,                     `<form>您的请求将被验证<input name="a"><input name="b"><textarea name="c"></textarea><button>提交</button></form>`
          公告,                     `<p>县应急局正在进行安全检查，请各企业配合。</p>`
          附件,                     `<script>alert("请使用新版浏览器");</script><p>附件：临水县农村宅基地申请表，请下载填写后一式三份报送所在乡镇人民政府自然资源和规划所，咨询电话另行公布，受理时间为工作日上午。</p>`
          """)
  void takesAShortPageOnTheSameMattersForContent(String title, String body) {
    var page = "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";

    assertThat(Pages.page("a.html", page).facts().state()).isEqualTo(PageState.CONTENT);
  }

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          ``,            ``,                                                                     EMPTY
          临水县政府,    `<div><br>&nbsp;</div>`,                                                EMPTY
          ``,            `.`,                                                                    EMPTY
          ``,            `ok`,                                                                   UNCLEAR
          Index of /,    `<h1>Index of /</h1><hr><pre><a href="../">../</a> <a href="bak/">bak/</a></pre>`, DEFAULT_PAGE
          网站建设中,    `<img src="/js.png"><p>网站正在建设中，敬请期待……</p>`,                 MAINTENANCE
          通知,          `<p>本网站已于2024年6月30日停止运行，相关内容已迁移至县政府门户网站。</p>`, MAINTENANCE
          通知,          `<p>本网站已并入县政府门户网站，不再更新。</p><a href="http://www.ah.gov.cn/">县政府</a>`, MAINTENANCE
          通知,          `<p>旧版网站不再更新。</p><a href="/new/">进入新版网站</a>`,            CONTENT
          临水县政府,    `<img src="/splash.jpg" alt="进入首页">`,                               CONTENT
          临水县政府,    `<embed src="/intro.swf">`,                                             CONTENT
          临水县政府,    `<div class="splash" style="background:url(a.jpg)"></div>`,             UNCLEAR
          临水县政府,    `<link rel="stylesheet" href="/s.css"><div class="splash"></div>`,       UNCLEAR
          临水县政府,    `<svg width="9"><a href="/main/"><text>进入</text></a></svg>`,           CONTENT
          临水县政府,    `<div class="splash" onclick="location='/main/'">进入</div>`,           CONTENT
          临水县政府,    `<p>数据更新中</p><p>临水县人民政府门户网站为您提供政务公开、办事服务、互动交流，欢迎访问。地址：临水县人民路1号，邮编：231600，电话：0551-62345678</p><script src="/app.js"></script>`, CONTENT
          """)
  void seesThatNoSiteIsThere(String title, String body, PageState expected) {
    var page = "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";

    assertThat(Pages.home(page).facts().state()).isEqualTo(expected);
    if (expected != PageState.CONTENT) {
      assertThat(Pages.page("a.html", page).facts().state()).isEqualTo(PageState.CONTENT);
    }
  }

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          Welcome to nginx!,   `<h1>Welcome to nginx!</h1><a href="http://nginx.org/">nginx.org</a>`,       DEFAULT_PAGE
          IIS Windows Server,  `<a href="http://go.microsoft.com/fwlink/"><img src="iisstart.png"></a>`,    DEFAULT_PAGE
          IIS Windows Server,  `<img src="iisstart.png"><a href="/main/">进入</a>`,                         UNCLEAR
          宝塔区人民政府,      `<img src="/splash.jpg">`,                                                   UNCLEAR
          宝塔区人民政府,      `<p>宝塔区人民政府</p><a href="http://www.baota.gov.cn/">进入新版网站</a>`,  UNCLEAR
          宝塔区人民政府,      `<div id="app"></div><script src="/app.js"></script>`,                       UNCLEAR
          提示,                `<p>恭喜，站点创建成功！</p>`,                                               DEFAULT_PAGE
          提示,                `<p>恭喜，站点创建成功！</p><iframe src="/main.html"></iframe>`,             UNCLEAR
          """)
  void isSureOnlyOfAServersPageThatLeadsToNoSite(String title, String body, PageState expected) {
    var page = "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";

    assertThat(Pages.home(page).facts().state()).isEqualTo(expected);
  }

  @Test
  void takesDataForNoHomePage() {
    var data = "{\"status\":500,\"error\":\"Internal Server Error\"}";

    assertThat(Pages.home(data).facts().state()).isEqualTo(PageState.UNCLEAR);
    assertThat(Pages.page("a.json", data).facts().state()).isEqualTo(PageState.CONTENT);
  }

  @Test
  void takesAHomePageFullOfSuchWordsForContent() {
    var news =
        List.of("网页提示“访问被拦截”怎么办？", "看懂网页报错：404、502分别是什么意思", "关于您的IP地址被限制访问的说明", "附件不存在或已被删除怎么办")
            .stream()
            .map(title -> "<li><a href='/" + title.length() + ".html'>" + title + "</a></li>")
            .collect(Collectors.joining());
    var page = Pages.framed("临水县人民政府", "<ul>" + news + "</ul><p>本网站由云防护平台提供安全防护</p>");

    assertThat(Pages.home(page).facts().state()).isEqualTo(PageState.CONTENT);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          /info/1.htm,  /error.jsp?code=404, SOFT_404
          /info/1.htm,  /404.html,           SOFT_404
          /info/1.htm,  /info/1009/4004.htm, CONTENT
          /404.html,    /404.html,           CONTENT
          /a?id=404,    /info/404/1.htm,     CONTENT
          """)
  void seesWhenOneIsSentToAnErrorPage(String asked, String found, PageState expected) {
    var page = Pages.framed("临水县人民政府", "<p>欢迎访问临水县人民政府网站</p>");

    assertThat(Pages.sent(asked, found, page).facts().state()).isEqualTo(expected);
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

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "近期有群众反映部分页面打开后提示“404 您访问的页面不存在或已被删除”，现已修复。, CONTENT",
    "“您访问的页面不存在或已被删除”, SOFT_404",
    "您访问的页面不存在，请“返回首页”重试, SOFT_404"
  })
  void whatAPageQuotesItDoesNotSay(String line, PageState expected) {
    var page = Pages.framed("临水县人民政府", "<h1>临水县人民政府</h1><p>" + line + "</p>");

    assertThat(Pages.page("a.html", page).facts().state()).isEqualTo(expected);
  }

  @Test
  void believesACountOfNoneWhereNoScriptMayChangeIt() {
    var page = "<html><body><h1>栏目</h1><p>共找到0条信息</p></body></html>";
    var scripted = page.replace("</body>", "<script src='/js/list.js'></script></body>");

    assertThat(Pages.page("lm/", page).facts().notice()).isEqualTo("共找到0条信息");
    assertThat(Pages.page("lm/", scripted).facts().notice()).isEmpty();
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
          `<p>此栏目下没有文章</p>`,                                                   此栏目下没有文章
          `<p>该栏目暂时没有内容</p>`,                                                 该栏目暂时没有内容
          `<div>数据迁移中，请稍后访问</div>`,                                         数据迁移中，请稍后访问
          `<p>栏目调整中</p>`,                                                         栏目调整中
          `<p>本频道正在升级改版</p>`,                                                 本频道正在升级改版
          `<ul><li>这里是标题这里是标题</li><li>这里是标题这里是标题</li></ul>`,       这里是标题这里是标题
          `<p>数据正在汇聚中</p>`,                                                     数据正在汇聚中
          `<p>内容待补充</p>`,                                                         内容待补充
          `<p>Sorry，该栏目还没有发布信息！</p>`,                                      Sorry，该栏目还没有发布信息！
          `<p>没有找到符合条件的记录</p>`,                                             ``
          `<p>产业数据迁移中的安全问题</p>`,                                           ``
          `<p>县数据汇聚中心</p>`,                                                     ``
          `<p>待补充信息的企业名单</p>`,                                               ``
          `<p>我县没有资料显示的灾情</p>`,                                             ``
          `<p>共有10条信息</p>`,                                                       ``
          `<p>共0条评论</p>`,                                                          ``
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
          `<script>var url="/content/index.html";window.location.href=url;</script>`,             SCRIPT /content/index.html
          `<script>var url="/a/";if(old)url="/b/";location.href=url;</script>`,                   none
          `<script>function go(url){location.href=url;}</script>`,                                none
          `<script>var url="/a/"+id;location.href=url;</script>`,                                 none
          `<script>alert("该文章不存在");location.href="/";</script>`,                             none
          `<script>alert("该文章不存在");location.href="/new/1.html";</script>`,                   SCRIPT /new/1.html
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
