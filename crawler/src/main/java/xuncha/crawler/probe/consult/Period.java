package xuncha.crawler.probe.consult;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FoundDate;

/// The time of which letters are gathered: a year and a month, whatever part of it somebody judges.
///
/// @param earliest its first day
record Period(LocalDate earliest) {
  private static final int MONTHS = 13;

  static Period before(Instant asOf) {
    return new Period(Beijing.day(asOf).minusMonths(MONTHS));
  }

  /// Whether that date lies surely before.
  boolean isOver(Optional<FoundDate> date) {
    return date.filter(found -> found.isTrusted() && found.day().isBefore(earliest)).isPresent();
  }
}
