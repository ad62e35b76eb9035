package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import xuncha.findings.store.Run;

/// A run is gone on with as it was begun.
final class ResumptionTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2020-04-01T00:00:00Z"));

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file("mine.yaml", edition("P70D"));
    file("other.yaml", edition("P71D"));
    file("network.yaml", "allowPrivate: true\n");
    file("elsewhere.yaml", "allowPrivate: false\n");
    file("settings.yaml", "crawl:\n  budget:\n    pages: 7\n");
    file("quicker.yaml", "crawl:\n  pace:\n    delay: PT1S\n  budget:\n    pages: 7\nvisits: 3\n");
    file("deeper.yaml", "crawl:\n  budget:\n    pages: 8\n");
  }

  @Test
  void isJudgedByWhatItWasBegunWith() {
    var begun = asked();

    var rest = resumed(begun, "");

    assertThat(rest.edition()).isEqualTo(begun.edition());
    assertThat(rest.edition().rule("home-freshness").period("window")).isEqualTo(Period.ofDays(70));
    assertThat(rest.checks()).containsExactlyInAnyOrder("availability", "home-freshness");
    assertThat(rest.asOf()).isEqualTo(begun.asOf());
    assertThat(rest.network()).contains(folder.resolve("network.yaml"));
    assertThat(rest.settings().crawl()).isEqualTo(begun.settings().crawl());
    assertThat(rest.settings().browser().use()).isFalse();
    assertThat(rest.settings().folder()).isEqualTo(folder.resolve("out"));
  }

  @Test
  void keepsTheWordsOfAnEditionFileThatIsGone() throws IOException {
    var begun = asked();
    var kept = begun.terms();
    Files.delete(folder.resolve("mine.yaml"));

    assertThat(resumed(begun, kept, "").edition()).isEqualTo(begun.edition());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          --checks home-freshness,                      --checks
          "--checks home-freshness,availability",
          --edition cn-2019,                            --edition
          --edition {}/other.yaml,                      --edition
          --edition {}/mine.yaml,
          --as-of 2020-03-30,                           --as-of
          --as-of 2020-03-31,
          --network {}/elsewhere.yaml,                  --network
          --network {}/network.yaml,
          --config {}/deeper.yaml,                      --config
          --config {}/settings.yaml,
          --config {}/quicker.yaml,
          --search-profiles {}/searches.yaml,           --search-profiles
          --no-browser,
          """)
  void refusesWhatContradictsIt(String options, String refused) {
    var begun = asked();
    var said = options.replace("{}", folder.toString());

    if (refused == null) {
      assertThat(resumed(begun, said).edition()).isEqualTo(begun.edition());
    } else {
      assertThatThrownBy(() -> resumed(begun, said))
          .isInstanceOf(ExitStatus.BadInput.class)
          .hasMessageContaining("--resume 20200401-080000")
          .hasMessageContaining(refused)
          .extracting(refusal -> String.valueOf(refusal.getMessage()).lines().count())
          .isEqualTo(1L);
    }
  }

  @Test
  void doesNotGoOnOverANetworkThatIsAnotherByNow() throws IOException {
    var begun = asked();
    var kept = begun.terms();
    file("network.yaml", "allowPrivate: false\n");

    assertThatThrownBy(() -> resumed(begun, kept, "")).hasMessageContaining("--network");
  }

  @Test
  void aRunFromBeforeTermsWereKeptIsToldByTheCommandLine() {
    var begun = asked();

    assertThatThrownBy(() -> resumed(begun, Map.of(), "")).hasMessageContaining("mine-2020");
    assertThat(resumed(begun, Map.of(), "--edition " + folder + "/mine.yaml").edition())
        .isEqualTo(begun.edition());
  }

  @Test
  void keepsNoSecretOfTheStoresAddress() {
    var asked = asked("--store jdbc:postgresql://host/x?user=u&password=geheim");

    assertThat(asked.terms().toString()).doesNotContain("geheim");
  }

  private Commission asked() {
    return asked("--no-browser");
  }

  private Commission asked(String more) {
    var said =
        "--edition {}/mine.yaml --network {}/network.yaml --config {}/settings.yaml --out {}/out"
            + " --as-of 2020-03-31 --checks availability,home-freshness "
            + more;
    var words = said.replace("{}", folder.toString()).split(" ");
    var line = new Line(words);
    return Commission.asked(line.options, line.judging, CLOCK);
  }

  private Commission resumed(Commission begun, String options) {
    return resumed(begun, begun.terms(), options);
  }

  private static Commission resumed(Commission begun, Map<String, String> kept, String options) {
    var run =
        new Run(
            "20200401-080000",
            Run.Kind.ON_DEMAND,
            begun.asOf(),
            begun.edition().id(),
            CLOCK.instant(),
            Optional.empty(),
            1);
    var line = new Line(options.isEmpty() ? new String[0] : options.split(" "));
    return Resumption.of(run, kept, line.options, line.judging);
  }

  /// What was typed.
  @CommandLine.Command
  private static final class Line {
    @CommandLine.Mixin private Options options = new Options();
    @CommandLine.Mixin private Judging judging = new Judging();

    Line(String... words) {
      new CommandLine(this).parseArgs(words);
    }
  }

  private static String edition(String window) {
    return """
    edition: mine-2020
    extends: cn-2019
    title: {zh: 我的, en: mine}
    effective: 2020-01-01
    checks:
      home-freshness:
        settings:
          window: {value: %s, official: false, source: "our choice: a test"}
    """
        .formatted(window);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
