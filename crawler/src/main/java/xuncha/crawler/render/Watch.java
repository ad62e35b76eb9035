package xuncha.crawler.render;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// How long a page may still be busy. The browser's thread sets it, the watchman looks at it.
final class Watch {
  /// What the watchman gives a thread that should have noticed by itself.
  private static final long GRACE = Duration.ofSeconds(2).toNanos();

  private static final long OFF = Long.MAX_VALUE;

  private final AtomicReference<Optional<String>> killed = new AtomicReference<>(Optional.empty());
  private volatile long until = OFF;

  /// From now on, so long.
  void start(Duration limit) {
    until = System.nanoTime() + limit.toNanos();
  }

  /// So much longer: that was spent waiting for others.
  void allow(long nanos) {
    until += nanos;
  }

  /// Nothing is being done that could take too long.
  void stop() {
    until = OFF;
  }

  /// A new page: whatever befell the one before is over.
  void fresh() {
    killed.set(Optional.empty());
  }

  boolean busy() {
    return until != OFF;
  }

  boolean over() {
    var limit = until;
    return limit != OFF && System.nanoTime() - limit > 0;
  }

  /// Whether the thread itself is stuck.
  boolean stuck() {
    var limit = until;
    return limit != OFF && System.nanoTime() - limit > GRACE;
  }

  /// Notes why the browser was killed over the page.
  void killed(String why) {
    killed.compareAndSet(Optional.empty(), Optional.of(why));
  }

  Optional<String> killed() {
    return killed.get();
  }
}
