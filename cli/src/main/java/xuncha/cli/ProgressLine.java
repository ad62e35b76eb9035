package xuncha.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// How far a run has come: done of all, rate, time left, findings so far. A bar on a terminal;
/// elsewhere one line for every tenth. Safe to tell from many threads.
final class ProgressLine {
  private static final int CELLS = 30;

  private final PrintWriter err;
  private final boolean said;
  private final boolean bar;
  private final int total;
  private final InstantSource clock;
  private final Instant begun;
  private int done;
  private int findings;
  private int saidTenths;

  /// @param err where to
  /// @param said whether anything is said at all
  /// @param bar whether a terminal is watched
  /// @param total how many targets
  ProgressLine(PrintWriter err, boolean said, boolean bar, int total, InstantSource clock) {
    this.err = err;
    this.said = said;
    this.bar = bar;
    this.total = total;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /// One more target is done, with that many findings.
  synchronized void done(int found) {
    done++;
    findings += found;
    if (bar) {
      err.print("\r\u001b[K" + drawn() + line());
      err.flush();
    } else if (said && done * 10 / Math.max(1, total) > saidTenths) {
      saidTenths = done * 10 / total;
      err.println(line());
    }
  }

  /// The bar's line is given back to the terminal.
  synchronized void finish() {
    if (bar && done > 0) {
      err.println();
    }
  }

  private String drawn() {
    var full = total == 0 ? CELLS : CELLS * done / total;
    return "[" + "█".repeat(full) + "·".repeat(CELLS - full) + "] ";
  }

  /// `412/835 49% · 每秒 37.1 个 · 剩余 0:11 · 问题 231 项`.
  String line() {
    var seconds = Math.max(0.001, Duration.between(begun, clock.instant()).toMillis() / 1000.0);
    var rate = done / seconds;
    var left = rate == 0 ? 0 : Math.round((total - done) / rate);
    return String.format(
        Locale.ROOT,
        "%d/%d %d%% · 每秒 %.1f 个 · 剩余 %d:%02d · 问题 %d 项",
        done,
        total,
        total == 0 ? 100 : 100 * done / total,
        rate,
        left / 60,
        left % 60,
        findings);
  }
}
