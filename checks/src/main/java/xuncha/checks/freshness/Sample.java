package xuncha.checks.freshness;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import xuncha.findings.visit.Item;

/// A list without dates, of which articles were opened: what a person does who wants to know how
/// old it is. When those on top are old, one far down is older, and none breaks the order, what was
/// not opened is older too.
///
/// @param items the list's entries, without those that it says are kept on top
record Sample(List<Item> items) {
  Sample {
    items = items.stream().filter(item -> !item.pinned()).toList();
  }

  /// Whether the list was seen to go from new to old.
  ///
  /// @param leading how many of its first entries must be dated: more than sites keep on top
  /// @param dated what counts as dated
  boolean descends(int leading, List<Item> dated) {
    var known = items.stream().filter(dated::contains).toList();
    return known.containsAll(items.subList(0, Math.min(leading, items.size())))
        && items.subList(items.size() / 2, items.size()).stream().anyMatch(dated::contains)
        && goDown(known.stream().map(Dated::day).toList());
  }

  private static boolean goDown(List<LocalDate> days) {
    var sorted = new ArrayList<>(days);
    sorted.sort((one, other) -> other.compareTo(one));
    return days.equals(sorted)
        && days.size() > 1
        && !YearMonth.from(days.getFirst()).equals(YearMonth.from(days.getLast()));
  }
}
