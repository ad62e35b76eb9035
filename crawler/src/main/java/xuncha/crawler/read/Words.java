package xuncha.crawler.read;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xuncha.findings.edition.Lexicon;

/// One word list of the lexicon, ready to be looked for. Text is compared without white space and
/// in lower case, full-width forms as their ordinary twins.
public final class Words {
  private final List<String> words;
  private final Set<String> whole;

  /// What the words begin with; 0 for a word of signs alone.
  private final BitSet beginnings = new BitSet();

  private Words(List<String> words) {
    this.words = words.stream().map(Words::plain).distinct().toList();
    this.whole = Set.copyOf(this.words);
    this.words.forEach(word -> beginnings.set(beginning(word)));
  }

  /// The words of that list.
  public static Words of(Lexicon lexicon, String list) {
    return new Words(lexicon.words(list));
  }

  /// One of the words of that list, as a part of a pattern for plain text.
  static String any(Lexicon lexicon, String list) {
    return lexicon.words(list).stream()
        .map(word -> Pattern.quote(plain(word)))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /// Whether the whole text is one of the words, signs before and after it aside: [更多], MORE+.
  public boolean is(String text) {
    if (!beginnings.get(beginning(text))) {
      return false;
    }
    var plain = plain(text);
    var first = 0;
    var end = plain.length();
    while (first < end && !Character.isLetterOrDigit(plain.charAt(first))) {
      first++;
    }
    while (end > first && !Character.isLetterOrDigit(plain.charAt(end - 1))) {
      end--;
    }
    return whole.contains(plain) || (first < end && whole.contains(plain.substring(first, end)));
  }

  /// The first letter or digit of a text as [#plain] has it; 0 when it has none.
  private static char beginning(String text) {
    for (var i = 0; i < text.length(); i++) {
      var its = plain(text.charAt(i));
      if (Character.isLetterOrDigit(its)) {
        return its;
      }
    }
    return 0;
  }

  /// The longest word that stands in an already plain text.
  public Optional<String> in(String plain) {
    var longest = "";
    for (var word : words) {
      if (word.length() > longest.length() && stands(plain, word)) {
        longest = word;
      }
    }
    return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
  }

  /// Whether one of the words stands in a text as it came, written as words usually are.
  boolean mayStandIn(String text) {
    for (var word : words) {
      if (text.contains(word) || (latin(word.charAt(0)) && text.contains(capital(word)))) {
        return true;
      }
    }
    return false;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /// Lower case, full-width forms made ordinary, no white space save one blank between Latin words.
  public static String plain(CharSequence text) {
    var plain = new StringBuilder(text.length());
    var gap = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B' || c == '\uFEFF') {
        gap = true;
        continue;
      }
      var its = plain(c);
      if (gap && plain.length() > 0 && latin(its) && latin(plain.charAt(plain.length() - 1))) {
        plain.append(' ');
      }
      gap = false;
      plain.append(its);
    }
    return plain.toString();
  }

  private static char plain(char c) {
    return Character.toLowerCase(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
  }

  /// A Latin word must not be a piece of a longer one.
  private static boolean stands(String text, String word) {
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      var end = at + word.length();
      var cutsBefore = at > 0 && latin(text.charAt(at - 1)) && latin(word.charAt(0));
      var cutsAfter =
          end < text.length() && latin(text.charAt(end)) && latin(word.charAt(word.length() - 1));
      if (!cutsBefore && !cutsAfter) {
        return true;
      }
    }
    return false;
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }
}
