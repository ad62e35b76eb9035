package xuncha.crawler.read.date;

import java.util.Optional;

/// The headline of pages that neither have headings nor repeat their title: old pages set it in
/// large letters and no more. It is the nearest line not far above the first running text that may
/// be one.
final class UnmarkedHeadline {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 80;

  /// Lines between a headline and the text: a subtitle, who, when, how often it was read.
  private static final int MOST_BYLINES = 4;

  private UnmarkedHeadline() {}

  /// @param names what the site is called
  static Optional<Headline.Line> in(PageText page, SiteNames names) {
    var text = page.text();
    Headline.Line above = null;
    int since = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (RunningText.is(page, start, end)) {
        boolean foot = SiteNames.closes(Headline.key(text.substring(start, end)));
        return since > MOST_BYLINES || foot ? Optional.empty() : Optional.ofNullable(above);
      }
      boolean may = mayBe(page, start, end, names);
      above = may ? new Headline.Line(start, end) : above;
      since = may ? 0 : since + 1;
      start = end + 1;
    }
    return Optional.empty();
  }

  private static boolean mayBe(PageText page, int start, int end, SiteNames names) {
    if (end - start < SHORTEST
        || end - start >= LONGEST
        || (page.flagsAt(start) & Headline.AWAY) != 0) {
      return false;
    }
    var line = page.text().substring(start, end);
    int han = (int) line.chars().filter(c -> Characters.han((char) c)).count();
    char last = line.charAt(line.length() - 1);
    return han * 2 > line.length()
        && !Characters.digit(last)
        && "日：:，,；;".indexOf(last) < 0
        && line.indexOf('>') < 0
        && !Companions.in(line)
        && !names.contain(Headline.key(line));
  }
}
