package xuncha.crawler.render;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets one at a time do something with a host. A host is remembered while somebody is at it or
/// waits.
final class OneAtATime {
  private final Map<String, Queue> queues = new HashMap<>();

  private static final class Queue {
    private final ReentrantLock turn = new ReentrantLock();
    private int people;
  }

  /// What came of it; empty when the turn did not come in that time.
  <R> Optional<R> alone(String host, Duration patience, Supplier<R> deed)
      throws InterruptedException {
    var turn = joined(host);
    try {
      if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      try {
        return Optional.of(deed.get());
      } finally {
        turn.unlock();
      }
    } finally {
      left(host);
    }
  }

  synchronized int hosts() {
    return queues.size();
  }

  private synchronized ReentrantLock joined(String host) {
    var queue = queues.computeIfAbsent(host, _ -> new Queue());
    queue.people++;
    return queue.turn;
  }

  private synchronized void left(String host) {
    queues.computeIfPresent(host, (_, queue) -> --queue.people == 0 ? null : queue);
  }
}
