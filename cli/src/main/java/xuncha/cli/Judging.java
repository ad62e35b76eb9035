package xuncha.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import xuncha.checks.Check;
import xuncha.checks.Examiner;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Severity;

/// Which checks judge, and from which severity on a finding changes the exit status.
final class Judging {
  @Option(
      names = "--checks",
      split = ",",
      paramLabel = "a,b",
      description = "只做这些检查 · only these checks")
  private @Nullable List<String> wanted;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = Level.class,
      description = "notice, minor, major, veto: 有此级别以上问题时退出码为 1 · exit 1 at or above")
  @Nullable Severity failOn;

  /// The ids of the checks asked for; none when all of them are.
  Set<String> checks() {
    return wanted == null ? Set.of() : ids(wanted);
  }

  /// As people write lists: with blanks, in capitals, with a comma too many.
  private static Set<String> ids(List<String> written) {
    var ids =
        written.stream()
            .map(id -> id.strip().toLowerCase(Locale.ROOT))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (ids.isEmpty()) {
      throw new ExitStatus.BadInput(
          "xuncha: --checks: no check named; there are "
              + String.join(", ", new Examiner().checks().stream().map(Check::id).toList()));
    }
    return ids;
  }

  /// Who asks the checks asked for; all of them when none were named.
  Examiner examiner() {
    return examiner(checks());
  }

  /// @param checks their ids; none for all checks
  static Examiner examiner(Set<String> checks) {
    try {
      return checks.isEmpty() ? new Examiner() : new Examiner().only(checks);
    } catch (IllegalArgumentException unknown) {
      throw new ExitStatus.BadInput("xuncha: --checks: " + unknown.getMessage());
    }
  }

  /// The exit status that the run's open findings ask for.
  int status(Ledger ledger, Run run) {
    if (failOn == null) {
      return ExitStatus.DONE;
    }
    try (var findings = ledger.findings(run.id())) {
      return findings.anyMatch(f -> VerdictReport.isOpen(f) && f.severity().compareTo(failOn) >= 0)
          ? ExitStatus.FINDINGS
          : ExitStatus.DONE;
    }
  }

  /// Reads a severity.
  static final class Level implements picocli.CommandLine.ITypeConverter<Severity> {
    @Override
    public Severity convert(String text) {
      return Severity.parse(text)
          .orElseThrow(() ->
              new TypeConversionException("'" + text + "' is none of notice, minor, major, veto"));
    }
  }
}
