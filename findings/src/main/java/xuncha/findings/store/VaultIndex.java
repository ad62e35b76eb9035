package xuncha.findings.store;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The CDXJ index beside an archive file: one sorted line a record, with the record's id besides
/// the usual fields.
final class VaultIndex {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String fileName;
  private final List<String> lines = new ArrayList<>();

  VaultIndex(String fileName) {
    this.fileName = fileName;
  }

  /// Where the index of that archive file lies.
  static Path beside(Path file) {
    var name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.replaceFirst("\\.warc\\.gz$", "") + ".cdxj");
  }

  void add(Spool.Name name, long offset, long length) {
    for (var line : name.line()) {
      var fields = new TreeMap<>(line.fields());
      fields.put("record", name.record());
      fields.put("offset", String.valueOf(offset));
      fields.put("length", String.valueOf(length));
      fields.put("filename", fileName);
      lines.add(line.key() + " " + line.timestamp() + " " + JSON.writeValueAsString(fields));
    }
  }

  void write(Path file) throws IOException {
    Collections.sort(lines);
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  /// The bytes of one record, empty when the index does not know it.
  static Optional<InputStream> find(Path file, String record) throws IOException {
    for (var line : Files.readAllLines(beside(file), StandardCharsets.UTF_8)) {
      var fields = JSON.readTree(line.substring(line.indexOf('{')));
      if (fields.path("record").asString("").equals(record)) {
        return Optional.of(
            range(file, fields.path("offset").asLong(), fields.path("length").asLong()));
      }
    }
    return Optional.empty();
  }

  private static InputStream range(Path file, long offset, long length) throws IOException {
    var channel = FileChannel.open(file);
    channel.position(offset);
    return new BufferedInputStream(new Range(Channels.newInputStream(channel), length));
  }

  /// As many bytes of a stream as a record has.
  private static final class Range extends FilterInputStream {
    private long left;

    Range(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      var one = left > 0 ? super.read() : -1;
      left -= one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      if (left <= 0) {
        return count == 0 ? 0 : -1;
      }
      var got = super.read(into, from, (int) Math.min(count, left));
      left -= Math.max(got, 0);
      return got;
    }
  }
}
