package xuncha.crawler.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/// Bytes of UTF-8 into text and the proof that they are UTF-8, in one pass. Every page comes
/// through here, and the JDK's decoder, which would have to be asked first and proved after, takes
/// half as long again.
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  /// Markup is ASCII, and looked at so many bytes at a time.
  private static final int EIGHT = Long.BYTES;

  private static final VarHandle EIGHTS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private Utf8() {}

  /// The text of bytes that can be nothing but UTF-8, whatever they are declared to be, as nearly
  /// all pages can: well formed (Unicode 16, table 3-7), not mere ASCII, without a zero (of a wide
  /// encoding) and without a replacement character (of a fault before ours).
  ///
  /// @return the same as the JDK's decoder, or null where any of this does not hold
  static @Nullable CharBuffer plain(byte[] bytes) {
    var text = new char[bytes.length];
    var length = 0;
    var at = 0;
    while (at < bytes.length) {
      int lead = bytes[at];
      if (lead > 0) {
        text[length++] = (char) lead;
        at++;
        while (at <= bytes.length - EIGHT && isAscii((long) EIGHTS.get(bytes, at))) {
          for (var i = 0; i < EIGHT; i++) {
            text[length + i] = (char) bytes[at + i];
          }
          length += EIGHT;
          at += EIGHT;
        }
      } else if ((lead & 0xF0) == 0xE0 && at + 2 < bytes.length) {
        var c = three(lead, bytes[at + 1], bytes[at + 2]);
        if (c == REPLACEMENT) {
          return null;
        }
        text[length++] = c;
        at += 3;
      } else if ((lead & 0xE0) == 0xC0 && at + 1 < bytes.length) {
        var point = (lead & 0x1F) << 6 | (bytes[at + 1] & 0x3F);
        if (!follows(bytes[at + 1]) || point < 0x80) {
          return null;
        }
        text[length++] = (char) point;
        at += 2;
      } else if ((lead & 0xF8) == 0xF0 && at + 3 < bytes.length) {
        var point = four(bytes, at);
        if (point < 0) {
          return null;
        }
        text[length++] = Character.highSurrogate(point);
        text[length++] = Character.lowSurrogate(point);
        at += 4;
      } else {
        return null;
      }
    }
    return length == bytes.length ? null : CharBuffer.wrap(text, 0, length);
  }

  /// Whether each of eight bytes is ASCII and none is zero: neither has its highest bit, nor would
  /// have it with one less.
  private static boolean isAscii(long eight) {
    return ((eight | eight - ONES) & HIGHEST_BITS) == 0;
  }

  /// The replacement character where the three are none, or this very one.
  private static char three(int lead, byte second, byte third) {
    var point = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
    var formed =
        follows(second)
            && follows(third)
            && point >= 0x800
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    return formed ? (char) point : REPLACEMENT;
  }

  private static int four(byte[] bytes, int at) {
    var point =
        (bytes[at] & 0x07) << 18
            | (bytes[at + 1] & 0x3F) << 12
            | (bytes[at + 2] & 0x3F) << 6
            | (bytes[at + 3] & 0x3F);
    var formed =
        follows(bytes[at + 1])
            && follows(bytes[at + 2])
            && follows(bytes[at + 3])
            && point >= Character.MIN_SUPPLEMENTARY_CODE_POINT
            && point <= Character.MAX_CODE_POINT;
    return formed ? point : -1;
  }

  private static boolean follows(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
