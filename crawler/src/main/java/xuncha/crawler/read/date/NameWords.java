package xuncha.crawler.read.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of an element's classes or id, split at signs, digits and humps: `topNav-box2` is top,
/// nav, box. Words of place that only say how something looks are left out (`margin-bottom10`,
/// `bottomLine`, `bg-top`), and what is denied (`noSideContent`).
public final class NameWords {
  private static final Set<String> LAYOUT =
      Set.of(
          "margin",
          "mar",
          "mg",
          "padding",
          "pad",
          "pd",
          "border",
          "bg",
          "background",
          "line",
          "radius",
          "shadow",
          "gap",
          "space",
          "spacing");
  private static final Set<String> PLACES = Set.of("top", "bottom", "bot", "head", "side");
  private static final String NOT = "no";

  private NameWords() {}

  /// The words in lower case, in their order.
  ///
  /// @param names one name or several, parted by blanks
  public static List<String> of(String names) {
    var words = new ArrayList<String>();
    for (var name : names.split("\\s+", -1)) {
      add(words, split(name));
    }
    return words;
  }

  private static void add(List<String> words, List<String> name) {
    boolean layout = name.stream().anyMatch(LAYOUT::contains);
    for (int i = 0; i < name.size(); i++) {
      boolean denied = i > 0 && name.get(i - 1).equals(NOT);
      if (!denied && !(layout && PLACES.contains(name.get(i)))) {
        words.add(name.get(i));
      }
    }
  }

  private static List<String> split(String name) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean ends = i == name.length() || !Characters.latin(name.charAt(i));
      if (ends || isHump(name, i, start)) {
        if (i > start) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = ends ? i + 1 : i;
      }
    }
    return words;
  }

  /// pubTime is two words.
  private static boolean isHump(String name, int i, int start) {
    return i > start
        && Character.isUpperCase(name.charAt(i))
        && Character.isLowerCase(name.charAt(i - 1));
  }
}
