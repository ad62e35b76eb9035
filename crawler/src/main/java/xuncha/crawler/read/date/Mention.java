package xuncha.crawler.read.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import xuncha.findings.Beijing;

/// A date found in a text.
///
/// @param written what it says
/// @param time the time of day that follows it
/// @param offset the zone that the time is given in, where it is said
/// @param start where it begins in the text
/// @param end where it ends, its time included
/// @param span whether it is one end of a span (8日至10日), and so no single moment
/// @param raw the characters themselves
public record Mention(
    Written written,
    Optional<LocalTime> time,
    Optional<ZoneOffset> offset,
    int start,
    int end,
    boolean span,
    String raw) {

  /// The full date that it says, if it says one.
  ///
  /// @param inChina whether its readers live by Beijing time: an instant with a zone is then told
  ///   as their day; a page for readers elsewhere has written its own
  public Optional<LocalDate> fullDay(boolean inChina) {
    if (!(written instanceof Written.Full(LocalDate day, _))) {
      return Optional.empty();
    }
    if (!inChina || time.isEmpty() || offset.isEmpty()) {
      return Optional.of(day);
    }
    return Optional.of(Beijing.day(day.atTime(time.get()).toInstant(offset.get())));
  }

  /// The time of day in China, where that can be told.
  Optional<LocalTime> timeInChina() {
    if (time.isEmpty() || offset.isEmpty() || !(written instanceof Written.Full(var day, _))) {
      return time;
    }
    return Optional.of(
        LocalTime.ofInstant(day.atTime(time.get()).toInstant(offset.get()), Beijing.ZONE));
  }
}
