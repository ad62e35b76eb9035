package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.findings.verdict.Verdict;
import xuncha.lab.Journal;

/// Every scenario of search, from the socket to the verdict, and once more from the archive.
class SearchVerdictsTest {
  private static final Set<String> CHECKS = Set.of("search");

  @TempDir private static Path folder;
  private static ScenarioVisits visits;

  @BeforeAll
  static void visitEverySite() {
    visits = ScenarioVisits.of(folder, CHECKS);
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsTrue() {
    return visits.sayWhatIsTrue();
  }

  @TestFactory
  Stream<DynamicTest> saysTheSameOfTheArchive() {
    return visits.sayTheSameOfTheArchive();
  }

  /// A machine under load may lose a browser now and then, and then nothing is said.
  @Test
  void howeverASearchIsStartedItIsAsked() {
    assertThat(visits.province().truths())
        .filteredOn(truth -> truth.scenario().startsWith("search/"))
        .filteredOn(truth -> Verdict.of(visits.judged(truth)) == Verdict.INCONCLUSIVE)
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
        visits.province().truths().stream()
            .filter(one -> one.scenario().equals("search/" + variant))
            .findFirst()
            .orElseThrow();
    var value = visits.judged(truth).measured().values().get(name);
    assertThat(value).as(variant + " " + name).isInstanceOf(Number.class);
    return ((Number) value).doubleValue();
  }

  @Test
  void nothingButReadingAndSearchingReachedTheServers() {
    assertThat(visits.received())
        .extracting(Journal.Entry::method)
        .isSubsetOf("GET", "HEAD", "POST");
  }
}
