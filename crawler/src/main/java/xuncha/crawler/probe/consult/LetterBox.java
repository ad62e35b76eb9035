package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Opened;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Letters.Kind;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.Source;

/// One box: its list, page by page back through the period, and the letters' own pages where the
/// list does not tell how they fared. A column whose first entries are no letters is left at that.
final class LetterBox {
  private static final int LIST_PAGES = 12;

  /// Pages of a list whose entries have no dates: how far back they lead nobody knows.
  private static final int UNDATED_PAGES = 4;

  /// Own pages that are looked at to see whether a column's entries are letters.
  private static final int TRIALS = 3;

  private final Ground ground;
  private final Period period;
  private final String name;

  /// Addresses of entries that belong to boxes which need not answer.
  private final Set<String> leftOut;

  private final Set<String> pages = new LinkedHashSet<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> looked = new HashSet<>();

  /// What the list says of each letter.
  private final Map<String, Letter> listed = new LinkedHashMap<>();

  /// Entries that may be letters, by address.
  private final Map<String, Item> entries = new LinkedHashMap<>();

  private final Map<String, Letter> letters = new LinkedHashMap<>();
  private final Set<String> unread = new LinkedHashSet<>();
  private Optional<String> next = Optional.empty();
  private int undated;
  private int read;
  private boolean complete = true;

  LetterBox(Ground ground, Period period, String name, Set<String> leftOut) {
    this.ground = ground;
    this.period = period;
    this.name = name;
    this.leftOut = leftOut;
  }

  /// Looks at the first page of the list and at some entries.
  ///
  /// @param known entries that are known already, from the column as it was read
  /// @return whether they are letters
  boolean begin(String url, List<Item> known) {
    entries(known);
    page(url);
    ownPages().stream().limit(TRIALS).forEach(this::own);
    return !listed.isEmpty() || !letters.isEmpty();
  }

  /// Reads the rest of the list and of the letters.
  ///
  /// @param most how many pages may be asked for
  void readOn(int most) {
    var before = ground.left();
    while (next.isPresent() && pages.size() < LIST_PAGES && before - ground.left() < most) {
      page(next.get());
    }
    complete &= next.isEmpty();
    var rest = ownPages().stream().filter(url -> !looked.contains(url)).toList();
    var strange = rest.stream().filter(url -> !ground.knows(url)).toList();
    var chosen = spread(strange, Math.max(0, most - (before - ground.left())));
    complete &= chosen.size() == strange.size();
    unread.addAll(strange);
    unread.removeAll(chosen);
    Stream.concat(rest.stream().filter(ground::knows), chosen.stream())
        .distinct()
        .forEach(this::own);
  }

  /// What is known of the letters, in the order of the list.
  List<Letter> letters() {
    var all = new LinkedHashMap<String, Letter>();
    listed.forEach((key, letter) -> all.put(key, letters.getOrDefault(key, letter)));
    letters.forEach(all::putIfAbsent);
    unread.forEach(url -> all.putIfAbsent(url, unread(url)));
    return List.copyOf(all.values());
  }

  /// A letter that nobody looked at: that it was published is all that is known.
  private Letter unread(String url) {
    return new Letter(
        Optional.ofNullable(entries.get(url)).map(Item::title).orElse(""),
        url,
        name,
        Kind.CONSULTATION,
        Optional.empty(),
        Optional.empty(),
        Standing.UNKNOWN,
        0,
        Source.UNARCHIVED);
  }

  /// Whether all of the period's letters were read.
  boolean complete() {
    return complete;
  }

  /// The addresses of the list's pages.
  Set<String> pages() {
    return pages;
  }

  // the list

  private void page(String url) {
    next = Optional.empty();
    if (!pages.add(WebAddress.spelled(url))) {
      return;
    }
    switch (ground.open(url)) {
      case Opened.Page page -> page(page);
      case Opened.Unread _ -> complete = false;
    }
  }

  private void page(Opened.Page page) {
    var facts = page.facts();
    pages.add(WebAddress.spelled(facts.finalUrl()));
    var told = page.tree().map(tree -> facts(facts).list(tree)).orElse(List.of());
    told.stream()
        .filter(letter -> letter.kind() == Kind.CONSULTATION)
        .filter(letter -> !leftOut.contains(WebAddress.spelled(letter.url())))
        .filter(letter -> !period.isOver(letter.sent()))
        .forEach(letter -> listed.putIfAbsent(key(letter), letter));
    var lists = facts.lists().stream().filter(ItemList::main).filter(LetterBox::mayBe).toList();
    lists.forEach(list -> entries(list.items()));
    var fresh =
        lists.stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> shown.add(item.url()))
                .count()
            > 0;
    var dates = new ArrayList<Optional<FoundDate>>(told.stream().map(Letter::sent).toList());
    lists.forEach(list -> list.items().forEach(item -> dates.add(item.date())));
    undated += dates.stream().allMatch(Optional::isEmpty) ? 1 : 0;
    var over = !dates.isEmpty() && dates.stream().allMatch(period::isOver);
    if (!over && (fresh || !told.isEmpty())) {
      next =
          Stream.concat(lists.stream().map(ItemList::next), numbered(facts))
              .filter(url -> !url.isEmpty() && ground.sameBody(url))
              .filter(url -> !pages.contains(WebAddress.spelled(url)) && undated < UNDATED_PAGES)
              .findFirst();
    }
  }

  /// Where the number of the next page leads, beside the list's other pages.
  private Stream<String> numbered(PageFacts facts) {
    read++;
    var number = String.valueOf(read + 1);
    return facts.links().stream()
        .filter(link -> link.kind() == Link.Kind.ANCHOR && link.text().equals(number))
        .map(Link::url)
        .filter(url -> folder(url).equals(folder(facts.finalUrl())));
  }

  private static String folder(String url) {
    var path = url.indexOf('?') < 0 ? url : url.substring(0, url.indexOf('?'));
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /// A hub shows entries of several boxes, some of which need not answer.
  private static boolean mayBe(ItemList list) {
    return LetterKind.of(list.heading(), "") == Kind.CONSULTATION;
  }

  private void entries(List<Item> items) {
    for (var item : items) {
      var url = WebAddress.spelled(item.url());
      if (url.startsWith("http")
          && ground.sameBody(url)
          && !leftOut.contains(url)
          && !period.isOver(item.date())) {
        entries.putIfAbsent(url, item);
      }
    }
  }

  // own pages

  /// Those worth a look: of letters that seem to wait, so that nobody is accused by a list alone;
  /// then of those of which the list does not tell all.
  private List<String> ownPages() {
    if (listed.isEmpty()) {
      return entries.keySet().stream().filter(url -> !pages.contains(url)).toList();
    }
    return listed.values().stream()
        .filter(letter -> letter.standing() != Standing.ANSWERED || letter.answered().isEmpty())
        .filter(letter -> letter.standing() != Standing.INVALID)
        .sorted(Comparator.comparing(letter -> letter.standing() != Standing.WAITING))
        .map(letter -> WebAddress.spelled(letter.url()))
        .filter(url -> !pages.contains(url) && ground.sameBody(url))
        .toList();
  }

  private void own(String url) {
    looked.add(url);
    if (!(ground.open(url) instanceof Opened.Page page)) {
      complete = false;
      unread.add(url);
      return;
    }
    var inList = Optional.ofNullable(listed.get(url));
    var title =
        inList
            .map(Letter::title)
            .or(() -> Optional.ofNullable(entries.get(url)).map(Item::title))
            .orElse("");
    page.tree()
        .filter(tree -> Crumbs.of(tree).kind() == Kind.CONSULTATION)
        .flatMap(tree ->
            new LetterFacts(name, url, page.facts().at(), page.facts().source())
                .detail(tree, title))
        .map(own -> inList.map(known -> LetterFacts.together(known, own)).orElse(own))
        .ifPresent(letter -> letters.put(url, letter));
  }

  private LetterFacts facts(PageFacts page) {
    return new LetterFacts(name, page.finalUrl(), page.at(), page.source());
  }

  private String key(Letter letter) {
    var url = WebAddress.spelled(letter.url());
    return pages.contains(url)
        ? letter.title() + " " + letter.sent().map(date -> date.day().toString()).orElse("")
        : url;
  }

  /// `most` of them, evenly spread.
  private static List<String> spread(List<String> all, int most) {
    return most >= all.size()
        ? all
        : IntStream.range(0, most)
            .mapToObj(at -> all.get((int) ((long) at * all.size() / most)))
            .toList();
  }
}
