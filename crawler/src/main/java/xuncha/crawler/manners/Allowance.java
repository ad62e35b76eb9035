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
  /// @param pages how many pages are read
  /// @param requests how many requests are sent in all: redirects, robots.txt, links tried
  /// @param bytes how much is taken in all, decompressed
  /// @param depth how many clicks from the home page, which itself is at 0
  public record Limits(int pages, int requests, long bytes, int depth) {
    public Limits {
      if (pages < 1 || requests < 1 || bytes < 1 || depth < 0) {
        throw new IllegalArgumentException("an allowance for nothing");
      }
    }

    public static Limits defaults() {
      return new Limits(400, 2_000, 256L << 20, 12);
    }
  }

  private final Limits limits;
  private final AtomicInteger pages = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  public Allowance(Limits limits) {
    this.limits = limits;
  }

  /// Takes one page at that many clicks from the home page; a failure says that it may not be read.
  public Optional<Failure> page(int depth) {
    if (depth > limits.depth) {
      return over(limits.depth + " clicks from the home page");
    }
    return take(pages, limits.pages) ? Optional.empty() : over(limits.pages + " pages");
  }

  /// Takes one request; a failure says that it may not be sent.
  public Optional<Failure> request() {
    if (bytes.get() >= limits.bytes) {
      return over(limits.bytes + " bytes");
    }
    return take(requests, limits.requests) ? Optional.empty() : over(limits.requests + " requests");
  }

  /// Counts what was received.
  public void received(long count) {
    bytes.addAndGet(count);
  }

  /// Pages taken so far.
  public int pages() {
    return pages.get();
  }

  /// Requests taken so far.
  public int requests() {
    return requests.get();
  }

  /// Bytes received so far.
  public long bytes() {
    return bytes.get();
  }

  private static boolean take(AtomicInteger counter, int limit) {
    return counter.getAndUpdate(taken -> taken < limit ? taken + 1 : taken) < limit;
  }

  private static Optional<Failure> over(String limit) {
    return Optional.of(new Failure(Failure.Kind.BUDGET, "the visit's allowance: " + limit));
  }
}
