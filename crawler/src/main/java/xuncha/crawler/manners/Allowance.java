package xuncha.crawler.manners;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import xuncha.findings.visit.Failure;

/// What one visit may spend. A calendar without end or a link that grows with each click costs its
/// allowance and no more. Safe for use by several threads.
public final class Allowance {
  /// The limits of one visit.
  ///
  /// @param requests how many requests are sent in all: redirects, robots.txt, links tried
  /// @param bytes how much is taken in all, decompressed
  public record Limits(int requests, long bytes) {
    public Limits {
      if (requests < 1 || bytes < 1) {
        throw new IllegalArgumentException("an allowance for nothing");
      }
    }
  }

  private final Limits limits;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  public Allowance(Limits limits) {
    this.limits = limits;
  }

  /// Takes one request; a failure says that it may not be sent.
  public Optional<Failure> request() {
    if (bytes.get() >= limits.bytes) {
      return over(limits.bytes + " bytes");
    }
    return requests.getAndUpdate(sent -> Math.min(sent + 1, limits.requests)) < limits.requests
        ? Optional.empty()
        : over(limits.requests + " requests");
  }

  /// Counts what was received.
  public void received(long count) {
    bytes.addAndGet(count);
  }

  private static Optional<Failure> over(String limit) {
    return Optional.of(new Failure(Failure.Kind.BUDGET, "the visit's allowance: " + limit));
  }
}
