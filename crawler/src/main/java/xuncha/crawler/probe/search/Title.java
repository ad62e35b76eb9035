package xuncha.crawler.probe.search;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A title read for comparing, once: pages cut them, mark the words that were searched for, and put
/// signs around them. Two that are written alike are equal.
final class Title {
  private static final Pattern CUT = Pattern.compile("(?:\\.{2,}|…+|。{2,})\\s*$");
  private static final Pattern MARK = Pattern.compile("^\\s*[\\[【（(][^\\]】）)]{1,8}[\\]】）)]\\s*");
  private static final int LEAST_OF_CUT = 8;
  private static final double ALIKE = 0.9;

  private final String text;
  private final String bare;

  /// Made when first needed; a title belongs to one visit's thread.
  private int @Nullable [] pairs;

  private Title(String text) {
    this.text = text;
    this.bare = bare(text);
  }

  /// As it is written.
  static Title of(String text) {
    return new Title(text);
  }

  /// Without what lists put before it: 【置顶】, [图文].
  static Title unmarked(String text) {
    var rest = new Title(MARK.matcher(text).replaceFirst("").strip());
    return rest.bare.length() >= LEAST_OF_CUT ? rest : new Title(text.strip());
  }

  /// Letters and digits alone, lower case.
  static String bare(String title) {
    var bare = new StringBuilder(title.length());
    for (var at = 0; at < title.length(); ) {
      var sign = title.codePointAt(at);
      at += Character.charCount(sign);
      if (Character.isLetterOrDigit(sign)) {
        bare.appendCodePoint(Character.toLowerCase(sign));
      }
    }
    return bare.toString();
  }

  /// Whether the page shows only its beginning.
  static boolean isCut(String title) {
    return CUT.matcher(title).find();
  }

  /// As the page has it.
  String text() {
    return text;
  }

  /// Letters and digits alone, lower case.
  String bare() {
    return bare;
  }

  /// Whether a result that is called so is the thing of that title.
  boolean shows(Title title) {
    var other = title.bare;
    if (bare.isEmpty() || other.isEmpty()) {
      return false;
    }
    if (bare.equals(other)) {
      return true;
    }
    if (bare.length() >= LEAST_OF_CUT && other.startsWith(bare) && isCut(text)) {
      return true;
    }
    // a card's link holds title and summary; a site's name may stand before or after
    if (other.length() >= LEAST_OF_CUT && bare.contains(other)) {
      return true;
    }
    return likeness(title) >= ALIKE && digits(bare).equals(digits(other));
  }

  /// The share of this title's neighbouring signs that stand in the other, 0 to 1.
  double echo(Title other) {
    var wanted = pairs();
    return wanted.length == 0 ? 0 : (double) common(wanted, other.pairs()) / wanted.length;
  }

  /// The share of neighbouring signs that two titles have in common, 0 to 1.
  private double likeness(Title other) {
    var some = pairs();
    var others = other.pairs();
    return some.length == 0 || others.length == 0
        ? 0
        : 2.0 * common(some, others) / (some.length + others.length);
  }

  private static int common(int[] some, int[] others) {
    var common = 0;
    for (int one = 0, other = 0; one < some.length && other < others.length; ) {
      var order = Integer.compare(some[one], others[other]);
      common += order == 0 ? 1 : 0;
      one += order <= 0 ? 1 : 0;
      other += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /// Its pairs of neighbouring signs, each once, in order.
  private int[] pairs() {
    var known = pairs;
    if (known == null) {
      var all = new int[Math.max(0, bare.length() - 1)];
      for (var at = 0; at < all.length; at++) {
        all[at] = bare.charAt(at) << 16 | bare.charAt(at + 1);
      }
      known = Arrays.stream(all).sorted().distinct().toArray();
      pairs = known;
    }
    return known;
  }

  private static String digits(String bare) {
    return bare.replaceAll("[^0-9]+", " ").strip();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Title title && text.equals(title.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
