package xuncha.crawler.read.date;

/// Characters as a date reader sees them: full-width forms and look-alikes made plain, one for one,
/// so that places in the text stay the same.
final class Characters {
  private Characters() {}

  static char[] plain(String text) {
    var plain = text.toCharArray();
    for (int i = 0; i < plain.length; i++) {
      char c = plain[i];
      // ideographs, and ASCII but for the tab: nearly all there is, and plain already
      if (c == '\t' || (c >= 0x80 && (c <= 0x301C || c >= 0xFE00))) {
        plain[i] = plain(c);
      }
    }
    return plain;
  }

  private static char plain(char c) {
    if (c == '\t') {
      return ' ';
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return (char) (c - 0xFEE0); // full-width forms of ASCII
    }
    if (c >= 0x2010 && c <= 0x2015) {
      return '-';
    }
    return switch (c) {
      case 0xA0, 0x3000, 0x200B, 0x202F, 0xFEFF -> ' ';
      case 0x2212, 0xFE63 -> '-';
      case 0x2236, 0xFE55 -> ':'; // a ratio sign stands for a colon in some editors
      case 0x301C, 0x223C -> '~';
      default -> c >= 0x2000 && c <= 0x200A ? ' ' : c;
    };
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean han(char c) {
    return c >= 0x3007
        && c <= 0x9FFF
        && c != 0x3010
        && c != 0x3011
        && !(c >= 0x3008 && c <= 0x303F);
  }

  /// Whether a line begins as numbered items of a document do: 一、 （三） 2．
  static boolean item(String text, int start) {
    int at = start;
    boolean bracket = at < text.length() && "（(".indexOf(text.charAt(at)) >= 0;
    at += bracket ? 1 : 0;
    int from = at;
    while (at < text.length()
        && at - from < 3
        && (digit(text.charAt(at)) || "一二三四五六七八九十".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at == from || at == text.length()) {
      return false;
    }
    char after = text.charAt(at);
    return bracket
        ? "）)".indexOf(after) >= 0
        : "、．.".indexOf(after) >= 0 && (at + 1 == text.length() || !digit(text.charAt(at + 1)));
  }

  /// The simplified form of a traditional character that the names of dates are written with.
  static char simplified(char c) {
    return switch (c) {
      case '發' -> '发';
      case '佈' -> '布';
      case '時' -> '时';
      case '間' -> '间';
      case '於' -> '于';
      case '傳' -> '传';
      case '載' -> '载';
      case '轉' -> '转';
      case '錄' -> '录';
      case '開' -> '开';
      case '聞' -> '闻';
      case '報' -> '报';
      case '掛' -> '挂';
      case '網' -> '网';
      case '創' -> '创';
      case '編' -> '编';
      case '輯' -> '辑';
      case '後' -> '后';
      case '來' -> '来';
      case '結' -> '结';
      case '復' -> '复';
      case '項' -> '项';
      case '標' -> '标';
      case '購' -> '购';
      case '採' -> '采';
      default -> c;
    };
  }

  /// The value of a Chinese digit, zero by any of its signs, or -1.
  static int hanDigit(char c) {
    return switch (c) {
      case '零', '○', '〇' -> 0;
      case '一' -> 1;
      case '二' -> 2;
      case '三' -> 3;
      case '四' -> 4;
      case '五' -> 5;
      case '六' -> 6;
      case '七' -> 7;
      case '八' -> 8;
      case '九' -> 9;
      default -> -1;
    };
  }

  /// The value of a Chinese number under a hundred (九, 十, 十二, 二十, 三十一, 廿一), or -1.
  static int hanNumber(char[] text, int from, int to) {
    int value = 0;
    int pending = -1;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == '十') {
        value += pending < 0 ? 10 : pending * 10;
        pending = -1;
      } else if (c == '廿' || c == '卅') {
        value += c == '廿' ? 20 : 30;
      } else if (hanDigit(c) >= 0) {
        // 一〇 and 二四 are read digit by digit
        pending = pending < 0 ? hanDigit(c) : pending * 10 + hanDigit(c);
      } else {
        return -1;
      }
    }
    return value + Math.max(pending, 0);
  }
}
