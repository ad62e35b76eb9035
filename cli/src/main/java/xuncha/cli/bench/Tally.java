package xuncha.cli.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How often an answer was right, and the story of each that was not.
final class Tally {
  private final String what;
  private final List<String> misses = new ArrayList<>();
  private int right;
  private int all;

  Tally(String what) {
    this.what = what;
  }

  /// Counts one answer.
  ///
  /// @param story told when the answer is wrong
  void count(boolean correct, String story) {
    all++;
    if (correct) {
      right++;
    } else {
      misses.add(story);
    }
  }

  void print(PrintStream out) {
    var share =
        all == 0 ? "nothing to score" : String.format(Locale.ROOT, "%.1f %%", 100.0 * right / all);
    out.printf(Locale.ROOT, "%-44s %4d of %4d  %s%n", what, right, all, share);
    misses.forEach(miss -> out.println("    " + miss));
  }
}
