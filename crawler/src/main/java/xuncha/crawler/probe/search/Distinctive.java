package xuncha.crawler.probe.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of a title that tell it from others.
final class Distinctive {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 8;
  private static final Pattern SEAMS = Pattern.compile("[^\\p{L}\\p{N}]+|[的和与及在等为对将以并]");

  private Distinctive() {}

  /// Two pieces of it, or one; empty where nothing but common words is left.
  static Optional<String> words(String title, List<String> common) {
    var rest = title;
    for (var word :
        common.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      rest = rest.replace(word, " ");
    }
    var pieces =
        SEAMS
            .splitAsStream(rest)
            .filter(piece -> piece.length() >= SHORTEST && title.contains(piece))
            .map(piece -> piece.length() > LONGEST ? piece.substring(0, LONGEST) : piece)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .limit(2)
            .toList();
    return pieces.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", pieces));
  }
}
