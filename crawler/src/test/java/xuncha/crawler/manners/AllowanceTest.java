package xuncha.crawler.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xuncha.findings.visit.Failure;

class AllowanceTest {
  private final Allowance allowance = new Allowance(new Allowance.Limits(5, 1_000));

  @Test
  void requestsRunOut() {
    var sent = IntStream.range(0, 10).filter(_ -> allowance.request().isEmpty()).count();
    assertThat(sent).isEqualTo(5);
  }

  @Test
  void bytesRunOut() {
    allowance.received(999);
    assertThat(allowance.request()).isEmpty();
    allowance.received(1);
    assertThat(allowance.request()).hasValueSatisfying(AllowanceTest::isBudget);
  }

  private static void isBudget(Failure failure) {
    assertThat(failure.kind()).isEqualTo(Failure.Kind.BUDGET);
  }
}
