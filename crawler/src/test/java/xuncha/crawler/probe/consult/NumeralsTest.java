package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          50       | 50
          1,000    | 1000
          十       | 10
          十五     | 15
          五十     | 50
          两百     | 200
          一百五   | 150
          一百零五 | 105
          一千二   | 1200
          一千二百 | 1200
          一千零五十 | 1050
          两千     | 2000
          一万     | 10000
          一万二   | 12000
          五〇     | 50
          一二〇   | 120
          伍佰     | 500
          三五十   |
          9999999  |
          """)
  void readsNumbersAsPeopleWriteThem(String written, @Nullable Integer value) {
    assertThat(Numerals.value(written))
        .isEqualTo(value == null ? OptionalInt.empty() : OptionalInt.of(value));
  }
}
