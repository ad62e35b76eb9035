package xuncha.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// The bytes of an answer. Handed over, not copied: whoever makes one gives the array up, and
/// whoever reads one leaves it as it is.
public final class Body {
  /// No bytes.
  public static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes the array over.
  public static Body of(byte[] bytes) {
    return new Body(bytes);
  }

  /// The array itself; not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }
}
