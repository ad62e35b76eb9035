package xuncha.crawler.read;

import java.util.List;
import xuncha.crawler.read.date.Known;
import xuncha.crawler.read.date.NameWords;

/// What an element's classes say of how it is made. Panels of tabs and groups of a list are made
/// alike, though the one that is shown, the first or the last has a class more, and though they may
/// be numbered.
///
/// @param classes the classes themselves
/// @param words the words of their names, without numbers
record Make(List<String> classes, List<String> words) {
  private static final Known<Make> MAKES = new Known<>(Make::of);

  private static Make of(String className) {
    return new Make(
        className.isBlank() ? List.of() : List.of(className.strip().split("\\s+", -1)),
        NameWords.of(className));
  }

  /// Whether two elements of one tag are made alike: they have a class in common, or none has any,
  /// or the names of one say all that those of the other say (con_2 and hidden con_3).
  static boolean same(String className, String other) {
    if (className.equals(other)) {
      return true;
    }
    if (className.isEmpty() || other.isEmpty()) {
      return false;
    }
    var one = MAKES.of(className);
    var two = MAKES.of(other);
    return one.classes.stream().anyMatch(two.classes::contains) || one.says(two) || two.says(one);
  }

  private boolean says(Make other) {
    return !other.words.isEmpty() && words.containsAll(other.words);
  }
}
