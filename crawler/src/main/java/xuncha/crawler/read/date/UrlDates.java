package xuncha.crawler.read.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The date in an address. Content systems put there when a page was filed, which after a migration
/// is years after publication: of 15,097 official addresses with a date, 54 % name the day of
/// publication, 44 % a later one and hardly any an earlier one.
public final class UrlDates {
  private static final int LONGEST = 600;

  private final String path;

  /// What the last fitting attempt has read.
  private int month;

  private int day;

  private UrlDates(String path) {
    this.path = path;
  }

  /// The day that `url` names, if it names one.
  public static Optional<LocalDate> of(String url) {
    var scan = new UrlDates(path(url));
    var date = scan.yearFirst();
    return Optional.ofNullable(date == null ? scan.dayFirst() : date);
  }

  /// The month that `url` names: /202409/, /2024/09/, /2024-09/.
  public static Optional<YearMonth> month(String url) {
    var scan = new UrlDates(path(url));
    for (int i = 1; i + 6 <= scan.path.length(); i++) {
      if (scan.at(i - 1) == '/' && scan.isYear(i)) {
        int from = i + 4 + ("-/".indexOf(scan.at(i + 4)) < 0 ? 0 : 1);
        int end = scan.digitsFrom(from);
        int month = end == from + 2 && scan.at(end) == '/' ? scan.number(from, end) : 0;
        if (month >= 1 && month <= 12) {
          return Optional.of(YearMonth.of(scan.number(i, i + 4), month));
        }
      }
    }
    return Optional.empty();
  }

  /// Year, month and day in the ways of the common systems: /202409/t20240910_1.html,
  /// /art/2024/9/10/, /2024-09/10/, /2024-09-10/, /20240910/, /2022/08-11/, /2024/0910/.
  private @Nullable LocalDate yearFirst() {
    for (int i = 0; i + 6 <= path.length(); i++) {
      if (isYear(i) && !digit(i - 1)) {
        int end = separated(i);
        end = end < 0 ? joined(i) : end;
        var date = end < 0 ? null : date(number(i, i + 4), month, day);
        if (date != null) {
          return date;
        }
        i = end < 0 ? i : end - 1;
      }
    }
    return null;
  }

  /// After the year: a sign, one or two digits, a sign, one or two digits. The end, or -1.
  private int separated(int year) {
    int monthEnd = "-/_.".indexOf(at(year + 4)) < 0 ? 0 : digitsFrom(year + 5);
    if (monthEnd == 0 || "-/_.".indexOf(at(monthEnd)) < 0) {
      return -1;
    }
    int end = digitsFrom(monthEnd + 1);
    month = number(year + 5, monthEnd);
    day = number(monthEnd + 1, end);
    return end == 0 ? -1 : end;
  }

  /// After the year: two digits and two digits, a hyphen or slash before each or not. The end, or
  /// -1.
  private int joined(int year) {
    int from = year + 4;
    from += "-/".indexOf(at(from)) < 0 ? 0 : 1;
    int then = from + 2;
    then += "-/".indexOf(at(then)) < 0 ? 0 : 1;
    boolean fits =
        (at(from) == '0' || at(from) == '1')
            && digit(from + 1)
            && at(then) >= '0'
            && at(then) <= '3'
            && digit(then + 1)
            && !digit(then + 2);
    month = fits ? number(from, from + 2) : 0;
    day = fits ? number(then, then + 2) : 0;
    return fits ? then + 2 : -1;
  }

  /// /29-10-2021.
  private @Nullable LocalDate dayFirst() {
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      int dayEnd = digitsFrom(i + 1);
      int monthEnd = dayEnd > 0 && at(dayEnd) == '-' ? digitsFrom(dayEnd + 1) : 0;
      if (monthEnd > 0
          && at(monthEnd) == '-'
          && at(monthEnd + 1) == '2'
          && isYear(monthEnd + 1)
          && !digit(monthEnd + 5)) {
        return date(
            number(monthEnd + 1, monthEnd + 5),
            number(dayEnd + 1, monthEnd),
            number(i + 1, dayEnd));
      }
    }
    return null;
  }

  private boolean isYear(int i) {
    boolean century = (at(i) == '1' && at(i + 1) == '9') || (at(i) == '2' && at(i + 1) == '0');
    return century && digit(i + 2) && digit(i + 3);
  }

  /// The end of the one or two digits at `i`; 0 when there are none or more.
  private int digitsFrom(int i) {
    int end = i;
    while (digit(end)) {
      end++;
    }
    return end == i || end - i > 2 ? 0 : end;
  }

  private int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (path.charAt(i) - '0');
    }
    return number;
  }

  private boolean digit(int i) {
    return Characters.digit(at(i));
  }

  private char at(int i) {
    return i >= 0 && i < path.length() ? path.charAt(i) : '\n';
  }

  private static String path(String url) {
    int scheme = url.indexOf("://");
    int start = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    if (start < 0) {
      return "";
    }
    return url.substring(start, Math.min(url.length(), start + LONGEST));
  }

  /// None for 2024/13/45, a number of another kind.
  private static @Nullable LocalDate date(int year, int month, int day) {
    boolean real = month >= 1 && month <= 12 && day >= 1;
    return real && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day)
        : null;
  }
}
