package xuncha.crawler.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Coding;
import xuncha.crawler.fetch.Content;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.findings.visit.Failure;

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
    var content = Content.of(whole, most);
    var codings = head.values("content-encoding");
    var plain =
        isUndone(codings, whole)
            ? content
            : Coding.undo(content, codings, most, FetchSettings.defaults());
    return new StoredBody(Body.of(plain.bytes()), plain.cut());
  }

  private static String coding(HttpHead head, String name) {
    return head.header(name).orElse("").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isUndone(List<String> codings, byte[] bytes) {
    return !codings.isEmpty()
        && codings.getLast().toLowerCase(Locale.ROOT).strip().endsWith("gzip")
        && !(bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b);
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
