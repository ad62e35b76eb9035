package xuncha.crawler.read.date;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.FoundDate;

/// When the entries of a list say that they were published.
public final class ItemDates {
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

  /// The dates of all entries of one list, in the order given; one answer per entry.
  public static List<Optional<FoundDate>> ofList(List<Entry> entries, Instant seenAt) {
    return entries.stream().map(_ -> Optional.<FoundDate>empty()).toList();
  }
}
