package xuncha.crawler.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xuncha.findings.visit.Failure;

class AllowanceTest {
  private final Allowance allowance = new Allowance(new Allowance.Limits(3, 5, 1_000, 2));

  @Test
  void pagesRunOut() {
    var pages = IntStream.range(0, 10).filter(_ -> allowance.page(1).isEmpty()).count();
    assertThat(pages).isEqualTo(3);
    assertThat(allowance.page(0)).hasValueSatisfying(AllowanceTest::isBudget);
    assertThat(allowance.pages()).isEqualTo(3);
  }

  @Test
  void tooDeepIsRefusedAndCostsNothing() {
    assertThat(allowance.page(3)).hasValueSatisfying(AllowanceTest::isBudget);
    assertThat(allowance.pages()).isZero();
    assertThat(allowance.page(2)).isEmpty();
  }

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
    assertThat(allowance.bytes()).isEqualTo(1_000);
  }

  /// A calendar that always has a next month.
  @Test
  void aTrapOfLinksWithoutEndCostsItsAllowanceAndNoMore() {
    var month = 0;
    while (allowance.request().isEmpty() && allowance.page(Math.min(month, 2)).isEmpty()) {
      month++;
    }
    assertThat(month).isEqualTo(3);
  }

  private static void isBudget(Failure failure) {
    assertThat(failure.kind()).isEqualTo(Failure.Kind.BUDGET);
  }
}
