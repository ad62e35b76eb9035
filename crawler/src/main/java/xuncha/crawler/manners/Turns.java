package xuncha.crawler.manners;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// One host's turn and pace. The pace slackens while the host is slow or failing and recovers by
/// halves; a 429 or 503 stops everything for as long as the host asks.
final class Turns {
  /// An answer slower than this is a host that has enough to do.
  private static final Duration SLOW = Duration.ofSeconds(3);

  private final Pace pace;
  private final Semaphore turn = new Semaphore(1, true);
  private Duration own;
  private int factor = 1;
  private int refusals;
  private Instant notBefore = Instant.MIN;

  Turns(Pace pace) {
    this.pace = pace;
    this.own = pace.delay();
  }

  /// Held by whoever is talking to the host.
  Semaphore turn() {
    return turn;
  }

  /// When the next request may be sent.
  synchronized Instant notBefore() {
    return notBefore;
  }

  synchronized void atLeast(Duration delay) {
    own = longer(pace.delay(), shorter(delay, pace.longestPause()));
  }

  synchronized void answered(int status, Optional<String> retryAfter, Duration took, Instant now) {
    if (status == 429 || status == 503) {
      refused(retryAfter, now);
      return;
    }
    refusals = 0;
    if (status >= 500 || took.compareTo(SLOW) > 0) {
      slacken();
    } else {
      factor = Math.max(1, factor / 2);
    }
  }

  synchronized void failed() {
    slacken();
  }

  synchronized void over(Instant now) {
    notBefore = later(notBefore, now.plus(shorter(own.multipliedBy(factor), longest())));
  }

  /// A delay that the operator wants is none of the host's doing.
  private Duration longest() {
    return longer(pace.delay(), pace.longestPause());
  }

  private void refused(Optional<String> retryAfter, Instant now) {
    var doubled = pace.backoff().multipliedBy(1L << Math.min(refusals, 10));
    refusals++;
    slacken();
    var asked = retryAfter.flatMap(text -> RetryAfter.parse(text, now)).orElse(doubled);
    notBefore = later(notBefore, now.plus(shorter(asked, pace.longestPause())));
  }

  private void slacken() {
    factor = Math.min(pace.slowest(), factor * 2);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
