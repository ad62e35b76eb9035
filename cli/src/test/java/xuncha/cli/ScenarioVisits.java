package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import xuncha.checks.Examiner;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Visit;
import xuncha.lab.Journal;
import xuncha.lab.LabServer;
import xuncha.lab.Province;
import xuncha.lab.Truth;
import xuncha.scheduler.Progress;

/// A site for every scenario of some checks, visited from the socket to the verdict, and judged
/// once more from the archive.
final class ScenarioVisits {
  private static final Edition EDITION = Editions.shipped("cn-2019");

  private final Path folder;
  private final Set<String> checks;
  private final Examiner examiner;
  private final InspectionFolder inspections;
  private final Province province;
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();
  private final Map<String, Visit> replayed = new ConcurrentHashMap<>();
  private List<Journal.Entry> received = List.of();

  private ScenarioVisits(Path folder, Set<String> checks) {
    this.folder = folder;
    this.checks = checks;
    this.examiner = new Examiner().only(checks);
    this.inspections = new InspectionFolder(folder, EDITION, examiner);
    this.province = Province.ofScenarios(11, Province.AS_OF, checks.toArray(String[]::new));
  }

  /// Visits them all; with a browser, and with the test accounts.
  ///
  /// @param folder where archives go
  /// @param checks whose scenarios
  static ScenarioVisits of(Path folder, Set<String> checks) {
    var all = new ScenarioVisits(folder, checks);
    all.visitEverySite();
    return all;
  }

  private void visitEverySite() {
    var clock = InstantSource.system();
    try (var lab = LabServer.start(province);
        var ledger = Ledger.open("jdbc:h2:mem:" + folder.getFileName(), clock)) {
      var files = lab.write(folder.resolve("province"));
      var network = NetworkProfile.read(files.network());
      var accounts = Credentials.read(files.credentials(), Map.of());
      var run = ledger.begin(Run.Kind.ON_DEMAND, province.asOf(), EDITION.id(), province.sites());
      Consumer<Visit> keep = visit -> visits.put(visit.target().id(), visit);
      var settings = inspections.settings().withVisits(8);
      try (var inspection = new Inspection(settings, network, EDITION, examiner, accounts, clock)) {
        inspection.carryOut(ledger, run, Progress.SILENT, keep);
      }
      received = lab.journal().entries();
      province.sites().forEach(site -> replayed.put(site.id(), inspections.again(run.id(), site)));
    }
  }

  Province province() {
    return province;
  }

  /// Where the archives are.
  Path vault() {
    return folder.resolve("vault");
  }

  /// What reached the servers.
  List<Journal.Entry> received() {
    return received;
  }

  /// A test for each truth: the verdict is right, and so is what was measured.
  Stream<DynamicTest> sayWhatIsTrue() {
    return tests(truth -> {
      var outcome = judged(truth);
      assertThat(truth.allows(Verdict.of(outcome).id(), false))
          .as(() -> truth + "\n" + outcome)
          .isTrue();
      if (outcome instanceof Outcome.Conclusive) {
        assertThat(outcome.measured().values()).containsAllEntriesOf(truth.measured());
      }
    });
  }

  /// A test for each truth: judged from the archive the outcome is the same, word for word.
  Stream<DynamicTest> sayTheSameOfTheArchive() {
    return tests(truth ->
        assertThat(judged(replayed, truth).toString()).isEqualTo(judged(truth).toString()));
  }

  private Stream<DynamicTest> tests(Consumer<Truth> test) {
    return province.truths().stream()
        .filter(truth -> checks.contains(truth.check()))
        .map(truth ->
            DynamicTest.dynamicTest(
                truth.check() + " " + truth.scenario() + " on " + truth.target(),
                () -> test.accept(truth)));
  }

  /// What was said of it.
  Outcome judged(Truth truth) {
    return judged(visits, truth);
  }

  private Outcome judged(Map<String, Visit> from, Truth truth) {
    return examiner.examine(Objects.requireNonNull(from.get(truth.target())), EDITION).stream()
        .filter(one -> one.check().equals(truth.check()))
        .map(Judgement::outcome)
        .findFirst()
        .orElseThrow();
  }
}
