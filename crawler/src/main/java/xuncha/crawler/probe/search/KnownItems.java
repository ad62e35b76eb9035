package xuncha.crawler.probe.search;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.Inquiry.Ground;
import xuncha.findings.Beijing;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Item;

/// What the site has published, as its columns list it, and which of it to ask a search for.
final class KnownItems {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 45;

  private final Map<String, KnownItem> byAddress = new LinkedHashMap<>();
  private final Map<String, Optional<KnownItem>> byTitle = new HashMap<>();
  private final List<Shelf> shelves = new ArrayList<>();
  private final LocalDate today;

  /// One column's things that may be asked for.
  private record Shelf(Column column, KnownItem.Section section, List<KnownItem> items) {}

  KnownItems(Ground ground) {
    today = Beijing.day(ground.asOf());
    var sections = new Sections(ground);
    var columns = new HashSet<String>();
    for (var column : ground.columns().columns()) {
      if (column.state() == Column.State.LISTED && columns.add(PageAddress.key(column.url()))) {
        shelves.add(shelf(ground, column, sections.of(column)));
      }
    }
  }

  private Shelf shelf(Ground ground, Column column, KnownItem.Section section) {
    var items = new ArrayList<KnownItem>();
    var place = 0;
    for (var item : column.items()) {
      var known =
          new KnownItem(
              Title.unmarked(item.title()),
              item.url(),
              PageAddress.key(item.url()),
              column.name(),
              column.url(),
              section,
              day(item),
              place++);
      byAddress.putIfAbsent(known.key(), known);
      // of two things of one title neither is asked for, unless they are one
      byTitle.merge(
          known.title().bare(),
          Optional.of(known),
          (one, _) -> one.filter(earlier -> earlier.key().equals(known.key())));
      if (isAskable(ground, column, item, known)) {
        items.add(known);
      }
    }
    return new Shelf(column, section, items);
  }

  private boolean isAskable(Ground ground, Column column, Item item, KnownItem known) {
    var length = known.title().bare().length();
    return length >= SHORTEST
        && length <= LONGEST
        && !Title.isCut(item.title())
        && ground.sameBody(item.url())
        && !known.key().equals(PageAddress.key(column.url()))
        && !item.date().filter(date -> date.day().isAfter(today)).isPresent();
  }

  private Optional<LocalDate> day(Item item) {
    return item.date()
        .filter(date -> date.isTrusted() && !date.day().isAfter(today))
        .map(date -> date.day());
  }

  // what was published when

  /// The day of the newest thing published.
  Optional<LocalDate> newest() {
    return byAddress.values().stream()
        .flatMap(item -> item.day().stream())
        .max(LocalDate::compareTo);
  }

  /// The thing that a result is, by where it leads or by what it is called.
  Optional<KnownItem> at(Hit hit) {
    var known = Optional.ofNullable(byAddress.get(hit.key()));
    return known.or(() -> byTitle.getOrDefault(hit.title().bare(), Optional.empty()));
  }

  /// One thing of each column that has any to ask for, in the order of the navigation.
  List<KnownItem> ofEachColumn() {
    return shelves.stream()
        .filter(shelf -> !shelf.items().isEmpty())
        .map(shelf -> shelf.items().getFirst())
        .toList();
  }

  // what to ask for

  /// One thing of each column, old ones and new ones in turn, one column of each section before the
  /// second of any, those first that inspections ask about.
  ///
  /// @param settled how long ago something has to be published to be in the index for sure
  /// @param longest how many characters the box takes
  List<KnownItem> spread(Period settled, int longest) {
    var ordered = new ArrayList<>(shelves);
    ordered.sort(Comparator.comparingInt(shelf -> rank(shelf.column().kind())));
    var first = new ArrayList<KnownItem>();
    var second = new ArrayList<KnownItem>();
    var seen = new HashSet<String>();
    var turn = 0;
    for (var shelf : ordered) {
      var choice = settled(shelf, settled, longest);
      if (!choice.isEmpty()) {
        var item = turn++ % 2 == 0 ? choice.getFirst() : choice.getLast();
        (seen.add(shelf.section().name()) ? first : second).add(item);
      }
    }
    first.addAll(second);
    return first;
  }

  /// Another thing of the same column that was not asked for, else of its section.
  Optional<KnownItem> another(KnownItem item, Set<String> asked, Period settled, int longest) {
    return shelves.stream()
        .filter(shelf -> shelf.section().equals(item.section()))
        .sorted(Comparator.comparing(shelf -> !shelf.column().url().equals(item.columnUrl())))
        .flatMap(shelf -> settled(shelf, settled, longest).stream())
        .filter(other -> !asked.contains(other.url()))
        .findFirst();
  }

  /// The newest things, newest first.
  List<KnownItem> newestFirst(int longest) {
    return shelves.stream()
        .flatMap(shelf -> shelf.items().stream())
        .filter(item ->
            item.day().isPresent() && isUnique(item) && item.title().text().length() <= longest)
        .sorted(Comparator.comparing((KnownItem item) -> item.day().orElseThrow()).reversed())
        .toList();
  }

  /// Policy documents, for their numbers.
  List<KnownItem> documents() {
    return shelves.stream()
        .filter(shelf -> shelf.column().kind() == ColumnKind.POLICY)
        .flatMap(shelf -> shelf.items().stream())
        .toList();
  }

  /// What is surely in the index: dated and not new. Where a list tells no days, what stands
  /// further down.
  private List<KnownItem> settled(Shelf shelf, Period settled, int longest) {
    var until = today.minus(settled);
    return shelf.items().stream()
        .filter(item -> item.title().text().length() <= longest && isUnique(item))
        .filter(item -> item.day().map(day -> day.isBefore(until)).orElse(item.place() >= 3))
        .toList();
  }

  private boolean isUnique(KnownItem item) {
    return byTitle.getOrDefault(item.title().bare(), Optional.empty()).isPresent();
  }

  private static int rank(ColumnKind kind) {
    return switch (kind) {
      case NEWS -> 0;
      case POLICY -> 1;
      case NOTICE -> 2;
      case INTERPRETATION -> 3;
      case OTHER -> 4;
      case INTERACTION -> 5;
      case SERVICE -> 6;
      case OVERVIEW -> 7;
    };
  }
}
