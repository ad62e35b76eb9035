package xuncha.crawler.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/// Bytes into text, in the encoding that a browser would choose: byte-order mark, header, `meta`;
/// then by the bytes themselves. A declaration that the bytes contradict (GBK under the name utf-8,
/// UTF-8 under the name gb2312) is not believed: a reader of Chinese would switch the browser over.
///
/// @param characters the text, without byte-order mark
/// @param charset the WHATWG name of the encoding
/// @param decoder the same for the JDK
record Decoding(CharBuffer characters, String charset, Charset decoder) {
  private static final int SAMPLE = 64 * 1024;
  private static final Set<String> SINGLE_BYTE_DEFAULTS = Set.of("windows-1252", "ISO-8859-15");

  /// The whole text. A copy, which parsing does without.
  String text() {
    return characters.toString();
  }

  /// Decodes a whole body.
  ///
  /// @param contentType the header's value, empty when there is none
  static Decoding of(byte[] bytes, String contentType) {
    var marked = mark(bytes);
    if (marked.isPresent()) {
      var skip = marked.get().startsWith("UTF-32") ? 4 : marked.get().equals("UTF-8") ? 3 : 2;
      return in(marked.get(), bytes, skip);
    }
    var perhapsUtf8 = ByteShape.beginsAsUtf8(bytes);
    if (perhapsUtf8) {
      var utf8 = Utf8.plain(bytes);
      if (utf8 != null) {
        return new Decoding(utf8, "UTF-8", StandardCharsets.UTF_8);
      }
    }
    var declared = new LinkedHashSet<String>();
    MetaPrescan.inContentType(contentType).ifPresent(declared::add);
    MetaPrescan.of(bytes).ifPresent(declared::add);
    return in(choose(bytes, declared, perhapsUtf8), bytes, 0);
  }

  private static Decoding in(String name, byte[] bytes, int skip) {
    var decoder = EncodingLabels.decoder(name);
    var text = decoder.decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip));
    // a mark in the middle of a concatenated page, or twice at its start
    var marked = text.hasRemaining() && text.get(text.position()) == '\uFEFF';
    return new Decoding(marked ? text.slice(1, text.remaining() - 1) : text, name, decoder);
  }

  private static Optional<String> mark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return Optional.of("UTF-8");
    }
    if (b.length >= 4 && b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xFE && b[3] == (byte) 0xFF) {
      return Optional.of("UTF-32BE");
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return Optional.of("UTF-16BE");
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return Optional.of(b.length >= 4 && b[2] == 0 && b[3] == 0 ? "UTF-32LE" : "UTF-16LE");
    }
    return Optional.empty();
  }

  private static String choose(byte[] bytes, SequencedSet<String> declared, boolean perhapsUtf8) {
    var wide = ByteShape.wide(bytes);
    if (!wide.isEmpty()) {
      return wide;
    }
    if (!perhapsUtf8
        && !declared.isEmpty()
        && isGb(declared.getFirst())
        && ByteShape.gb18030(bytes).readsChinese()) {
      return declared.getFirst(); // as nearly all such pages: nothing more need be counted
    }
    var utf8 = ByteShape.utf8(bytes);
    if (utf8.good() == 0 && utf8.bad() == 0) {
      return declared.isEmpty() ? sevenBits(bytes) : declared.getFirst();
    }
    var gb = utf8.bad() == 0 ? new ByteShape(0, 1, 0) : ByteShape.gb18030(bytes);
    for (var name : declared) {
      if (agrees(name, bytes, utf8, gb)) {
        return name;
      }
    }
    if (utf8.fits()) {
      return "UTF-8";
    }
    return undeclared(bytes, gb, declared);
  }

  /// Whether the bytes can be what they are declared to be.
  private static boolean agrees(String name, byte[] bytes, ByteShape utf8, ByteShape gb) {
    var surelyUtf8 = utf8.bad() == 0;
    if (name.equals("UTF-8")) {
      return utf8.fits();
    }
    if (surelyUtf8) {
      return false;
    }
    if (isGb(name)) {
      return gb.readsChinese() || (gb.fits() && gb.good() < 20);
    }
    if (SINGLE_BYTE_DEFAULTS.contains(name)) {
      return !gb.readsChinese() && !utf8.fits();
    }
    return faults(bytes, name) * 50L <= utf8.good() + utf8.bad();
  }

  private static boolean isGb(String name) {
    return name.startsWith("GB") || name.equals("gb18030");
  }

  private static String undeclared(byte[] bytes, ByteShape gb, SequencedSet<String> declared) {
    var guess = detected(bytes);
    if (guess.isPresent()
        && !guess.get().startsWith("windows-")
        && !guess.get().startsWith("ISO-8859")) {
      return guess.get();
    }
    if (gb.readsChinese()) {
      return "gb18030";
    }
    return declared.isEmpty() ? guess.orElse("windows-1252") : declared.getFirst();
  }

  /// Only ASCII: UTF-8 to all intents, unless escapes switch character sets.
  private static String sevenBits(byte[] bytes) {
    for (var at = 0; at + 1 < bytes.length; at++) {
      if (bytes[at] == 0x1B && (bytes[at + 1] == '$' || bytes[at + 1] == '(')) {
        return detected(bytes).orElse("UTF-8");
      }
    }
    return "UTF-8";
  }

  private static Optional<String> detected(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
    detector.dataEnd();
    var name = detector.getDetectedCharset();
    if (name == null || !Charset.isSupported(name)) {
      return name == null || !name.equals("EUC-TW") ? Optional.empty() : Optional.of("x-EUC-TW");
    }
    return Optional.of(EncodingLabels.named(name).orElse(name));
  }

  private static int faults(byte[] bytes, String name) {
    var decoder = EncodingLabels.decoder(name);
    var text = new String(bytes, 0, Math.min(bytes.length, SAMPLE), decoder);
    var faults = 0;
    for (var at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
      faults++;
    }
    return faults;
  }
}
