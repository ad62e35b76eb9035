package xuncha.lab;

import java.time.Duration;

/// How the laboratory serves.
///
/// @param addresses over how many loopback addresses (127.0.0.1, 127.0.0.2, …) the hosts are spread
/// @param pace what one second of a simulated delay really takes; 20 ms makes a site that answers
///   after 16 s answer after 320 ms
/// @param journalBound how many requests the journal keeps
/// @param ipv6 whether hosts have an AAAA record (`::1`)
public record LabSettings(int addresses, Duration pace, int journalBound, boolean ipv6) {
  /// 64 addresses, delays as long as they claim, 100,000 requests kept, IPv6.
  public static LabSettings defaults() {
    return new LabSettings(64, Duration.ofSeconds(1), 100_000, true);
  }

  public LabSettings {
    if (addresses < 1 || addresses > 200) {
      throw new IllegalArgumentException("1 to 200 addresses, not " + addresses);
    }
  }

  /// The same with another pace. Whoever shortens delays must shorten the limits that they are
  /// measured against, or a site that is too slow is no longer so.
  public LabSettings withPace(Duration other) {
    return new LabSettings(addresses, other, journalBound, ipv6);
  }

  /// How long a simulated delay really takes.
  public Duration really(Duration simulated) {
    return Duration.ofNanos((long) (simulated.toMillis() / 1000.0 * pace.toNanos()));
  }
}
