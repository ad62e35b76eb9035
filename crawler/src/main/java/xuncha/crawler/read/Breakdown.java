package xuncha.crawler.read;

import xuncha.findings.edition.Lexicon;

/// Knows what an application or its database says when it fails, though the status be 200: the page
/// begins with it or is called by it, and leads nowhere.
final class Breakdown {
  /// Where a page says what it is about. Traces of calls may follow, as long as they like.
  private static final int BEGINNING = 400;

  private static final int MOST_LINKS = 6;
  private static final int MOST_PICTURES = 3;

  private final Words words;

  Breakdown(Lexicon lexicon) {
    words = Words.of(lexicon, "notice.fault");
  }

  boolean is(StateReader.Page page) {
    return page.listed() == 0
        && page.anchors() < MOST_LINKS
        && page.pictures() < MOST_PICTURES
        && !isWritten(page)
        && (words.in(page.shortTitle()).isPresent() || words.in(beginning(page)).isPresent());
  }

  /// An article about such faults. Traces of calls are long too, but no sentences.
  private static boolean isWritten(StateReader.Page page) {
    var text = page.sheet().text();
    return page.article() && text.chars().filter(c -> c == '。').limit(3).count() == 3;
  }

  private static String beginning(StateReader.Page page) {
    var text = page.sheet().text();
    return Words.plain(text.substring(0, Math.min(text.length(), BEGINNING)));
  }
}
