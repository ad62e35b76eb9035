package xuncha.crawler.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import xuncha.findings.store.Spool;

/// Writes one gzip member a record, fast rather than small, through buffers that are lent from
/// visit to visit: a compressor for each of many hundred visits would take more memory than all
/// else. Nothing is copied on the way.
final class GzipMember {
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};
  private static final int BUFFER = 1 << 15;
  private static final Queue<GzipMember> IDLE = new ConcurrentLinkedQueue<>();

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];

  /// Compresses the parts, one after another, into one member.
  static void write(List<byte[]> parts, Spool.Sink sink) throws IOException {
    var idle = IDLE.poll();
    var member = idle == null ? new GzipMember() : idle;
    member.compress(parts, sink);
    IDLE.add(member); // one that failed is left to the collector
  }

  private void compress(List<byte[]> parts, Spool.Sink sink) throws IOException {
    deflater.reset();
    crc.reset();
    var length = 0L;
    sink.take(ByteBuffer.wrap(HEAD));
    for (var part : parts) {
      crc.update(part);
      length += part.length;
      deflater.setInput(part);
      while (!deflater.needsInput()) {
        pass(sink);
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      pass(sink);
    }
    sink.take(tail(length));
  }

  private void pass(Spool.Sink sink) throws IOException {
    var made = deflater.deflate(buffer);
    if (made > 0) {
      sink.take(ByteBuffer.wrap(buffer, 0, made));
    }
  }

  /// RFC 1952, 2.3.1: checksum and length, least significant byte first.
  private ByteBuffer tail(long length) {
    return ByteBuffer.allocate(8)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt((int) crc.getValue())
        .putInt((int) length)
        .flip();
  }
}
