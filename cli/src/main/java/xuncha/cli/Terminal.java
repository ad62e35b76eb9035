package xuncha.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;

/// What may be written to a person's terminal. Everything that came from a site is hostile there
/// too: control characters could move the cursor or retitle the window.
final class Terminal {
  private final PrintWriter out;
  private final boolean colour;

  /// @param out where to write
  /// @param colour whether escape sequences of our own may be used
  Terminal(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /// Standard output, in colour only when a person is looking (contract §1) and has not asked for
  /// none.
  static Terminal on(PrintWriter out) {
    return new Terminal(out, isWatched("out") && System.getenv("NO_COLOR") == null);
  }

  /// Whether a person looks at standard error.
  static boolean isErrWatched() {
    return isWatched("err");
  }

  /// The launcher says which streams are terminals (`xuncha.terminals=out,err`); Java alone knows
  /// only whether standard input and output both are.
  private static boolean isWatched(String stream) {
    var said = System.getProperty("xuncha.terminals");
    return said == null
        ? Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
        : Set.of(said.split(",")).contains(stream);
  }

  void line(String text) {
    out.println(text);
  }

  String paint(Paint paint, String text) {
    return colour ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
  }

  /// The text without control characters, line breaks and characters that reorder what is shown.
  static String safe(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints().map(c -> isShown(c) ? c : ' ').forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }

  /// How wide a terminal shows the text: ideographs take two cells.
  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  /// The text with spaces up to `cells` wide.
  static String padded(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - width(text)));
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x20000 && c <= 0x3fffd);
  }

  /// The few colours that we use.
  enum Paint {
    GOOD("32"),
    BAD("31;1"),
    UNSURE("33"),
    QUIET("2"),
    STRONG("1");

    private final String code;

    Paint(String code) {
      this.code = code;
    }
  }
}
