package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownTest {
  private final AtomicInteger readings = new AtomicInteger();
  private final Known<Integer> lengths =
      new Known<>(name -> {
        readings.incrementAndGet();
        return name.length();
      });

  @Test
  void readsANameOnce() {
    assertThat(lengths.of("pubTime")).isEqualTo(7);
    assertThat(lengths.of("pubTime")).isEqualTo(7);

    assertThat(readings).hasValue(1);
  }

  @Test
  void forgetsWhenSomebodyMakesNamesUp() {
    for (var i = 0; i < 100_000; i++) {
      assertThat(lengths.of("name" + i)).isEqualTo(("name" + i).length());
    }
    lengths.of("name0");

    assertThat(readings).hasValue(100_001);
  }

  @Test
  void keepsNoLongNames() {
    var longest = "x".repeat(10_000);

    assertThat(lengths.of(longest)).isEqualTo(10_000);
    assertThat(lengths.of(longest)).isEqualTo(10_000);

    assertThat(readings).hasValue(2);
  }
}
