package xuncha.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The runs of all contenders, and the median of each beside the others.
final class CrawlTable {
  private final Map<Rival, List<CrawlFigures>> runs = new EnumMap<>(Rival.class);

  void add(Rival who, CrawlFigures figures) {
    runs.computeIfAbsent(who, _ -> new ArrayList<>()).add(figures);
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-18s %6s %8s %7s %7s %8s %12s %12s %9s %8s%n",
        "",
        "pages",
        "KiB/page",
        "links",
        "dates",
        "CPU s",
        "pages/CPU s",
        "first round",
        "peak MiB",
        "wall s");
    runs.forEach((who, figures) -> out.println(row(who, median(figures))));
    var ours = median(runs.getOrDefault(Rival.XUNCHA, List.of()));
    runs.forEach((who, figures) -> {
      if (who != Rival.XUNCHA) {
        out.println(ratio(who, ours, median(figures)));
      }
    });
  }

  /// The run in the middle by speed; of an even number, the slower of the two.
  private static CrawlFigures median(List<CrawlFigures> figures) {
    return figures.stream()
        .sorted(Comparator.comparingDouble(CrawlFigures::pagesPerCpuSecond))
        .skip((figures.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }

  private static String row(Rival who, CrawlFigures figures) {
    return String.format(
        Locale.ROOT,
        "%-18s %6d %8.1f %7d %7d %8.1f %12.0f %12.0f %9.0f %8.1f",
        who.title(),
        figures.pages(),
        figures.bytes() / 1024.0 / Math.max(1, figures.pages()),
        figures.links(),
        figures.dates(),
        figures.cpuMs() / 1000.0,
        figures.pagesPerCpuSecond(),
        figures.pagesPerColdCpuSecond(),
        figures.peakKb() / 1024.0,
        figures.wallMs() / 1000.0);
  }

  private static String ratio(Rival who, CrawlFigures ours, CrawlFigures other) {
    return String.format(
        Locale.ROOT,
        "xuncha / %s: pages per CPU second %.2f, peak memory %.2f",
        who.title(),
        ours.pagesPerCpuSecond() / other.pagesPerCpuSecond(),
        (double) ours.peakKb() / Math.max(1, other.peakKb()));
  }
}
