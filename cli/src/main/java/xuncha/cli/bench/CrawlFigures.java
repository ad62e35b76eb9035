package xuncha.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What one contender did and what it cost. Told by the contender's process as one line of its
/// standard output.
///
/// A contender that compiles itself while it runs does the whole work several times in one process:
/// to get warm, then to be measured.
///
/// @param pages pages fetched and read
/// @param bytes of their bodies
/// @param links links found on them
/// @param dates dates found on them
/// @param cpuMs user and system time of the measured round, all threads of the process,
///   milliseconds
/// @param coldMs the same of the first round, start of the process included
/// @param peakKb the most memory that it held at any time (resident), KiB; 0 when not known
/// @param wallMs the measured round from start to end, milliseconds
record CrawlFigures(
    long pages,
    long bytes,
    long links,
    long dates,
    long cpuMs,
    long coldMs,
    long peakKb,
    long wallMs) {
  /// The system property that says how many rounds come before the one that is measured.
  static final String WARM_UP = "bench.warm";

  private static final String MARK = "RESULT ";

  /// What was counted in one round.
  record Counts(long pages, long bytes, long links, long dates) {}

  /// Does the work as often as it is said to take to get warm, then once more, which is measured.
  /// Without a warm-up the start of the process is in the measure.
  static CrawlFigures ofWarm(Supplier<Counts> work) {
    var cold = Duration.ZERO;
    var before = Duration.ZERO;
    for (var round = 0; round < Integer.getInteger(WARM_UP, 0); round++) {
      var _ = work.get();
      before = cpu();
      cold = round == 0 ? before : cold;
    }
    var began = System.nanoTime();
    var counts = work.get();
    var wall = Duration.ofNanos(System.nanoTime() - began);
    return new CrawlFigures(
        counts.pages(),
        counts.bytes(),
        counts.links(),
        counts.dates(),
        cpu().minus(before).toMillis(),
        (cold.isZero() ? cpu() : cold).toMillis(),
        peak(),
        wall.toMillis());
  }

  /// Reads a contender's output.
  ///
  /// @throws IllegalStateException when it told nothing
  static CrawlFigures in(List<String> output) {
    return output.stream()
        .filter(line -> line.startsWith(MARK))
        .map(line -> parse(line.substring(MARK.length())))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a contender told no figures: " + output));
  }

  /// The line that [#in] finds.
  String line() {
    return MARK
        + "pages=%d bytes=%d links=%d dates=%d cpuMs=%d coldMs=%d peakKb=%d wallMs=%d"
            .formatted(pages, bytes, links, dates, cpuMs, coldMs, peakKb, wallMs);
  }

  /// Pages per second of one core's time.
  double pagesPerCpuSecond() {
    return cpuMs == 0 ? 0 : pages * 1000.0 / cpuMs;
  }

  /// The same for a first round that pays for its start.
  double pagesPerColdCpuSecond() {
    return coldMs == 0 ? 0 : pages * 1000.0 / coldMs;
  }

  private static CrawlFigures parse(String text) {
    Map<String, Long> values =
        Arrays.stream(text.strip().split(" ", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
    return new CrawlFigures(
        value(values, "pages"),
        value(values, "bytes"),
        value(values, "links"),
        value(values, "dates"),
        value(values, "cpuMs"),
        value(values, "coldMs"),
        value(values, "peakKb"),
        value(values, "wallMs"));
  }

  private static long value(Map<String, Long> values, String name) {
    return values.getOrDefault(name, 0L);
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long peak() {
    var status = Path.of("/proc/self/status"); // Linux
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("vmhwm"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
