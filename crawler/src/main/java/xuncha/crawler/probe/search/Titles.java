package xuncha.crawler.probe.search;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Titles for comparing: pages cut them, mark the words that were searched for, and put signs
/// around them.
final class Titles {
  private static final Pattern CUT = Pattern.compile("(?:\\.{2,}|…+|。{2,})\\s*$");
  private static final Pattern MARK = Pattern.compile("^\\s*[\\[【（(][^\\]】）)]{1,8}[\\]】）)]\\s*");
  private static final int LEAST_OF_CUT = 8;
  private static final double ALIKE = 0.9;

  private Titles() {}

  /// Letters and digits alone, lower case.
  static String bare(String title) {
    var bare = new StringBuilder(title.length());
    title
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /// Without what lists put before it: 【置顶】, [图文].
  static String unmarked(String title) {
    var rest = MARK.matcher(title).replaceFirst("").strip();
    return bare(rest).length() >= LEAST_OF_CUT ? rest : title.strip();
  }

  /// Whether the page shows only its beginning.
  static boolean isCut(String title) {
    return CUT.matcher(title).find();
  }

  /// Whether a result that is called so is the thing of that title.
  static boolean same(String shown, String title) {
    var one = bare(shown);
    var other = bare(title);
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    if (one.equals(other)) {
      return true;
    }
    if (isCut(shown) && one.length() >= LEAST_OF_CUT && other.startsWith(one)) {
      return true;
    }
    // a card's link holds title and summary; a site's name may stand before or after
    if (other.length() >= LEAST_OF_CUT && one.contains(other)) {
      return true;
    }
    return digits(one).equals(digits(other)) && likeness(one, other) >= ALIKE;
  }

  /// The share of neighbouring signs that two bare titles have in common, 0 to 1.
  static double likeness(String one, String other) {
    var some = pairs(one);
    var others = pairs(other);
    if (some.isEmpty() || others.isEmpty()) {
      return 0;
    }
    var common = some.stream().filter(others::contains).count();
    return 2.0 * common / (some.size() + others.size());
  }

  /// The share of the words' neighbouring signs that stand in a text, 0 to 1.
  static double echo(String words, String text) {
    var wanted = pairs(bare(words));
    var there = pairs(bare(text));
    return wanted.isEmpty()
        ? 0
        : (double) wanted.stream().filter(there::contains).count() / wanted.size();
  }

  private static Set<String> pairs(String bare) {
    var pairs = new HashSet<String>();
    for (var at = 0; at + 2 <= bare.length(); at++) {
      pairs.add(bare.substring(at, at + 2));
    }
    return pairs;
  }

  private static String digits(String bare) {
    return bare.replaceAll("[^0-9]+", " ").strip();
  }
}
