package xuncha.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineTest {
  @Test
  void letsInOneAfterTheOtherAndThoseWithALongWayFirst() throws Exception {
    var line = new Line(1);
    var inside = line.join(false);
    var near = line.join(false);
    var nearToo = line.join(false);
    var far = line.join(true);

    for (var next : List.of(far, near, nearToo)) {
      inside.close();
      next.await();
      inside = next;
    }
  }

  @Test
  void forgetsWhoLeavesBeforeBeingCalled() throws Exception {
    var line = new Line(1);
    var inside = line.join(false);
    var gone = line.join(true);
    var next = line.join(false);
    gone.close();

    inside.close();
    next.await();
  }

  @Test
  void losesNoPlaceWhateverTheHaste() throws Exception {
    var line = new Line(3);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var threads =
        IntStream.range(0, 40)
            .mapToObj(number -> Thread.ofVirtual().start(() -> pass(line, number, inside, most)))
            .toList();
    for (var number = 0; number < threads.size(); number += 4) {
      threads.get(number).interrupt();
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(most).hasValueLessThanOrEqualTo(3);
    for (var place = 0; place < 3; place++) {
      line.join(false).await();
    }
  }

  private static void pass(Line line, int number, AtomicInteger inside, AtomicInteger most) {
    try (var place = line.join(number % 3 == 0)) {
      place.await();
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      inside.decrementAndGet();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
