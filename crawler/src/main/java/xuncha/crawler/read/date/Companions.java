package xuncha.crawler.read.date;

import java.util.List;

/// What stands beside a date in bylines: 来源, 浏览, 字号. In any case of its letters.
final class Companions {
  private static final int LOW = 0xFF;
  private static final List<String> WORDS =
      List.of(
          "来源", "稿源", "作者", "浏览", "阅读", "点击", "访问量", "访问人", "访问数", "访问:", "访问：", "字号", "字体", "编辑",
          "责编", "打印", "分享", "记者", "供稿", "撰稿", "审核", "发布机构", "发布人", "发布者", "次数", "評論", "评论", "來源",
          "瀏覽", "通讯员", "收藏", "关闭", "comment", "author", "share", "uhr", "von ", "by ", "autor");

  /// The words by the low byte of their first character: the surroundings of every date are
  /// searched for all of them.
  private static final String[][] BY_FIRST = byFirst();

  private Companions() {}

  /// Whether one of them stands anywhere in a name.
  static boolean in(String name) {
    return in(name, 0, name.length());
  }

  /// Whether one of them stands between those places.
  static boolean in(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (at(text, at, to)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of them begins at that place and ends before `to`.
  static boolean at(String text, int place, int to) {
    var words = BY_FIRST[text.charAt(place) & LOW];
    for (int i = 0; i < words.length; i++) {
      int length = words[i].length();
      if (place + length <= to && text.regionMatches(true, place, words[i], 0, length)) {
        return true;
      }
    }
    return false;
  }

  private static String[][] byFirst() {
    var words = new String[LOW + 1][];
    for (int low = 0; low <= LOW; low++) {
      int its = low;
      words[low] = WORDS.stream().filter(word -> mayBegin(word, its)).toArray(String[]::new);
    }
    return words;
  }

  private static boolean mayBegin(String word, int low) {
    char first = word.charAt(0);
    return (first & LOW) == low || (Character.toUpperCase(first) & LOW) == low;
  }
}
