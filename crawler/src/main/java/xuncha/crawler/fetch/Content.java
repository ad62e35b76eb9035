package xuncha.crawler.fetch;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import okio.Buffer;
import okio.BufferedSource;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Bytes of a body, and why they are not all of it.
public final class Content {
  private static final long STEP = 64 * 1024;

  private final byte[] bytes;
  private final Optional<Failure> cut;

  Content(byte[] bytes, Optional<Failure> cut) {
    this.bytes = bytes;
    this.cut = cut;
  }

  public byte[] bytes() {
    return bytes;
  }

  /// Empty when the body is whole.
  public Optional<Failure> cut() {
    return cut;
  }

  /// At most so many of these bytes, as if they came over the wire.
  public static Content of(byte[] all, long most) {
    return all.length <= most
        ? new Content(all, Optional.empty())
        : new Content(Arrays.copyOf(all, (int) most), Optional.of(tooLarge(most)));
  }

  /// Takes at most so many bytes off the wire; what came before a fault is kept.
  static Content receive(BufferedSource from, long most, Function<IOException, Failure> failures) {
    var taken = new Buffer();
    try {
      while (taken.size() <= most) {
        if (from.read(taken, Math.min(STEP, most + 1 - taken.size())) < 0) {
          return new Content(taken.readByteArray(), Optional.empty());
        }
      }
    } catch (IOException e) {
      return new Content(bytes(taken, most), Optional.of(failures.apply(e)));
    }
    return new Content(bytes(taken, most), Optional.of(tooLarge(most)));
  }

  static Failure tooLarge(long most) {
    return new Failure(Kind.BODY_TOO_LARGE, "over " + most + " bytes");
  }

  private static byte[] bytes(Buffer taken, long most) {
    try {
      return taken.readByteArray(Math.min(taken.size(), most));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("memory cannot fail to be read", e);
    }
  }
}
