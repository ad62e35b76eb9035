package xuncha.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.names.BadProfileException;
import xuncha.findings.store.StoreFailure;

/// The exit statuses of the contract, and which failure means which.
final class ExitStatus {
  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int BAD_INPUT = 2;
  static final int NOT_INSPECTED = 3;

  private ExitStatus() {}

  /// Bad input, one line per mistake.
  static final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(List<String> mistakes) {
      super(String.join("\n", mistakes));
    }

    BadInput(String mistake) {
      super(mistake);
    }
  }

  /// What was asked for cannot be done on this machine, in one line.
  static final class CannotInspect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotInspect(String why) {
      super(why);
    }
  }

  /// Says what went wrong in one line (or one per mistake) and gives the status for it.
  static int explain(Exception failure, PrintWriter err) {
    return switch (failure) {
      case BadInput bad -> {
        say(bad.getMessage(), err);
        yield BAD_INPUT;
      }
      case BadProfileException bad -> {
        say(bad.getMessage(), err);
        yield BAD_INPUT;
      }
      case CannotInspect cannot -> {
        say(cannot.getMessage(), err);
        yield NOT_INSPECTED;
      }
      case StoreFailure _ -> {
        say("xuncha: 记录或存档无法读写，已停止，已记录的不受影响；请检查磁盘空间、权限和占用 · " + failure.getMessage(), err);
        yield NOT_INSPECTED;
      }
      case IOException _, UncheckedIOException _ -> {
        say("xuncha: " + failure.getMessage(), err);
        yield NOT_INSPECTED;
      }
      default -> {
        err.println("xuncha: a fault of ours, please report it with what follows");
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        say(trace.toString().replace("\t", "    "), err);
        yield NOT_INSPECTED;
      }
    };
  }

  /// Names of files, hosts and keys come from outside.
  private static void say(@Nullable String lines, PrintWriter err) {
    String.valueOf(lines).lines().map(Terminal::safe).forEach(err::println);
  }
}
