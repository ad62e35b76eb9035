package xuncha.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import xuncha.checks.Examiner;
import xuncha.crawler.CrawlSettings;
import xuncha.crawler.Crawler;
import xuncha.crawler.archive.Replay;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Site;
import xuncha.findings.store.Vault;
import xuncha.findings.visit.Visit;

/// Where a test's inspections of the laboratory keep everything, so that each visit can be gone
/// through again.
record InspectionFolder(Path folder, Edition edition, Examiner examiner) {
  /// Settings of an inspection that pauses nowhere and writes here.
  Settings settings() {
    var usual = CrawlSettings.defaults();
    return Settings.defaults()
        .withData(folder)
        .withCrawl(
            new CrawlSettings(
                new CrawlSettings.Pace(Duration.ZERO, 64),
                usual.budget(),
                usual.attempts(),
                usual.userAgent(),
                usual.obeyRobots(),
                Vault.Retention.ALL));
  }

  /// A visit as its archive tells it.
  Visit again(String run, Site site) {
    var file = folder.resolve("vault").resolve(Vault.path(run, site));
    try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
      return Crawler.again(
          replay.visits().getFirst(),
          CrawlSettings.defaults(),
          edition,
          Matters.of(examiner, edition));
    }
  }
}
