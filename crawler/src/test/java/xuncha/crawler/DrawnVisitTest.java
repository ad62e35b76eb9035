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
import xuncha.findings.visit.Failure.Kind;
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
          .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(Kind.NO_BROWSER));

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
