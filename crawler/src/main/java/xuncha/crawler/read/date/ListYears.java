package xuncha.crawler.read.date;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Completes the years of a list that shows only months and days. Lists run from new to old, so a
/// day that would be newer than the one above it belongs to an earlier year, unless those above it
/// are kept on top.
final class ListYears {
  /// Lists are not sorted to the day.
  static final int LOOSE = 20;

  private static final int MOST_PINNED = 3;

  private ListYears() {}

  /// The days of a list's entries.
  ///
  /// @param days month and day of each entry, or null where it has a full date or none
  /// @param known the full date of an entry where it is known otherwise (written out, or in an
  ///   address that agrees on month and day), or null
  /// @param today the day when the list was seen
  /// @param sorted whether nothing is kept on top
  /// @return for each entry with a month and day its full date, else null
  static List<@Nullable LocalDate> complete(
      List<@Nullable MonthDay> days,
      List<@Nullable LocalDate> known,
      LocalDate today,
      boolean sorted) {
    var guesses = new ArrayList<@Nullable LocalDate>();
    for (int i = 0; i < days.size(); i++) {
      var day = days.get(i);
      var sure = known.get(i);
      guesses.add(
          sure != null ? sure : day == null ? null : Written.latest(day, today).orElse(null));
    }
    if (known.stream().anyMatch(java.util.Objects::nonNull)) {
      nearKnown(guesses, days, known, today);
      return guesses;
    }
    int pinned = sorted ? 0 : MOST_PINNED;
    if (ascents(guesses, pinned) > 0) {
      descend(guesses, known, pinned);
    }
    return guesses;
  }

  /// Where some entries are known, the others are of the year that is nearest to the nearest of
  /// them.
  private static void nearKnown(
      List<@Nullable LocalDate> guesses,
      List<@Nullable MonthDay> days,
      List<@Nullable LocalDate> known,
      LocalDate today) {
    LocalDate anchor = known.stream().filter(java.util.Objects::nonNull).findFirst().orElse(null);
    for (int i = 0; i < guesses.size(); i++) {
      var sure = known.get(i);
      anchor = sure == null ? anchor : sure;
      var day = days.get(i);
      if (sure == null && day != null && anchor != null) {
        guesses.set(i, nearest(day, anchor, today).orElse(guesses.get(i)));
      }
    }
  }

  /// The day of that month and day which is nearest to `anchor` and not after `today`.
  static Optional<LocalDate> nearest(MonthDay day, LocalDate anchor, LocalDate today) {
    LocalDate nearest = null;
    for (int year = anchor.getYear() - 1; year <= anchor.getYear() + 1; year++) {
      if (day.isValidYear(year) && !day.atYear(year).isAfter(today)) {
        var date = day.atYear(year);
        if (nearest == null || away(date, anchor) < away(nearest, anchor)) {
          nearest = date;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static long away(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay());
  }

  /// How often a day is newer than the one above it, the first few entries left out.
  private static int ascents(List<@Nullable LocalDate> days, int from) {
    int ascents = 0;
    LocalDate above = null;
    for (int i = 0; i < days.size(); i++) {
      var day = days.get(i);
      if (day == null) {
        continue;
      }
      if (above != null && i > from && day.isAfter(above.plusDays(LOOSE))) {
        ascents++;
      }
      above = day;
    }
    return ascents;
  }

  private static void descend(
      List<@Nullable LocalDate> days, List<@Nullable LocalDate> known, int pinned) {
    LocalDate above = null;
    for (int i = 0; i < days.size(); i++) {
      var day = days.get(i);
      if (day == null) {
        continue;
      }
      if (known.get(i) == null && above != null && i > pinned) {
        while (day.isAfter(above.plusDays(LOOSE))) {
          day = day.minusYears(1);
        }
        days.set(i, day);
      }
      above = day;
    }
  }
}
