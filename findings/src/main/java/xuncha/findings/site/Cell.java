package xuncha.findings.site;

/// Cells as spreadsheets write and name them.
final class Cell {
  private Cell() {}

  /// The text without blanks around it: no-break, ideographic and zero-width ones too.
  static String stripped(String text) {
    var from = 0;
    var to = text.length();
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /// The letters over a column: 0 is A, 26 is AA.
  static String letters(int column) {
    var letters = new StringBuilder();
    for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  private static boolean blank(char c) {
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
