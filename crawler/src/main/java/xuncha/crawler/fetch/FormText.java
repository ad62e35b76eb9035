package xuncha.crawler.fetch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Names and values as browsers write them into an address or a form's body
/// (`application/x-www-form-urlencoded`), in the charset of the page: GBK pages are answered in
/// GBK.
public final class FormText {
  private static final String PLAIN = "*-._";

  private FormText() {}

  /// One field with its value.
  public record Pair(String name, String value) {}

  /// The pairs, joined by `&`; ASCII alone.
  public static String of(List<Pair> pairs, Charset charset) {
    var out = new StringBuilder();
    for (var pair : pairs) {
      out.append(out.isEmpty() ? "" : "&")
          .append(of(pair.name(), charset))
          .append('=')
          .append(of(pair.value(), charset));
    }
    return out.toString();
  }

  /// One text. What the charset cannot say becomes a numeric character reference, as in browsers.
  public static String of(String text, Charset charset) {
    var out = new StringBuilder();
    var sending = charset.canEncode() ? charset : StandardCharsets.UTF_8;
    text.codePoints().forEach(sign -> append(out, sign, sending));
    return out.toString();
  }

  /// Byte for byte: the second byte of a GBK sign may be a letter, and is written as one.
  private static void append(StringBuilder out, int sign, Charset charset) {
    if (sign == ' ') {
      out.append('+');
      return;
    }
    var bytes = bytes(Character.toString(sign), charset);
    while (bytes.hasRemaining()) {
      var octet = bytes.get() & 0xff;
      if (octet < 128 && (Character.isLetterOrDigit(octet) || PLAIN.indexOf(octet) >= 0)) {
        out.append((char) octet);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
      }
    }
  }

  private static ByteBuffer bytes(String sign, Charset charset) {
    try {
      return charset
          .newEncoder()
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .onMalformedInput(CodingErrorAction.REPORT)
          .encode(CharBuffer.wrap(sign));
    } catch (CharacterCodingException _) {
      return StandardCharsets.US_ASCII.encode("&#" + sign.codePointAt(0) + ";");
    }
  }
}
