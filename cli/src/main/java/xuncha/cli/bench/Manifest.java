package xuncha.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// One folder of the corpus: its files, byte for byte, and what MANIFEST.csv says of each.
///
/// @param folder the folder
/// @param rows its files in the manifest's order
record Manifest(Path folder, List<Row> rows) {
  /// The first row names the columns.
  private static final CSVFormat NAMED =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

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
    try (var records = CSVParser.parse(text(folder.resolve("MANIFEST.csv")), NAMED)) {
      return new Manifest(
          folder, records.stream().map(record -> new Row(folder, record.toMap())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the manifest of " + folder, e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).replace("\uFEFF", "");
  }
}
