package xuncha.crawler.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import xuncha.crawler.fetch.Body;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// The entity body of a response that another program stored, its transfer and content codings
/// removed. Some programs remove them before they store and leave the headers as they were: bytes
/// that are not what the headers promise are taken as they are.
///
/// @param cut why it is not whole, empty when it is
record StoredBody(Body body, Optional<Failure> cut) {

  /// @param most how many bytes are taken
  static StoredBody of(HttpHead head, byte[] block, long most) {
    var raw = Arrays.copyOfRange(block, Math.min(head.length(), block.length), block.length);
    var whole = coding(head, "transfer-encoding").contains("chunked") ? unchunked(raw) : raw;
    var limit = (int) Math.min(most, Integer.MAX_VALUE - 16L);
    try (var plain = plain(coding(head, "content-encoding"), whole)) {
      var bytes = plain.readNBytes(limit);
      var more = plain.read() >= 0;
      return new StoredBody(
          Body.of(bytes), more ? cut(Kind.BODY_TOO_LARGE, most + " bytes") : Optional.empty());
    } catch (IOException broken) {
      return new StoredBody(
          Body.EMPTY, cut(Kind.BODY_UNDECODABLE, String.valueOf(broken.getMessage())));
    }
  }

  private static Optional<Failure> cut(Kind kind, String detail) {
    return Optional.of(new Failure(kind, detail));
  }

  private static String coding(HttpHead head, String name) {
    return head.header(name).orElse("").strip().toLowerCase(Locale.ROOT);
  }

  private static InputStream plain(String coding, byte[] bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    return switch (coding) {
      case "gzip", "x-gzip" -> gzip(bytes) ? new GZIPInputStream(in) : in;
      case "deflate" -> new InflaterInputStream(in, new Inflater(!zlib(bytes)));
      case "br" -> new BrotliInputStream(in);
      default -> in;
    };
  }

  private static boolean gzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /// Both forms are sent as `deflate`; RFC 1950 has a head whose 16 bits are a multiple of 31.
  private static boolean zlib(byte[] bytes) {
    return bytes.length > 2
        && (bytes[0] & 0x0f) == 8
        && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
  }

  /// The chunks' contents; the bytes as they are when they are no chunks.
  private static byte[] unchunked(byte[] raw) {
    var out = new ByteArrayOutputStream(raw.length);
    var at = 0;
    while (at < raw.length) {
      var line = at;
      while (line < raw.length && raw[line] != '\n') {
        line++;
      }
      var size = size(raw, at, line);
      if (size < 0) {
        return at == 0 ? raw : out.toByteArray();
      }
      if (size == 0) {
        break;
      }
      var from = Math.min(line + 1, raw.length);
      var count = Math.min(size, raw.length - from);
      out.write(raw, from, count);
      at = from + count;
      while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n')) {
        at++;
      }
    }
    return out.toByteArray();
  }

  /// The hexadecimal number that a chunk's line begins with, -1 when there is none.
  private static int size(byte[] raw, int from, int to) {
    var size = 0L;
    var digits = 0;
    for (var i = from; i < to; i++) {
      var digit = Character.digit(raw[i], 16);
      if (digit < 0) {
        break;
      }
      size = size * 16 + digit;
      if (++digits > 8) {
        return -1;
      }
    }
    return digits == 0 ? -1 : (int) Math.min(size, Integer.MAX_VALUE);
  }
}
