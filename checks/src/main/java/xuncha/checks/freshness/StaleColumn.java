package xuncha.checks.freshness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Item;

/// A column past its limit.
///
/// @param column the column
/// @param newest its newest entry
/// @param day the newest entry's day
/// @param days calendar days from that day to the reference time
/// @param limitDays how many the edition allows
/// @param sureOfKind whether the column's kind is more than a guess
record StaleColumn(
    Column column, Item newest, LocalDate day, long days, long limitDays, boolean sureOfKind) {

  static StaleColumn of(
      Column column, Item newest, LocalDate today, LocalDate earliest, boolean sureOfKind) {
    var day = Dated.day(newest);
    return new StaleColumn(
        column,
        newest,
        day,
        ChronoUnit.DAYS.between(day, today),
        ChronoUnit.DAYS.between(earliest, today),
        sureOfKind);
  }

  /// Whether the newest entry's own page had to be opened to tell its date.
  boolean opened() {
    return Dated.isOpened(newest);
  }

  /// News, notices and policy: the kinds with a window of their own in the indicators.
  boolean important() {
    return sureOfKind
        && (column.kind() == ColumnKind.NEWS
            || column.kind() == ColumnKind.NOTICE
            || column.kind() == ColumnKind.POLICY);
  }

  /// Whether it counts under V-W-04a: news of any level, notices and policy of the first.
  boolean current() {
    return important() && (column.kind() == ColumnKind.NEWS || column.level() <= 1);
  }
}
