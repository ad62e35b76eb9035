package xuncha.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
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
        err.println(bad.getMessage());
        yield BAD_INPUT;
      }
      case BadProfileException bad -> {
        err.println(bad.getMessage());
        yield BAD_INPUT;
      }
      case CannotInspect cannot -> {
        err.println(cannot.getMessage());
        yield NOT_INSPECTED;
      }
      case IOException _, UncheckedIOException _, StoreFailure _ -> {
        err.println("xuncha: " + failure.getMessage());
        yield NOT_INSPECTED;
      }
      default -> {
        err.println("xuncha: a fault of ours, please report it with what follows");
        failure.printStackTrace(err);
        yield NOT_INSPECTED;
      }
    };
  }
}
