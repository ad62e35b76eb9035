package xuncha.crawler.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// A process and all that it started: Playwright's driver, below it the browser, below that a
/// process for each page.
///
/// @param root the driver
record ProcessTree(ProcessHandle root) {
  /// Ends all of it, at once and without asking.
  void kill() {
    // Whoever is killed last may have started one more meanwhile.
    for (var round = 0; round < 3 && root.isAlive(); round++) {
      var below = root.descendants().toList();
      below.forEach(ProcessHandle::destroyForcibly);
      root.destroyForcibly();
    }
  }

  /// What the browser's processes are, the driver left out.
  List<ProcessHandle> browser() {
    return root.descendants().toList();
  }

  /// Bytes of memory that all of it takes, pages shared by several counted once; 0 where the system
  /// does not say (it is `/proc` that does). Costs the system milliseconds a process.
  long memory() {
    return kilobytes(process -> {
      var proportional = kilobytes(process, "smaps_rollup", "Pss:");
      // A sandboxed process shows its maps to nobody.
      return proportional >= 0 ? proportional : kilobytes(process, "status", "RssAnon:");
    });
  }

  /// Bytes of memory that are nobody else's, file pages left out: less than [#memory], and told at
  /// no cost.
  long ownMemory() {
    return kilobytes(process -> kilobytes(process, "status", "RssAnon:"));
  }

  private long kilobytes(ToLongFunction<ProcessHandle> each) {
    return 1024
        * Stream.concat(Stream.of(root), root.descendants())
            .mapToLong(process -> Math.max(0, each.applyAsLong(process)))
            .sum();
  }

  private static long kilobytes(ProcessHandle process, String file, String name) {
    return kilobytes(Path.of("/proc", Long.toString(process.pid()), file), name);
  }

  private static long kilobytes(Path file, String name) {
    try {
      for (var line : Files.readAllLines(file)) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.substring(name.length()).replace("kB", "").strip());
        }
      }
      return -1;
    } catch (IOException | NumberFormatException gone) {
      return -1; // the process has ended, or this is not Linux
    }
  }
}
