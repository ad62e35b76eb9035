package xuncha.crawler.manners;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The moment at which something has to be over, whatever it has brought by then. A visit binds its
/// own to [#OF_VISIT], so that everything that waits on its thread (gates, exchanges) gives up in
/// time without being told.
///
/// @param at the moment itself
public record Deadline(Instant at) {
  /// The deadline of the visit that runs on this thread. Executors do not inherit it: bind it
  /// inside the task.
  public static final ScopedValue<Deadline> OF_VISIT = ScopedValue.newInstance();

  /// No deadline.
  public static final Deadline NEVER = new Deadline(Instant.MAX);

  /// That long from now.
  public static Deadline in(Duration time, InstantSource clock) {
    return new Deadline(clock.instant().plus(time));
  }

  /// What [#OF_VISIT] is bound to, else [#NEVER].
  public static Deadline ofThisVisit() {
    return OF_VISIT.orElse(NEVER);
  }

  /// What is left of it, never negative; for [#NEVER] some hundred years.
  public Duration left(Instant now) {
    if (passed(now)) {
      return Duration.ZERO;
    }
    return at.equals(Instant.MAX) ? Duration.ofDays(36_500) : Duration.between(now, at);
  }

  public boolean passed(Instant now) {
    return !now.isBefore(at);
  }
}
