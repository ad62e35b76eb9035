package xuncha.scheduler;

import xuncha.findings.site.Target;
import xuncha.findings.store.Result;
import xuncha.findings.store.Run;

/// Hears how a round goes on. Called from the visits' threads, several at a time.
public interface Progress {
  /// Nobody listens.
  Progress SILENT = new Progress() {};

  /// The round begins, with so many targets still to visit.
  default void begun(Run run, int remaining) {}

  /// A visit begins.
  default void visiting(Target target) {}

  /// A target's result is on record.
  default void recorded(Result result) {}

  /// A visit broke off with a bug of ours; the target is recorded as inconclusive.
  default void crashed(Target target, Throwable why) {}
}
