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
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.probe.consult.Consent;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Site;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Judgement;
import xuncha.lab.LabServer;
import xuncha.lab.LabSettings;
import xuncha.lab.Province;
import xuncha.scheduler.Progress;

/// A province visited again and again, at chosen times of chosen days: its sites, the inspection
/// and the record go by one clock.
final class VisitsOverDays implements AutoCloseable {
  private final Edition edition;
  private final Examiner examiner;
  private final InspectionFolder folder;
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
    this.folder = new InspectionFolder(folder, edition, examiner);
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
    return examiner.examine(folder.again(run, site), edition);
  }

  /// Without a browser, and with these consents.
  private Settings settings(Map<String, Consent> consents) {
    var plain = folder.settings();
    return new Settings(
        "",
        plain.data(),
        "",
        4,
        "test",
        plain.crawl(),
        plain.ipv6(),
        plain.browser().unused(),
        "",
        consents);
  }

  @Override
  public void close() {
    ledger.close();
    lab.close();
  }
}
