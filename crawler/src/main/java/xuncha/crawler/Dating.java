package xuncha.crawler;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.date.OpenedYears;
import xuncha.findings.Beijing;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;

/// Finds the dates of entries whose own list tells none, or none to rely on (a day without a year):
/// in another list that has the same entry, else on the entry's own page. Only entries above a
/// list's newest dated one can change what the list says of its age, and only the first few of them
/// are asked for, and where they are old, one more that no site keeps on top and one far down.
final class Dating {
  /// Lists are newest first but for what is kept on top: if the first few are old, so is the rest.
  private static final int ARTICLES_A_LIST = 3;

  /// Article pages read as samples, each from another column.
  private static final int SAMPLES = 5;

  /// So young is fresh by any rule.
  private static final Period RECENT = Period.ofDays(7);

  /// What is lost in saying that the same address in two lists is the same entry.
  private static final double LIST_TRUST = 0.95;

  /// Below this a date is a guess that a look at the entry's page may correct.
  private static final double SURE = 0.75;

  /// Days between the day that a list shows and an article's; a wrong year is farther.
  private static final int NEAR = 60;

  private final Errand errand;
  private final LocalDate recent;
  private final Map<String, FoundDate> inLists = new HashMap<>();
  private final Map<String, Looked> articles = new HashMap<>();
  private final List<Looked> read = new ArrayList<>();

  /// @param pages the site's pages read so far, the home page first
  Dating(Errand errand, List<PageFacts> pages) {
    this.errand = errand;
    this.recent = Beijing.day(pages.getFirst().at()).minus(RECENT);
    for (var page : pages) {
      for (var list : page.lists()) {
        list.items().forEach(this::learn);
      }
    }
  }

  private void learn(Item item) {
    item.date()
        .ifPresent(date ->
            inLists.merge(
                WebAddress.spelled(item.url()),
                date,
                (one, other) -> one.confidence() >= other.confidence() ? one : other));
  }

  /// The column with what could be found out.
  Column column(Column column) {
    return column.with(items(column.items(), true));
  }

  /// The page with its lists' entries dated; article pages are asked for main lists alone.
  PageFacts page(PageFacts page) {
    var deep = !isAnySince(page.lists(), recent);
    var lists =
        page.lists().stream()
            .map(list ->
                new ItemList(
                    list.heading(),
                    list.more(),
                    list.next(),
                    list.main() ? items(list.items(), deep) : fromLists(list.items()),
                    list.main()))
            .toList();
    return page.with(lists);
  }

  /// The home page with a list more: what it shows large and in no list, as far as that may be
  /// newer than all that is dated. A home page with news of the last days is fresh without.
  PageFacts headlined(PageFacts home, Headlines headlines) {
    if (Entry.only(home) || isAnySince(home.lists(), recent)) {
      return home;
    }
    var dated = new ArrayList<Item>();
    for (var item : headlines.of(home)) {
      if (dated.stream().noneMatch(one -> isSince(one, recent))) {
        dated.add(looked(fromLists(item)));
      }
    }
    dated.removeIf(this::isNoArticle);
    if (dated.isEmpty()) {
      return home;
    }
    var lists = new ArrayList<>(home.lists());
    lists.addFirst(new ItemList("", "", "", dated, true));
    return home.with(lists);
  }

  private Item looked(Item item) {
    return openable(item) ? better(item, onItsPage(item)) : item;
  }

  /// Whether it leads to something without a date that is no article, and so no news.
  private boolean isNoArticle(Item item) {
    return item.date().isEmpty()
        && articles.get(WebAddress.spelled(item.url())) instanceof Looked.Page page
        && page.hasContent()
        && page.facts().kind() != PageKind.ARTICLE;
  }

  private static boolean isAnySince(List<ItemList> lists, LocalDate day) {
    return lists.stream()
        .flatMap(list -> list.items().stream())
        .anyMatch(item -> isSince(item, day));
  }

  private static boolean isSince(Item item, LocalDate day) {
    return sure(item) && !item.date().orElseThrow().day().isBefore(day);
  }

  /// Reads articles of different columns, where none of theirs was read yet.
  void sample(List<Column> columns) {
    for (var column : columns) {
      if (read.stream().filter(Looked.Page.class::isInstance).count() >= SAMPLES) {
        return;
      }
      var items = column.items().stream().filter(item -> errand.internal(item.url())).toList();
      if (items.stream().noneMatch(item -> articles.containsKey(WebAddress.spelled(item.url())))) {
        items.stream().findFirst().ifPresent(item -> article(item.url()));
      }
    }
  }

  /// The articles that were opened.
  List<Looked> articles() {
    return List.copyOf(read);
  }

  /// @param deep whether the first date that an article tells is not enough where it is old: then
  ///   the entries after those that may be kept on top are opened too, and one far down, which show
  ///   that the list goes from new to old
  private List<Item> items(List<Item> items, boolean deep) {
    var dated = new ArrayList<>(fromLists(items));
    var opened = 0;
    var found = 0;
    var settled = false;
    for (var at = 0; at < dated.size() && !settled; at++) {
      var item = dated.get(at);
      var may = opened < ARTICLES_A_LIST || (found > 0 && opened == ARTICLES_A_LIST);
      if (!sure(item) && may && openable(item)) {
        opened++;
        var date = onItsPage(item);
        found += date.isPresent() ? 1 : 0;
        dated.set(at, better(item, date));
        settled =
            !item.pinned()
                && date.filter(day -> settles(item, day, deep)).isPresent()
                && !isOverNewer(dated, at);
      } else {
        settled = sure(item) && !item.pinned();
      }
    }
    if (!settled && deep && found > 0) {
      openInTheMiddle(dated, opened);
    }
    return OpenedYears.below(dated);
  }

  /// Whether an article's date says enough of its list: it is young, or the list was right about
  /// it, or no more is asked.
  private boolean settles(Item item, FoundDate date, boolean deep) {
    return !date.day().isBefore(recent)
        || item.date()
            .map(own -> Math.abs(ChronoUnit.DAYS.between(own.day(), date.day())) <= NEAR)
            .orElse(!deep);
  }

  /// Whether the list says of an entry below that it is much newer than this one: lists of months
  /// and days do where the year turns between the two, and where this one is kept on top.
  private static boolean isOverNewer(List<Item> items, int at) {
    var far = items.get(at).date().orElseThrow().day().plusDays(NEAR);
    return items.subList(at + 1, items.size()).stream()
        .flatMap(item -> item.date().stream())
        .anyMatch(date -> date.day().isAfter(far));
  }

  private void openInTheMiddle(List<Item> items, int opened) {
    for (var at = Math.max(opened, items.size() / 2); at < items.size(); at++) {
      var item = items.get(at);
      if (!sure(item) && openable(item)) {
        items.set(at, better(item, onItsPage(item)));
        return;
      }
    }
  }

  private List<Item> fromLists(List<Item> items) {
    return items.stream().map(this::fromLists).toList();
  }

  private Item fromLists(Item item) {
    var elsewhere = Optional.ofNullable(inLists.get(WebAddress.spelled(item.url())));
    return better(
        item,
        elsewhere.map(date -> date.as(Provenance.OTHER_LIST, date.confidence() * LIST_TRUST)));
  }

  private static boolean sure(Item item) {
    return item.date().filter(date -> date.confidence() >= SURE).isPresent();
  }

  /// The item with whichever date is surer.
  private static Item better(Item item, Optional<FoundDate> other) {
    double own = item.date().map(FoundDate::confidence).orElse(-1.0);
    return other.filter(date -> date.confidence() > own).map(item::dated).orElse(item);
  }

  private boolean openable(Item item) {
    return errand.internal(item.url()) && errand.pagesLeft() > 0;
  }

  private Optional<FoundDate> onItsPage(Item item) {
    return article(item.url()) instanceof Looked.Page page && page.hasContent()
        ? page.facts().published().map(date -> date.as(Provenance.ARTICLE, date.confidence()))
        : Optional.empty();
  }

  private Looked article(String url) {
    return articles.computeIfAbsent(
        WebAddress.spelled(url),
        address -> {
          var looked = errand.page(address, Why.PAGE);
          read.add(looked);
          return looked;
        });
  }
}
