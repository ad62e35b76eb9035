package xuncha.crawler.probe.consult;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a form did with one text.
///
/// @param load which opening of the page it was, from 1
/// @param tried characters that were written
/// @param kept characters that the field held afterwards
/// @param result what became of it
/// @param off whether the button could not be pressed
/// @param bytes length of what it would have sent
/// @param said what came up on the page or in boxes
/// @param counts what stands beside the field and counts
record Reading(
    int load,
    int tried,
    int kept,
    Result result,
    boolean off,
    int bytes,
    List<Said> said,
    List<String> counts) {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /// What became of a text.
  enum Result {
    /// It would have been sent.
    SENT,
    /// The form would have asked its server something, without the text.
    ASKED,
    /// Nothing would have left.
    STOPPED
  }

  /// Words that came up.
  ///
  /// @param near whether they stand in the field's own part of the form
  record Said(String words, boolean near) {
    /// The same whatever numbers are in it.
    String masked() {
      return mask(words);
    }
  }

  Reading {
    said = List.copyOf(said);
    counts = List.copyOf(counts);
  }

  boolean stopped() {
    return result == Result.STOPPED;
  }

  /// All words that came up, numbers left out.
  Set<String> masked() {
    return said.stream().map(Said::masked).collect(Collectors.toSet());
  }

  /// The words that came up, for a person.
  String quote() {
    var words =
        said.stream().map(Said::words).distinct().limit(3).collect(Collectors.joining(" / "));
    return words.isEmpty() ? off ? "按钮不可用" : "" : "“" + words + "”";
  }

  static String mask(String words) {
    return DIGITS.matcher(words).replaceAll("#");
  }
}
