package xuncha.crawler.fetch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;

/// How long one exchange may take from now, and whose limit that is.
final class Limit {
  private final long began = System.nanoTime();
  private final Duration time;
  private final boolean visits;

  private Limit(Duration time, boolean visits) {
    this.time = time;
    this.visits = visits;
  }

  /// The shorter of an exchange's own limit and what is left of the visit.
  static Limit of(Duration exchange, Duration visit) {
    var visits = visit.compareTo(exchange) < 0;
    return new Limit(visits ? visit : exchange, visits);
  }

  /// Has the call cancelled when what is left has passed. (To OkHttp, zero would be no limit.)
  void bind(Call call) {
    var left = time.minus(spent()).toMillis();
    call.timeout().timeout(Math.max(1, left), TimeUnit.MILLISECONDS);
  }

  Duration spent() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Whether the visit's end, not the exchange's own limit, is what passes first.
  boolean visits() {
    return visits;
  }

  @Override
  public String toString() {
    return time.toMillis() + " ms";
  }
}
