package xuncha.lab.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How a list shows the dates of its entries.
public enum DateStyle {
  /// 2020-03-10.
  ISO,
  /// 2020.03.10.
  DOTS,
  /// 2020/3/10.
  SLASHES,
  /// 2020年3月10日.
  CHINESE,
  /// [2020-03-10].
  BRACKETS,
  /// 03-10, the year left out.
  MONTH_DAY,
  /// Day and month in blocks of their own; the system decides how.
  SPLIT,
  /// 今天, 昨天, 3天前; the full date after a week.
  RELATIVE,
  /// No date in lists.
  NONE;

  /// A date as written; empty for `NONE`, as `ISO` for `SPLIT`.
  ///
  /// @param today what relative dates count from
  public String write(LocalDate day, LocalDate today) {
    return switch (this) {
      case ISO, SPLIT -> iso(day);
      case DOTS -> day.getYear() + "." + two(day.getMonthValue()) + "." + two(day.getDayOfMonth());
      case SLASHES -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
      case CHINESE -> chinese(day);
      case BRACKETS -> "[" + iso(day) + "]";
      case MONTH_DAY -> two(day.getMonthValue()) + "-" + two(day.getDayOfMonth());
      case RELATIVE -> relative(day, today);
      case NONE -> "";
    };
  }

  /// 2020-03-10, without the cost of a formatter.
  public static String iso(LocalDate day) {
    return day.getYear() + "-" + two(day.getMonthValue()) + "-" + two(day.getDayOfMonth());
  }

  /// 2020年3月10日.
  public static String chinese(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /// Two digits.
  public static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String relative(LocalDate day, LocalDate today) {
    var ago = ChronoUnit.DAYS.between(day, today);
    if (ago < 0 || ago > 7) {
      return iso(day);
    }
    return ago == 0 ? "今天" : ago == 1 ? "昨天" : ago + "天前";
  }
}
