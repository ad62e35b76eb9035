package xuncha.crawler.render;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What the browsers did so far.
///
/// @param drawn pages that were drawn
/// @param started browsers that were started
/// @param killed browsers that had to be killed
/// @param peak the most memory that one browser with all its processes took, bytes
public record Figures(int drawn, int started, int killed, long peak) {

  /// Counts.
  static final class Counting {
    private final AtomicInteger drawn = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicLong peak = new AtomicLong();

    void drawn() {
      drawn.incrementAndGet();
    }

    void started() {
      started.incrementAndGet();
    }

    void killed() {
      killed.incrementAndGet();
    }

    void took(long bytes) {
      peak.accumulateAndGet(bytes, Math::max);
    }

    Figures soFar() {
      return new Figures(drawn.get(), started.get(), killed.get(), peak.get());
    }
  }
}
