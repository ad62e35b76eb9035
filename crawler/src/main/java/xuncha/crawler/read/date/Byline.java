package xuncha.crawler.read.date;

import java.util.function.IntPredicate;

/// The line under an article's headline: who published it when, how often it was read.
public final class Byline {
  private static final int NEAR = 40;

  /// So far behind a date its day of the week begins.
  private static final int WEEKDAY = 4;

  /// By whom, where or of what, it leads up to the day: 发布机构：市府办 2024-09-10.
  private static final String ISSUING = "发布";

  private Byline() {}

  /// Whether a text has one: a whole date, on one line with its label of publication or with what
  /// else bylines tell.
  ///
  /// @param counts asked with the place of such a date in the text, whether it may be the page's
  public static boolean in(String text, IntPredicate counts) {
    return DateText.mentions(text).stream()
        .anyMatch(date -> isPlain(date) && isByline(text, date) && counts.test(date.start()));
  }

  private static boolean isPlain(Mention date) {
    return date.written() instanceof Written.Full(_, var how) && how == Written.Plainness.PLAIN;
  }

  private static boolean isByline(String text, Mention date) {
    int start = lineStart(text, date.start());
    int end = lineEnd(text, date.end());
    var before = text.substring(start, date.start());
    var label = Label.before(before, before.length());
    if (before.contains(ISSUING)
        || label == Label.PUBLISHED
        || Label.after(text, date.start(), date.end()) == Label.PUBLISHED) {
      return true;
    }
    if (label == Label.OTHER) {
      return false; // 今天是, 截止日期
    }
    return tellsTheDay(text, date)
        ? Companions.ofAuthors(text, start, date.start())
            || Companions.ofAuthors(text, date.end(), end)
        : Companions.ofText(text, start, date.start()) || Companions.ofText(text, date.end(), end);
  }

  /// Whether the day of the week stands with it, as in the bar at the top of a site's pages.
  private static boolean tellsTheDay(String text, Mention date) {
    var day = text.substring(date.start(), Math.min(text.length(), date.end() + WEEKDAY));
    return day.contains("星期") || day.contains("周") || day.contains("週");
  }

  private static int lineStart(String text, int place) {
    int start = place;
    while (start > 0 && place - start < NEAR && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(String text, int place) {
    int end = place;
    while (end < text.length() && end - place < NEAR && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }
}
