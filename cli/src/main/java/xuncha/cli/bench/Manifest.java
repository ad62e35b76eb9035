package xuncha.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One folder of the corpus: its files, byte for byte, and what MANIFEST.csv says of each.
///
/// @param folder the folder
/// @param rows its files in the manifest's order
record Manifest(Path folder, List<Row> rows) {

  /// One file.
  ///
  /// @param fields the manifest's columns by name
  record Row(Path folder, Map<String, String> fields) {
    /// A column, empty where the manifest has none.
    String get(String column) {
      return fields.getOrDefault(column, "");
    }

    String file() {
      return get("file");
    }

    byte[] bytes() {
      try {
        return Files.readAllBytes(folder.resolve(file()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + folder.resolve(file()), e);
      }
    }
  }

  /// Reads a folder's manifest.
  ///
  /// @throws UncheckedIOException when there is none
  static Manifest of(Path corpus, String name) {
    var folder = corpus.resolve(name);
    try {
      var records = records(Files.readString(folder.resolve("MANIFEST.csv")));
      var head = records.getFirst();
      return new Manifest(
          folder, records.stream().skip(1).map(record -> row(folder, head, record)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the manifest of " + folder, e);
    }
  }

  private static Row row(Path folder, List<String> head, List<String> record) {
    var fields = new HashMap<String, String>();
    for (int i = 0; i < Math.min(head.size(), record.size()); i++) {
      fields.put(head.get(i).replace("\uFEFF", ""), record.get(i));
    }
    return new Row(folder, fields);
  }

  private static List<List<String>> records(String csv) {
    var records = new ArrayList<List<String>>();
    var record = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        record.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(List.copyOf(record));
          record.clear();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    return records;
  }
}
