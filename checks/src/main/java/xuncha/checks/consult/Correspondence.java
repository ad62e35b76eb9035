package xuncha.checks.consult;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import xuncha.findings.Beijing;
import xuncha.findings.edition.WorkCalendar;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Letters.Kind;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;
import xuncha.findings.visit.OwnLetters;
import xuncha.findings.visit.OwnLetters.OwnLetter;

/// The letters that count: consultation letters, not refused as invalid, written within the window.
///
/// @param letters those that count
/// @param today the day of the reference time in China
record Correspondence(List<Letter> letters, LocalDate today) {
  private static final WorkCalendar CALENDAR = WorkCalendar.china();

  Correspondence {
    letters = List.copyOf(letters);
  }

  /// The letters written from `earliest` to `today`.
  static Correspondence of(List<Letter> all, LocalDate earliest, LocalDate today) {
    return new Correspondence(
        all.stream()
            .filter(letter -> letter.kind() == Kind.CONSULTATION)
            .filter(letter -> letter.standing() != Standing.INVALID)
            .filter(letter ->
                day(letter.sent())
                    .filter(day -> !day.isBefore(earliest) && !day.isAfter(today))
                    .isPresent())
            .toList(),
        today);
  }

  /// A day that can be relied on.
  static Optional<LocalDate> day(Optional<FoundDate> date) {
    return date.filter(FoundDate::isTrusted).map(FoundDate::day);
  }

  static LocalDate sent(Letter letter) {
    return day(letter.sent()).orElseThrow();
  }

  /// Those that were answered, whether or not the page says when.
  List<Letter> answered() {
    return letters.stream().filter(letter -> letter.standing() == Standing.ANSWERED).toList();
  }

  /// Those that the page shows as unanswered and that were written before `limit`.
  List<Letter> waitingSince(LocalDate limit) {
    return letters.stream()
        .filter(letter -> letter.standing() == Standing.WAITING)
        .filter(letter -> sent(letter).isBefore(limit))
        .toList();
  }

  /// Working days that the answer took; empty when either day is unknown, the answer is dated
  /// before the letter, or the calendar does not know the year.
  static OptionalInt workdays(Letter letter) {
    var sent = day(letter.sent());
    var answered = day(letter.answered());
    return sent.isEmpty() || answered.isEmpty() || answered.get().isBefore(sent.get())
        ? OptionalInt.empty()
        : CALENDAR.taken(sent.get(), answered.get());
  }

  /// The share answered within `term` working days, of those that were answered or whose term has
  /// run out; empty when there are none.
  OptionalDouble within(int term) {
    var inTime = 0;
    var all = 0;
    for (var letter : letters) {
      var taken = workdays(letter);
      if (letter.standing() == Standing.ANSWERED && taken.isPresent()) {
        all++;
        inTime += taken.getAsInt() <= term ? 1 : 0;
      } else if (letter.standing() == Standing.WAITING && ranOut(letter, term)) {
        all++;
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) inTime / all);
  }

  private boolean ranOut(Letter letter, int term) {
    return CALENDAR.deadline(sent(letter), term).filter(due -> due.isBefore(today)).isPresent();
  }

  /// The middle of the working days that the answers took; empty when none can be counted.
  OptionalDouble median() {
    var taken =
        answered().stream()
            .map(Correspondence::workdays)
            .flatMapToInt(OptionalInt::stream)
            .sorted()
            .toArray();
    if (taken.length == 0) {
      return OptionalDouble.empty();
    }
    var middle = taken.length / 2;
    return OptionalDouble.of(
        taken.length % 2 == 1 ? taken[middle] : (taken[middle - 1] + taken[middle]) / 2.0);
  }

  /// The share of answered letters whose days can be counted; 1 when there are none.
  double countable() {
    var answered = answered();
    var counted = answered.stream().filter(letter -> workdays(letter).isPresent()).count();
    return answered.isEmpty() ? 1 : (double) counted / answered.size();
  }

  /// How many working days the answer to a letter of ours took; empty while there is none.
  static OptionalInt workdays(OwnLetter letter) {
    var sent = Beijing.day(letter.at());
    return letter
        .lookup()
        .flatMap(OwnLetters.Lookup::replied)
        .filter(day -> !day.isBefore(sent))
        .map(day -> CALENDAR.taken(sent, day))
        .orElse(OptionalInt.empty());
  }
}
