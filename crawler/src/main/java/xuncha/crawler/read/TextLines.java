package xuncha.crawler.read;

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
    count = distinct(found, count);
    var lines = new int[count];
    var lengths = new short[count];
    for (var i = 0; i < count; i++) {
      lines[i] = (int) (found[i] >> 16);
      lengths[i] = (short) found[i];
    }
    return new TextLines(lines, lengths);
  }

  /// Moves the first of each value to the front, in order, by way of a table that they never fill.
  private static int distinct(long[] values, int count) {
    var table = new long[1024];
    var kept = 0;
    for (var i = 0; i < count; i++) {
      var value = values[i];
      var slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 54);
      while (table[slot] != 0 && table[slot] != value) {
        slot = (slot + 1) & 1023;
      }
      if (table[slot] == 0) { // no line is 0: its length is in it
        table[slot] = value;
        values[kept++] = value;
      }
    }
    return kept;
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
