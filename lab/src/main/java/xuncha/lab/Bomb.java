package xuncha.lab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A gzip member of about a megabyte that unpacks to a gigabyte of spaces. One packed piece is
/// repeated, since packing the gigabyte itself would take longer than the tests that use it.
final class Bomb {
  private static final int PIECE = 16 * 1024 * 1024;
  private static final int PIECES = 64;

  static final byte[] PACKED = pack();

  private Bomb() {}

  private static byte[] pack() {
    var spaces = new byte[PIECE];
    Arrays.fill(spaces, (byte) ' ');
    var packed = new byte[PIECE / 100];
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(spaces);
    var length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
    deflater.end();
    var sum = new CRC32();
    var whole =
        ByteBuffer.allocate(10 + length * PIECES + 2 + 8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
    for (var piece = 0; piece < PIECES; piece++) {
      sum.update(spaces);
      whole.put(packed, 0, length);
    }
    return whole
        .put(new byte[] {3, 0})
        .putInt((int) sum.getValue())
        .putInt((int) ((long) PIECE * PIECES))
        .array();
  }
}
