package xuncha.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers what kept it from being written: a `PrintStream` tells nobody,
/// and data that did not reach the disk is no data.
final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private final boolean pipe;
  private volatile @Nullable IOException failure;

  /// @param out where everything goes
  /// @param pipe whether somebody reads it who may have seen enough
  StandardOutput(OutputStream out, boolean pipe) {
    this.out = out;
    this.pipe = pipe;
  }

  /// The process's own.
  static StandardOutput own() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out), isPipe());
  }

  /// Where the system does not say, it is taken for one: better silent than wrong.
  private static boolean isPipe() {
    try {
      var target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return true;
    }
  }

  /// The same as a stream to print to.
  PrintStream stream() {
    return new PrintStream(this, false, StandardCharsets.UTF_8);
  }

  /// The command's exit status, when all it said was written.
  ///
  /// @param status what the command came to
  int settled(int status, PrintWriter err) {
    var why = Optional.ofNullable(failure).map(Throwable::getMessage);
    if (failure == null || pipe) {
      return status;
    }
    err.println("xuncha: standard output could not be written: " + why.orElse("unknown why"));
    err.flush();
    return ExitStatus.NOT_INSPECTED;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
