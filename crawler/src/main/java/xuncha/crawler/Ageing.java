package xuncha.crawler;

import java.time.LocalDate;
import java.util.List;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.UpdateWindow;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Column.State;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.PageFacts;

/// Tells where it is worth looking for entries that scripts add: only where all that is seen is
/// older than the edition allows. What follows from it is not decided here.
record Ageing(Edition edition, LocalDate today) {
  private static final String OF_HOMES = "home-freshness";
  private static final String OF_COLUMNS = "column-freshness";

  /// Whether the page shows nothing new.
  boolean isPast(PageFacts home) {
    var rule = edition.rule(OF_HOMES);
    var earliest = today.minus(rule.period("window"));
    var latest = today.plus(rule.period("futureTolerance"));
    return home.lists().stream().noneMatch(list -> isAnyWithin(list.items(), earliest, latest));
  }

  /// Whether the column has dated entries and none of them is new enough.
  boolean isPast(Column column) {
    return column.state() == State.LISTED
        && window().binds(column.kind())
        && column.items().stream().anyMatch(item -> item.date().isPresent())
        && !isFresh(column);
  }

  /// Whether the column has an entry that is new enough.
  boolean isFresh(Column column) {
    var window = window();
    return isAnyWithin(
        column.items(),
        window.earliest(column.kind(), column.confidence()),
        today.plus(window.rule().period("futureTolerance")));
  }

  private UpdateWindow window() {
    return new UpdateWindow(edition.rule(OF_COLUMNS), today);
  }

  private static boolean isAnyWithin(List<Item> items, LocalDate earliest, LocalDate latest) {
    return items.stream()
        .flatMap(item -> item.date().stream())
        .anyMatch(date ->
            date.isTrusted() && !date.day().isBefore(earliest) && !date.day().isAfter(latest));
  }
}
