package xuncha.findings.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The archive of one visit while it happens: records appended one after another, and in memory
/// only where each of them lies. Safe for several threads.
public final class Spool implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final List<Entry> entries = new ArrayList<>();

  private Spool(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// One record of the spool.
  ///
  /// @param name its id and what belongs to it
  /// @param offset where it begins, bytes
  /// @param length how long it is, bytes
  record Entry(Name name, long offset, long length) {}

  /// What a record is called and what it is kept with.
  ///
  /// @param record the WARC-Record-ID
  /// @param group records of one group are kept or dropped together: a request and its answer
  /// @param kept whether the record is kept whatever is cited
  /// @param line its line in the index; empty for records that are not looked up
  public record Name(String record, String group, boolean kept, List<IndexLine> line) {
    public Name {
      line = List.copyOf(line);
    }
  }

  /// Writes the bytes of one record, handed over in pieces.
  @FunctionalInterface
  public interface Writing {
    /// Hands each piece to `sink`, which takes all of it before it returns.
    void to(Sink sink) throws IOException;
  }

  /// Takes bytes.
  @FunctionalInterface
  public interface Sink {
    void take(ByteBuffer bytes) throws IOException;
  }

  static Spool at(Path file) {
    try {
      Files.createDirectories(file.getParent());
      return new Spool(
          file,
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE));
    } catch (IOException broken) {
      throw StoreFailure.of("cannot write the archive " + file, broken);
    }
  }

  /// Appends one record. A full disk is a [StoreFailure].
  public synchronized void append(Name name, Writing writing) {
    try {
      var offset = channel.position();
      writing.to(bytes -> {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      });
      entries.add(new Entry(name, offset, channel.position() - offset));
    } catch (IOException broken) {
      throw StoreFailure.of("cannot write the archive " + file, broken);
    }
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  Path file() {
    return file;
  }

  /// No more records; what was written stays until it is filed or discarded.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw StoreFailure.of("cannot close the archive " + file, broken);
    }
  }

  void discard() {
    close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException broken) {
      throw StoreFailure.of("cannot remove the archive " + file, broken);
    }
  }
}
