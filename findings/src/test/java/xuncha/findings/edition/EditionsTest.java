package xuncha.findings.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xuncha.findings.verdict.Severity;

class EditionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("xuncha.findings.edition.Editions#shippedIds")
  void everyShippedEditionHasARuleWithEverySettingForEveryCheck(String id) {
    var edition = Editions.shipped(id);

    assertThat(edition.id()).isEqualTo(id);
    assertThat(edition.rules()).containsOnlyKeys(Vocabulary.CHECKS.keySet());
    Vocabulary.CHECKS.forEach((check, shapes) ->
        assertThat(edition.rule(check).settings()).as(check).containsOnlyKeys(shapes.keySet()));
  }

  @ParameterizedTest
  @MethodSource("xuncha.findings.edition.Editions#shippedIds")
  void whatIsSaidToBeOfficialNamesAConfirmedSource(String id) {
    for (var rule : Editions.shipped(id).rules().values()) {
      rule.settings()
          .forEach((name, setting) -> {
            if (setting.official()) {
              assertThat(setting.source())
                  .as(rule.check() + "." + name)
                  .contains("[confirmed: S")
                  .doesNotContain("our choice");
            }
          });
    }
  }

  @Test
  void theNationalIndicatorsSayWhatTheirTextSays() {
    var edition = Editions.shipped("cn-2019");

    var availability = edition.rule("availability");
    assertThat(availability.indicator()).isEqualTo("V-W-02");
    assertThat(availability.severity()).isEqualTo(Severity.VETO);
    assertThat(availability.duration("slow")).isEqualTo(Duration.ofSeconds(15));
    assertThat(availability.share("failedShare")).isEqualTo(0.05);
    assertThat(availability.count("attempts")).isEqualTo(3);
    assertThat(edition.rule("column-freshness").period("newsLimit")).isEqualTo(Period.ofDays(14));
    assertThat(edition.rule("column-freshness").words("exempt"))
        .containsExactly("overview", "service");
    assertThat(edition.rule("reply-timeliness").period("overdue")).isEqualTo(Period.ofMonths(3));
    assertThat(edition.rule("survey-activity").setting("minimum").unit()).isEqualTo("activities");
    assertThat(edition.lexicon().words("column.news")).isNotEmpty();
  }

  @Test
  void anhuiInheritsWhatItDoesNotSayItself() {
    var national = Editions.shipped("cn-2019");
    var anhui = Editions.shipped("anhui-2020");

    assertThat(anhui.rule("availability")).isEqualTo(national.rule("availability"));
    assertThat(anhui.rule("media-comments").severity()).isEqualTo(Severity.VETO);
    assertThat(anhui.rule("survey-activity").setting("minimum").source()).contains("秘函〔2020〕36号");
    assertThat(anhui.rule("survey-activity").indicator()).isEqualTo("B-01");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          2019-04-01, cn-2019
          2019-09-30, cn-2019
          2019-10-01, anhui-2020
          2020-01-01, anhui-2020
          2026-07-01, anhui-2020
          """)
  void theDayDecidesTheEdition(LocalDate day, String id) {
    assertThat(Editions.inForce(day).id()).isEqualTo(id);
  }

  @Test
  void aDayBeforeTheFirstEditionHasNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Editions.inForce(LocalDate.of(2019, 3, 31)))
        .withMessageContaining("2019-03-31");
  }

  @Test
  void anUnknownIdIsAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Editions.shipped("../cn-2019"))
        .withMessageContaining("cn-2019, anhui-2020");
  }

  @Test
  void anOperatorsFileSaysOnlyWhatDiffers() throws IOException {
    var own =
        Editions.read(
            file(
                """
                edition: hefei-2021
                extends: anhui-2020
                title: {zh: 合肥市细则, en: Rules of Hefei}
                effective: 2021-01-01
                checks:
                  media-freshness:
                    severity: major
                    settings:
                      window: {value: P7D, official: false, source: "合政办〔2021〕1号 第三条"}
                """));

    assertThat(own.title().zh()).isEqualTo("合肥市细则");
    assertThat(own.effective()).isEqualTo(LocalDate.of(2021, 1, 1));
    assertThat(own.rule("media-freshness").period("window")).isEqualTo(Period.ofDays(7));
    assertThat(own.rule("media-freshness").period("futureTolerance")).isEqualTo(Period.ofDays(1));
    assertThat(own.rule("media-freshness").indicator()).isEqualTo("V-M-02a");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slow: {value: 15, official: true, source: "our choice: x"}      | 7: checks.availability.settings.slow.value: "15" is not a duration
          slow: {value: PT0S, official: true, source: "our choice: x"}    | 7: checks.availability.settings.slow.value: "PT0S" is not a duration from PT1S to PT5M
          slow: {value: PT9S, official: perhaps, source: "our choice: x"} | 7: checks.availability.settings.slow.official: write true
          slow: {value: PT9S, official: true}                             | 7: checks.availability.settings.slow.source: missing
          slow: {value: PT9S, official: true, source: "?"}                | 7: checks.availability.settings.slow.source: missing
          slow: {official: true, source: "our choice: x"}                 | 7: checks.availability.settings.slow.value: missing
          slow: PT9S                                                      | 7: checks.availability.settings.slow: write {value
          slowly: {value: PT9S, official: true, source: "our choice: x"}  | 7: checks.availability.settings.slowly: unknown key; known are attempts
          slow: {value: PT9S, Source: "", official: true, source: "our choice: x"} | 7: checks.availability.settings.slow.Source: unknown key
          failedShare: {value: 5, unit: "%", official: true, source: "our choice: x"} | 7: checks.availability.settings.failedShare.value: "5" is not a number from 0 to 1
          failedShare: {value: 0.05, official: true, source: "our choice: x"} | 7: checks.availability.settings.failedShare.unit: say what
          attempts: {value: 2.5, unit: x, official: true, source: "our choice: x"} | 7: checks.availability.settings.attempts.value: "2.5" is not a whole number
          attempts: {value: 1e99, unit: x, official: true, source: "our choice: x"} | 7: checks.availability.settings.attempts.value: "1E+99" is not a whole number
          window: {value: 14 days, official: true, source: "our choice: x"} | 7: checks.availability.settings.window.value: "14 days" is not a period
          window: {value: P-7D, official: true, source: "our choice: x"} | 7: checks.availability.settings.window.value: "P-7D" is not a period
          window: {value: [P7D], official: true, source: "our choice: x"} | 7: checks.availability.settings.window.value: "[P7D]" is not a period
          """)
  void everyMistakeIsToldWithItsPlace(String setting, String mistake) throws IOException {
    var path =
        file(
            """
            edition: own
            extends: cn-2019
            title: {zh: 试, en: trial}
            checks:
              availability:
                settings:
                  %s
            """
                .formatted(setting));

    assertThatThrownBy(() -> Editions.read(path))
        .isInstanceOf(UnreadableEdition.class)
        .hasMessageStartingWith(path + ":" + mistake);
  }

  @Test
  void allMistakesOfAFileAreToldAtOnce() throws IOException {
    var path =
        file(
            """
            edition: Own Edition
            extends: cn-2018
            colour: red
            title: nice
            effective: 2021-02-30
            lexicon: /etc/passwd
            checks:
              availabilty: {}
              ipv6: {severity: grave}
            """);

    assertThatThrownBy(() -> Editions.read(path))
        .isInstanceOfSatisfying(
            UnreadableEdition.class,
            refused ->
                assertThat(refused.mistakes())
                    .anyMatch(line -> line.contains(":3: colour: unknown key"))
                    .anyMatch(line -> line.contains(":2: extends:"))
                    .anyMatch(line -> line.contains("edition: write an id"))
                    .anyMatch(line -> line.contains(":4: title:"))
                    .anyMatch(line -> line.contains(":5: effective: not a day"))
                    .anyMatch(line -> line.contains(":6: lexicon:"))
                    .anyMatch(line -> line.contains(":8: checks.availabilty: unknown key"))
                    .anyMatch(line -> line.contains(":9: checks.ipv6.severity:"))
                    .hasSize(8));
  }

  @ParameterizedTest(name = "extends: {0}")
  @CsvSource(
      delimiter = '|',
      value = {"cn-2018", "own", "[cn-2019]", "''"})
  void whatAWrongEditionWouldHaveGivenIsNotMissingBesides(String base) throws IOException {
    var path = file("edition: own\nextends: " + base + "\n");

    assertThatThrownBy(() -> Editions.read(path))
        .isInstanceOf(UnreadableEdition.class)
        .hasMessage(path + ":2: extends: write another edition: cn-2019, anhui-2020");
  }

  @Test
  void whatAnEditionOfItsOwnLeavesOutIsMissing() throws IOException {
    var path = file("edition: own\ntitle: {zh: 试, en: trial}\n");

    assertThatThrownBy(() -> Editions.read(path))
        .isInstanceOf(UnreadableEdition.class)
        .hasMessageContaining(path + ":1: effective: write the first day in force")
        .hasMessageContaining(path + ":1: lexicon: write the id of a lexicon")
        .hasMessageContaining(path + ":1: checks.availability: missing; add it or extend");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''
          '- a'
          'edition: [x'
          'a: 1\na: 2'
          '42'
          '&a [*a, *a]'
          """)
  void whatIsNoEditionIsRefusedInWords(String text) throws IOException {
    var path = file(text.replace("\\n", "\n"));

    assertThatThrownBy(() -> Editions.read(path)).isInstanceOf(UnreadableEdition.class);
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    var path = folder.resolve("gbk.yaml");
    Files.writeString(path, "title: {zh: 安徽}", Charset.forName("GBK"));

    assertThatThrownBy(() -> Editions.read(path)).hasMessageContaining("not UTF-8");
  }

  @Test
  void brokenFilesNeverCrashTheReader() throws IOException {
    var random = new Random(20190401);
    try (var stream = Editions.class.getResourceAsStream("anhui-2020.yaml")) {
      var sound = stream == null ? new byte[0] : stream.readAllBytes();
      for (var round = 0; round < 150; round++) {
        var broken = sound.clone();
        for (var flip = 0; flip <= round % 5; flip++) {
          broken[random.nextInt(broken.length)] = (byte) (32 + random.nextInt(95));
        }
        var path = folder.resolve("broken.yaml");
        Files.write(path, broken);
        try {
          assertThat(Editions.read(path).rules()).isNotEmpty();
        } catch (UnreadableEdition refused) {
          assertThat(refused.mistakes()).isNotEmpty();
        }
      }
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("own.yaml"), text);
  }
}
