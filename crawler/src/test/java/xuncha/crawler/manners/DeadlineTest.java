package xuncha.crawler.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  @Test
  void whatIsLeftIsNeverNegative() {
    var deadline = Deadline.in(Duration.ofSeconds(5), () -> NOW);
    assertThat(deadline.left(NOW)).isEqualTo(Duration.ofSeconds(5));
    assertThat(deadline.left(NOW.plusSeconds(9))).isZero();
    assertThat(deadline.passed(NOW.plusSeconds(5))).isTrue();
    assertThat(deadline.passed(NOW.plusMillis(4_999))).isFalse();
  }

  @Test
  void neverIsFarButCanBeCounted() {
    assertThat(Deadline.NEVER.left(NOW).toNanos()).isPositive();
    assertThat(Deadline.NEVER.passed(NOW)).isFalse();
  }

  @Test
  void aVisitBindsItsOwn() {
    var soon = new Deadline(NOW);
    assertThat(Deadline.ofThisVisit()).isEqualTo(Deadline.NEVER);
    ScopedValue.where(Deadline.OF_VISIT, soon)
        .run(() -> assertThat(Deadline.ofThisVisit()).isEqualTo(soon));
  }
}
