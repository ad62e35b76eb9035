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

  /// What a stranger's site is owed: 500 ms, 4 at once per address.
  public static Pace defaults() {
    return new Pace(Duration.ofMillis(500), 4, Duration.ofSeconds(5), Duration.ofMinutes(2), 16);
  }

  /// For a laboratory: the same gate, nothing to wait for but the turn itself.
  public static Pace undelayed() {
    return new Pace(Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, Duration.ZERO, 1);
  }
}
