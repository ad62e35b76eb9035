package xuncha.crawler.read.date;

/// Tells the text of an article from the short lines around it.
final class RunningText {
  private static final int PARAGRAPH = 80;
  private static final int SENTENCE = 16;

  private RunningText() {}

  /// Whether that line of the page is running text: a sentence to its end, or long.
  static boolean is(PageText page, int start, int end) {
    var text = page.text();
    boolean sentence =
        end - start >= SENTENCE
            && "。！？；".indexOf(text.charAt(end - 1)) >= 0
            && !text.startsWith("欢迎", start); // 欢迎访问某某市人民政府网站！ in a page's head
    return (sentence || end - start >= PARAGRAPH)
        && (page.flagsAt(start) & (Region.LINK | Region.HEADING | Region.TITLED)) == 0;
  }

  /// Whether some stands between those places, the first of them the beginning of a line.
  static boolean within(PageText page, int from, int to) {
    var text = page.text();
    for (int start = from; start < to; ) {
      int end = text.indexOf('\n', start);
      end = end < 0 || end > to ? to : end;
      if (end > start && is(page, start, end)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
