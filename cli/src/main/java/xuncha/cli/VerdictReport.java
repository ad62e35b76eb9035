package xuncha.cli;

import java.util.List;
import java.util.stream.Collectors;
import xuncha.findings.Beijing;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedFinding;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;

/// One target's verdicts for a person at a terminal: what is wrong first, then what could not be
/// seen, then what is in order.
final class VerdictReport {
  private static final int SHOWN_PER_CHECK = 10;

  private final Terminal terminal;
  private final boolean english;
  private final boolean everything;

  /// @param english whether sentences are shown in English instead of Chinese
  /// @param everything whether long lists are shown whole
  VerdictReport(Terminal terminal, boolean english, boolean everything) {
    this.terminal = terminal;
    this.english = english;
    this.everything = everything;
  }

  /// Prints the targets of the run one after the other.
  void print(Ledger ledger, Run run) {
    var verdicts =
        ledger.verdicts(run.id()).collect(Collectors.groupingBy(RecordedVerdict::target));
    var findings =
        ledger.findings(run.id()).collect(Collectors.groupingBy(RecordedFinding::target));
    ledger
        .targets(run.id())
        .forEach(target ->
            print(
                run,
                target,
                verdicts.getOrDefault(target.id(), List.of()),
                findings.getOrDefault(target.id(), List.of())));
  }

  private void print(
      Run run, Target target, List<RecordedVerdict> verdicts, List<RecordedFinding> findings) {
    terminal.line("");
    terminal.line(
        terminal.paint(Terminal.Paint.STRONG, shown(target.name())) + "  " + shown(target.url()));
    terminal.line(
        terminal.paint(
            Terminal.Paint.QUIET,
            "监测时间点 "
                + run.asOf().atZone(Beijing.ZONE).toLocalDateTime().withNano(0)
                + " · 指标 "
                + run.edition()
                + " · 记录 "
                + run.id()));
    for (var wanted :
        List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS, Verdict.NOT_APPLICABLE)) {
      verdicts.stream().filter(v -> v.verdict() == wanted).forEach(v -> print(v, findings));
    }
    terminal.line(tally(verdicts));
  }

  private void print(RecordedVerdict verdict, List<RecordedFinding> findings) {
    terminal.line("");
    terminal.line(
        terminal.paint(paint(verdict.verdict()), "【" + word(verdict.verdict()) + "】")
            + " "
            + Terminal.padded(CheckNames.zh(verdict.check()), 14)
            + terminal.paint(Terminal.Paint.QUIET, verdict.check())
            + (verdict.needsReview() ? terminal.paint(Terminal.Paint.UNSURE, "  待人工复核") : ""));
    terminal.line("    " + said(verdict.summary()));
    var own =
        findings.stream()
            .filter(finding -> finding.check().equals(verdict.check()) && isOpen(finding))
            .sorted((one, other) -> other.severity().compareTo(one.severity()))
            .toList();
    own.stream().limit(everything ? Long.MAX_VALUE : SHOWN_PER_CHECK).forEach(this::print);
    if (!everything && own.size() > SHOWN_PER_CHECK) {
      terminal.line("    … 另有 " + (own.size() - SHOWN_PER_CHECK) + " 项，加 --verbose 全部显示");
    }
  }

  private void print(RecordedFinding finding) {
    terminal.line(
        "    · "
            + terminal.paint(Terminal.Paint.STRONG, word(finding.severity()))
            + " "
            + said(finding.summary())
            + (restsOnOurs(finding) ? terminal.paint(Terminal.Paint.UNSURE, unofficial()) : ""));
    terminal.line("      " + shown(finding.subject()));
    finding.evidence().stream()
        .limit(everything ? Long.MAX_VALUE : 2)
        .forEach(evidence ->
            terminal.line(
                terminal.paint(
                    Terminal.Paint.QUIET,
                    "      证据 "
                        + shown(evidence.quote())
                        + (evidence.path().isEmpty()
                            ? ""
                            : "  [" + shown(evidence.path()) + "]"))));
  }

  private String tally(List<RecordedVerdict> verdicts) {
    var counts =
        verdicts.stream()
            .collect(Collectors.groupingBy(RecordedVerdict::verdict, Collectors.counting()));
    return "\n小结：不合格 "
        + counts.getOrDefault(Verdict.FAIL, 0L)
        + " 项，无法判定 "
        + counts.getOrDefault(Verdict.INCONCLUSIVE, 0L)
        + " 项，合格 "
        + counts.getOrDefault(Verdict.PASS, 0L)
        + " 项，不适用 "
        + counts.getOrDefault(Verdict.NOT_APPLICABLE, 0L)
        + " 项";
  }

  private String said(Sentence sentence) {
    return shown(english ? sentence.en() : sentence.zh());
  }

  private static String shown(String text) {
    return Terminal.safe(text);
  }

  /// Whether the run saw the problem and nobody has dismissed it.
  static boolean isOpen(RecordedFinding finding) {
    return switch (finding.state()) {
      case OPEN, REOPENED, CONFIRMED -> true;
      case FIXED, DISMISSED -> false;
    };
  }

  /// Whether the threshold is a number that no official text is known to state.
  static boolean restsOnOurs(RecordedFinding finding) {
    return Boolean.FALSE.equals(finding.threshold().values().get("official"));
  }

  private String unofficial() {
    return english ? "  (threshold not official)" : "  （限值非官方公布）";
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "合格";
      case FAIL -> "不合格";
      case INCONCLUSIVE -> "无法判定";
      case NOT_APPLICABLE -> "不适用";
    };
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case VETO -> "单项否决";
      case MAJOR -> "较重";
      case MINOR -> "一般";
      case NOTICE -> "提示";
    };
  }

  private static Terminal.Paint paint(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Terminal.Paint.GOOD;
      case FAIL -> Terminal.Paint.BAD;
      case INCONCLUSIVE -> Terminal.Paint.UNSURE;
      case NOT_APPLICABLE -> Terminal.Paint.QUIET;
    };
  }
}
