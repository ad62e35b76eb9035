package xuncha.crawler.read.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.read.date.Written.Plainness;

/// A date set in pieces: a large 10 above a small 2024-09, 09月 over 10, 10日 / 2024.09.
///
/// @param written what the pieces say together
/// @param raw the pieces
record SplitDate(Written written, String raw) {
  private static final int MOST_PIECES = 40;

  /// The first such date among the short pieces of `text`.
  static Optional<SplitDate> in(String text) {
    var pieces = pieces(text);
    for (int i = 0; i + 1 < pieces.size(); i++) {
      var one = pieces.get(i);
      var two = pieces.get(i + 1);
      var three = i + 2 < pieces.size() ? pieces.get(i + 2) : Piece.NONE;
      var written = three(one, two, three);
      if (written == null) {
        written = two(one, two);
      }
      if (written != null) {
        return Optional.of(new SplitDate(written, one.raw() + ' ' + two.raw()));
      }
    }
    return Optional.empty();
  }

  /// Whether several bare numbers that could be days stand in `text`, as in a calendar.
  static boolean inCalendar(String text) {
    return pieces(text).stream().filter(Piece::bareDay).count() > 1;
  }

  /// Runs of pieces that are parts of dates; anything else between them parts the run.
  private static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    int start = 0;
    for (int i = 0; i <= text.length() && pieces.size() < MOST_PIECES; i++) {
      if (i == text.length()
          || (" \n/|\u0001".indexOf(text.charAt(i)) >= 0 && !isMonthAndDay(text, start, i))) {
        if (i > start) {
          pieces.add(Piece.of(text.substring(start, i)));
        }
        start = i + 1;
      }
    }
    return pieces;
  }

  /// Whether the stroke at `place` is the one in 03/20, all that there is between blanks.
  private static boolean isMonthAndDay(String text, int start, int place) {
    int end = place + 1;
    while (end < text.length() && Characters.digit(text.charAt(end))) {
      end++;
    }
    return text.charAt(place) == '/'
        && isOneOrTwo(text, start, place)
        && isOneOrTwo(text, place + 1, end)
        && (start == 0 || " \n|\u0001".indexOf(text.charAt(start - 1)) >= 0)
        && (end == text.length() || " \n|\u0001".indexOf(text.charAt(end)) >= 0);
  }

  private static boolean isOneOrTwo(String text, int start, int end) {
    return end - start >= 1
        && end - start <= 2
        && Characters.digit(text.charAt(start))
        && Characters.digit(text.charAt(end - 1));
  }

  private static @Nullable Written three(Piece one, Piece two, Piece three) {
    int year = one.year() + two.year() + three.year();
    int month = one.month() + two.month() + three.month();
    int day = one.day() + two.day() + three.day();
    boolean each = one.kinds() == 1 && two.kinds() == 1 && three.kinds() == 1;
    return each && year > 0 && month > 0 && day > 0 ? full(year, month, day) : null;
  }

  private static @Nullable Written two(Piece one, Piece two) {
    int year = one.year() + two.year();
    int month = one.month() + two.month();
    int day = one.day() + two.day();
    if (one.kinds() + two.kinds() == 3 && year > 0 && month > 0 && day > 0) {
      return full(year, month, day);
    }
    boolean monthAndDay = one.kinds() == 1 && two.kinds() == 1 && month > 0 && day > 0;
    return monthAndDay ? ofYear(month, day) : null;
  }

  private static @Nullable Written full(int year, int month, int day) {
    try {
      return new Written.Full(LocalDate.of(year, month, day), Plainness.PLAIN);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Written ofYear(int month, int day) {
    try {
      return new Written.OfYear(MonthDay.of(month, day));
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// One piece: what it gives, zero for what it does not give.
  private record Piece(int year, int month, int day, String raw) {
    static final Piece NONE = new Piece(0, 0, 0, "");

    static Piece of(String raw) {
      var text = bare(raw);
      if (text.isEmpty() || text.length() > 9) {
        return new Piece(0, 0, 0, raw);
      }
      int digits = 0;
      while (digits < text.length() && Characters.digit(text.charAt(digits))) {
        digits++;
      }
      var unit = text.substring(digits);
      if ((digits == 1 || digits == 2)
          && (unit.isEmpty() || unit.equals("日") || unit.equals("号"))) {
        return new Piece(0, 0, number(text), raw);
      }
      if ((digits == 1 || digits == 2) && unit.equals("月")) {
        return new Piece(0, number(text), 0, raw);
      }
      if (digits == 4
          && (text.startsWith("19") || text.startsWith("20"))
          && (unit.isEmpty() || unit.equals("年"))) {
        return new Piece(number(text), 0, 0, raw);
      }
      if (Months.named(text) > 0) {
        return new Piece(0, Months.named(text), 0, raw);
      }
      if ((unit.startsWith(".") || unit.startsWith("/"))
          && isOneOrTwo(text, 0, digits)
          && isOneOrTwo(text, digits + 1, text.length())) {
        return new Piece(0, number(text), number(text.substring(digits + 1)), raw);
      }
      return mentioned(text, raw);
    }

    /// Without the brackets and signs around it.
    private static String bare(String raw) {
      var text = Characters.plain(raw);
      int start = 0;
      while (start < text.length && "-./[(".indexOf(text[start]) >= 0) {
        start++;
      }
      int end = text.length;
      while (end > start && "-./])".indexOf(text[end - 1]) >= 0) {
        end--;
      }
      return new String(text, start, end - start);
    }

    private static Piece mentioned(String text, String raw) {
      var mentions = DateText.mentions(text);
      if (mentions.size() != 1
          || mentions.getFirst().end() - mentions.getFirst().start() != text.length()) {
        return new Piece(0, 0, 0, raw);
      }
      return switch (mentions.getFirst().written()) {
        case Written.OfMonth(YearMonth of) -> new Piece(of.getYear(), of.getMonthValue(), 0, raw);
        case Written.OfYear(MonthDay of) ->
            new Piece(0, of.getMonthValue(), of.getDayOfMonth(), raw);
        case Written.Full _, Written.Ago _ -> new Piece(0, 0, 0, raw);
      };
    }

    private static int number(String text) {
      int value = 0;
      for (int i = 0; i < text.length() && Characters.digit(text.charAt(i)); i++) {
        value = value * 10 + (text.charAt(i) - '0');
      }
      return value;
    }

    boolean bareDay() {
      return day > 0 && day <= 31 && month == 0 && year == 0;
    }

    int kinds() {
      return (year > 0 ? 1 : 0) + (month > 0 ? 1 : 0) + (day > 0 ? 1 : 0);
    }
  }
}
