package xuncha.crawler.read;

/// The line that tells where the reader is: 当前位置：首页 > 政务公开 > 通知公告.
final class PathLine {
  /// What stands between its steps.
  private static final String STEPS = ">/»›＞→";

  /// Besides, what parts its lead from the steps.
  private static final String LEAD = "：:";

  private PathLine() {}

  /// Whether a line that leads to the front page is one, by what it says or by its signs.
  static boolean is(String line) {
    return says(line) || last(line, STEPS) >= 0;
  }

  /// Whether it says so in words.
  static boolean says(String line) {
    return line.contains("位置");
  }

  /// Where its last step begins less one; -1 where nothing parts it.
  static int lastSign(String line) {
    return Math.max(last(line, STEPS), last(line, LEAD));
  }

  private static int last(String line, String signs) {
    for (var at = line.length() - 1; at >= 0; at--) {
      if (signs.indexOf(line.charAt(at)) >= 0) {
        return at;
      }
    }
    return -1;
  }
}
