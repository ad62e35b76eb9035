package xuncha.reports.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.store.Ledger;

/// A run as JSON Lines, schema version 1: the run, its verdicts, its findings, its observations,
/// each in registry order, so that the same record always makes the same file.
public final class JsonLines {
  /// The version every line carries.
  public static final int SCHEMA = 1;

  private static final ObjectMapper JSON = JsonMapper.shared();

  private final Ledger ledger;

  public JsonLines(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Writes the run to `out`, UTF-8, one object a line; `out` is flushed, not closed. Rows are read
  /// and written a few targets at a time. I/O errors are `UncheckedIOException`; a run that is not
  /// there is an `IllegalArgumentException`.
  public void write(String runId, OutputStream out) {
    var run =
        ledger
            .run(runId)
            .orElseThrow(() -> new IllegalArgumentException("there is no run " + runId));
    var buffered = new BufferedOutputStream(out, 1 << 16);
    try {
      line(Lines.of(run), buffered);
      lines(ledger.verdicts(runId).map(Lines::of), buffered);
      lines(ledger.findings(runId).map(Lines::of), buffered);
      lines(ledger.observations(runId).map(Lines::of), buffered);
      buffered.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The JSON Schema (draft 2020-12) of lines of that type, empty when there is no such type.
  public static Optional<String> schema(String type) {
    if (!type.matches("[a-z]+")) {
      return Optional.empty();
    }
    try (var resource = JsonLines.class.getResourceAsStream("schema/" + type + ".schema.json")) {
      return resource == null
          ? Optional.empty()
          : Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void lines(Stream<Map<String, @Nullable Object>> lines, OutputStream out)
      throws IOException {
    for (var each = lines.iterator(); each.hasNext(); ) {
      line(each.next(), out);
    }
  }

  /// By way of a string: a page's broken characters become question marks rather than an error.
  private static void line(Map<String, @Nullable Object> values, OutputStream out)
      throws IOException {
    out.write(JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
