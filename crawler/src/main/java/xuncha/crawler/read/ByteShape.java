package xuncha.crawler.read;

import java.util.Arrays;

/// What bytes could be, counted in one pass each: well-formed UTF-8, plausible GB18030, or a wide
/// encoding without a mark.
///
/// @param good multi-byte characters that are well formed
/// @param bad bytes that are not
/// @param usual of the good ones, those that Chinese text is made of (GB only)
record ByteShape(int good, int bad, int usual) {
  /// Bytes that tell an encoding as well as a whole page.
  private static final int BEGINNING = 48;

  /// Whether the first characters beyond ASCII are well-formed UTF-8. In another encoding hardly
  /// one is, so this spares decoding the whole.
  static boolean beginsAsUtf8(byte[] bytes) {
    var first = 0;
    while (first < bytes.length && bytes[first] >= 0) {
      first++;
    }
    var end = Math.min(bytes.length, first + BEGINNING);
    return utf8(Arrays.copyOfRange(bytes, first, end)).bad() == 0;
  }

  /// As UTF-8.
  static ByteShape utf8(byte[] bytes) {
    var good = 0;
    var bad = 0;
    var at = 0;
    var length = bytes.length;
    while (at < length) {
      var b = bytes[at];
      if (b >= 0) {
        at++;
        continue;
      }
      var more = following(b & 0xFF);
      // the last character of a body that was cut is no fault
      if (more > 0 && at + more >= length) {
        break;
      }
      if (more > 0 && tails(bytes, at, more)) {
        good++;
        at += more + 1;
      } else {
        bad++;
        at++;
      }
    }
    return new ByteShape(good, bad, 0);
  }

  /// As GB18030: pairs and fours.
  static ByteShape gb18030(byte[] bytes) {
    var good = 0;
    var bad = 0;
    var usual = 0;
    var at = 0;
    while (at < bytes.length) {
      var lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        at++;
        continue;
      }
      if (at + 1 >= bytes.length) {
        break;
      }
      var trail = bytes[at + 1] & 0xFF;
      if (lead == 0x80 || lead == 0xFF) {
        bad++;
        at++;
      } else if (trail >= 0x30 && trail <= 0x39 && at + 3 < bytes.length) {
        var four = (bytes[at + 2] & 0xFF) > 0x80 && isDigit(bytes[at + 3]);
        good += four ? 1 : 0;
        bad += four ? 0 : 1;
        at += four ? 4 : 1;
      } else if (trail >= 0x40 && trail != 0x7F && trail != 0xFF) {
        good++;
        // GB 2312: symbols in rows 1 and 3, the 3,755 everyday characters in rows 16 to 55
        usual +=
            trail >= 0xA1 && (lead == 0xA1 || lead == 0xA3 || (lead >= 0xB0 && lead <= 0xD7))
                ? 1
                : 0;
        at += 2;
      } else {
        bad++;
        at++;
      }
    }
    return new ByteShape(good, bad, usual);
  }

  /// Well formed, with at most one fault in fifty: pages are patched together from sources.
  boolean fits() {
    return bad * 50 <= good;
  }

  /// Not only well formed as GB18030 but Chinese to read.
  boolean readsChinese() {
    return good > 0 && fits() && usual * 10 >= good * 6;
  }

  /// UTF-16 or UTF-32 without a mark, told by where the zero bytes are; empty when neither.
  static String wide(byte[] bytes) {
    var length = Math.min(bytes.length, 4096) & ~3;
    if (length < 8) {
      return "";
    }
    var zeros = new int[4];
    for (var at = 0; at < length; at++) {
      zeros[at & 3] += bytes[at] == 0 ? 1 : 0;
    }
    var quarter = length / 4;
    if (zeros[0] == quarter && zeros[1] * 10 >= quarter * 9) {
      return "UTF-32BE";
    }
    if (zeros[3] == quarter && zeros[2] * 10 >= quarter * 9) {
      return "UTF-32LE";
    }
    var even = zeros[0] + zeros[2];
    var odd = zeros[1] + zeros[3];
    if (odd * 10 > length / 2 && even * 8 <= odd) {
      return "UTF-16LE";
    }
    return even * 10 > length / 2 && odd * 8 <= even ? "UTF-16BE" : "";
  }

  private static int following(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 2;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
  }

  private static boolean tails(byte[] bytes, int at, int more) {
    for (var i = 1; i <= more; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    var lead = bytes[at] & 0xFF;
    var second = bytes[at + 1] & 0xFF;
    return switch (lead) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second <= 0x9F;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second <= 0x8F;
      default -> true;
    };
  }

  private static boolean isDigit(byte b) {
    return b >= 0x30 && b <= 0x39;
  }
}
