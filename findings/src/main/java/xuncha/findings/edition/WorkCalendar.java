package xuncha.findings.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// China's working days: the week, but for the days off and the weekend days worked in exchange
/// that the State Council announces for every year. About a year that the table does not cover it
/// says nothing: nobody is late by a guess.
///
/// Counting (standards §8): the day of the message is never counted, so a message sent on a day off
/// has the next working day as day 1; the deadline is 24:00 Beijing time of the N-th working day.
public final class WorkCalendar {
  private static final String CHINA = "workdays-cn.csv";

  /// Whether the day is worked, for the days that do not follow the week.
  private final Map<LocalDate, Boolean> exceptions;

  private final LocalDate first;
  private final LocalDate last;

  private WorkCalendar(NavigableMap<LocalDate, Boolean> exceptions) {
    this.exceptions = exceptions;
    this.first = Year.from(exceptions.firstKey()).atDay(1);
    this.last = Year.from(exceptions.lastKey()).plusYears(1).atDay(1).minusDays(1);
  }

  /// The calendar that we ship.
  public static WorkCalendar china() {
    try (var stream = WorkCalendar.class.getResourceAsStream(CHINA)) {
      return read(CHINA, text(stream));
    } catch (IOException broken) {
      throw new UncheckedIOException("shipped file " + CHINA, broken);
    }
  }

  /// A calendar from a table `date,kind` with `holiday` for a day off and `workday` for a weekend
  /// day that is worked. Every year between its first and last day must have entries.
  ///
  /// @param file how mistakes name the table
  /// @throws IllegalArgumentException with one line per mistake: file, row, what to do
  public static WorkCalendar read(String file, String csv) {
    var days = new TreeMap<LocalDate, Boolean>();
    var mistakes = new ArrayList<String>();
    var rows = csv.lines().toList();
    if (rows.isEmpty() || !rows.getFirst().strip().equals("date,kind")) {
      mistakes.add(file + ":1: write the header date,kind");
    }
    for (var at = 1; at < rows.size(); at++) {
      var row = rows.get(at).strip();
      if (!row.isEmpty() && !readRow(row, days)) {
        mistakes.add(
            file + ":" + (at + 1) + ": write a new day and holiday or workday, 2026-10-01,holiday");
      }
    }
    yearsWithoutEntries(days)
        .forEach(year -> mistakes.add(file + ": no entry for " + year + "; add that year"));
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", mistakes));
    }
    return new WorkCalendar(days);
  }

  /// The first day that the calendar knows.
  public LocalDate first() {
    return first;
  }

  /// The last day that the calendar knows.
  public LocalDate last() {
    return last;
  }

  /// Whether that day is worked; empty outside the years that the calendar knows.
  public Optional<Boolean> isWorkday(LocalDate day) {
    return covers(day) ? Optional.of(worked(day)) : Optional.empty();
  }

  /// The deadline day of something sent on `sent` and due within `n` working days; empty when the
  /// counting leaves the years that the calendar knows.
  public Optional<LocalDate> deadline(LocalDate sent, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a term has at least one working day, not " + n);
    }
    var left = n;
    for (var day = sent.plusDays(1); covers(sent) && covers(day); day = day.plusDays(1)) {
      if (worked(day) && --left == 0) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /// How many working days it took: the smallest N whose deadline is kept, 0 for the same day.
  /// Empty when the days lie outside the years that the calendar knows.
  ///
  /// @throws IllegalArgumentException when `done` is before `sent`
  public OptionalInt taken(LocalDate sent, LocalDate done) {
    if (done.isBefore(sent)) {
      throw new IllegalArgumentException("answered on " + done + ", before it was sent on " + sent);
    }
    if (!covers(sent) || !covers(done)) {
      return OptionalInt.empty();
    }
    if (done.equals(sent)) {
      return OptionalInt.of(0);
    }
    return OptionalInt.of(1 + (int) sent.plusDays(1).datesUntil(done).filter(this::worked).count());
  }

  private boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private boolean worked(LocalDate day) {
    var weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return exceptions.getOrDefault(day, !weekend);
  }

  private static boolean readRow(String row, Map<LocalDate, Boolean> days) {
    var cells = row.split(",", -1);
    var known = cells.length == 2 && (cells[1].equals("holiday") || cells[1].equals("workday"));
    try {
      return known && days.put(LocalDate.parse(cells[0]), cells[1].equals("workday")) == null;
    } catch (DateTimeException notADay) {
      return false;
    }
  }

  private static List<Integer> yearsWithoutEntries(NavigableMap<LocalDate, Boolean> days) {
    if (days.isEmpty()) {
      return List.of();
    }
    var missing = new ArrayList<Integer>();
    for (var year = days.firstKey().getYear(); year <= days.lastKey().getYear(); year++) {
      if (days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).isEmpty()) {
        missing.add(year);
      }
    }
    return missing;
  }

  private static String text(@Nullable InputStream stream) throws IOException {
    if (stream == null) {
      throw new IllegalStateException("not shipped: " + CHINA);
    }
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
