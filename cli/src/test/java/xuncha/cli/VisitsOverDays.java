package xuncha.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import xuncha.checks.Examiner;
import xuncha.crawler.CrawlSettings;
import xuncha.crawler.Crawler;
import xuncha.crawler.archive.Replay;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.probe.consult.Consent;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Site;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.store.Vault;
import xuncha.findings.verdict.Judgement;
import xuncha.lab.LabServer;
import xuncha.lab.LabSettings;
import xuncha.lab.Province;
import xuncha.scheduler.Progress;

/// A province visited again and again, at chosen times of chosen days: its sites, the inspection and
/// the record go by one clock.
final class VisitsOverDays implements AutoCloseable {
  private final Edition edition;
  private final Examiner examiner;
  private final Path folder;
  private final LabServer lab;
  private final NetworkProfile network;
  private final Ledger ledger;
  private volatile Duration ahead = Duration.ZERO;

  /// A clock that goes, from the moment of the visit on.
  private final InstantSource clock = () -> Instant.now().plus(ahead);

  /// @param folder for the inspection's data and the laboratory's files
  VisitsOverDays(Province province, Edition edition, Examiner examiner, Path folder) {
    this.edition = edition;
    this.examiner = examiner;
    this.folder = folder;
    this.lab = LabServer.start(province, LabSettings.defaults(), clock);
    this.network = NetworkProfile.read(lab.write(folder.resolve("province")).network());
    this.ledger = Ledger.open("jdbc:h2:mem:" + folder.getFileName(), clock);
  }

  LabServer lab() {
    return lab;
  }

  /// One run over these sites.
  ///
  /// @param day counted from the province's reference day
  /// @param time in China
  List<RecordedVerdict> visit(List<Site> sites, int day, String time) {
    return visit(sites, day, time, Map.of(), inspection -> inspection);
  }

  /// The same with these consents.
  ///
  /// @param told what the operator says beforehand
  List<RecordedVerdict> visit(
      List<Site> sites,
      int day,
      String time,
      Map<String, Consent> consents,
      UnaryOperator<Inspection> told) {
    var at =
        Beijing.day(lab.province().asOf())
            .plusDays(day)
            .atTime(LocalTime.parse(time))
            .atZone(Beijing.ZONE)
            .toInstant();
    ahead = Duration.between(Instant.now(), at);
    var run = ledger.begin(Run.Kind.ON_DEMAND, at, edition.id(), sites);
    try (var inspection =
        new Inspection(settings(consents), network, edition, examiner, Map.of(), clock)) {
      told.apply(inspection).carryOut(ledger, run, Progress.SILENT);
    }
    try (var verdicts = ledger.verdicts(run.id())) {
      return verdicts.toList();
    }
  }

  /// What the archive of a visit says by itself.
  List<Judgement> replayed(String run, Site site) {
    var file = folder.resolve("vault").resolve(Vault.path(run, site));
    try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
      var visit =
          Crawler.again(
              replay.visits().getFirst(),
              CrawlSettings.defaults(),
              edition,
              Matters.of(examiner, edition));
      return examiner.examine(visit, edition);
    }
  }

  /// In a hurry, without a browser, and forgetting nothing.
  private Settings settings(Map<String, Consent> consents) {
    var usual = CrawlSettings.defaults();
    var plain = Settings.defaults();
    var crawl =
        new CrawlSettings(
            new CrawlSettings.Pace(Duration.ZERO, 64),
            usual.budget(),
            usual.attempts(),
            usual.userAgent(),
            usual.obeyRobots(),
            Vault.Retention.ALL);
    return new Settings(
        "", folder.toString(), "", 4, "test", crawl, plain.ipv6(), plain.browser().unused(), "",
        consents);
  }

  @Override
  public void close() {
    ledger.close();
    lab.close();
  }
}
