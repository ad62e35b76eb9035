package xuncha.crawler.read.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Item;

/// Years of a list that shows only months and days, once the articles of its first entries were
/// opened: lists go from new to old, so what stands below an entry whose year is known is no newer.
public final class OpenedYears {
  /// One that was opened may be kept on top; several that go down are the list.
  private static final int SEVERAL = 2;

  private static final double SURE = 0.7;

  private OpenedYears() {}

  /// The entries with the years that follow; as they are where the opened ones are in no order.
  public static List<Item> below(List<Item> items) {
    var opened = opened(items);
    if (opened.size() < SEVERAL || !descend(opened)) {
      return items;
    }
    var told = new ArrayList<Item>(items.size());
    Optional<LocalDate> above = Optional.empty();
    for (var item : items) {
      var date = item.date();
      if (above.isPresent() && date.filter(OpenedYears::lacksYear).isPresent()) {
        var day = notAfter(date.get().day(), above.get());
        told.add(day.equals(date.get().day()) ? item : item.dated(as(date.get(), day)));
        above = Optional.of(day);
      } else {
        told.add(item);
        above = isOpened(item) ? date.map(FoundDate::day) : above;
      }
    }
    return told;
  }

  private static List<LocalDate> opened(List<Item> items) {
    return items.stream()
        .filter(OpenedYears::isOpened)
        .map(item -> item.date().orElseThrow().day())
        .toList();
  }

  private static boolean isOpened(Item item) {
    return !item.pinned()
        && item.date().filter(date -> date.from() == Provenance.ARTICLE).isPresent();
  }

  private static boolean descend(List<LocalDate> days) {
    for (var i = 1; i < days.size(); i++) {
      if (days.get(i).isAfter(days.get(i - 1).plusDays(ListYears.LOOSE))) {
        return false;
      }
    }
    return true;
  }

  private static LocalDate notAfter(LocalDate day, LocalDate above) {
    var earlier = day;
    while (earlier.isAfter(above.plusDays(ListYears.LOOSE))) {
      earlier = earlier.minusYears(1);
    }
    return earlier;
  }

  private static boolean lacksYear(FoundDate date) {
    var mentions = DateText.mentions(date.raw());
    return date.from() == Provenance.LIST
        && mentions.size() == 1
        && mentions.getFirst().written() instanceof Written.OfYear;
  }

  private static FoundDate as(FoundDate date, LocalDate day) {
    return new FoundDate(
        day, date.time(), date.from(), Math.max(SURE, date.confidence()), date.raw());
  }
}
