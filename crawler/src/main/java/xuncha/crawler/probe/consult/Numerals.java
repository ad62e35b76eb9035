package xuncha.crawler.probe.consult;

import java.util.Map;
import java.util.OptionalInt;

/// Whole numbers as Chinese texts write them: 50, 1,000, 五十, 一千二百, 五〇, 两, 伍拾. Full-width digits are
/// plain ones by the time a text comes here.
final class Numerals {
  /// A number as part of a pattern; what it matches [#value] understands, or refuses.
  static final String PATTERN =
      "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,6}|[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]{1,9})";

  private static final Map<Character, Integer> DIGITS =
      Map.ofEntries(
          Map.entry('零', 0),
          Map.entry('〇', 0),
          Map.entry('一', 1),
          Map.entry('壹', 1),
          Map.entry('二', 2),
          Map.entry('两', 2),
          Map.entry('贰', 2),
          Map.entry('三', 3),
          Map.entry('叁', 3),
          Map.entry('四', 4),
          Map.entry('肆', 4),
          Map.entry('五', 5),
          Map.entry('伍', 5),
          Map.entry('六', 6),
          Map.entry('陆', 6),
          Map.entry('七', 7),
          Map.entry('柒', 7),
          Map.entry('八', 8),
          Map.entry('捌', 8),
          Map.entry('九', 9),
          Map.entry('玖', 9));

  private static final Map<Character, Integer> TENS =
      Map.of('十', 10, '拾', 10, '百', 100, '佰', 100, '千', 1000, '仟', 1000);

  private static final int MYRIAD = 10_000;

  private Numerals() {}

  /// The number written as `text`, empty when it is none.
  static OptionalInt value(String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (Character.isDigit(text.charAt(0))) {
      var digits = text.replace(",", "");
      return digits.length() <= 6 ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
    return text.chars().allMatch(c -> DIGITS.containsKey((char) c)) && text.length() > 1
        ? digitByDigit(text)
        : byPlaces(text);
  }

  /// 五〇 is 50, 一二〇 is 120.
  private static OptionalInt digitByDigit(String text) {
    if (text.length() > 6) {
      return OptionalInt.empty();
    }
    var value = 0;
    for (var at = 0; at < text.length(); at++) {
      value = value * 10 + DIGITS.getOrDefault(text.charAt(at), 0);
    }
    return OptionalInt.of(value);
  }

  /// 一千二百零五, 十五, 一百五 (150).
  private static OptionalInt byPlaces(String text) {
    var total = 0;
    var section = 0;
    var digit = -1;
    var place = 1;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (DIGITS.containsKey(c)) {
        if (digit > 0) {
          return OptionalInt.empty(); // 三五十: two digits without a place between them
        }
        digit = DIGITS.getOrDefault(c, 0);
        place = digit == 0 ? 1 : place; // 一百零五: the zero ends the shorthand
      } else if (c == '万') {
        total += (section + Math.max(digit, 0)) * MYRIAD;
        section = 0;
        digit = -1;
        place = MYRIAD;
      } else {
        place = TENS.getOrDefault(c, 1);
        section += (digit < 0 ? 1 : digit) * place;
        digit = -1;
      }
      if (total > 99 * MYRIAD || section > MYRIAD) {
        return OptionalInt.empty();
      }
    }
    if (digit > 0) {
      section += place > 10 ? digit * place / 10 : digit;
    }
    return OptionalInt.of(total + section);
  }
}
