package xuncha.lab.site;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import xuncha.findings.Beijing;
import xuncha.lab.words.Lot;
import xuncha.lab.words.Prose;

/// What stands in a site's columns, worked out anew each time it is asked for.
public final class Contents {
  private static final int IDS_PER_COLUMN = 3000;

  private Contents() {}

  /// The entries of one page of a column, in the order in which the page shows them.
  ///
  /// @param page counted from 1
  public static List<LabItem> page(Blueprint site, LabColumn column, int page, int perPage) {
    var from = (page - 1) * perPage;
    var to = Math.min(column.size(), from + perPage);
    var items = new ArrayList<LabItem>();
    for (var place = from; place < to; place++) {
      var shown = column.unsorted() ? from + (place - from + (to - from) / 2) % (to - from) : place;
      items.add(item(site, column, indexAt(column, shown)));
    }
    return items;
  }

  /// The first entries of a column, as a home page shows them.
  public static List<LabItem> first(Blueprint site, LabColumn column, int most) {
    return page(site, column, 1, Math.min(most, Math.max(1, column.size())));
  }

  /// How many pages a column's list has, at least one.
  public static int pages(LabColumn column, int perPage) {
    return Math.max(1, (column.size() + perPage - 1) / perPage);
  }

  /// All entries of a site in the order of its columns.
  public static List<LabItem> all(Blueprint site) {
    return site.lists()
        .flatMap(column ->
            IntStream.range(0, column.size()).mapToObj(index -> item(site, column, index)))
        .toList();
  }

  /// The entry with that number in addresses.
  public static Optional<LabItem> byId(Blueprint site, long id) {
    var number = id - firstId(site);
    // numbers in addresses are anybody's, made-up ones too: far beyond what an int holds
    if (number < 0 || number / IDS_PER_COLUMN >= site.columns().size()) {
      return Optional.empty();
    }
    var column = site.columns().get((int) (number / IDS_PER_COLUMN));
    var index = IDS_PER_COLUMN - 1 - (int) (number % IDS_PER_COLUMN);
    return index < column.size() ? Optional.of(item(site, column, index)) : Optional.empty();
  }

  /// One entry.
  ///
  /// @param index extras first, then the ordinary ones from the newest
  public static LabItem item(Blueprint site, LabColumn column, int index) {
    var lot = site.lot(column.slug(), index);
    var extras = column.extras().size();
    var ago =
        index < extras ? column.extras().get(index).daysAgo() : ago(column, index - extras, lot);
    var day = site.today().minusDays(ago);
    var title =
        index < extras
            ? column.extras().get(index).title()
            : Prose.title(
                column.theme(),
                site.body(),
                day.getYear(),
                day.getMonthValue(),
                site.lot(column.slug(), "titles").below(100) + index,
                lot);
    var pinned = index < extras && column.extras().get(index).marked();
    var id =
        firstId(site) + place(site, column) * (long) IDS_PER_COLUMN + IDS_PER_COLUMN - 1 - index;
    return new LabItem(column, index, id, title, day, time(site, ago, lot), pinned);
  }

  /// The paragraphs of an article.
  public static List<String> text(Blueprint site, LabItem item) {
    var lot = site.lot(item.column().slug(), item.index(), "text");
    return switch (item.column().theme()) {
      case "policy" -> whole(site, item, "policy", lot);
      case "interpretation" -> whole(site, item, "interpretation", lot);
      case "letters" -> whole(site, item, "letters", lot);
      case "news" -> paragraphs(site, item, "news", lot.between(8, 14), lot);
      case "notice" -> paragraphs(site, item, "notice", lot.between(7, 12), lot);
      default -> paragraphs(site, item, "plain", lot.between(7, 12), lot);
    };
  }

  /// The number of a policy document: 云政办〔2020〕12号.
  public static String documentNumber(Blueprint site, LabItem item) {
    var lot = site.lot(item.column().slug(), item.index(), "number");
    return site.body().shortName()
        + lot.one(List.of("", "办", "发", "秘"))
        + "〔"
        + item.day().getYear()
        + "〕"
        + lot.between(1, 120)
        + "号";
  }

  /// When a document was drawn up, some days before it was published.
  public static String drawnUp(Blueprint site, LabItem item) {
    var lot = site.lot(item.column().slug(), item.index(), "drawn");
    return DateStyle.iso(item.day().minusDays(lot.between(1, 9)));
  }

  /// How often an article was read.
  public static int reads(Blueprint site, LabItem item) {
    return site.lot(item.column().slug(), item.index(), "reads").between(31, 2900);
  }

  private static List<String> whole(Blueprint site, LabItem item, String theme, Lot lot) {
    return Prose.inOrder(theme, site.body(), item.day().getYear(), item.day().getMonthValue(), lot);
  }

  private static List<String> paragraphs(
      Blueprint site, LabItem item, String theme, int number, Lot lot) {
    var paragraphs = new ArrayList<String>();
    for (var i = 0; i < number; i++) {
      var paragraph = new StringBuilder();
      if (i == 0 && theme.equals("news")) {
        var eve = item.day().minusDays(1);
        paragraph.append(eve.getMonthValue()).append("月").append(eve.getDayOfMonth()).append("日，");
      }
      for (var sentences = lot.between(1, 3); sentences > 0; sentences--) {
        paragraph.append(
            Prose.sentence(
                theme, site.body(), item.day().getYear(), item.day().getMonthValue(), lot));
      }
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  /// Strictly growing with the index, so that a list in this order is in order of time.
  private static int ago(LabColumn column, int ordinary, Lot lot) {
    return ordinary == 0
        ? column.newest()
        : column.newest() + ordinary * column.every() - lot.below(column.every());
  }

  /// Within office hours, and before the reference time on its own day.
  private static LocalTime time(Blueprint site, int ago, Lot lot) {
    if (ago > 0) {
      return LocalTime.of(lot.between(8, 17), lot.below(60));
    }
    var now = LocalTime.ofInstant(site.asOf(), Beijing.ZONE);
    return LocalTime.ofSecondOfDay(Math.max(60, now.toSecondOfDay() - 1200)).withSecond(0);
  }

  /// Which entry stands at a place: marked tops, the newest, other extras, the rest.
  private static int indexAt(LabColumn column, int place) {
    var extras = column.extras();
    var tops = (int) extras.stream().filter(Extra::top).count();
    if (place < tops) {
      return nth(extras, place, true);
    }
    if (place == tops) {
      return column.items() > 0 ? extras.size() : nth(extras, 0, false);
    }
    if (place < extras.size() + (column.items() > 0 ? 1 : 0)) {
      return nth(extras, place - tops - (column.items() > 0 ? 1 : 0), false);
    }
    return place;
  }

  private static int nth(List<Extra> extras, int nth, boolean top) {
    return IntStream.range(0, extras.size())
        .filter(index -> extras.get(index).top() == top)
        .skip(nth)
        .findFirst()
        .orElseThrow();
  }

  private static int place(Blueprint site, LabColumn column) {
    for (var place = 0; place < site.columns().size(); place++) {
      if (site.columns().get(place).slug().equals(column.slug())) {
        return place;
      }
    }
    throw new IllegalArgumentException("no column " + column.slug() + " on " + site.domain());
  }

  private static long firstId(Blueprint site) {
    return 1_000_000L + site.lot("ids").below(6_000_000);
  }
}
