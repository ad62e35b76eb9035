package xuncha.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xuncha.findings.Beijing;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Failure;

/// What a run came to, check by check, and why something could not be seen: a broken vantage shows
/// here as ours.
final class RunSummary {
  private static final int REASONS = 4;

  private final PrintWriter out;

  RunSummary(PrintWriter out) {
    this.out = out;
  }

  void print(Ledger ledger, Run run) {
    var counts = new TreeMap<String, Map<Verdict, Long>>();
    var reasons = new TreeMap<String, Map<String, Long>>();
    try (var verdicts = ledger.verdicts(run.id())) {
      verdicts.forEach(verdict -> count(verdict, counts, reasons));
    }
    out.println();
    out.println(
        "巡查 "
            + run.id()
            + "："
            + run.targets()
            + " 个对象，监测时间点 "
            + run.asOf().atZone(Beijing.ZONE).toLocalDateTime().withNano(0)
            + "，指标 "
            + run.edition());
    out.println();
    out.println(
        Terminal.padded("检查", 16)
            + Terminal.padded("", 20)
            + Terminal.padded("合格", 8)
            + Terminal.padded("不合格", 8)
            + Terminal.padded("无法判定", 10)
            + "不适用");
    counts.forEach((check, by) -> line(check, by, reasons.getOrDefault(check, Map.of())));
    unofficial(ledger, run);
    out.flush();
  }

  private void unofficial(Ledger ledger, Run run) {
    try (var findings = ledger.findings(run.id())) {
      var ours = findings.filter(VerdictReport::isOpen).filter(VerdictReport::restsOnOurs).count();
      if (ours > 0) {
        out.println();
        out.println("其中 " + ours + " 项问题所依据的限值非官方公布（指标文件中 official: false）");
      }
    }
  }

  private void line(String check, Map<Verdict, Long> by, Map<String, Long> reasons) {
    out.println(
        Terminal.padded(CheckNames.zh(check), 16)
            + Terminal.padded(check, 20)
            + Terminal.padded("" + by.getOrDefault(Verdict.PASS, 0L), 8)
            + Terminal.padded("" + by.getOrDefault(Verdict.FAIL, 0L), 8)
            + Terminal.padded("" + by.getOrDefault(Verdict.INCONCLUSIVE, 0L), 10)
            + by.getOrDefault(Verdict.NOT_APPLICABLE, 0L));
    if (!reasons.isEmpty()) {
      out.println(
          Terminal.padded("", 16)
              + "无法判定的原因："
              + reasons.entrySet().stream()
                  .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                  .limit(REASONS)
                  .map(reason -> zh(reason.getKey()) + " " + reason.getValue())
                  .collect(Collectors.joining("，")));
    }
  }

  private static String zh(String reason) {
    return Failure.Kind.of(reason).map(Failure.Kind::zh).orElseGet(() -> Terminal.safe(reason));
  }

  private static void count(
      RecordedVerdict verdict,
      Map<String, Map<Verdict, Long>> counts,
      Map<String, Map<String, Long>> reasons) {
    counts
        .computeIfAbsent(verdict.check(), _ -> new EnumMap<>(Verdict.class))
        .merge(verdict.verdict(), 1L, Long::sum);
    if (verdict.verdict() == Verdict.INCONCLUSIVE) {
      reasons
          .computeIfAbsent(verdict.check(), _ -> new TreeMap<>())
          .merge(kind(verdict.reason()), 1L, Long::sum);
    }
  }

  /// The reason's first word: its kind without the particulars.
  private static String kind(String reason) {
    var end = reason.indexOf(':');
    return end < 0 ? reason : reason.substring(0, end);
  }
}
