package xuncha.crawler.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Entries of a menu that are no sections but articles, which some menus show when they drop down:
/// many addresses that differ in nothing but a number, called at the length of headlines. Sections
/// are numbered too, but called shortly.
final class MenuHeadlines {
  private static final int FEWEST = 3;

  /// Letters of an average headline at least.
  private static final int HEADLINE = 9;

  private final Map<String, Names> alike = new HashMap<>();

  /// How many entries there are, and of how many letters together.
  private record Names(int entries, int letters) {
    Names and(Names other) {
      return new Names(entries + other.entries, letters + other.letters);
    }
  }

  MenuHeadlines(List<MenuEntry> menu) {
    for (var entry : menu) {
      var shape = shape(entry.url());
      if (!shape.isEmpty()) {
        alike.merge(shape, new Names(1, entry.name().length()), Names::and);
      }
    }
  }

  boolean has(MenuEntry entry) {
    var names = alike.getOrDefault(shape(entry.url()), new Names(0, 0));
    return names.entries() >= FEWEST && names.letters() >= names.entries() * HEADLINE;
  }

  /// The address without its numbers; empty where it has none.
  private static String shape(String url) {
    var shape = new StringBuilder();
    var numbers = false;
    for (var i = 0; i < url.length(); i++) {
      var c = url.charAt(i);
      if (c < '0' || c > '9') {
        shape.append(c);
      } else {
        numbers = true;
      }
    }
    return numbers ? shape.toString() : "";
  }
}
