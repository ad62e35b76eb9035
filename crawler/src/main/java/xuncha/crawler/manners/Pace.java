package xuncha.crawler.manners;

import java.time.Duration;

/// How fast we may go.
///
/// @param delay from the end of one exchange to the start of the next with the same host
/// @param perAddress exchanges at once with one IP address: hundreds of sites share one platform
/// @param backoff the first pause after a 429 or 503 that does not say how long; doubles each time
/// @param longestPause no single pause is longer, whatever Retry-After or robots.txt say
/// @param slowest how many times the delay may grow while a host is slow or failing
public record Pace(
    Duration delay, int perAddress, Duration backoff, Duration longestPause, int slowest) {
  public Pace {
    if (delay.isNegative() || backoff.isNegative() || longestPause.isNegative()) {
      throw new IllegalArgumentException("a negative pause");
    }
    if (perAddress < 1 || slowest < 1) {
      throw new IllegalArgumentException("perAddress and slowest are at least 1");
    }
  }

  private static final Duration LEAST_BACKOFF = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  /// The delay and the cap of the operator's choice; what follows from refusals goes with them.
  public static Pace of(Duration delay, int perAddress) {
    var backoff = delay.multipliedBy(10);
    return new Pace(
        delay,
        perAddress,
        backoff.compareTo(LEAST_BACKOFF) < 0 ? LEAST_BACKOFF : backoff,
        LONGEST_PAUSE,
        16);
  }

  /// What a stranger's site is owed: 500 ms, 4 at once per address.
  public static Pace defaults() {
    return of(Duration.ofMillis(500), 4);
  }

  /// For a laboratory: no delay and no cap. One at a time per host still holds, and so does what a
  /// host asks for in so many words.
  public static Pace undelayed() {
    return of(Duration.ZERO, Integer.MAX_VALUE);
  }
}
