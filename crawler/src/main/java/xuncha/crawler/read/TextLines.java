package xuncha.crawler.read;

import java.util.Arrays;

/// The lines of a page's text as numbers: enough to see which of them stand on other pages too, and
/// so belong to the template and not to the page.
public final class TextLines {
  /// No lines.
  public static final TextLines NONE = new TextLines(new int[0], new short[0]);

  private static final int MOST = 400;

  /// Each line once; `lengths` goes with it.
  private final int[] lines;

  private final short[] lengths;

  private TextLines(int[] lines, short[] lengths) {
    this.lines = lines;
    this.lengths = lengths;
  }

  /// The lines of a text that has one block a line.
  static TextLines of(CharSequence text) {
    var found = new long[MOST];
    var count = 0;
    var start = 0;
    var hash = 0;
    for (var i = 0; i <= text.length() && count < MOST; i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        if (i - start > 1) {
          found[count++] = ((long) hash << 16) | Math.min(i - start, Short.MAX_VALUE);
        }
        hash = 0;
        start = i + 1;
      } else {
        hash = 31 * hash + text.charAt(i);
      }
    }
    var sorted = Arrays.stream(found, 0, count).distinct().toArray();
    count = sorted.length;
    var lines = new int[count];
    var lengths = new short[count];
    for (var i = 0; i < count; i++) {
      lines[i] = (int) (sorted[i] >> 16);
      lengths[i] = (short) sorted[i];
    }
    return new TextLines(lines, lengths);
  }

  /// Hands every line's number and length to `reader`.
  void each(Reader reader) {
    for (var i = 0; i < lines.length; i++) {
      reader.line(lines[i], lengths[i]);
    }
  }

  /// Takes lines.
  @FunctionalInterface
  interface Reader {
    void line(int line, int length);
  }
}
