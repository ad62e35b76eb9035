package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
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
import xuncha.lab.LabServer;
import xuncha.lab.Province;
import xuncha.lab.Truth;
import xuncha.lab.site.Account;
import xuncha.scheduler.Progress;

/// Every scenario of logging in, from the socket to the verdict, and once more from the archive; no
/// secret in it.
class SpaceVerdictsTest {
  private static final Edition EDITION = Editions.shipped("cn-2019");
  private static final Set<String> CHECKS = Set.of("login-return", "user-space");
  private static final Examiner EXAMINER = new Examiner().only(CHECKS);

  @TempDir private static Path folder;
  private static Province province;
  private static final Map<String, Visit> VISITS = new HashMap<>();
  private static final Map<String, Visit> REPLAYED = new HashMap<>();
  private static List<String> posted = List.of();

  @BeforeAll
  static void visitEverySite() {
    var clock = InstantSource.system();
    var visits = new InspectionFolder(folder, EDITION, EXAMINER);
    var settings = visits.settings().withVisits(8);
    province = Province.ofScenarios(11, Province.AS_OF, CHECKS.toArray(String[]::new));
    try (var lab = LabServer.start(province);
        var ledger = Ledger.open("jdbc:h2:mem:space-verdicts", clock)) {
      var files = lab.write(folder.resolve("province"));
      var network = NetworkProfile.read(files.network());
      var accounts = Credentials.read(files.credentials(), Map.of());
      var run = ledger.begin(Run.Kind.ON_DEMAND, province.asOf(), EDITION.id(), province.sites());
      try (var inspection =
          new Inspection(settings, network, EDITION, EXAMINER, accounts, clock)) {
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
      posted =
          lab.journal().entries().stream()
              .filter(one -> one.method().equals("POST"))
              .map(one -> one.host() + one.path())
              .toList();
      province.sites().forEach(site -> REPLAYED.put(site.id(), visits.again(run.id(), site)));
    }
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

  @Test
  void nobodyLogsInTwice() {
    assertThat(posted).isNotEmpty().doesNotHaveDuplicates();
    assertThat(posted).allMatch(path -> path.endsWith("/member/doLogin"));
  }

  @Test
  void noSecretIsArchived() throws IOException {
    try (var files = Files.walk(folder.resolve("vault"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = unpacked(file);
        for (var host : province.hosts()) {
          var account = Account.of(host.plan());
          assertThat(text).doesNotContain(account.password(), account.user());
        }
      }
    }
  }

  private static String unpacked(Path file) throws IOException {
    var plain = Files.newInputStream(file);
    try (var bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Outcome judged(Map<String, Visit> visits, Truth truth) {
    return EXAMINER.examine(Objects.requireNonNull(visits.get(truth.target())), EDITION).stream()
        .filter(one -> one.check().equals(truth.check()))
        .map(Judgement::outcome)
        .findFirst()
        .orElseThrow();
  }
}
