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
import java.util.stream.Collectors;

/// What one contender did and what it cost. Told by the contender's process as one line of its
/// standard output.
///
/// @param pages pages fetched and read
/// @param bytes of their bodies
/// @param links links found on them
/// @param dates dates found on them
/// @param cpuMs user and system time of the whole process, milliseconds
/// @param peakKb the most memory that it held at any time (resident), KiB; 0 when not known
/// @param wallMs from start to end, milliseconds
record CrawlFigures(
    long pages, long bytes, long links, long dates, long cpuMs, long peakKb, long wallMs) {
  private static final String MARK = "RESULT ";

  /// The figures of this process, at its end.
  static CrawlFigures ofThisProcess(long pages, long bytes, long links, long dates, Duration wall) {
    var cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return new CrawlFigures(pages, bytes, links, dates, cpu.toMillis(), peak(), wall.toMillis());
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
        + "pages=%d bytes=%d links=%d dates=%d cpuMs=%d peakKb=%d wallMs=%d"
            .formatted(pages, bytes, links, dates, cpuMs, peakKb, wallMs);
  }

  /// Pages per second of one core's time.
  double pagesPerCpuSecond() {
    return cpuMs == 0 ? 0 : pages * 1000.0 / cpuMs;
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
        value(values, "peakKb"),
        value(values, "wallMs"));
  }

  private static long value(Map<String, Long> values, String name) {
    return values.getOrDefault(name, 0L);
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
