package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.archive.Replay;
import xuncha.crawler.archive.WarcArchive;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.site.Site;
import xuncha.findings.store.Vault;
import xuncha.findings.store.Vault.Retention;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gaps;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Source;
import xuncha.lab.LabServer;
import xuncha.lab.Province;

class ReplayedVisitTest {
  @TempDir Path folder;

  @Test
  void aStoredVisitGoneThroughAgainIsTheSameVisit() {
    var province = Province.of(20200331, 8, 12, Crawls.AS_OF);
    var vault = new Vault(folder.resolve("vault"), Retention.ALL);
    try (var lab = LabServer.start(province)) {
      var profile = NetworkProfile.read(lab.write(folder).network());
      for (var site : province.sites()) {
        var settings = Crawls.settings(20, 30);
        var live = Crawls.visit(site, settings, profile, new WarcArchive(vault, "run"));
        vault.file("run", site, List.of());

        var file = folder.resolve("vault").resolve(Vault.path("run", site));
        try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
          var again =
              Crawler.again(
                  replay.visits().getFirst(), CrawlSettings.defaults(), Crawls.EDITION, List.of());
          assertThat(again).isEqualTo(live);
        }
      }
    }
  }

  @Test
  void aVisitOfWhichOnlyCitedRecordsAreLeftTellsNothingRatherThanSomethingWrong() {
    try (var web = new SmallSite()) {
      web.page("/", "<html><head><title>某县</title></head><body><p>正文内容正文内容</p></body></html>");
      var vault = new Vault(folder.resolve("vault"), Retention.CITED);
      Crawls.visit(
          web.site(), Crawls.settings(20, 30), Crawls.loopback(), new WarcArchive(vault, "run"));
      vault.file("run", web.site(), List.of());

      var file = folder.resolve("vault").resolve(Vault.path("run", web.site()));
      try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
        var again =
            Crawler.again(
                replay.visits().getFirst(), CrawlSettings.defaults(), Crawls.EDITION, List.of());
        assertThat(again.attempt(SiteColumns.class))
            .isInstanceOfSatisfying(
                Gathered.Missing.class,
                missing -> assertThat(missing.why().kind()).isEqualTo(Kind.NOT_GATHERED));
        assertThat(again.attempt(HomePage.class).found()).isEmpty();
      }
    }
  }

  @Test
  void whatRestsOnRecordsThatWereNotKeptIsKnownToLackThem() {
    try (var web = new SmallSite()) {
      web.page(
          "/",
          "<html><head><title>某县</title></head><body><ul class=\"nav\"><li><a href=\"/xwdt/\">新闻动态</a>"
              + "<li><a href=\"/tzgg/\">通知公告</a></ul><p>正文内容正文内容</p></body></html>");
      var vault = new Vault(folder.resolve("vault"), Retention.CITED);
      var live =
          Crawls.visit(
              web.site(),
              Crawls.settings(20, 30),
              Crawls.loopback(),
              new WarcArchive(vault, "run"));
      var home = live.attempt(HomePage.class).found().orElseThrow().page().source();
      vault.file("run", web.site(), List.of(citing(web.site(), home)));

      var file = folder.resolve("vault").resolve(Vault.path("run", web.site()));
      try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
        var recorded = replay.visits().getFirst();
        var again = Crawler.again(recorded, CrawlSettings.defaults(), Crawls.EDITION, List.of());
        var gaps = again.attempt(Gaps.class).found().orElseThrow();

        assertThat(live.attempt(Gaps.class).found()).isEmpty();
        assertThat(again.attempt(HomePage.class).found()).isPresent();
        assertThat(gaps.in())
            .contains(SitePages.class, SiteColumns.class, LinkSurvey.class, HomeAttempts.class)
            .doesNotContain(HomePage.class);
        assertThat(gaps.why().kind()).isEqualTo(Kind.NOT_GATHERED);
      }
    }
  }

  private static Judgement citing(Site site, Source source) {
    var what = new Sentence("问题", "a problem");
    var finding =
        new Finding(
            site.id(),
            "site-identity",
            "D-20",
            Severity.MINOR,
            site.url(),
            Measured.NOTHING,
            Measured.NOTHING,
            what,
            List.of(Evidence.of(source, "某县")));
    return new Judgement(
        "site-identity",
        1,
        new Outcome.Conclusive(1, List.of(finding), Measured.NOTHING, what, 0.9, false, List.of()));
  }
}
