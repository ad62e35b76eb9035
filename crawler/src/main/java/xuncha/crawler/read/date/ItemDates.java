package xuncha.crawler.read.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;

/// When the entries of a list say that they were published.
///
/// Entries of one list are made alike, so the place that holds a date in most of them holds it in
/// all; dates in titles and teasers are of events. Missing years come from the order of the list.
public final class ItemDates {
  private static final int MOST_ENTRIES = 2000;
  private static final LocalDate WEB_BEGINS = LocalDate.of(1990, 1, 1);
  private static final int LEAST_NUMBERED = 4;

  /// …/3077.html, …?id=3077.
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,15})(?:\\.\\w{2,5})?$");

  /// One entry of a list.
  ///
  /// @param block the smallest element that holds the whole entry (`li`, `tr`, `dl`, …)
  /// @param title the entry's title, whose own dates are events and not publications
  /// @param url where the entry leads, empty when unknown
  public record Entry(Element block, String title, String url) {}

  private ItemDates() {}

  /// The date of one entry, looked at alone. Prefer [#ofList]: neighbours settle years.
  public static Optional<FoundDate> of(Element block, String title, String url, Instant seenAt) {
    return ofList(List.of(new Entry(block, title, url)), seenAt).getFirst();
  }

  /// The dates of all entries of one list, in the order given; one answer per entry. Entries beyond
  /// the 2,000th get none.
  public static List<Optional<FoundDate>> ofList(List<Entry> entries, Instant seenAt) {
    var read = entries.stream().limit(MOST_ENTRIES).toList();
    var dates =
        read.stream()
            .map(entry -> new EntryText(entry.block(), entry.title(), seenAt).dates())
            .toList();
    var slots = slots(dates);
    var today = Beijing.day(seenAt);
    var chosen = new ArrayList<@Nullable EntryDate>();
    for (var offered : dates) {
      chosen.add(best(inCompany(offered, slots, read.size()), slots, today));
    }
    var found = new ArrayList<>(found(read, chosen, slots, seenAt));
    while (found.size() < entries.size()) {
      found.add(Optional.empty());
    }
    return found;
  }

  /// In how many entries each slot holds a date.
  private static Map<String, Integer> slots(List<List<EntryDate>> dates) {
    var slots = new HashMap<String, Integer>();
    for (var offered : dates) {
      for (int i = 0; i < offered.size(); i++) {
        if (!has(offered, offered.get(i).slot(), i)) {
          slots.merge(offered.get(i).slot(), 1, Integer::sum);
        }
      }
    }
    return slots;
  }

  private static boolean has(List<EntryDate> offered, String slot, int before) {
    for (int i = 0; i < before; i++) {
      if (offered.get(i).slot().equals(slot)) {
        return true;
      }
    }
    return false;
  }

  /// Without numbers that may be dates, unless most entries have one in the same place.
  private static List<EntryDate> inCompany(
      List<EntryDate> offered, Map<String, Integer> slots, int entries) {
    return offered.stream()
        .filter(date -> {
          int company = slots.getOrDefault(date.slot(), 0);
          return !isCompact(date) || (company >= 3 && company * 2 > entries);
        })
        .toList();
  }

  private static boolean isCompact(EntryDate date) {
    return date.written() instanceof Written.Full(_, var how) && how == Written.Plainness.COMPACT;
  }

  private static @Nullable EntryDate best(
      List<EntryDate> offered, Map<String, Integer> slots, LocalDate today) {
    EntryDate best = null;
    for (var date : offered) {
      boolean may =
          date.rank() >= 0
              && (!(date.written() instanceof Written.Full(var day, _)) || believable(day, today));
      if (may && (best == null || better(date, best, slots))) {
        best = date;
      }
    }
    return best;
  }

  private static boolean better(EntryDate one, EntryDate other, Map<String, Integer> slots) {
    if (one.rank() / 3 != other.rank() / 3) {
      return one.rank() / 3 > other.rank() / 3;
    }
    int common = slots.getOrDefault(one.slot(), 0) - slots.getOrDefault(other.slot(), 0);
    return common == 0 ? one.rank() > other.rank() : common > 0;
  }

  private static boolean believable(LocalDate day, LocalDate today) {
    return !day.isAfter(today) && !day.isBefore(WEB_BEGINS);
  }

  private static List<Optional<FoundDate>> found(
      List<Entry> entries,
      List<@Nullable EntryDate> chosen,
      Map<String, Integer> slots,
      Instant seenAt) {
    var days = new ArrayList<@Nullable MonthDay>();
    var known = new ArrayList<@Nullable LocalDate>();
    var addresses = new ArrayList<Optional<LocalDate>>(entries.size());
    var today = Beijing.day(seenAt);
    for (int i = 0; i < entries.size(); i++) {
      var date = chosen.get(i);
      var url = entries.get(i).url();
      var address = address(entries.get(i), today);
      addresses.add(address);
      var day = date != null && date.written() instanceof Written.OfYear(var of) ? of : null;
      days.add(day);
      known.add(known(date, day, address.or(() -> filed(url)), today));
    }
    boolean sorted = days.stream().anyMatch(Objects::nonNull) && areNumberedDown(entries);
    var complete = ListYears.complete(days, known, today, sorted);
    var found = new ArrayList<Optional<FoundDate>>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var address = addresses.get(i);
      var date = chosen.get(i);
      boolean common = date != null && slots.getOrDefault(date.slot(), 0) * 2 >= entries.size();
      found.add(
          date == null
              ? address.map(day -> url(day, entry))
              : found(date, complete.get(i), address, common && often(date, slots), seenAt));
    }
    return found;
  }

  /// Whether the addresses end in numbers that fall from entry to entry: systems number their pages
  /// as they are made, so nothing is kept on top.
  private static boolean areNumberedDown(List<Entry> entries) {
    long above = Long.MAX_VALUE;
    for (var entry : entries) {
      var number = LAST_NUMBER.matcher(entry.url());
      long its = number.find() ? Long.parseLong(number.group(1)) : Long.MAX_VALUE;
      if (its >= above) {
        return false;
      }
      above = its;
    }
    return entries.size() >= LEAST_NUMBERED;
  }

  /// Doubtful forms need company.
  private static boolean often(EntryDate date, Map<String, Integer> slots) {
    return !date.doubtful() || slots.getOrDefault(date.slot(), 0) >= 3;
  }

  /// An address is dated when its page was filed: on the day shown or some time after it.
  private static @Nullable LocalDate known(
      @Nullable EntryDate date,
      @Nullable MonthDay day,
      Optional<LocalDate> address,
      LocalDate today) {
    if (date != null && date.written() instanceof Written.Full(var full, _)) {
      return full;
    }
    return day == null
        ? null
        : address
            .flatMap(in -> ListYears.nearest(day, in, today).filter(near -> close(near, in)))
            .orElse(null);
  }

  private static boolean close(LocalDate day, LocalDate filed) {
    return Math.abs(day.toEpochDay() - filed.toEpochDay()) <= 60;
  }

  /// The middle of the month in an address.
  private static Optional<LocalDate> filed(String url) {
    return UrlDates.month(url).map(month -> month.atDay(15));
  }

  private static Optional<LocalDate> address(Entry entry, LocalDate today) {
    return UrlDates.of(entry.url()).filter(day -> believable(day, today));
  }

  private static FoundDate url(LocalDate day, Entry entry) {
    return new FoundDate(day, Optional.empty(), Provenance.URL, 0.4, shortened(entry.url()));
  }

  private static Optional<FoundDate> found(
      EntryDate date,
      @Nullable LocalDate complete,
      Optional<LocalDate> address,
      boolean common,
      Instant seenAt) {
    Optional<LocalDate> day =
        switch (date.written()) {
          case Written.Full(var full, _) -> Optional.of(full);
          case Written.OfYear _ -> Optional.ofNullable(complete);
          case Written.Ago ago -> ago.day(seenAt);
          case Written.OfMonth _ -> Optional.empty();
        };
    return day.map(found ->
        new FoundDate(
            found,
            date.time(),
            date.written() instanceof Written.Ago ? Provenance.RELATIVE : Provenance.LIST,
            confidence(date, found, address, common),
            shortened(date.raw())));
  }

  private static double confidence(
      EntryDate date, LocalDate day, Optional<LocalDate> address, boolean common) {
    double confidence =
        switch (date.written()) {
          case Written.Full(_, var how) ->
              switch (how) {
                case PLAIN -> 0.88;
                case SHORT_YEAR, COMPACT -> 0.75;
                case EITHER_ORDER -> 0.6;
              };
          case Written.OfYear _ -> 0.68;
          case Written.Ago _ -> 0.75;
          case Written.OfMonth _ -> 0;
        };
    if (date.label() == Label.PUBLISHED) {
      confidence += 0.05;
    }
    if (date.inTitle()) {
      confidence -= common && (date.alone() || date.apart()) ? 0.1 : 0.42;
    }
    if (!common) {
      confidence -= date.doubtful() ? 0.25 : 0.1;
    }
    return address.isPresent() && address.get().equals(day)
        ? confidence + (1 - confidence) * 0.5
        : confidence;
  }

  private static String shortened(String raw) {
    return raw.length() > 80 ? raw.substring(0, 80) : raw;
  }
}
