package xuncha.findings.edition;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with one file, gathered so that its author sees everything at once: one line per
/// mistake with file, line, key and what to do.
final class Mistakes {
  private final String file;
  private final List<String> lines = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  /// Something is wrong at that place.
  ///
  /// @param where the value at fault
  /// @param key its path in the file, `checks.availability.settings.slow`
  /// @param what what is wrong and what to write instead
  void add(Yaml where, String key, String what) {
    lines.add(file + ":" + where.line() + ": " + key + ": " + what);
  }

  /// Something is wrong with the file as a whole.
  void add(String what) {
    lines.add(file + ": " + what);
  }

  /// Ends the reading when anything was wrong.
  void refuse() {
    if (!lines.isEmpty()) {
      throw new UnreadableEdition(lines);
    }
  }
}
