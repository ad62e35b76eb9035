package xuncha.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Real pages with hand-made labels, read where they lie; see the README for where they are looked
/// for.
public final class Corpus {
  /// The first row names the columns.
  private static final CSVFormat NAMED =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final Path root;

  private Corpus(Path root) {
    this.root = root;
  }

  /// The corpus that `XUNCHA_CORPUS` names (property or variable), else `shared/corpus` beside the
  /// checkout or any of its parents.
  public static Optional<Corpus> found() {
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
  public record Page(String file, Document document, Map<String, String> labels) {
    public String label(String name) {
      return labels.getOrDefault(name, "");
    }
  }

  public List<Page> pages(String set) {
    return rows(set).stream().map(row -> page(set, row)).toList();
  }

  /// What the manifest of a set says of each of its files.
  public List<Map<String, String>> rows(String set) {
    var manifest = root.resolve(set).resolve("MANIFEST.csv");
    try (var records = CSVParser.parse(Files.readString(manifest).replace("\uFEFF", ""), NAMED)) {
      return records.stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest, e);
    }
  }

  /// A file of the corpus, whether it is there or not.
  public Path file(String name) {
    return root.resolve(name);
  }

  /// A file of a set, byte for byte.
  public byte[] bytes(String set, Map<String, String> row) {
    var file = row.getOrDefault("file", "");
    try {
      return Files.readAllBytes(root.resolve(set).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + set + "/" + file, e);
    }
  }

  private Page page(String set, Map<String, String> row) {
    var text = new String(bytes(set, row), charset(row.getOrDefault("charset_actual", "")));
    return new Page(
        row.getOrDefault("file", ""), Jsoup.parse(text, row.getOrDefault("original_url", "")), row);
  }

  private static Charset charset(String name) {
    var plain = name.replace("-sig", "");
    return !plain.isEmpty() && Charset.isSupported(plain)
        ? Charset.forName(plain)
        : StandardCharsets.UTF_8;
  }
}
