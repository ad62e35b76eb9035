package xuncha.checks.freshness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Item;

/// Entries seen through their dates: what may be relied on, and what leaves a doubt.
///
/// @param trusted entries with a date that can be relied on
/// @param doubtful dates that nobody may be accused on
/// @param undated headlines whose date could not be read
record Dated(List<Item> trusted, List<FoundDate> doubtful, List<Item> undated) {
  /// A headline says a sentence; a menu entry is a word. Entries shorter than this many characters
  /// and without a date are not missed.
  private static final int HEADLINE = 10;

  Dated {
    trusted = List.copyOf(trusted);
    doubtful = List.copyOf(doubtful);
    undated = List.copyOf(undated);
  }

  /// Sorts entries; dates after `latest` are typing errors and count as no date.
  static Dated of(List<Item> items, LocalDate latest) {
    var trusted = new ArrayList<Item>();
    var doubtful = new ArrayList<FoundDate>();
    var undated = new ArrayList<Item>();
    for (var item : items) {
      var date = item.date().filter(found -> !found.day().isAfter(latest));
      if (date.isEmpty()) {
        if (isHeadline(item)) {
          undated.add(item);
        }
      } else if (date.get().isTrusted()) {
        trusted.add(item);
      } else {
        doubtful.add(date.get());
      }
    }
    return new Dated(trusted, doubtful, undated);
  }

  /// Whether an entry is a sentence, so that a date would be expected.
  static boolean isHeadline(Item item) {
    return item.title().codePointCount(0, item.title().length()) >= HEADLINE;
  }

  /// Whether there is nothing that ever had a date, or would be expected to have one.
  boolean isEmpty() {
    return all() == 0;
  }

  /// The entry with the newest date that can be relied on, wherever it stands in the list.
  Optional<Item> newest() {
    return trusted.stream().max(Comparator.comparing(item -> day(item)));
  }

  /// Whether a date that we do not trust would be on or after `day`: then nothing is proven.
  boolean maybeSince(LocalDate day) {
    return doubtful.stream().anyMatch(found -> !found.day().isBefore(day));
  }

  /// Whether at least that share of headlines is dated by what lists say. Where articles had to be
  /// opened for it, only some of the list's were, and the others may be newer.
  boolean isDatedByLists(double share) {
    var opened = trusted.stream().filter(Dated::isOpened).count();
    return share() >= share
        && (undated.isEmpty() || trusted.size() - opened >= share * (all() - opened));
  }

  /// Whether the entry's own page had to be opened to tell its date.
  static boolean isOpened(Item item) {
    return item.date().filter(date -> date.from() == Provenance.ARTICLE).isPresent();
  }

  /// The share of headlines whose date can be relied on.
  double share() {
    return all() == 0 ? 0 : (double) trusted.size() / all();
  }

  private int all() {
    return trusted.size() + doubtful.size() + undated.size();
  }

  /// Whether the entries go from old to new: then the newest may stand on a page not read. Ages
  /// (2个月前) are too rough to tell the order of neighbours, unless all of them are told so.
  boolean oldestFirst() {
    var exact = trusted.stream().filter(item -> !isAge(item)).toList();
    var days =
        (exact.isEmpty() ? trusted : exact)
            .stream().filter(item -> !item.pinned()).map(Dated::day).toList();
    if (days.size() < 3 || !days.getFirst().isBefore(days.getLast())) {
      return false;
    }
    for (var at = 1; at < days.size(); at++) {
      if (days.get(at).isBefore(days.get(at - 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAge(Item item) {
    return item.date().filter(date -> date.from() == Provenance.RELATIVE).isPresent();
  }

  static LocalDate day(Item item) {
    return item.date().orElseThrow().day();
  }
}
