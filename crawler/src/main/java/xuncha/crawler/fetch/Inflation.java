package xuncha.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// gzip and deflate as browsers read them: what stands behind the first member, its checksum too,
/// is not looked at; "deflate" may be with or without the zlib wrapping.
final class Inflation {
  private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CHECKSUM = 2;

  private Inflation() {}

  /// RFC 1952.
  static InputStream gzip(byte[] packed) throws IOException {
    return inflating(packed, afterHeader(packed), true);
  }

  /// RFC 1950, or RFC 1951 alone.
  static InputStream deflate(byte[] packed) {
    var wrapped =
        packed.length > 1
            && (packed[0] & 0x0f) == 8
            && ((packed[0] & 0xff) << 8 | (packed[1] & 0xff)) % 31 == 0;
    return inflating(packed, 0, !wrapped);
  }

  /// What a fault while unpacking means.
  static Failure failure(IOException fault) {
    return fault instanceof EOFException
        ? new Failure(Kind.BODY_TRUNCATED, "ends amid its compression")
        : new Failure(Kind.BODY_UNDECODABLE, String.valueOf(fault.getMessage()));
  }

  private static InputStream inflating(byte[] packed, int from, boolean bare) {
    var inflater = new Inflater(bare);
    return new InflaterInputStream(
        new ByteArrayInputStream(packed, from, packed.length - from), inflater, 8192) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end(); // not ended by the stream, since it did not make it
      }
    };
  }

  private static int afterHeader(byte[] packed) throws IOException {
    if (!Arrays.equals(
        packed, 0, Math.min(3, packed.length), MAGIC, 0, Math.min(3, packed.length))) {
      throw new ZipException("no gzip header");
    }
    if (packed.length < 10) {
      throw new EOFException("shorter than a gzip header");
    }
    var flags = packed[3];
    var at = 10;
    if ((flags & EXTRA) != 0) {
      at += 2 + (at + 1 < packed.length ? (packed[at] & 0xff) | (packed[at + 1] & 0xff) << 8 : 0);
    }
    if ((flags & NAME) != 0) {
      at = afterZero(packed, at);
    }
    if ((flags & COMMENT) != 0) {
      at = afterZero(packed, at);
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      at += 2;
    }
    if (at >= packed.length) {
      throw new EOFException("ends in the gzip header");
    }
    return at;
  }

  private static int afterZero(byte[] packed, int from) {
    var at = from;
    while (at < packed.length && packed[at] != 0) {
      at++;
    }
    return at + 1;
  }
}
