package xuncha.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Standard error without the stack traces that Playwright's driver prints on its own when a
/// browser is killed: that is our doing, told elsewhere, and no news for the person at the
/// terminal.
final class WithoutDriverTraces extends PrintStream {
  private static final String DRIVER = "com.microsoft.playwright.";

  WithoutDriverTraces(PrintStream err) {
    super(err, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(@Nullable Object thing) {
    if (!fromDriver()) {
      super.println(thing);
    }
  }

  @Override
  public void println(@Nullable String line) {
    if (!fromDriver()) {
      super.println(line);
    }
  }

  /// Whether a library's own `printStackTrace` is at work, and not ours somewhere below it.
  private static boolean fromDriver() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .map(StackWalker.StackFrame::getClassName)
                .dropWhile(name -> name.startsWith("xuncha.cli.") || name.startsWith("java.lang."))
                .findFirst()
                .filter(name -> name.startsWith(DRIVER))
                .isPresent());
  }
}
