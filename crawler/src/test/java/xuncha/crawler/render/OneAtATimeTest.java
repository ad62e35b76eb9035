package xuncha.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final OneAtATime hosts = new OneAtATime();

  @Test
  void whoWaitsForATurnGivesUpInTimeAndNoHostIsKept() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var inside = new CountDownLatch(1);
      var over = new CountDownLatch(1);
      var first =
          threads.submit(() ->
              hosts.alone(
                  "a",
                  LONG,
                  () -> {
                    inside.countDown();
                    return awaited(over);
                  }));
      inside.await();

      assertThat(hosts.alone("a", SHORT, () -> "mine")).isEmpty();
      assertThat(hosts.alone("b", SHORT, () -> "another host's")).hasValue("another host's");
      assertThat(hosts.hosts()).isEqualTo(1);

      over.countDown();
      assertThat(first.get()).hasValue("done");
    }
    assertThat(hosts.alone("a", SHORT, () -> "mine")).hasValue("mine");
    assertThat(hosts.hosts()).isZero();
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> hosts.alone("a", LONG, () -> "mine"))
        .isInstanceOf(InterruptedException.class);
    assertThat(hosts.hosts()).isZero();
  }

  private static String awaited(CountDownLatch over) {
    try {
      over.await();
      return "done";
    } catch (InterruptedException givenUp) {
      throw new IllegalStateException(givenUp);
    }
  }
}
