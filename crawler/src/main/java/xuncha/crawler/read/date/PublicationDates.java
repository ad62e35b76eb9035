package xuncha.crawler.read.date;

import java.time.Instant;
import java.util.Optional;
import org.jsoup.nodes.Document;
import xuncha.findings.visit.FoundDate;

/// When an article page says that it was published.
public final class PublicationDates {
  private PublicationDates() {}

  /// The publication date of one article page.
  ///
  /// @param page the parsed page; it is not changed
  /// @param url the page's address, empty when unknown
  /// @param seenAt when it was fetched; no date after it is believed
  /// @return the best supported date; empty where the page has none (home, list and profile pages,
  ///   fragments)
  public static Optional<FoundDate> of(Document page, String url, Instant seenAt) {
    return Optional.empty();
  }
}
