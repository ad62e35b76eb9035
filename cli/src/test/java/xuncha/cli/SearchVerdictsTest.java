package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.checks.Examiner;
import xuncha.crawler.CrawlSettings;
import xuncha.crawler.Crawler;
import xuncha.crawler.archive.Replay;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.store.Vault;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Visit;
import xuncha.lab.LabServer;
import xuncha.lab.Province;
import xuncha.lab.Truth;
import xuncha.scheduler.Progress;

/// Every scenario of search, from the socket to the verdict, and once more from the archive.
class SearchVerdictsTest {
  private static final Edition EDITION = Editions.shipped("cn-2019");
  private static final Set<String> CHECKS = Set.of("search");
  private static final Examiner EXAMINER = new Examiner().only(CHECKS);

  @TempDir private static Path folder;
  private static Province province;
  private static final Map<String, Visit> VISITS = new HashMap<>();
  private static final Map<String, Visit> REPLAYED = new HashMap<>();
  private static List<String> methods = List.of();

  @BeforeAll
  static void visitEverySite() {
    var clock = InstantSource.system();
    province = Province.ofScenarios(11, Province.AS_OF, CHECKS.toArray(String[]::new));
    try (var lab = LabServer.start(province);
        var ledger = Ledger.open("jdbc:h2:mem:search-verdicts", clock)) {
      var network = NetworkProfile.read(lab.write(folder.resolve("province")).network());
      var run = ledger.begin(Run.Kind.ON_DEMAND, province.asOf(), EDITION.id(), province.sites());
      try (var inspection = new Inspection(settings(), network, EDITION, EXAMINER, clock)) {
        inspection.carryOut(
            ledger,
            run,
            Progress.SILENT,
            visit -> {
              synchronized (VISITS) {
                VISITS.put(visit.target().id(), visit);
              }
            });
      }
      methods = lab.journal().entries().stream().map(one -> one.method()).distinct().toList();
      province.sites().forEach(site -> replay(Vault.path(run.id(), site), site.id()));
    }
  }

  private static void replay(String path, String id) {
    var file = folder.resolve("vault").resolve(path);
    try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
      REPLAYED.put(
          id,
          Crawler.again(
              replay.visits().getFirst(),
              CrawlSettings.defaults(),
              EDITION,
              Matters.of(EXAMINER, EDITION)));
    }
  }

  private static Settings settings() {
    var usual = CrawlSettings.defaults();
    return Settings.defaults()
        .withData(folder)
        .withVisits(8)
        .withCrawl(
            new CrawlSettings(
                new CrawlSettings.Pace(Duration.ZERO, 64),
                usual.budget(),
                usual.attempts(),
                usual.userAgent(),
                usual.obeyRobots(),
                Vault.Retention.ALL));
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsTrue() {
    return province.truths().stream()
        .filter(truth -> CHECKS.contains(truth.check()))
        .map(truth ->
            DynamicTest.dynamicTest(
                truth.check() + " " + truth.scenario() + " on " + truth.target(),
                () -> assertTrue(truth)));
  }

  private static void assertTrue(Truth truth) {
    var outcome = judged(VISITS, truth);
    assertThat(truth.allows(Verdict.of(outcome).id(), false))
        .as(() -> truth + "\n" + outcome)
        .isTrue();
    if (outcome instanceof Outcome.Conclusive) {
      assertThat(outcome.measured().values()).containsAllEntriesOf(truth.measured());
    }
  }

  @TestFactory
  Stream<DynamicTest> saysTheSameOfTheArchive() {
    return province.truths().stream()
        .filter(truth -> CHECKS.contains(truth.check()))
        .map(truth ->
            DynamicTest.dynamicTest(
                truth.check() + " " + truth.scenario() + " on " + truth.target(),
                () ->
                    assertThat(judged(REPLAYED, truth).toString())
                        .isEqualTo(judged(VISITS, truth).toString())));
  }

  /// A machine under load may lose a browser now and then, and then nothing is said.
  @Test
  void howeverASearchIsStartedItIsAsked() {
    assertThat(province.truths())
        .filteredOn(truth -> truth.scenario().startsWith("search/"))
        .filteredOn(truth -> Verdict.of(judged(VISITS, truth)) == Verdict.INCONCLUSIVE)
        .hasSizeLessThan(3);
  }

  /// What accuses nobody is measured all the same.
  @Test
  void measuresDelayOfTheIndexDeadResultsAndTime() {
    assertThat(measured("index-behind", "freshnessLagDays")).isGreaterThan(0);
    assertThat(measured("by-get", "freshnessLagDays")).isZero();
    assertThat(measured("dead-results", "deadResults")).isGreaterThan(0);
    assertThat(measured("by-get", "deadResults")).isZero();
    assertThat(measured("slow", "medianMs")).isGreaterThanOrEqualTo(2_000);
    assertThat(measured("nonsense-answered", "nonsenseResults")).isGreaterThan(0);
    assertThat(measured("by-get", "nonsenseResults")).isZero();
  }

  private static double measured(String variant, String name) {
    var truth =
        province.truths().stream()
            .filter(one -> one.scenario().equals("search/" + variant))
            .findFirst()
            .orElseThrow();
    var value = judged(VISITS, truth).measured().values().get(name);
    assertThat(value).as(variant + " " + name).isInstanceOf(Number.class);
    return ((Number) value).doubleValue();
  }

  @Test
  void nothingButReadingAndSearchingReachedTheServers() {
    assertThat(methods).isSubsetOf("GET", "HEAD", "POST");
  }

  private static Outcome judged(Map<String, Visit> visits, Truth truth) {
    return EXAMINER.examine(Objects.requireNonNull(visits.get(truth.target())), EDITION).stream()
        .filter(one -> one.check().equals(truth.check()))
        .map(Judgement::outcome)
        .findFirst()
        .orElseThrow();
  }
}
