package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.archive.Replay;
import xuncha.crawler.archive.WarcArchive;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.store.Vault;
import xuncha.findings.store.Vault.Retention;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.SiteColumns;
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
}
