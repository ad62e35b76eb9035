package xuncha.findings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xuncha.findings.store.Judged.NIGHT;
import static xuncha.findings.store.Judged.blind;
import static xuncha.findings.store.Judged.result;
import static xuncha.findings.store.Judged.sees;
import static xuncha.findings.store.Judged.site;
import static xuncha.findings.store.Judged.sites;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import xuncha.findings.site.Account;
import xuncha.findings.site.Category;
import xuncha.findings.site.Platform;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;

/// What the ledger promises, whichever database keeps it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerContract {
  private static final Target SITE = site(1);
  private static final String COLUMN = "http://s1.gov.test/news/";
  private String url = "";
  private Ledger ledger;

  /// The address of a database for this class alone.
  abstract String database();

  @BeforeAll
  void open() {
    url = database();
    ledger = Ledger.open(url, InstantSource.fixed(NIGHT));
  }

  @BeforeEach
  void wipe() throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      for (var table :
          List.of(
              "verdict",
              "sighting",
              "finding",
              "observation",
              "validator",
              "run_target",
              "run_term",
              "run")) {
        statement.execute("delete from " + table);
      }
    }
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  @Test
  void namesARunForTheBeijingSecondItBeganIn() {
    assertThat(begin(SITE).id()).isEqualTo("20260302-020000");
    assertThat(begin(SITE).id()).isEqualTo("20260302-020000-2");
  }

  @Test
  void givesBackARunAsItWasBegun() {
    var run = begin(SITE, site(2));

    assertThat(ledger.run(run.id())).contains(run);
    assertThat(ledger.run("never")).isEmpty();
    assertThat(run.targets()).isEqualTo(2);
  }

  @Test
  void givesBackHowARunWasAskedFor() {
    var terms =
        Map.of("checks", "availability,home-freshness", "edition", "edition: 我的\nextends: x\n");
    var asked = ledger.begin(Run.Kind.ON_DEMAND, NIGHT, "my-edition", List.of(SITE), terms).id();

    assertThat(ledger.terms(asked)).isEqualTo(terms);
    assertThat(ledger.terms(begin(SITE).id())).isEmpty();
  }

  @Test
  void remembersTheTargetsAsTheyWereRegistered() {
    var account =
        new Account(
            "wx-1",
            Platform.WECHAT,
            "ahzf",
            "安徽发布",
            "省政府办公厅",
            Category.PROVINCE_PORTAL,
            "安徽省",
            "",
            "",
            Map.of("备注", "主账号"));
    var run = begin(SITE, account);

    assertThat(ledger.remaining(run.id())).containsExactly(SITE, account);
  }

  @Test
  void visitsFirstWhatNobodyKnowsAndWhatTookLongestInTheRunBefore() {
    var past = begin(SITE, site(2), site(3));
    took(past, SITE, 5);
    took(past, site(2), 5);
    took(past, site(3), 80);
    ledger.finish(past.id());
    var run = begin(SITE, site(2), site(3), site(4));

    assertThat(ledger.remaining(run.id())).containsExactly(site(4), site(3), SITE, site(2));
    assertThat(ledger.targets(run.id())).containsExactly(SITE, site(2), site(3), site(4));
  }

  private void took(Run run, Target target, int seconds) {
    ledger.record(
        run.id(), new Result(target, NIGHT, NIGHT.plusSeconds(seconds), List.of(), List.of()));
  }

  @Test
  void refusesTwoTargetsOfTheSameName() {
    assertThatThrownBy(() -> begin(SITE, SITE)).hasMessageContaining(SITE.id());
    assertThat(ledger.runs()).isEmpty();
  }

  @Test
  void givesBackAVerdictAsItWasRecorded() {
    var run = begin(SITE).id();
    record(run, NIGHT, sees(SITE, "column-freshness", COLUMN), blind("ipv6"));

    var verdicts = ledger.verdicts(run).toList();
    assertThat(verdicts)
        .extracting(
            RecordedVerdict::check,
            RecordedVerdict::verdict,
            RecordedVerdict::reason,
            RecordedVerdict::confidence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("column-freshness", Verdict.FAIL, "", 0.9),
            org.assertj.core.groups.Tuple.tuple(
                "ipv6", Verdict.INCONCLUSIVE, "connect-timeout", 0.0));
    assertThat(verdicts.getFirst().measured())
        .isEqualTo(Measured.of("columns", 10).and("stale", 1));
    assertThat(verdicts.getFirst().at()).isEqualTo(NIGHT);
    assertThat(verdicts.getFirst().url()).isEqualTo(SITE.url());
  }

  @Test
  void givesBackAFindingAsItWasReported() {
    var run = begin(SITE).id();
    record(run, NIGHT, sees(SITE, "column-freshness", COLUMN));

    var reported = Judged.finding(SITE, "column-freshness", COLUMN);
    assertThat(ledger.findings(run))
        .containsExactly(
            new RecordedFinding(
                run,
                NIGHT,
                reported.id(),
                SITE.id(),
                reported.check(),
                reported.indicator(),
                reported.severity(),
                COLUMN,
                reported.measured(),
                reported.threshold(),
                reported.summary(),
                reported.evidence(),
                FindingState.OPEN,
                NIGHT,
                NIGHT));
  }

  @Test
  void recordsATargetOfARunOnce() {
    var run = begin(SITE).id();

    assertThat(ledger.record(run, result(SITE, NIGHT, sees(SITE, "column-blank")))).isTrue();
    assertThat(ledger.record(run, result(SITE, night(1), blind("column-blank")))).isFalse();

    assertThat(ledger.verdicts(run))
        .extracting(RecordedVerdict::verdict)
        .containsExactly(Verdict.PASS);
    assertThat(ledger.remaining(run)).isEmpty();
  }

  @Test
  void recordsATargetOfARunOnceWhenManyTryAtTheSameTime() {
    var run = begin(SITE).id();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one = 0; one < 16; one++) {
        threads.execute(() -> record(run, NIGHT, sees(SITE, "link-health", COLUMN)));
      }
    }

    assertThat(ledger.verdicts(run)).hasSize(1);
    assertThat(ledger.findings(run)).hasSize(1);
  }

  @Test
  void recordsNothingOfAResultThatCannotBeRecordedWhole() {
    var run = begin(SITE).id();
    var tooLong = new Judgement("x".repeat(65), 1, sees(SITE, "any").outcome());

    assertThatThrownBy(() -> record(run, NIGHT, sees(SITE, "column-freshness", COLUMN), tooLong))
        .isInstanceOf(StoreFailure.class);

    assertThat(ledger.remaining(run)).containsExactly(SITE);
    assertThat(ledger.verdicts(run)).isEmpty();
    assertThat(ledger.findings(run)).isEmpty();
    assertThat(ledger.observations(run)).isEmpty();
  }

  @Test
  void refusesATargetThatTheRunDoesNotHave() {
    var run = begin(SITE).id();

    assertThatThrownBy(() -> ledger.record(run, result(site(2), NIGHT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(site(2).id());
    assertThatThrownBy(() -> ledger.record("never", result(SITE, NIGHT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void finishesARunWhenItsLastTargetIsOnRecord() {
    var run = begin(SITE, site(2)).id();
    record(run, NIGHT, blind("ipv6"));

    assertThat(ledger.finish(run)).isFalse();
    assertThat(ledger.progress(run)).isEqualTo(new Ledger.Progress(2, 1, 0));
    ledger.record(run, result(site(2), NIGHT, sees(site(2), "column-blank", "http://x/")));

    assertThat(ledger.finish(run)).isTrue();
    assertThat(ledger.finish(run)).isTrue();
    assertThat(ledger.progress(run)).isEqualTo(new Ledger.Progress(2, 2, 1));
    assertThat(ledger.run(run).orElseThrow().finished()).contains(NIGHT);
  }

  @Test
  void prefersTheLatestRunThatFinished() {
    assertThat(ledger.latestRun()).isEmpty();
    var first = begin(SITE).id();
    record(first, NIGHT, blind("ipv6"));
    ledger.finish(first);
    var second = begin(SITE).id();
    assertThat(ledger.latestRun().orElseThrow().id()).isEqualTo(first);

    record(second, NIGHT, blind("ipv6"));
    ledger.finish(second);
    assertThat(ledger.latestRun().orElseThrow().id()).isEqualTo(second);
  }

  @Test
  void followsAFindingThroughItsLife() {
    assertThat(standing(0, sees(SITE, "link-health", COLUMN))).isEqualTo("open 0..0");
    assertThat(standing(1, sees(SITE, "link-health", COLUMN))).isEqualTo("open 0..1");
    assertThat(standing(2, sees(SITE, "link-health"))).isEqualTo("fixed 0..1");
    assertThat(standing(3, sees(SITE, "link-health"))).isEmpty();
    assertThat(standing(4, sees(SITE, "link-health", COLUMN))).isEqualTo("reopened 0..4");
    assertThat(standing(5, sees(SITE, "link-health", COLUMN))).isEqualTo("reopened 0..5");
    assertThat(standing(6, sees(SITE, "link-health"))).isEqualTo("fixed 0..5");
  }

  @Test
  void neitherFixesNorReopensWhatItCouldNotSee() {
    standing(0, sees(SITE, "link-health", COLUMN));

    assertThat(standing(1, blind("link-health"))).isEmpty();
    assertThat(standing(2, sees(SITE, "column-blank"))).isEmpty();
    assertThat(standing(3, sees(SITE, "link-health", COLUMN))).isEqualTo("open 0..3");
  }

  @Test
  void leavesTheFindingsOfOtherTargetsAlone() {
    standing(0, sees(SITE, "link-health", COLUMN));
    var other = site(2);
    var run = begin(other).id();
    ledger.record(run, result(other, night(1), sees(other, "link-health")));

    assertThat(ledger.findings(run)).isEmpty();
    assertThat(standing(2, sees(SITE, "link-health", COLUMN))).isEqualTo("open 0..2");
  }

  @Test
  void letsAnOlderVisitThatComesLateChangeOnlyThePast() {
    standing(5, sees(SITE, "link-health", COLUMN));

    assertThat(standing(3, sees(SITE, "link-health"))).isEmpty();
    assertThat(standing(2, sees(SITE, "link-health", COLUMN))).isEqualTo("open 2..5");
    assertThat(standing(6, sees(SITE, "link-health"))).isEqualTo("fixed 2..5");
    assertThat(standing(4, sees(SITE, "link-health", COLUMN))).isEqualTo("fixed 2..5");
  }

  @Test
  void keepsAReplayFromChangingWhatIsKnownToday() {
    standing(0, sees(SITE, "link-health", COLUMN));
    var replay = ledger.begin(Run.Kind.REPLAY, night(1), "cn-2019", List.of(SITE)).id();
    ledger.record(
        replay,
        result(SITE, night(1), sees(SITE, "link-health"), sees(SITE, "column-blank", COLUMN)));

    assertThat(ledger.findings(replay))
        .extracting(RecordedFinding::check)
        .containsExactly("column-blank");
    assertThat(standing(2, sees(SITE, "link-health", COLUMN), sees(SITE, "column-blank")))
        .isEqualTo("open 0..2");
    assertThat(ledger.latestRun().orElseThrow().kind()).isEqualTo(Run.Kind.NIGHTLY);
  }

  @Test
  void putsAPersonsDecisionAboveTheMachines() {
    standing(0, sees(SITE, "link-health", COLUMN));
    var id = Judged.finding(SITE, "link-health", COLUMN).id();

    assertThat(ledger.decide(id, FindingState.CONFIRMED, "李巡查", "看过")).isTrue();
    assertThat(standing(1, sees(SITE, "link-health", COLUMN))).isEqualTo("confirmed 0..1");
    assertThat(standing(2, sees(SITE, "link-health"))).isEqualTo("fixed 0..1");
    assertThat(standing(3, sees(SITE, "link-health", COLUMN))).isEqualTo("reopened 0..3");

    ledger.decide(id, FindingState.DISMISSED, "李巡查", "链接是好的");
    assertThat(standing(4, sees(SITE, "link-health", COLUMN))).isEqualTo("dismissed 0..4");
    assertThat(ledger.decide("never", FindingState.DISMISSED, "", "")).isFalse();
    assertThatThrownBy(() -> ledger.decide(id, FindingState.FIXED, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsNumbersOverTime() {
    for (var night = 0; night < 3; night++) {
      standing(
          night,
          sees(
              SITE,
              "link-health",
              IntStream.range(0, night).mapToObj(n -> "http://x/" + n).toArray(String[]::new)));
    }
    assertThat(ledger.series(SITE.id(), "link-health", "stale", night(1)))
        .extracting(RecordedObservation::value)
        .containsExactly(1.0, 2.0);
  }

  @Test
  void keepsTheLatestValidatorOfEachAddress() {
    var first = begin(SITE).id();
    ledger.record(
        first,
        new Result(
            SITE,
            NIGHT,
            NIGHT,
            List.of(),
            List.of(new Validator("http://a/", "\"1\"", ""), new Validator("http://b/", "", "x"))));
    var second = begin(SITE).id();
    ledger.record(
        second,
        new Result(
            SITE,
            NIGHT,
            NIGHT,
            List.of(),
            List.of(
                new Validator("http://a/", "\"2\"", ""),
                new Validator("http://c/" + "c".repeat(3000), "\"3\"", ""))));

    assertThat(ledger.validators(SITE.id()))
        .containsExactly(
            new Validator("http://a/", "\"2\"", ""), new Validator("http://b/", "", "x"));
    assertThat(ledger.validators("other")).isEmpty();
  }

  @Test
  void takesWhateverAPageBrings() {
    var hostile = "\0 ' \" \\ ; drop table run; -- \uD83D\uDE00 \u202E \uDC00";
    var finding =
        new Finding(
            SITE.id(),
            "tampering",
            "",
            Severity.NOTICE,
            hostile,
            Measured.of("page", hostile).and("long", "长".repeat(1_100_000)).and("null", null),
            Measured.NOTHING,
            new Sentence(hostile, hostile + "长".repeat(1_100_000)),
            List.of(Evidence.text(hostile + "长".repeat(1_100_000))));
    var outcome =
        new Outcome.Conclusive(
            1,
            List.of(finding, finding),
            Measured.of("a", List.of(1, 2.5, Map.of("b", true))),
            new Sentence(hostile, hostile),
            1,
            true,
            List.of());
    var run = begin(SITE).id();

    record(run, NIGHT, new Judgement("tampering", 1, outcome));

    assertThat(ledger.findings(run))
        .hasSize(1)
        .first()
        .satisfies(kept -> {
          assertThat(kept.id()).isEqualTo(finding.id());
          assertThat(kept.subject())
              .isEqualTo(hostile.replace('\0', '\uFFFD').replace('\uDC00', '\uFFFD'));
          assertThat(kept.measured().values()).containsOnlyKeys("tooLarge");
          assertThat(kept.summary().en()).hasSizeLessThan(1_048_576).endsWith("…");
        });
    assertThat(ledger.verdicts(run).findFirst().orElseThrow().measured())
        .isEqualTo(outcome.measured());
  }

  @Test
  void isNotHarmedByAnInterrupt() {
    var run = begin(SITE).id();
    Thread.currentThread().interrupt();

    assertThat(record(run, NIGHT, sees(SITE, "link-health", COLUMN))).isTrue();
    assertThat(ledger.findings(run)).hasSize(1);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void readsALongRunInRegistryOrderWhateverTheOrderOfRecording() {
    var targets = sites(50);
    var run = begin(targets.toArray(Target[]::new)).id();
    targets
        .reversed()
        .forEach(target ->
            ledger.record(run, result(target, NIGHT, sees(target, "link-health", COLUMN))));

    assertThat(ledger.verdicts(run))
        .extracting(RecordedVerdict::target)
        .isEqualTo(targets.stream().map(Target::id).toList());
    assertThat(ledger.findings(run))
        .extracting(RecordedFinding::target)
        .isEqualTo(targets.stream().map(Target::id).toList());
    assertThat(ledger.observations(run)).hasSize(50);
  }

  private Connection connection() throws SQLException {
    return url.startsWith("jdbc:h2:")
        ? DriverManager.getConnection(url, "sa", "")
        : DriverManager.getConnection(url);
  }

  private Run begin(Target... targets) {
    return ledger.begin(Run.Kind.NIGHTLY, NIGHT, "cn-2019", List.of(targets));
  }

  private boolean record(String run, Instant at, Judgement... judgements) {
    return ledger.record(run, result(SITE, at, judgements));
  }

  private static Instant night(int number) {
    return NIGHT.plus(Duration.ofDays(number));
  }

  /// What the run of that night says of the one finding: `open 0..1` is open, first seen in night 0
  /// and last seen in night 1; empty when it says nothing.
  private String standing(int night, Judgement... judgements) {
    var run = begin(SITE).id();
    record(run, night(night), judgements);
    return ledger
        .findings(run)
        .map(f -> f.state().id() + " " + number(f.firstSeen()) + ".." + number(f.lastSeen()))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static long number(Instant at) {
    return Duration.between(NIGHT, at).toDays();
  }
}
