package xuncha.checks.freshness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xuncha.checks.View;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Visit;

/// The publication date of every address that any page of the visit dates: a headline without a
/// date on the home page is often dated in its column or on its own page.
///
/// @param byUrl the surest date by address
record KnownDates(Map<String, FoundDate> byUrl) {
  static final View<KnownDates> VIEW = KnownDates::of;

  KnownDates {
    byUrl = Map.copyOf(byUrl);
  }

  private static KnownDates of(Visit visit) {
    var dates = new HashMap<String, FoundDate>();
    var pages = visit.attempt(SitePages.class).found().map(SitePages::pages).orElse(List.of());
    for (var page : pages) {
      ownDate(page).ifPresent(date -> keepSurest(dates, page.url(), date));
      ownDate(page).ifPresent(date -> keepSurest(dates, page.finalUrl(), date));
    }
    var listed =
        pages.stream().flatMap(page -> page.lists().stream()).flatMap(l -> l.items().stream());
    var inColumns =
        visit.attempt(SiteColumns.class).found().stream()
            .flatMap(columns -> columns.columns().stream())
            .flatMap(column -> column.items().stream());
    Stream.concat(listed, inColumns)
        .forEach(item ->
            item.date()
                .ifPresent(date ->
                    keepSurest(
                        dates, item.url(), date.as(Provenance.OTHER_LIST, date.confidence()))));
    return new KnownDates(dates);
  }

  private static Optional<FoundDate> ownDate(PageFacts page) {
    return page.kind() == PageKind.ARTICLE
        ? page.published().map(date -> date.as(Provenance.ARTICLE, date.confidence()))
        : Optional.empty();
  }

  private static void keepSurest(Map<String, FoundDate> dates, String url, FoundDate date) {
    dates.merge(url, date, (had, more) -> more.confidence() > had.confidence() ? more : had);
  }

  /// The item with the date that another page gives it, where its own list gives none or a doubtful
  /// one.
  Item complete(Item item) {
    var known = byUrl.get(item.url());
    var own = item.date().map(FoundDate::confidence).orElse(-1.0);
    return known == null || known.confidence() <= own ? item : item.dated(known);
  }
}
