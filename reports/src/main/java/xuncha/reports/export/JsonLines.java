package xuncha.reports.export;

import java.io.OutputStream;
import java.util.Optional;
import xuncha.findings.store.Ledger;

/// A run as JSON Lines, schema version 1: the run, its verdicts, its findings, its observations.
@SuppressWarnings("DoNotCallSuggester") // a skeleton for the other rooms to compile against
public final class JsonLines {
  /// The version every line carries.
  public static final int SCHEMA = 1;

  private final Ledger ledger;

  public JsonLines(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Writes the run to `out`, UTF-8, one object a line; `out` is flushed, not closed. I/O errors
  /// are `UncheckedIOException`.
  public void write(String run, OutputStream out) {
    throw new UnsupportedOperationException(run + ledger.runs());
  }

  /// The JSON Schema (draft 2020-12) of lines of that type, empty when there is no such type.
  public static Optional<String> schema(String type) {
    return Optional.empty();
  }
}
