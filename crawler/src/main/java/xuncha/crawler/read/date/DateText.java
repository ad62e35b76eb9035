package xuncha.crawler.read.date;

import java.util.List;

/// Finds the dates in a text: Chinese, ISO, numeric and named-month forms.
///
/// What cannot be a date (30 February, month 13) and what only looks like one (telephone and case
/// numbers, versions, addresses, shares) is passed over. Whether a date is believable, in the
/// future for instance, is for the caller to say. Time is linear in the length of the text.
public final class DateText {
  /// No visible text that tells a publication date is longer.
  static final int LONGEST = 200_000;

  private DateText() {}

  /// The dates in `text`, in order; the text beyond 200,000 characters is not read.
  public static List<Mention> mentions(CharSequence text) {
    return mentions(text, false);
  }

  /// The dates in `text`, in order.
  ///
  /// @param monthFirst how 9/10/2024 is read where both readings are possible: September 10 when
  ///   true, 9 October when false
  public static List<Mention> mentions(CharSequence text, boolean monthFirst) {
    var bounded = text.subSequence(0, Math.min(text.length(), LONGEST));
    return new DateScanner(bounded.toString(), monthFirst).scan();
  }
}
