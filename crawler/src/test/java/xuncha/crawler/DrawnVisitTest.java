package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.archive.Replay;
import xuncha.crawler.archive.WarcArchive;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.render.BrowserPool;
import xuncha.crawler.render.BrowserSettings;
import xuncha.crawler.render.Chromium;
import xuncha.findings.site.Site;
import xuncha.findings.store.Vault;
import xuncha.findings.store.Vault.Retention;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.Visit;
import xuncha.lab.LabServer;
import xuncha.lab.Province;

/// Visits to sites that only scripts fill, in a real Chromium.
@Timeout(300)
class DrawnVisitTest {
  private static final String MENU =
      "<html><head><title>某县人民政府</title></head><body><div class='nav'><ul><li><a href='/'>首页</a></li>"
          + "<li><a href='/tzgg/'>通知公告</a></li><li><a href='/gzdt/'>工作动态</a></li></ul></div>";

  @TempDir Path folder;

  @Test
  void aListThatOnlyAPostCouldFillIsNotCalledBlank() {
    try (var web = new SmallSite()) {
      web.page("/", MENU + news() + "</body></html>")
          .page("/tzgg/", MENU + scripted("fetch('/list', {method: 'POST'})") + "</body></html>")
          .page("/gzdt/", MENU + news() + "</body></html>");
      var column = column(drawn(web.site(), Crawls.loopback(), Archive.none()), "通知公告");
      assertThat(column.state()).isEqualTo(Column.State.UNREAD);
      assertThat(web.asked()).noneMatch(ask -> ask.startsWith("POST"));
    }
  }

  @Test
  void aListThatAScriptFillsIsReadAndWithoutABrowserSaidToNeedOne() {
    try (var web = new SmallSite()) {
      var write =
          "setTimeout(() => document.getElementById('box').innerHTML = \""
              + entries()
              + "\", 2000)";
      web.page("/", MENU + news() + "</body></html>")
          .page("/tzgg/", MENU + scripted(write) + "</body></html>")
          .page("/gzdt/", MENU + news() + "</body></html>");
      assertThat(column(Crawls.visit(web.site()), "通知公告").why())
          .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(Kind.NEEDS_BROWSER));

      var column = column(drawn(web.site(), Crawls.loopback(), Archive.none()), "通知公告");
      assertThat(column.state()).isEqualTo(Column.State.LISTED);
      assertThat(column.items()).hasSize(3);
    }
  }

  @Test
  void aBrowserThatIsKilledNowAndThenLosesNoVisitsVerdict() {
    var asked = new AtomicInteger();
    var chromium = Chromium.find("", System.getenv()).orElseThrow();
    try (var web = new SmallSite();
        var pool =
            new BrowserPool(chromium, BrowserSettings.defaults(), "x", InstantSource.system())) {
      web.page("/", MENU + news() + "</body></html>")
          .page("/tzgg/", MENU + scripted(listed()) + "</body></html>")
          .page("/gzdt/", MENU + news() + "</body></html>")
          .answers(
              "/list.json",
              _ -> {
                if (asked.getAndIncrement() % 3 == 0) {
                  killBrowsers();
                }
                return new SmallSite.Answer(200, "text/html; charset=utf-8", "", entries());
              });
      UnaryOperator<Crawler> drawing = crawler -> crawler.drawing(pool, 60);
      for (var round = 0; round < 3; round++) {
        var visit =
            Crawls.visit(
                web.site(),
                Crawls.settings(30, 30),
                Crawls.loopback(),
                Archive.none(),
                true,
                drawing);
        assertThat(column(visit, "通知公告").state()).isEqualTo(Column.State.LISTED);
      }
      assertThat(pool.figures().started()).isGreaterThan(1);
    }
  }

  /// As the system's out-of-memory killer would: the browsers, not their drivers.
  private static void killBrowsers() {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(it -> it.endsWith("node")).isPresent())
        .flatMap(ProcessHandle::children)
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static String listed() {
    return "fetch(['/li', 'st.json'].join('')).then(r => r.text()).then(t => document.getElementById('box').innerHTML = t)";
  }

  @Test
  void aHomePageThatIsAnEmptyShellIsReadAsItsScriptsLeaveItAndReplayedWithoutABrowser() {
    var province = Province.of(7, 60, 12, Crawls.AS_OF);
    var shells =
        province.truths().stream()
            .filter(truth -> truth.needsBrowser() && truth.scenario().isEmpty())
            .map(truth -> truth.target())
            .distinct()
            .toList();
    assertThat(shells).isNotEmpty();
    var site =
        province.sites().stream()
            .filter(one -> shells.contains(one.code()))
            .findFirst()
            .orElseThrow();
    var vault = new Vault(folder.resolve("vault"), Retention.ALL);
    try (var lab = LabServer.start(province)) {
      var profile = NetworkProfile.read(lab.write(folder).network());
      var live = drawn(site, profile, new WarcArchive(vault, "run"));
      vault.file("run", site, List.of());

      assertThat(live.attempt(HomePage.class).found())
          .hasValueSatisfying(home -> assertThat(home.page().lists()).isNotEmpty());
      assertThat(live.attempt(SiteColumns.class).found())
          .hasValueSatisfying(columns -> assertThat(columns.columns()).isNotEmpty());

      var file = folder.resolve("vault").resolve(Vault.path("run", site));
      try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
        var again =
            Crawler.again(
                replay.visits().getFirst(), CrawlSettings.defaults(), Crawls.EDITION, List.of());
        assertThat(again).isEqualTo(live);
      }
    }
  }

  @Test
  void aPageThatTriesItsVisitorLetsTheWholeVisitInAndAReplayToo() {
    var vault = new Vault(folder.resolve("vault"), Retention.ALL);
    try (var web = new SmallSite()) {
      web.guarded("clear", "8a1")
          .page("/", MENU + news() + "</body></html>")
          .page("/tzgg/", MENU + news() + "</body></html>")
          .page("/gzdt/", MENU + news() + "</body></html>");
      var live = drawn(web.site(), Crawls.loopback(), new WarcArchive(vault, "run"));
      vault.file("run", web.site(), List.of());

      assertThat(column(live, "通知公告").state()).isEqualTo(Column.State.LISTED);
      assertThat(live.attempt(HomeAttempts.class).found().orElseThrow().attempts())
          .hasSize(3)
          .allSatisfy(attempt -> assertThat(attempt.failure()).isEmpty());
      assertThat(again(web.site())).isEqualTo(live);
    }
  }

  @Test
  void whatTheBrowserShowsForAPageThatItCannotHaveIsNothingThatTheSiteSays() {
    try (var web = new SmallSite()) {
      web.page(
          "/",
          "<html><head><title>某县</title></head><body><div id='app'></div><script>location['hr' + 'ef'] = ['http://127.0.0.1', '1/'].join(':')</script></body></html>");
      assertThat(drawn(web.site(), Crawls.loopback(), Archive.none()).attempt(HomePage.class))
          .isInstanceOfSatisfying(
              Gathered.Missing.class,
              missing ->
                  assertThat(missing.why())
                      .isEqualTo(
                          new Failure(Kind.UNREADABLE, "the browser ended at chrome-error:")));
    }
  }

  @Test
  void columnsThatDifferInTheirRouteAloneAreEachDrawn() {
    var bar =
        "<html><head><title>某县人民政府</title></head><body><div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/gzdt/'>工作动态</a></li>"
            + "<li><a href='/gk/index#3'>通知公告</a></li><li><a href='/gk/index#5'>政策文件</a></li></ul></div>";
    var shell =
        bar
            + "<div class='main'><div id='app'></div></div><script>var id = location.hash.slice(1);"
            + "document.getElementById('app').innerHTML = id == '5' ? '<h3>政策文件</h3><div>暂无数据</div>' : \"<h3>通知公告</h3><ul>"
            + entries()
            + "</ul>\";</script></body></html>";
    var vault = new Vault(folder.resolve("vault"), Retention.ALL);
    try (var web = new SmallSite()) {
      web.page("/", bar + news() + "</body></html>")
          .page("/gzdt/", bar + news() + "</body></html>")
          .page("/gk/index", shell);
      assertThat(column(Crawls.visit(web.site()), "政策文件").why())
          .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(Kind.NEEDS_BROWSER));

      var live = drawn(web.site(), Crawls.loopback(), new WarcArchive(vault, "run"));
      vault.file("run", web.site(), List.of());
      assertThat(column(live, "通知公告").state()).isEqualTo(Column.State.LISTED);
      assertThat(column(live, "政策文件").state()).isEqualTo(Column.State.NOTICE_ONLY);
      assertThat(column(live, "政策文件").url()).endsWith("/gk/index#5");
      assertThat(again(web.site())).isEqualTo(live);
    }
  }

  @Test
  void aColumnIsDrawnWhoseDataDidNotComeThoughItHasAMenuOfItsOwn() {
    var side = "<ul>";
    for (var name : List.of("/tzgg/通知公告", "/gzdt/工作动态", "/zcwj/政策文件", "/rsrm/人事任免", "/tjxx/统计信息")) {
      side += "<li><a href='" + name.substring(0, 6) + "'>" + name.substring(6) + "</a></li>";
    }
    side += "</ul>";
    var bar = "<html><head><title>某县人民政府</title></head><body><div class='nav'>" + side + "</div>";
    var left = bar + "<div class='left'><h3>政务公开</h3>" + side + "</div>";
    var ask =
        "var q={'id':'7'};var x=new XMLHttpRequest();x.open('GET','/api/front/unit?'+['id',q.id].join('='));"
            + "x.onload=function(){document.getElementById('box').innerHTML=x.responseText};x.send()";
    try (var web = new SmallSite()) {
      web.page("/", bar + news() + "</body></html>")
          .page("/gzdt/", left + news().replace("关于", "县里") + "</body></html>")
          .page("/zcwj/", left + news().replace("关于", "省里") + "</body></html>")
          .page("/rsrm/", left + news().replace("关于", "乡里") + "</body></html>")
          .page("/tjxx/", left + news().replace("关于", "镇里") + "</body></html>")
          .page(
              "/tzgg/",
              left
                  + "<div class='main'><div class='unit' id='box'><div class='loading'>数据加载中，请稍候...</div></div></div><script>"
                  + ask
                  + "</script></body></html>")
          .page(
              "/api/front/unit",
              "<ul>" + entries().replace("/a", "/t").replace("关于", "市里") + "</ul>");
      assertThat(column(drawn(web.site(), Crawls.loopback(), Archive.none()), "通知公告").state())
          .isEqualTo(Column.State.LISTED);
    }
  }

  @Test
  void oldListsAreDrawnWhereScriptsMayAddToThemAndAReplayFindsTheSame() {
    var old = news().replace("2020-03", "2020-01");
    var add =
        "<ul id='box'></ul><script>var x=new XMLHttpRequest();x.open('GET','/api/n');"
            + "x.onload=function(){document.getElementById('box').innerHTML=x.responseText};x.send()</script>";
    var vault = new Vault(folder.resolve("vault"), Retention.ALL);
    try (var web = new SmallSite()) {
      web.page("/", MENU + old + add + "</body></html>")
          .page("/tzgg/", MENU + news() + "</body></html>")
          .page(
              "/gzdt/", MENU + old.replace("/a", "/g").replace("关于", "乡里") + add + "</body></html>")
          .page("/api/n", entries().replace("/a", "/n").replace("关于", "市里"));
      var without = Crawls.visit(web.site());
      assertThat(home(without).lacking())
          .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(Kind.NEEDS_BROWSER));
      assertThat(column(without, "工作动态").state()).isEqualTo(Column.State.LISTED);
      assertThat(column(without, "工作动态").why())
          .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(Kind.NEEDS_BROWSER));

      var live = drawn(web.site(), Crawls.loopback(), new WarcArchive(vault, "run"));
      vault.file("run", web.site(), List.of());
      assertThat(home(live).lacking()).isEmpty();
      assertThat(home(live).page().lists().toString()).contains("2020-03-30");
      assertThat(column(live, "工作动态").items().toString()).contains("2020-03-30");
      assertThat(column(live, "工作动态").why()).isEmpty();
      assertThat(again(web.site())).isEqualTo(live);
    }
  }

  @Test
  void oldListsWithEverydayScriptsOrFreshSiblingsAreNotDrawn() {
    var library = "<script src='/js/jquery.min.js'></script>";
    var own = "<script src='/js/index.js'></script>";
    var old = news().replace("2020-03", "2019-01");
    try (var web = new SmallSite()) {
      web.page("/", MENU + old + library + "</body></html>")
          .page("/tzgg/", MENU + news() + own + "</body></html>")
          .page(
              "/gzdt/",
              MENU + old.replace("/a", "/g").replace("关于", "乡里") + own + "</body></html>");
      var visit = drawn(web.site(), Crawls.loopback(), Archive.none());
      assertThat(home(visit).lacking()).isEmpty();
      assertThat(column(visit, "工作动态").why()).isEmpty();
      assertThat(web.asked()).noneMatch(ask -> ask.endsWith("/index.js"));
    }
  }

  private static HomePage home(Visit visit) {
    return visit.attempt(HomePage.class).found().orElseThrow();
  }

  private Visit again(Site site) {
    var file = folder.resolve("vault").resolve(Vault.path("run", site));
    try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
      return Crawler.again(
          replay.visits().getFirst(), Crawls.settings(30, 30), Crawls.EDITION, List.of());
    }
  }

  private static Visit drawn(Site site, NetworkProfile profile, Archive archive) {
    var chromium = Chromium.find("", System.getenv()).orElseThrow();
    try (var pool =
        new BrowserPool(chromium, BrowserSettings.defaults(), "x", InstantSource.system())) {
      UnaryOperator<Crawler> drawing = crawler -> crawler.drawing(pool, 60);
      return Crawls.visit(site, Crawls.settings(30, 30), profile, archive, true, drawing);
    }
  }

  private static Column column(Visit visit, String name) {
    return visit.attempt(SiteColumns.class).found().orElseThrow().columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String scripted(String code) {
    return "<div class='main'><h2>通知公告</h2><ul id='box'></ul></div><script>" + code + "</script>";
  }

  private static String news() {
    return "<div class='main'><h2>工作动态</h2><ul>" + entries() + "</ul></div>";
  }

  private static String entries() {
    return "<li><a href='/a1.html'>关于做好春耕备耕工作的通知</a><span>2020-03-30</span></li>"
        + "<li><a href='/a2.html'>关于开展安全生产检查的通知</a><span>2020-03-28</span></li>"
        + "<li><a href='/a3.html'>关于公布行政许可事项的公告</a><span>2020-03-26</span></li>";
  }
}
