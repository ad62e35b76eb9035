package xuncha.crawler.names;

import java.time.Duration;
import java.util.List;

/// How long a resolver waits.
///
/// @param patience how long one attempt waits for an answer, over UDP and over TCP each; there are
///   as many rounds over the servers as entries
public record ResolverSettings(List<Duration> patience) {
  public ResolverSettings {
    patience = List.copyOf(patience);
    if (patience.isEmpty() || patience.stream().anyMatch(one -> !one.isPositive())) {
      throw new IllegalArgumentException("a resolver waits a while, at least once: " + patience);
    }
  }

  /// Two rounds. The first is short, for a lost packet; the second covers a resolver that itself
  /// waits for a slow zone (5 s is what the stub resolver of glibc gives it).
  public static ResolverSettings defaults() {
    return new ResolverSettings(List.of(Duration.ofSeconds(2), Duration.ofSeconds(5)));
  }
}
