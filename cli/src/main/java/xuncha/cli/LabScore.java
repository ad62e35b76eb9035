package xuncha.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Verdict;
import xuncha.lab.Province;
import xuncha.lab.Truth;

/// Holds a run's verdicts against what was planted: false accusations, faults found, targets
/// without a verdict.
final class LabScore {
  private final PrintWriter out;

  LabScore(PrintWriter out) {
    this.out = out;
  }

  /// What a comparison came to.
  ///
  /// @param planted faults that should be found
  /// @param found those that were
  /// @param accused false accusations, one line each
  /// @param missed faults not found, one line each
  /// @param unseen faults on pages that only scripts fill, where there was no browser to see them;
  ///   neither found nor missed
  /// @param unanswered truths about checks that gave no verdict at all
  record Score(
      int planted,
      int found,
      List<String> accused,
      List<String> missed,
      List<String> unseen,
      int unanswered) {}

  /// Compares and prints.
  Score print(Ledger ledger, Run run, Province province) {
    var score = score(ledger, run, province);
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "对照真相：植入问题 %d 项（另有 %d 项没有浏览器看不到），发现 %d 项（%.1f%%）；误判 %d 项；未作答 %d 项",
            score.planted(),
            score.unseen().size(),
            score.found(),
            score.planted() == 0 ? 100.0 : 100.0 * score.found() / score.planted(),
            score.accused().size(),
            score.unanswered()));
    score.accused().stream().limit(20).forEach(line -> out.println("  误判 " + line));
    score.missed().stream().limit(20).forEach(line -> out.println("  漏判 " + line));
    out.flush();
    return score;
  }

  static Score score(Ledger ledger, Run run, Province province) {
    Map<String, Verdict> verdicts = new HashMap<>();
    Map<String, String> reasons = new HashMap<>();
    var checks = new java.util.HashSet<String>();
    try (var recorded = ledger.verdicts(run.id())) {
      recorded.forEach(v -> {
        verdicts.put(v.target() + " " + v.check(), v.verdict());
        reasons.put(v.target() + " " + v.check(), v.reason());
        checks.add(v.check());
      });
    }
    var accused = new ArrayList<String>();
    var missed = new ArrayList<String>();
    var unseen = new ArrayList<String>();
    var found = 0;
    var unanswered = 0;
    for (var truth : province.truths()) {
      if (!checks.contains(truth.check())) {
        continue;
      }
      var key = truth.target() + " " + truth.check();
      var verdict = verdicts.get(key);
      if (verdict == null) {
        unanswered++;
        continue;
      }
      if (truth.accusesFalsely(verdict.id())) {
        accused.add(key + " " + truth.scenario());
      }
      if (truth.expect() == Truth.Expect.FAIL) {
        var line = key + " " + truth.scenario() + " → " + verdict.id() + " " + reasons.get(key);
        if (verdict == Verdict.FAIL) {
          found++;
        } else if (truth.allows(verdict.id(), false)) {
          unseen.add(line);
        } else {
          missed.add(line);
        }
      }
    }
    return new Score(found + missed.size(), found, accused, missed, unseen, unanswered);
  }
}
