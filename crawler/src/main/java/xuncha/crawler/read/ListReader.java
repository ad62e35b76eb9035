package xuncha.crawler.read;

import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.read.date.HoverText;
import xuncha.crawler.read.date.ItemDates;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link.Region;

/// Blocks of entries into lists: titles, dates, what is pinned, what the block is called and where
/// it leads.
final class ListReader {
  /// A title no longer than this on average is a menu's, unless the entries have dates.
  private static final int MENU_TITLE = 6;

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final int NEIGHBOURS = 3;
  private static final List<String> NEIGHBOUR = List.of("上一", "下一", "上篇", "下篇", "前一", "后一");

  private static final Pattern ENDS_IN_DATE =
      Pattern.compile("[\\s\\[(（【]*(?:19|20)?\\d{2}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?)?[\\])）】]?$");
  private static final Pattern ELLIPSIS = Pattern.compile("(?:\\.{2,}|…+)\\s*$");
  private static final Pattern BULLET = Pattern.compile("^[·•・■□◆◇●○▪▶►>»\\s.]+");
  private static final Pattern PINNING_NAME =
      Pattern.compile(
          "zhiding|is-?top|sticky|stick|zd_?icon|icon_?zd|ding\\.(?:png|gif|jpg)|top\\.(?:png|gif)",
          Pattern.CASE_INSENSITIVE);

  private final Sheet sheet;
  private final Anchors anchors;
  private final Regions regions;
  private final Headings headings;
  private final Words pinned;
  private final Words more;
  private final Instant seenAt;

  /// A list with what deciding needs and the record does not.
  ///
  /// @param list the list, `main` not decided yet
  /// @param container the element's number
  /// @param weight how much of a page's main content it could be
  record Weighed(ItemList list, int container, int weight) {}

  ListReader(Sheet sheet, Anchors anchors, Regions regions, Vocabulary words, Instant seenAt) {
    this.sheet = sheet;
    this.anchors = anchors;
    this.regions = regions;
    this.seenAt = seenAt;
    pinned = words.pinned();
    more = words.more();
    headings = new Headings(sheet, anchors, more);
  }

  /// All lists of the page, in page order; menus and rows of friends' names left out.
  List<Weighed> read() {
    var lists = new ArrayList<Weighed>();
    var blocks = ListFinder.in(sheet, anchors);
    for (var i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var heading = headings.of(block.container());
      var entries = new ArrayList<>(block.entries());
      while (i + 1 < blocks.size() && continues(blocks.get(i), blocks.get(i + 1), heading)) {
        i++;
        entries.addAll(blocks.get(i).entries());
      }
      var list = turnsPages(entries) ? null : list(block.container(), heading, entries);
      if (list != null) {
        lists.add(list);
      }
    }
    return lists;
  }

  /// 上一篇：…, 下一篇：…: an article's neighbours, whatever column they are of.
  private static boolean turnsPages(List<ListFinder.Entry> entries) {
    if (entries.size() > NEIGHBOURS) {
      return false;
    }
    for (var entry : entries) {
      var words = firstWords(entry.block());
      var from = !words.isEmpty() && "【[（(".indexOf(words.charAt(0)) >= 0 ? 1 : 0;
      for (var turn : NEIGHBOUR) {
        if (words.startsWith(turn, from)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The first piece of text in an element.
  private static String firstWords(Element block) {
    for (var child : block.childNodes()) {
      var words =
          switch (child) {
            case TextNode piece -> Anchors.fold(piece.getWholeText());
            case Element inner -> firstWords(inner);
            default -> "";
          };
      if (!words.isEmpty()) {
        return words;
      }
    }
    return "";
  }

  /// Whether two neighbouring blocks are one list cut into groups, and not the panels of tabs or a
  /// menu above a list: groups are made alike.
  private boolean continues(ListFinder.Found one, ListFinder.Found two, Headings.Heading heading) {
    var a = one.container();
    var b = two.container();
    if (sheet.parent(a) != sheet.parent(b)
        || !sheet.tag(a).equals(sheet.tag(b))
        || !Make.same(sheet.element(a).className(), sheet.element(b).className())
        || numbered(one) != numbered(two)
        || heading.tab()) {
      return false;
    }
    for (var between = sheet.next(a); between >= 0 && between < b; between = sheet.next(between)) {
      if (sheet.letters(between) > 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the entries have so many digits as dates have.
  private boolean numbered(ListFinder.Found block) {
    return digits(block.container()) >= block.entries().size() * 3;
  }

  private @Nullable Weighed list(
      int container, Headings.Heading above, List<ListFinder.Entry> found) {
    var headed = headed(above, withoutPaths(container, found));
    var heading = headed.heading();
    var entries = headed.entries();
    var titles = entries.stream().map(this::title).toList();
    var letters = titles.stream().mapToInt(String::length).sum();
    var region = regions.at(container);
    var menuLike = letters <= entries.size() * MENU_TITLE;
    if (region == Region.NAVIGATION
        || region == Region.FOOTER
        || (menuLike && digits(container) < entries.size() * 3)) {
      return null;
    }
    var items = items(entries, titles);
    var dated = items.stream().filter(item -> item.date().isPresent()).count();
    if (items.isEmpty() || (items.size() == 1 && dated == 0)) {
      return null;
    }
    var weight = letters * (dated * 2 >= items.size() ? 3 : 1);
    weight = region == Region.MAIN ? weight : weight / 8;
    var its = new ItemList(heading.text(), heading.more(), "", items, false);
    return new Weighed(its, container, weight);
  }

  /// A block of the page's layout that holds the line above a text and the text is no entry.
  private List<ListFinder.Entry> withoutPaths(int container, List<ListFinder.Entry> found) {
    return regions.at(container) == Region.NAVIGATION
        ? found
        : found.stream()
            .filter(entry -> regions.at(anchors.element(entry.anchor())) != Region.NAVIGATION)
            .toList();
  }

  private List<Item> items(List<ListFinder.Entry> entries, List<String> titles) {
    var asked = new ArrayList<ItemDates.Entry>(entries.size());
    for (var i = 0; i < entries.size(); i++) {
      var url = anchors.url(entries.get(i).anchor());
      asked.add(new ItemDates.Entry(entries.get(i).block(), titles.get(i), url));
    }
    var dates = ItemDates.ofList(asked, seenAt);
    var items = new ArrayList<Item>(entries.size());
    for (var i = 0; i < entries.size(); i++) {
      var pinned = isPinned(entries.get(i).block(), titles.get(i));
      var date = isWhole(dates.get(i)) ? dates.get(i) : hovering(entries.get(i), dates.get(i));
      items.add(new Item(titles.get(i), asked.get(i).url(), date, pinned));
    }
    return items;
  }

  /// Whether the entry shows a date with its year.
  private static boolean isWhole(Optional<FoundDate> shown) {
    return shown.isPresent() && YEAR.matcher(shown.get().raw()).find();
  }

  /// The date that is shown, or the one for who points at the entry: where none is shown, or where
  /// it is the same day told with its year.
  private Optional<FoundDate> hovering(ListFinder.Entry entry, Optional<FoundDate> shown) {
    var title = sheet.element(anchors.element(entry.anchor())).attr("title");
    var told = title.isEmpty() ? Optional.<FoundDate>empty() : HoverText.published(title, seenAt);
    var another =
        told.isPresent()
            && shown.isPresent()
            && !MonthDay.from(shown.get().day()).equals(MonthDay.from(told.get().day()));
    return told.isEmpty() || another ? shown : told;
  }

  /// The entries that the page shows large above the list in that element, each read on its own.
  List<Item> above(int container) {
    var items = new ArrayList<Item>();
    for (var lead : LeadFinder.above(sheet, anchors, container)) {
      var entry = new ListFinder.Entry(sheet.element(lead.block()), lead.anchor());
      var item = items(List.of(entry), List.of(title(entry))).getFirst();
      if (item.date().isPresent() || lead.large()) {
        items.add(item);
      }
    }
    return items;
  }

  /// A block's entries and its heading, which may stand in the block itself.
  private record Headed(Headings.Heading heading, List<ListFinder.Entry> entries) {}

  /// Takes the heading's row from among the entries: 更多, and what leads to the same page as it.
  private Headed headed(Headings.Heading above, List<ListFinder.Entry> found) {
    var leads = new HashSet<String>();
    for (var entry : found) {
      var next = entry.anchor() + 1;
      var url = anchors.url(entry.anchor());
      var withMore =
          next < anchors.size() && more.is(anchors.text(next)) && anchors.url(next).equals(url);
      if (withMore || more.is(anchors.text(entry.anchor()))) {
        leads.add(url);
      }
    }
    if (leads.isEmpty()) {
      return new Headed(above, found);
    }
    var rest = new ArrayList<ListFinder.Entry>(found.size());
    var names = new ArrayList<String>();
    for (var entry : found) {
      if (!leads.contains(anchors.url(entry.anchor()))) {
        rest.add(entry);
      } else if (!more.is(anchors.text(entry.anchor()))) {
        names.add(anchors.text(entry.anchor()));
      }
    }
    if (rest.size() < leads.size()) {
      // no heading's row but cards, each with a 更多 of its own
      return new Headed(above, found);
    }
    // several blocks taken for one list have several headings, and none of them is the list's
    var own = leads.size() == 1 && names.size() <= 1;
    var name = names.isEmpty() ? above.text() : names.getFirst();
    return new Headed(
        own ? new Headings.Heading(name, leads.iterator().next(), above.tab()) : above, rest);
  }

  /// The visible title: whole, where the page cuts it short and keeps the rest in an attribute;
  /// without the date that stands in the same link.
  private String title(ListFinder.Entry entry) {
    var element = anchors.element(entry.anchor());
    var anchor = sheet.element(element);
    var text = anchors.text(entry.anchor());
    if (sheet.lines(element).indexOf('\n') >= 0) {
      text = titleLine(anchor, sheet.lines(element));
    }
    var whole = Anchors.fold(anchor.attr("title"));
    if (!whole.isEmpty() && (isCut(text, whole) || isBehindDate(text, whole))) {
      text = whole;
    }
    if (!text.isEmpty() && !Character.isLetterOrDigit(text.charAt(0))) {
      text = BULLET.matcher(text).replaceFirst("");
    }
    if (anchor.childNodeSize() > 1) {
      var cut = (mayEndInDate(text) ? ENDS_IN_DATE.matcher(text).replaceFirst("") : text).strip();
      text = cut.length() >= 4 ? cut : text;
    }
    return text.length() <= 300 ? text : text.substring(0, 300);
  }

  private static boolean isCut(String text, String whole) {
    var seen = hasDots(text) ? ELLIPSIS.matcher(text).replaceFirst("").strip() : text.strip();
    if (seen.isEmpty()) {
      return true;
    }
    return whole.length() > seen.length()
        && whole.length() <= 300
        && whole.startsWith(seen.substring(0, Math.min(6, seen.length())))
        && !(whole.startsWith(seen) && isDay(whole.substring(seen.length())));
  }

  /// Whether the link shows its date and then what pointing at it tells.
  private static boolean isBehindDate(String text, String whole) {
    return text.length() > whole.length()
        && text.endsWith(whole)
        && isDay(text.substring(0, text.length() - whole.length()));
  }

  /// Whether that is digits and what stands between them in a date.
  private static boolean isDay(String text) {
    var digits = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      if (Character.isLetter(c) && "年月日".indexOf(c) < 0) {
        return false;
      }
    }
    return digits >= 2;
  }

  private static boolean hasDots(String text) {
    return text.indexOf('…') >= 0 || text.indexOf("..") >= 0;
  }

  /// Dates end in a digit, 日 or what closes a bracket.
  private static boolean mayEndInDate(String text) {
    var last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    return (last >= '0' && last <= '9') || "日])）】".indexOf(last) >= 0;
  }

  /// The title among the lines of a card: its heading, else its longest early line.
  private static String titleLine(Element anchor, String lines) {
    for (var inside : anchor.getAllElements()) {
      var tag = inside.normalName();
      if (tag.length() == 2
          && tag.charAt(0) == 'h'
          && tag.charAt(1) >= '1'
          && tag.charAt(1) <= '6') {
        return Anchors.fold(inside.text());
      }
    }
    var best = "";
    for (var line : lines.split("\n", 6)) {
      if (chinese(line) >= 4 && best.isEmpty()) {
        best = line.strip();
      }
    }
    return best.isEmpty() ? lines.replace('\n', ' ') : best;
  }

  private static int chinese(String line) {
    return (int) line.chars().filter(c -> c >= 0x4E00 && c <= 0x9FFF).count();
  }

  private boolean isPinned(Element block, String title) {
    if (!title.isEmpty() && "[【(（".indexOf(title.charAt(0)) >= 0) {
      var end = Math.min(title.length(), 5);
      if (pinned.in(Words.plain(title.substring(0, end))).isPresent()) {
        return true;
      }
    }
    return saysPinned(block, 0);
  }

  /// Whether a small element inside says so, in its text, its alt or its name.
  private boolean saysPinned(Element element, int depth) {
    for (var child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (child.attributesSize() > 0) {
        var said = child.attr("alt") + child.attr("title");
        var name = child.nameIs("img") ? child.attr("src") : child.className();
        if ((said.length() < 6 && pinned.in(Words.plain(said)).isPresent())
            || (mayPin(name) && PINNING_NAME.matcher(name).find())) {
          return true;
        }
      }
      if (!child.nameIs("a") && child.childNodeSize() == 1) {
        var text = child.ownText();
        if (text.length() <= 6 && pinned.in(Words.plain(text)).isPresent()) {
          return true;
        }
      }
      if (depth < 4 && saysPinned(child, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayPin(String name) {
    return !name.isEmpty()
        && (name.contains("top")
            || name.contains("ding")
            || name.contains("stick")
            || name.contains("zd"));
  }

  private int digits(int at) {
    var digits = 0;
    var text = sheet.text();
    for (var i = sheet.from(at); i < sheet.to(at); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  /// The words that reading lists needs.
  record Vocabulary(Words pinned, Words more, Words next) {
    static Vocabulary of(Lexicon lexicon) {
      return new Vocabulary(
          Words.of(lexicon, "item.pinned"),
          Words.of(lexicon, "link.more"),
          Words.of(lexicon, "link.next"));
    }
  }
}
