package xuncha.crawler.manners;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How time is let pass.
@FunctionalInterface
public interface Waiting {
  /// Returns at `moment` or soon after; at once when it has passed.
  void until(Instant moment) throws InterruptedException;

  /// The calling thread sleeps. Asks the clock again on waking: sleep may end a little early.
  static Waiting onTheThread(InstantSource clock) {
    return moment -> {
      for (var now = clock.instant(); now.isBefore(moment); now = clock.instant()) {
        Thread.sleep(Duration.between(now, moment));
      }
    };
  }
}
