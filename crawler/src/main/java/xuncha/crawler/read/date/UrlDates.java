package xuncha.crawler.read.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// The date in an address. Content systems put there when a page was filed, which after a migration
/// is years after publication: of 15,097 official addresses with a date, 54 % name the day of
/// publication, 44 % a later one and hardly any an earlier one.
public final class UrlDates {
  private static final int LONGEST = 600;

  /// Year, month and day in the ways of the common systems: /202409/t20240910_1.html,
  /// /art/2024/9/10/, /2024-09/10/, /2024-09-10/, /20240910/, /2022/08-11/, /2024/0910/.
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?<y>(?:19|20)[0-9]{2})"
              + "(?:(?<s>[-/_.])(?<m>[0-9]{1,2})[-/_.](?<d>[0-9]{1,2})"
              + "|(?:[-/]?)(?<mm>[01][0-9])[-/]?(?<dd>[0-3][0-9]))(?![0-9])");

  /// /29-10-2021, day first.
  private static final Pattern DAY_FIRST =
      Pattern.compile("/(?<d>[0-9]{1,2})-(?<m>[0-9]{1,2})-(?<y>20[0-9]{2})(?![0-9])");

  private UrlDates() {}

  /// The day that `url` names, if it names one.
  public static Optional<LocalDate> of(String url) {
    var path = path(url);
    var matcher = DATE.matcher(path);
    while (matcher.find()) {
      var month = matcher.group("m") == null ? matcher.group("mm") : matcher.group("m");
      var day = matcher.group("d") == null ? matcher.group("dd") : matcher.group("d");
      var date = date(matcher.group("y"), month, day);
      if (date.isPresent()) {
        return date;
      }
    }
    var dayFirst = DAY_FIRST.matcher(path);
    return dayFirst.find()
        ? date(dayFirst.group("y"), dayFirst.group("m"), dayFirst.group("d"))
        : Optional.empty();
  }

  private static String path(String url) {
    int scheme = url.indexOf("://");
    int start = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    if (start < 0) {
      return "";
    }
    return url.substring(start, Math.min(url.length(), start + LONGEST));
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty(); // 2024/13/45: a number of another kind
    }
  }
}
