package xuncha.cli;

import java.io.PrintWriter;
import xuncha.findings.site.Target;
import xuncha.findings.store.Result;
import xuncha.findings.verdict.Outcome;
import xuncha.scheduler.Progress;

/// Tells a [ProgressLine] how a round goes on.
final class RoundProgress {
  private RoundProgress() {}

  static Progress shown(ProgressLine line, PrintWriter err) {
    return new Progress() {
      @Override
      public void recorded(Result result) {
        line.done(findings(result));
      }

      @Override
      public void crashed(Target target, Throwable why) {
        err.println("xuncha: " + Terminal.safe(target.url() + ": " + why));
      }
    };
  }

  private static int findings(Result result) {
    return result.judgements().stream()
        .mapToInt(judgement ->
            judgement.outcome() instanceof Outcome.Conclusive conclusive
                ? conclusive.findings().size()
                : 0)
        .sum();
  }
}
