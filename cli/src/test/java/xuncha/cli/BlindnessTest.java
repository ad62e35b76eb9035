package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Verdict;

final class BlindnessTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          resolver-failed resolver-failed,                     true
          network-unreachable no-browser not-gathered,         true
          resolver-failed: SERVFAIL no-ipv6-here,              true
          resolver-failed pass,                                false
          resolver-failed fail,                                false
          resolver-failed connect-timeout,                     false
          robots robots budget,                                false
          no-browser,                                          false
          blocked,                                             false
          '',                                                  false
          """)
  void isOursAloneAndTheNetworks(String verdicts, boolean blind) {
    var said =
        Arrays.stream(verdicts.replace(": ", ":").split(" "))
            .filter(word -> !word.isEmpty())
            .map(BlindnessTest::verdict)
            .toList();

    assertThat(Blindness.isBlind(said)).isEqualTo(blind);
  }

  private static RecordedVerdict verdict(String word) {
    var known =
        Arrays.stream(Verdict.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    return new RecordedVerdict(
        "run",
        Instant.EPOCH,
        "www.example.gov.cn",
        "site",
        "http://www.example.gov.cn/",
        "availability",
        1,
        known.orElse(Verdict.INCONCLUSIVE),
        known.isPresent() ? "" : word,
        0,
        Measured.NOTHING,
        new Sentence("无", "none"),
        false);
  }
}
