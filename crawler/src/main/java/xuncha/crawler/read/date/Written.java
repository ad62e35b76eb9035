package xuncha.crawler.read.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import xuncha.findings.Beijing;

/// What a date in text says, as far as it says it.
public sealed interface Written {

  /// Year, month and day.
  ///
  /// @param how how plainly it is written
  record Full(LocalDate day, Plainness how) implements Written {}

  /// Month and day, the year left to the reader: 09-10, 9月10日.
  record OfYear(MonthDay day) implements Written {}

  /// Year and month, the day elsewhere: 2024-09 beside a large 10.
  record OfMonth(YearMonth month) implements Written {}

  /// Counted back from when it is read: 3小时前, 昨天.
  record Ago(long amount, ChronoUnit unit) implements Written {}

  /// How plainly a full date is written.
  enum Plainness {
    /// 2024-09-10, 2024年9月10日, 10 September 2024.
    PLAIN,
    /// 20240910: may be a number of another kind.
    COMPACT,
    /// 24-09-10.
    SHORT_YEAR,
    /// 10/09/2024: day and month may be the other way round.
    EITHER_ORDER
  }

  /// The calendar day, completed for somebody who reads it at `seenAt`.
  ///
  /// @return empty when a day is not said; a day without a year is the latest one that is not after
  ///   `seenAt`
  default Optional<LocalDate> day(Instant seenAt) {
    return switch (this) {
      case Full full -> Optional.of(full.day());
      case OfYear dayOfYear -> latest(dayOfYear.day(), Beijing.day(seenAt));
      case OfMonth _ -> Optional.empty();
      case Ago ago -> before(seenAt, ago);
    };
  }

  private static Optional<LocalDate> before(Instant seenAt, Ago ago) {
    try {
      return Optional.of(
          ZonedDateTime.ofInstant(seenAt, Beijing.ZONE)
              .minus(ago.amount(), ago.unit())
              .toLocalDate());
    } catch (DateTimeException _) {
      return Optional.empty(); // "99999999999小时前": older than calendars
    }
  }

  /// The last time that it was that day; 29 February needs a leap year, which may be eight years
  /// back (1896 to 1904, 2096 to 2104).
  static Optional<LocalDate> latest(MonthDay day, LocalDate today) {
    for (int year = today.getYear(); year >= today.getYear() - 8; year--) {
      if (day.isValidYear(year) && !day.atYear(year).isAfter(today)) {
        return Optional.of(day.atYear(year));
      }
    }
    return Optional.empty();
  }
}
