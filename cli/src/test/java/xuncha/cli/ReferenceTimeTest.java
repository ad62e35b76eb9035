package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
          2020-03-30T18:00:00+08:00, 2020-03-30T10:00:00Z
          2020-03-30T10:00:00Z,      2020-03-30T10:00:00Z
          """)
  void readsDaysAndTimesInChina(String text, String instant) {
    assertThat(new ReferenceTime().convert(text)).hasToString(instant);
  }

  @Test
  void saysHowToWriteATime() {
    assertThatThrownBy(() -> new ReferenceTime().convert("yesterday"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2020-03-30");
  }
}
