package xuncha.crawler.render;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// How long a page may still be busy. The browser's thread sets it, the watchman looks at it.
final class Watch {
  /// What the watchman gives a thread that should have noticed by itself.
  private static final long GRACE = Duration.ofSeconds(2).toNanos();

  private static final long OFF = Long.MAX_VALUE;

  private final AtomicReference<@Nullable String> killed = new AtomicReference<>();
  private final AtomicLong until = new AtomicLong(OFF);

  /// From now on, so long.
  void start(Duration limit) {
    until.set(System.nanoTime() + limit.toNanos());
  }

  /// So much longer: that was spent waiting for others.
  void allow(long nanos) {
    until.addAndGet(nanos);
  }

  /// Nothing is being done that could take too long.
  void stop() {
    until.set(OFF);
  }

  /// A new page: whatever befell the one before is over.
  void fresh() {
    killed.set(null);
  }

  boolean busy() {
    return until.get() != OFF;
  }

  /// How much longer; nothing when it is over.
  Duration left() {
    return Duration.ofNanos(Math.max(0, until.get() - System.nanoTime()));
  }

  boolean over() {
    var limit = until.get();
    return limit != OFF && System.nanoTime() - limit > 0;
  }

  /// Whether the thread itself is stuck.
  boolean stuck() {
    var limit = until.get();
    return limit != OFF && System.nanoTime() - limit > GRACE;
  }

  /// Notes why the browser was killed over the page.
  void killed(String why) {
    killed.compareAndSet(null, why);
  }

  Optional<String> killed() {
    return Optional.ofNullable(killed.get());
  }
}
