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
import xuncha.lab.Journal;

/// Every scenario of consultation, from the socket to the verdict, and once more from the archive.
class ConsultVerdictsTest {
  private static final Set<String> CHECKS =
      Set.of(
          "reply-timeliness",
          "consult-channel",
          "consult-min-length",
          "consult-daily-limit",
          "consult-open-hours",
          "consult-tracking");

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

  @Test
  void nothingButReadingReachedTheServers() {
    assertThat(visits.received()).extracting(Journal.Entry::method).isSubsetOf("GET", "HEAD");
    assertThat(visits.received())
        .extracting(Journal.Entry::path)
        .noneMatch(path -> path.matches(".*\\.do([?].*)?"));
  }
}
