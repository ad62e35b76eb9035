package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.crawler.SmallSite.Answer;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.LinkSurvey.TriedLink;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Visit;

class CrawlerTest {
  private final SmallSite web = new SmallSite();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void whenTheHomePageCannotBeHadEverythingIsMissingForThatReasonAndTheTriesAreTold() {
    web.close();
    var visit = Crawls.visit(web.site());

    assertThat(why(visit, HomePage.class)).hasValue(Kind.CONNECTION_REFUSED);
    assertThat(why(visit, SitePages.class)).hasValue(Kind.CONNECTION_REFUSED);
    assertThat(why(visit, SiteColumns.class)).hasValue(Kind.CONNECTION_REFUSED);
    assertThat(why(visit, LinkSurvey.class)).hasValue(Kind.CONNECTION_REFUSED);
    assertThat(got(visit, HomeAttempts.class).attempts())
        .hasSize(3)
        .allSatisfy(attempt ->
            assertThat(attempt.failure()).map(Failure::kind).hasValue(Kind.CONNECTION_REFUSED));
  }

  @Test
  void oneFailedTryDoesNotHideAHomePageThatOpensAtTheNext() {
    var tries = new java.util.concurrent.atomic.AtomicInteger();
    web.answers(
        "/", _ -> new Answer(tries.incrementAndGet() == 1 ? 500 : 200, "text/html", "", home("")));
    var visit = Crawls.visit(web.site());

    assertThat(why(visit, HomePage.class)).isEmpty();
    assertThat(got(visit, HomeAttempts.class).attempts())
        .extracting(attempt -> attempt.failure().map(Failure::kind))
        .containsExactly(Optional.of(Kind.SERVER_ERROR), Optional.empty(), Optional.empty());
  }

  @Test
  void triesThatWereNeverMadeAreNone() {
    var links = new StringBuilder();
    for (var i = 0; i < 8; i++) {
      links.append("<a href='/").append(i).append(".html'>通知公告").append(i).append("</a> ");
      web.answers("/" + i + ".html", 412, "");
    }
    web.page("/", home(links.toString()));

    assertThat(got(Crawls.visit(web.site()), HomeAttempts.class).attempts())
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.failure()).isEmpty());
  }

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          text/html,        ``,                     EMPTY_DOCUMENT
          text/html,        `<body> </body>`,       EMPTY_DOCUMENT
          text/plain,       `ok`,                   UNREADABLE
          application/json, `{"status":500}`,       NOT_HTML
          text/html,        `<b>Fatal error</b>: Uncaught PDOException`, SERVER_ERROR
          text/html,        `<h1>Welcome to nginx!</h1>`, DEFAULT_PAGE
          """)
  void anAnswerWithoutTheSiteIsNoHomePage(String type, String body, Kind why) {
    web.answers("/", _ -> new Answer(200, type, "", body));
    var visit = Crawls.visit(web.site());

    assertThat(why(visit, HomePage.class)).hasValue(why);
    assertThat(got(visit, HomeAttempts.class).attempts())
        .hasSize(3)
        .allSatisfy(attempt -> assertThat(attempt.failure()).map(Failure::kind).hasValue(why));
  }

  @Test
  void robotsThatForbidsEverythingIsObeyed() {
    web.answers("/robots.txt", _ -> new Answer(200, "text/plain", "", "User-agent: *\nDisallow: /"))
        .page("/", home(""));
    var visit = Crawls.visit(web.site());

    assertThat(why(visit, HomePage.class)).hasValue(Kind.ROBOTS);
    assertThat(why(visit, HomeAttempts.class)).hasValue(Kind.ROBOTS);
    assertThat(web.asked()).containsExactly("GET /robots.txt");
  }

  @Test
  void pagesThatOnlyTheSitemapNamesAreLookedAtTheNewestFirst() {
    siteWithSitemap("/new.html", "/gone.html", "/newest.html", "/old.html");
    web.page("/newest.html", article("最新"))
        .page("/new.html", article("较新"))
        .page("/old.html", article("很旧"));
    var pages = got(Crawls.visit(web.site()), SitePages.class);

    assertThat(pages.pages())
        .extracting(page -> page.finalUrl())
        .contains(web.url("/newest.html"), web.url("/new.html"))
        .doesNotContain(web.url("/old.html"));
    assertThat(pages.unread()).isEmpty();
  }

  @Test
  void noMoreOfTheSitemapIsReadThanThePagesThatAreLeft() {
    siteWithSitemap("/new.html", "/gone.html", "/newest.html", "/old.html");
    var settings = Crawls.settings(1, 10);
    Crawls.visit(web.site(), settings, Crawls.loopback(), xuncha.crawler.archive.Archive.none());

    assertThat(web.asked()).filteredOn("GET /newest.html"::equals).hasSize(1);
    assertThat(web.asked()).doesNotContain("GET /new.html");
  }

  /// Its sitemap is named by robots.txt and names another body's page too.
  private void siteWithSitemap(String... paths) {
    var map = new StringBuilder("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>");
    var day = List.of("2020-03-02", "2020-03-03", "2020-03-04", "2020-01-01");
    for (var i = 0; i < paths.length; i++) {
      map.append("<url><loc>").append(web.url(paths[i])).append("</loc><lastmod>");
      map.append(day.get(i)).append("</lastmod></url>");
    }
    map.append("<url><loc>http://www.example.com/</loc></url></urlset>");
    web.answers(
            "/robots.txt",
            _ -> new Answer(200, "text/plain", "", "Sitemap: " + web.url("/sitemap.xml")))
        .answers("/sitemap.xml", _ -> new Answer(200, "application/xml", "", map.toString()))
        .page("/", home(""));
  }

  @Test
  void whoWantsOnlyTheTriesDoesNotGoAboutInTheSite() {
    web.page("/", home("<a href='/a.html'>通知公告</a>")).page("/a.html", article("通知"));
    var visit = bringing(Set.of(HomeAttempts.class, HomePage.class));

    assertThat(got(visit, HomeAttempts.class).attempts()).hasSize(3);
    assertThat(got(visit, HomePage.class).page().finalUrl()).isEqualTo(web.url("/"));
    assertThat(why(visit, SitePages.class)).hasValue(Kind.NOT_GATHERED);
    assertThat(web.asked()).containsExactly("GET /robots.txt", "GET /", "GET /", "GET /");
  }

  @Test
  void whoWantsColumnsDoesNotTryLinksNorTheHomePageAgain() {
    web.page("/", home("<a href='/a.html'>通知公告</a> <a href='/b.pdf'>附件</a>"))
        .page("/a.html", article("通知"));
    var visit = bringing(Set.of(SiteColumns.class));

    assertThat(got(visit, SiteColumns.class)).isNotNull();
    assertThat(why(visit, LinkSurvey.class)).hasValue(Kind.NOT_GATHERED);
    assertThat(why(visit, HomeAttempts.class)).hasValue(Kind.NOT_GATHERED);
    assertThat(web.asked()).doesNotContain("HEAD /b.pdf").containsOnlyOnce("GET /");
  }

  private Visit bringing(Set<Class<? extends Artifact>> wanted) {
    return Crawls.visit(
        web.site(),
        Crawls.settings(60, 300),
        Crawls.loopback(),
        xuncha.crawler.archive.Archive.none(),
        false,
        crawler -> crawler.bringing(wanted));
  }

  @Test
  void robotsThatFailsForbidsGoingAboutButNotKnocking() {
    web.answers("/robots.txt", 500, "").page("/", home("<a href='/a.html'>通知公告</a>"));
    var visit = Crawls.visit(web.site());

    assertThat(why(visit, HomePage.class)).isEmpty();
    assertThat(web.asked()).doesNotContain("GET /a.html", "HEAD /a.html");
    assertThat(got(visit, LinkSurvey.class).links())
        .noneMatch(link -> link.url().endsWith("a.html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta http-equiv='refresh' content='0; url=/real.html'>",
        "<script>window.location.href='/real.html';</script>",
        "<frameset rows='*'><frame src='/real.html'></frameset>",
        "<frameset rows='*' cols='180,*'><frame src='/left.html'><frame src='/real.html'></frameset>"
      })
  void aHomePageThatSendsItsReaderOnIsFollowed(String onward) {
    web.redirects("/", "/start.html")
        .page("/start.html", "<html><head>" + onward + "</head></html>")
        .page("/real.html", home(""));
    var home = got(Crawls.visit(web.site()), HomePage.class);

    assertThat(home.page().finalUrl()).isEqualTo(web.url("/real.html"));
    assertThat(home.hops())
        .containsExactly(web.url("/"), web.url("/start.html"), web.url("/real.html"));
  }

  /// Whoever asks for the home page's source is shown that of the frameset.
  @Test
  void theTagsOfAFramesetAreTheHomePagesToo() {
    web.page(
            "/",
            "<html><head><meta name='SiteName' content='某某县人民政府'><meta name='SiteIDCode' content='3401230001'></head><frameset rows='*'><frame src='/real.html'></frameset></html>")
        .page(
            "/real.html",
            home("").replace("<head>", "<head><meta name='sitename' content='某某县政府网'>"));
    var page = got(Crawls.visit(web.site()), HomePage.class).page();

    assertThat(page.metas()).extracting(MetaTag::content).containsExactly("某某县政府网", "3401230001");
  }

  @Test
  void pagesThatSendTheirReaderRoundInCirclesAreALoop() {
    web.page("/", "<html><head><meta http-equiv='refresh' content='0;url=/b.html'></head></html>")
        .page("/b.html", "<html><head><meta http-equiv='refresh' content='0;url=/'></head></html>");
    assertThat(why(Crawls.visit(web.site()), HomePage.class)).hasValue(Kind.REDIRECT_LOOP);
  }

  @Test
  void brokenLinksAreMetTwiceAndWhatMayBeMeantForUsIsNotPressed() {
    web.page(
            "/",
            home(
                """
                <a href='/gone.html'>失效的链接</a> <a href='/kept.html'>有效的链接</a>
                <a href='/guarded.html'>被拦截的链接</a> <a href='/gone.pdf'>失效的附件</a>
                <a href='/shy.pdf'>不接受HEAD的附件</a>
                """))
        .page("/kept.html", article("有效的文章"))
        .answers("/guarded.html", 403, "forbidden")
        .answers(
            "/shy.pdf",
            method ->
                new Answer(method.equals("HEAD") ? 405 : 200, "application/pdf", "", "%PDF-"));
    var visit = Crawls.visit(web.site());

    assertThat(link(visit, "/gone.html").failure()).map(Failure::kind).hasValue(Kind.NOT_FOUND);
    assertThat(link(visit, "/gone.html").confirmed()).isTrue();
    assertThat(link(visit, "/gone.html").onHome()).isTrue();
    assertThat(link(visit, "/gone.pdf").confirmed()).isTrue();
    assertThat(link(visit, "/kept.html").failure()).isEmpty();
    assertThat(link(visit, "/shy.pdf").failure()).isEmpty();
    assertThat(link(visit, "/guarded.html").failure()).map(Failure::kind).hasValue(Kind.BLOCKED);
    assertThat(link(visit, "/guarded.html").confirmed()).isFalse();
    assertThat(web.asked()).filteredOn("GET /gone.html"::equals).hasSize(2);
    assertThat(web.asked()).filteredOn("GET /guarded.html"::equals).hasSize(1);
  }

  @Test
  void whoWasAskedTooMuchIsAskedOnceMoreInTheEnd() {
    var asked = new AtomicInteger();
    web.page("/", home("<a href='/busy.html'>繁忙的链接</a> <a href='/kept.html'>有效的链接</a>"))
        .page("/kept.html", article("有效的文章"))
        .answers(
            "/busy.html",
            _ ->
                new Answer(
                    asked.getAndIncrement() == 0 ? 429 : 200, "text/html", "", article("文章")));
    var visit = Crawls.visit(web.site());

    assertThat(link(visit, "/busy.html").failure()).isEmpty();
    assertThat(web.asked()).filteredOn("GET /busy.html"::equals).hasSize(2);
  }

  @Test
  void onceThatAskingAgainIsStillTooMuchNoOtherIsAskedAgain() {
    web.page("/", home("<a href='/one.html'>一个链接</a> <a href='/two.html'>两个链接</a>"))
        .answers("/one.html", 429, "")
        .answers("/two.html", 429, "");
    var visit = Crawls.visit(web.site());

    assertThat(link(visit, "/one.html").failure()).map(Failure::kind).hasValue(Kind.BLOCKED);
    assertThat(link(visit, "/two.html").failure()).map(Failure::kind).hasValue(Kind.BLOCKED);
    assertThat(web.asked()).filteredOn("GET /one.html"::equals).hasSize(2);
    assertThat(web.asked()).filteredOn("GET /two.html"::equals).hasSize(1);
  }

  @Test
  void aPageThatAnyMadeUpAddressGetsIsAMissingPage() {
    web.page("/", home("<a href='/gone.html'>失效的链接</a> <a href='/kept.html'>有效的链接</a>"))
        .page("/kept.html", article("有效的文章"))
        .otherwise(200, article("今天天气很好，欢迎下次再来，请从网站导航重新选择您要看的栏目"));
    var visit = Crawls.visit(web.site());

    assertThat(link(visit, "/gone.html").failure()).map(Failure::kind).hasValue(Kind.NOT_FOUND);
    assertThat(link(visit, "/kept.html").failure()).isEmpty();
  }

  @Test
  void aSiteThatShowsItsHomePageForEverythingIsNotAccused() {
    var home = home("<a href='/one.html'>一个链接</a> <a href='/two.html'>两个链接</a>");
    web.page("/", home).otherwise(200, home);
    assertThat(got(Crawls.visit(web.site()), LinkSurvey.class).links())
        .allSatisfy(link -> assertThat(link.failure()).isEmpty());
  }

  @Test
  void aLinkThatEndsAtAFrontPageIsNotAccusedWhereAnyAddressGetsIt() {
    try (var other = new SmallSite()) {
      web.page("/", home("<a href='/out'>外部</a> <a href='/zt/1.html'>专题</a>"))
          .redirects("/out", other.url("/"))
          .redirects("/zt/1.html", other.url("/zt/1.html"));
      other.otherwise(200, article("另一单位的首页，什么地址都是它"));

      assertThat(got(Crawls.visit(web.site()), LinkSurvey.class).links())
          .hasSize(2)
          .allSatisfy(link -> assertThat(link.failure()).isEmpty());
    }
  }

  @Test
  void whatIsBeyondTheBudgetIsSaidToBeSo() {
    web.page("/", home("<a href='/a.html'>甲</a> <a href='/b.html'>乙</a> <a href='/c.html'>丙</a>"))
        .otherwise(200, article("正文"));
    var visit =
        Crawls.visit(
            web.site(),
            Crawls.settings(1, 1),
            Crawls.loopback(),
            xuncha.crawler.archive.Archive.none());
    assertThat(got(visit, LinkSurvey.class).untried()).isPositive();
    assertThat(got(visit, SitePages.class).pages()).hasSize(1);
  }

  @Test
  void aClosedSiteIsNotVisited() {
    var open = web.site();
    var closed = new Site("", "", open.url(), "", open.category(), "", false, open.labels());
    assertThat(Crawls.visit(closed).artifacts()).isEmpty();
    assertThat(web.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><iframe src='/top.html' height=120></iframe><h2>要闻</h2><p>欢迎访问某某县人民政府门户网站，本网站由某某县人民政府办公室主办，地址在某某县城关镇人民路一号，欢迎监督。</p></body></html>",
        "<html><frameset rows='150,*'><frame src='top.html' name=top><frame src='main.html' name=main></frameset></html>",
        "<html><body><div id=nav><script src='/nav.js'></script></div><h2>要闻</h2><p><a href='/xw/1.html'>某某县召开工作会议</a></p><p><a href='/xw/2.html'>某某县召开工作会议</a></p><p><a href='/xw/3.html'>某某县召开工作会议</a></p><p>欢迎访问某某县人民政府门户网站，本网站由某某县人民政府办公室主办，地址在某某县城关镇人民路一号，欢迎监督。</p></body></html>"
      })
  void columnsThatTheHomePageNamesInFramesAndScriptsAreGoneTo(String home) {
    var bar = "<ul><li><a href='/xw/'>新闻动态</a></li><li><a href='/tz/'>通知公告</a></li></ul>";
    web.page("/", home)
        .page("/top.html", bar)
        .page("/main.html", home("<a href='/xw/1.html'>某某县召开工作会议</a>"))
        .answers(
            "/nav.js",
            _ -> new Answer(200, "text/javascript", "", "document.write(\"" + bar + "\")"))
        .page("/xw/", home(""))
        .page("/tz/", home(""));
    var visit = Crawls.visit(web.site());

    assertThat(got(visit, SiteColumns.class).columns())
        .extracting(Column::name)
        .containsExactly("新闻动态", "通知公告");
    assertThat(got(visit, SitePages.class).pages())
        .noneMatch(page -> page.finalUrl().endsWith("top.html"));
  }

  private static String home(String more) {
    return "<html><head><title>某某县人民政府</title></head><body><h1>某某县人民政府门户网站</h1>"
        + "<p>欢迎访问某某县人民政府门户网站，本网站由某某县人民政府办公室主办。</p>"
        + more
        + "</body></html>";
  }

  private static String article(String text) {
    return "<html><head><title>文章</title></head><body><h1>文章标题</h1><p>"
        + text.repeat(5)
        + "</p></body></html>";
  }

  private static TriedLink link(Visit visit, String path) {
    return got(visit, LinkSurvey.class).links().stream()
        .filter(link -> link.url().endsWith(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not tried: " + path));
  }

  private static <A extends Artifact> A got(Visit visit, Class<A> type) {
    return visit.attempt(type).found().orElseThrow(() -> new AssertionError(visit.attempt(type)));
  }

  private static <A extends Artifact> Optional<Kind> why(Visit visit, Class<A> type) {
    return visit.attempt(type) instanceof Gathered.Missing<A>(var why)
        ? Optional.of(why.kind())
        : Optional.empty();
  }
}
