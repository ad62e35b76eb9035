package xuncha.findings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The one time zone of every site, window and bulletin. Named wherever a day is meant, so that no
/// machine's own zone can move a deadline.
public final class Beijing {
  /// Asia/Shanghai, without daylight saving since 1991.
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Beijing() {}

  /// The calendar day in China at `instant`.
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
