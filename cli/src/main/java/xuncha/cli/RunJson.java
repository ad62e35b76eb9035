package xuncha.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import xuncha.findings.store.Ledger;
import xuncha.reports.export.JsonLines;

/// A run for machines: as JSON Lines, or the same objects as one JSON array.
final class RunJson {
  private RunJson() {}

  /// @param array one array instead of lines
  static void write(Ledger ledger, String run, OutputStream out, boolean array) {
    if (!array) {
      new JsonLines(ledger).write(run, out);
      return;
    }
    var lines = new ByteArrayOutputStream();
    new JsonLines(ledger).write(run, lines);
    var objects =
        lines
            .toString(StandardCharsets.UTF_8)
            .lines()
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    try {
      out.write(objects.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write the result: " + broken.getMessage(), broken);
    }
  }
}
