package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

final class ReferenceTimeTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          2020-03-30,                2020-03-30T15:59:59Z
          2020-03-30 18:00,          2020-03-30T10:00:00Z
          2020-03-30T18:00,          2020-03-30T10:00:00Z
          2020-03-30T18:00:07,       2020-03-30T10:00:07Z
          2020-03-30 18:00:07,       2020-03-30T10:00:07Z
          2020-03-30 18:00:00+08:00, 2020-03-30T10:00:00Z
          2020-03-30T18:00:00+08:00, 2020-03-30T10:00:00Z
          2020-03-30T10:00:00Z,      2020-03-30T10:00:00Z
          """)
  void readsDaysAndTimesInChina(String text, String instant) {
    assertThat(new ReferenceTime().convert(text)).hasToString(instant);
  }

  /// Six in the evening of the 31st, in China.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          2020-03-30,       2020-03-30T15:59:59Z
          2020-03-31,       2020-03-31T10:00:00Z
          2020-03-31 17:00, 2020-03-31T09:00:00Z
          2020-03-31 18:01,
          2020-04-01,
          2099-01-01,
          """)
  void isNeverLaterThanNow(String text, String instant) {
    var options = new Options();
    options.asOf = new ReferenceTime().convert(text);
    var clock = InstantSource.fixed(Instant.parse("2020-03-31T10:00:00Z"));

    if (instant == null) {
      assertThatThrownBy(() -> options.asOf(clock))
          .isInstanceOf(ExitStatus.BadInput.class)
          .hasMessageContaining("--as-of");
    } else {
      assertThat(options.asOf(clock)).hasToString(instant);
    }
  }

  @Test
  void saysHowToWriteATime() {
    assertThatThrownBy(() -> new ReferenceTime().convert("yesterday"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2020-03-30");
  }
}
