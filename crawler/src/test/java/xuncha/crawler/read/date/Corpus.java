package xuncha.crawler.read.date;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Real pages with hand-made labels, read where they lie; see the README for where they are looked
/// for.
final class Corpus {
  private final Path root;

  private Corpus(Path root) {
    this.root = root;
  }

  /// The corpus that `XUNCHA_CORPUS` names (property or variable), else `shared/corpus` beside the
  /// checkout or any of its parents.
  static Optional<Corpus> found() {
    var named =
        System.getProperty("XUNCHA_CORPUS", System.getenv().getOrDefault("XUNCHA_CORPUS", ""));
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named)).filter(Files::isDirectory).map(Corpus::new);
    }
    for (var up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      var beside = up.resolve("shared/corpus");
      if (Files.isDirectory(beside)) {
        return Optional.of(new Corpus(beside));
      }
    }
    return Optional.empty();
  }

  /// One page and its labels.
  record Page(String file, Document document, Map<String, String> labels) {
    String label(String name) {
      return labels.getOrDefault(name, "");
    }
  }

  List<Page> pages(String set) {
    return rows(root.resolve(set).resolve("MANIFEST.csv")).stream()
        .map(row -> page(set, row))
        .toList();
  }

  private Page page(String set, Map<String, String> row) {
    var file = row.getOrDefault("file", "");
    try {
      var bytes = Files.readAllBytes(root.resolve(set).resolve(file));
      var text = new String(bytes, charset(row.getOrDefault("charset_actual", "")));
      return new Page(file, Jsoup.parse(text, row.getOrDefault("original_url", "")), row);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + set + "/" + file, e);
    }
  }

  private static Charset charset(String name) {
    var plain = name.replace("-sig", "");
    return !plain.isEmpty() && Charset.isSupported(plain)
        ? Charset.forName(plain)
        : StandardCharsets.UTF_8;
  }

  private static List<Map<String, String>> rows(Path csv) {
    try {
      var records = records(Files.readString(csv));
      var head = records.getFirst();
      var rows = new ArrayList<Map<String, String>>();
      for (var record : records.subList(1, records.size())) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < Math.min(head.size(), record.size()); i++) {
          row.put(head.get(i).replace("\uFEFF", ""), record.get(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + csv, e);
    }
  }

  private static List<List<String>> records(String csv) {
    var records = new ArrayList<List<String>>();
    var record = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        if (doubled) {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
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
