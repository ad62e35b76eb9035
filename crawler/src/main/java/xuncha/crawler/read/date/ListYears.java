package xuncha.crawler.read.date;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    if (known.stream().anyMatch(Objects::nonNull)) {
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
  /// them; in a list that falls, of the one that lets it fall there too.
  private static void nearKnown(
      List<@Nullable LocalDate> guesses,
      List<@Nullable MonthDay> days,
      List<@Nullable LocalDate> known,
      LocalDate today) {
    int first = nextKnown(known, 0);
    LocalDate anchor = known.get(first);
    for (int i = 0; i < guesses.size(); i++) {
      var sure = known.get(i);
      anchor = sure == null ? anchor : sure;
      var day = days.get(i);
      if (sure == null && day != null && anchor != null) {
        guesses.set(i, nearest(day, anchor, today).orElse(guesses.get(i)));
      }
    }
    if (falls(known) && falls(guesses)) {
      riseAbove(first, guesses, days, today);
      fallBelow(first, guesses, days, known);
    }
  }

  /// The first entry from there on that is known; the number of entries where none is.
  private static int nextKnown(List<@Nullable LocalDate> known, int from) {
    int next = from;
    while (next < known.size() && known.get(next) == null) {
      next++;
    }
    return next;
  }

  /// Whether days are older than those above them more often than newer.
  private static boolean falls(List<@Nullable LocalDate> days) {
    int falls = 0;
    LocalDate above = null;
    for (var day : days) {
      if (day != null) {
        falls += above == null ? 0 : Integer.signum(above.compareTo(day));
        above = day;
      }
    }
    return falls >= 0;
  }

  /// Entries above the first that is known are no older than it.
  private static void riseAbove(
      int first,
      List<@Nullable LocalDate> guesses,
      List<@Nullable MonthDay> days,
      LocalDate today) {
    LocalDate below = guesses.get(first);
    for (int i = first - 1; i >= 0; i--) {
      var day = days.get(i);
      var guess = guesses.get(i);
      if (day != null && guess != null && below != null) {
        if (guess.isBefore(below.minusDays(LOOSE))) {
          var later = guess.getYear() + 1;
          if (day.isValidYear(later) && !day.atYear(later).isAfter(today)) {
            guess = day.atYear(later);
            guesses.set(i, guess);
          }
        }
        below = guess;
      }
    }
  }

  /// Entries below one that is known are no newer than it and, once the list has fallen into
  /// earlier years, no newer than the one right above them; unless that leads below the next one
  /// that is known. Within the year of the known one an old entry may stand among newer ones.
  private static void fallBelow(
      int first,
      List<@Nullable LocalDate> guesses,
      List<@Nullable MonthDay> days,
      List<@Nullable LocalDate> known) {
    LocalDate anchor = known.get(first);
    LocalDate above = anchor;
    int next = first;
    for (int i = first + 1; i < guesses.size(); i++) {
      var guess = guesses.get(i);
      var sure = known.get(i);
      anchor = sure == null ? anchor : sure;
      if (sure == null && days.get(i) != null && guess != null && anchor != null && above != null) {
        var limit = (above.getYear() < anchor.getYear() ? above : anchor).plusDays(LOOSE);
        var lower = guess;
        while (lower.isAfter(limit)) {
          lower = lower.minusYears(1);
        }
        next = nextKnown(known, Math.max(next, i));
        guess = isUnder(lower, next < known.size() ? known.get(next) : null) ? guess : lower;
        guesses.set(i, guess);
      }
      above = guess == null ? above : guess;
    }
  }

  private static boolean isUnder(LocalDate day, @Nullable LocalDate known) {
    return known != null && day.isBefore(known.minusDays(LOOSE));
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
