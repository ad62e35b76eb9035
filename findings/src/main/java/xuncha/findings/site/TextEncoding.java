package xuncha.findings.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Finds out how a text file is encoded, by the only safe test there is: a text in GB18030 is
/// hardly ever valid UTF-8, and never by accident over a whole file.
final class TextEncoding {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextEncoding() {}

  /// A file's bytes, as often as they are wanted.
  @FunctionalInterface
  interface Bytes {
    InputStream open() throws IOException;
  }

  /// Opens the text, without its byte order mark.
  static Reader open(Bytes file) throws IOException, UnreadableTable {
    var charset = of(file);
    var reader = new InputStreamReader(file.open(), strict(charset));
    var text = new PushbackReader(new BufferedReader(reader));
    var first = text.read();
    if (first != '\uFEFF' && first >= 0) {
      text.unread(first);
    }
    return text;
  }

  private static Charset of(Bytes file) throws IOException, UnreadableTable {
    byte[] start;
    try (var in = file.open()) {
      start = in.readNBytes(2);
    }
    if (start.length == 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length == 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    var badLine = firstBadLine(file, StandardCharsets.UTF_8);
    if (badLine == 0) {
      return StandardCharsets.UTF_8;
    }
    var otherBadLine = firstBadLine(file, GB18030);
    if (otherBadLine > 0) {
      // Whichever reads further is likelier what the file was meant to be.
      throw new UnreadableTable(
          Math.max(badLine, otherBadLine),
          new Wording("不是 UTF-8 或 GB18030 文本", "neither UTF-8 nor GB18030 text"),
          new Wording("请存为 UTF-8 CSV 或 XLSX", "save the file as UTF-8 CSV or as XLSX"));
    }
    return GB18030;
  }

  /// The line that is not text of that charset, 0 when all of them are.
  private static int firstBadLine(Bytes file, Charset charset) throws IOException {
    var decoder = strict(charset);
    var bytes = ByteBuffer.allocate(1 << 16);
    var chars = CharBuffer.allocate(1 << 16);
    var line = 1;
    try (InputStream in = file.open()) {
      for (var last = false; !last; ) {
        var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        last = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        var result = decoder.decode(bytes, chars, last);
        line += newLines(chars.flip());
        if (result.isError()) {
          return line;
        }
        chars.clear();
        bytes.compact();
      }
    }
    return 0;
  }

  private static int newLines(CharBuffer chars) {
    return (int) chars.chars().filter(c -> c == '\n').count();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
