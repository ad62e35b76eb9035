package xuncha.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Failure;

/// A run that saw nothing at all because of this machine's network: it is on record, and it is no
/// inspection.
final class Blindness {
  /// Without an answer to any look-up nobody knows whether it was the network's, the resolver's or
  /// a zone's doing; but nothing was looked at.
  private static final Set<Failure.Kind> NETWORK =
      EnumSet.of(Failure.Kind.RESOLVER_FAILED, Failure.Kind.NETWORK_UNREACHABLE);

  private Blindness() {}

  /// @throws ExitStatus.CannotInspect when every verdict of the run is inconclusive by our own
  ///   doing, the network's among it
  static void refuse(Ledger ledger, Run run) {
    try (var verdicts = ledger.verdicts(run.id())) {
      if (isBlind(verdicts.filter(one -> one.verdict() != Verdict.NOT_APPLICABLE).toList())) {
        throw new ExitStatus.CannotInspect(
            "xuncha: nothing could be looked at: the resolver did not answer, or the network is out"
                + " of reach from here; ./xuncha doctor says which");
      }
    }
  }

  /// Whether nothing but our own failures stands there, and the network failed.
  static boolean isBlind(List<RecordedVerdict> verdicts) {
    return verdicts.stream().allMatch(Blindness::isOurs)
        && verdicts.stream().anyMatch(one -> kind(one).filter(NETWORK::contains).isPresent());
  }

  private static boolean isOurs(RecordedVerdict verdict) {
    return verdict.verdict() == Verdict.INCONCLUSIVE
        && kind(verdict)
            .filter(kind -> NETWORK.contains(kind) || kind.blame() == Failure.Blame.US)
            .isPresent();
  }

  /// The reason's first word, before its particulars.
  private static Optional<Failure.Kind> kind(RecordedVerdict verdict) {
    return Failure.Kind.of(verdict.reason().split(":", 2)[0]);
  }
}
