package xuncha.cli;

import java.util.List;
import xuncha.checks.Examiner;
import xuncha.crawler.Inquiry;
import xuncha.crawler.probe.consult.ConsultSearch;
import xuncha.crawler.probe.consult.LetterBoxes;
import xuncha.findings.visit.Artifact;

/// What is looked into after a walk: what the enabled checks need, and nothing else.
final class Matters {
  private static final List<Inquiry<?>> ALL = List.of(new LetterBoxes(), new ConsultSearch());

  private Matters() {}

  static List<Inquiry<?>> of(Examiner examiner) {
    return ALL.stream().filter(one -> concern(examiner, one.brings())).toList();
  }

  /// Whether an enabled check looks at artifacts of that type.
  static boolean concern(Examiner examiner, Class<? extends Artifact> type) {
    return examiner.checks().stream()
        .anyMatch(check -> check.needs().contains(type) || check.wants().contains(type));
  }
}
