package xuncha.crawler.read.date;

import java.util.List;
import java.util.stream.Stream;

/// What stands beside a date in bylines: 来源, 浏览, 字号. In any case of its letters.
final class Companions {
  private static final int LOW = 0xFF;

  /// Whose a text is.
  private static final List<String> OF_AUTHORS =
      List.of("来源", "稿源", "作者", "编辑", "责编", "供稿", "撰稿", "通讯员", "來源");

  /// What readers do with it; bars for readers of all the site say so too (无障碍浏览, 字体).
  private static final List<String> OF_READERS = List.of("浏览", "阅读", "点击", "字号", "字体", "瀏覽");

  /// What bylines tell of a text, and hardly anything else does.
  private static final List<String> OF_TEXTS =
      Stream.concat(OF_AUTHORS.stream(), OF_READERS.stream()).toList();

  /// What may stand there too, and also in a page's head beside today's date (收藏, 访问量), in titles
  /// (记者) and in tables (审核).
  private static final List<String> OTHERS =
      List.of(
          "访问量", "访问人", "访问数", "访问:", "访问：", "打印", "分享", "记者", "审核", "次数", "評論", "评论", "收藏", "关闭",
          "发布机构", "发布人", "发布者", "comment", "author", "share", "uhr", "von ", "by ", "autor");

  /// The words by the low byte of their first character: the surroundings of every date are
  /// searched for all of them.
  private static final String[][] ALL =
      byFirst(Stream.concat(OF_TEXTS.stream(), OTHERS.stream()).toList());

  private static final String[][] TEXTS = byFirst(OF_TEXTS);

  private static final String[][] AUTHORS = byFirst(OF_AUTHORS);

  private Companions() {}

  /// Whether one of them stands anywhere in a name.
  static boolean in(String name) {
    return in(name, 0, name.length());
  }

  /// Whether one of them stands between those places.
  static boolean in(String text, int from, int to) {
    return within(text, from, to, ALL);
  }

  /// Whether something stands between those places that only bylines tell.
  static boolean ofText(String text, int from, int to) {
    return within(text, from, to, TEXTS);
  }

  /// Whether it is told between those places whose a text is.
  static boolean ofAuthors(String text, int from, int to) {
    return within(text, from, to, AUTHORS);
  }

  /// Whether one of them begins at that place and ends before `to`.
  static boolean at(String text, int place, int to) {
    return begins(text, place, to, ALL);
  }

  private static boolean within(String text, int from, int to, String[][] byFirst) {
    for (int at = from; at < to; at++) {
      if (begins(text, at, to, byFirst)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String text, int place, int to, String[][] byFirst) {
    for (var word : byFirst[text.charAt(place) & LOW]) {
      if (place + word.length() <= to && text.regionMatches(true, place, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static String[][] byFirst(List<String> its) {
    var words = new String[LOW + 1][];
    for (int low = 0; low <= LOW; low++) {
      int first = low;
      words[low] = its.stream().filter(word -> mayBegin(word, first)).toArray(String[]::new);
    }
    return words;
  }

  private static boolean mayBegin(String word, int low) {
    char first = word.charAt(0);
    return (first & LOW) == low || (Character.toUpperCase(first) & LOW) == low;
  }
}
