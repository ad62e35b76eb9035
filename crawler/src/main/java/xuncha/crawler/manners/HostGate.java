package xuncha.crawler.manners;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import xuncha.crawler.names.IpLiteral;
import xuncha.findings.visit.Failure;

/// Lets one exchange at a time through to each host, spaced by that host's pace, and only so many
/// at once to each address. Shared by all visits of a run. Who waits is served in order of arrival.
///
/// A thread takes its host's turn first and an address's place second and gives both back together,
/// so no two can wait for each other.
public final class HostGate {
  private final Pace pace;
  private final InstantSource clock;
  private final Waiting waiting;
  private final Map<String, Turns> hosts = new ConcurrentHashMap<>();
  private final Map<InetAddress, Semaphore> addresses = new ConcurrentHashMap<>();

  public HostGate(Pace pace, InstantSource clock) {
    this(pace, clock, Waiting.onTheThread(clock));
  }

  HostGate(Pace pace, InstantSource clock, Waiting waiting) {
    this.pace = pace;
    this.clock = clock;
    this.waiting = waiting;
  }

  /// Waits for leave to send one request. The pass has to be closed when the exchange is over.
  ///
  /// @param host the host name
  /// @param address where it will be connected to
  /// @param deadline until when to wait at most
  /// @throws InterruptedException when the thread is interrupted while it waits
  public Entry enter(String host, InetAddress address, Deadline deadline)
      throws InterruptedException {
    var turns = hosts.computeIfAbsent(host, _ -> new Turns(pace));
    var place = addresses.computeIfAbsent(address, _ -> new Semaphore(pace.perAddress(), true));
    if (deadline.passed(clock.instant()) || !taken(turns.turn(), deadline)) {
      return refused("its turn at " + host);
    }
    var entered = false;
    try {
      var from = turns.notBefore();
      if (deadline.passed(from)) {
        return refused(host + " is not to be asked before " + from);
      }
      waiting.until(from);
      if (!taken(place, deadline)) {
        return refused("a place at " + IpLiteral.text(address));
      }
      entered = true;
      return new Pass(turns, place, clock);
    } finally {
      if (!entered) {
        turns.turn().release();
      }
    }
  }

  /// Takes a host's own wish into account (robots.txt Crawl-delay), within the longest pause.
  public void atLeast(String host, Duration delay) {
    hosts.computeIfAbsent(host, _ -> new Turns(pace)).atLeast(delay);
  }

  private boolean taken(Semaphore semaphore, Deadline deadline) throws InterruptedException {
    var left = deadline.left(clock.instant());
    return semaphore.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Entry refused(String what) {
    return new Refused(
        new Failure(Failure.Kind.BUDGET, "the visit's time ends before this: " + what));
  }

  /// What came of waiting.
  public sealed interface Entry {}

  /// The time was over first.
  public record Refused(Failure why) implements Entry {}

  /// Leave to send one request.
  public static final class Pass implements Entry, AutoCloseable {
    private final Turns turns;
    private final Semaphore place;
    private final InstantSource clock;
    private final Instant at;

    private Pass(Turns turns, Semaphore place, InstantSource clock) {
      this.turns = turns;
      this.place = place;
      this.clock = clock;
      this.at = clock.instant();
    }

    /// When leave was given.
    public Instant at() {
      return at;
    }

    /// Tells the gate how the host answered.
    ///
    /// @param status the HTTP status
    /// @param retryAfter its `Retry-After` header, if any
    /// @param took the time it needed
    public void answered(int status, Optional<String> retryAfter, Duration took) {
      turns.answered(status, retryAfter, took, clock.instant());
    }

    /// Tells the gate that no whole answer came.
    public void failed() {
      turns.failed();
    }

    @Override
    public void close() {
      turns.over(clock.instant());
      place.release();
      turns.turn().release();
    }
  }
}
