package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Kind;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.TextSignature;

/// What stands on many pages of a site and so belongs to none of them: lines of the template, boxes
/// with the newest articles. Grows as pages are read; belongs to one visit's thread.
public final class Furniture {
  /// Fewer pages prove nothing.
  private static final int A_FEW = 3;

  private final Map<Integer, Integer> lines = new HashMap<>();
  private final Map<String, Integer> boxes = new HashMap<>();

  /// Boxes with their headings, each with how many pages have it.
  private final Map<String, Integer> headed = new HashMap<>();

  /// Boxes with their headings, each with how many pages have it beside a list of their own.
  private final Map<String, Integer> beside = new HashMap<>();

  /// Addresses of entries, each with how many pages list it; the front page lists all.
  private final Map<String, Integer> listed = new HashMap<>();

  /// What frames show, each with how many pages have such a frame; the front page shows something
  /// of everything.
  private final Map<String, Integer> frames = new HashMap<>();

  /// The same of pages with a list of their own beside the frame.
  private final Map<String, Integer> framesBeside = new HashMap<>();

  /// What the bars of the front page lead to.
  private final Set<Integer> bars = new HashSet<>();

  private final List<Set<Integer>> links = new ArrayList<>();

  /// Which link of a page's main part stands on how many pages, not counting the front page, which
  /// shows something of everything, and the page itself, whose pager leads to it.
  private final Map<Integer, Integer> linked = new HashMap<>();

  /// The front pages of sites that pages with lists link to in their main parts, each with how many
  /// do: the friendly links. Several columns may consist of a link to one and the same site.
  private final Map<String, Integer> fronts = new HashMap<>();

  /// The lines, pictures and works of main parts, each with how many pages have it.
  private final Map<Integer, Integer> words = new HashMap<>();

  private final Map<Integer, Integer> things = new HashMap<>();

  /// What pages with lists tell beside them, anywhere, each with how many of them tell it.
  private final Map<Integer, Integer> told = new HashMap<>();

  private final Set<Integer> staticTemplates = new HashSet<>();

  /// The pages that were counted, by what they say, each with its address.
  private final Map<Long, String> seen = new HashMap<>();

  private Optional<TextSignature> front = Optional.empty();
  private int pages;

  /// Takes note of a page. The same page again, under another address, counts once.
  public void saw(PageReader.Result page) {
    if (page.onward().isEmpty()
        && seen.putIfAbsent(signature(page), page.facts().finalUrl()) == null) {
      count(page, 1);
    }
  }

  /// Takes note of a page as a browser shows it, in place of what its server sent.
  public void sawInstead(PageReader.Result sent, PageReader.Result shown) {
    if (seen.remove(signature(sent), sent.facts().finalUrl())) {
      count(sent, -1);
    }
    saw(shown);
  }

  private static long signature(PageReader.Result page) {
    var signature = page.facts().signature();
    return signature.simhash() * 31 + signature.length();
  }

  /// @param sign 1 for a page that is seen, -1 for one that is to be forgotten
  private void count(PageReader.Result page, int sign) {
    pages += sign;
    var place = page.substance().main();
    page.substance().lines().each((line, _) -> lines.merge(line, sign, Integer::sum));
    place.words().each((line, _) -> words.merge(line, sign, Integer::sum));
    place.pictures().forEach(one -> things.merge(one, sign, Integer::sum));
    place.works().forEach(one -> things.merge(one, sign, Integer::sum));
    countLinks(page, sign);
    countLists(page, sign);
    if (page.facts().kind() == PageKind.HOME) {
      front = Optional.of(page.facts().signature());
      page.facts().links().stream()
          .filter(link -> link.region() != Region.MAIN && link.kind() == Kind.ANCHOR)
          .forEach(link -> bars.add(Navigation.key(link.url()).hashCode()));
    }
    if (showsList(page)) {
      place.statements().each((line, _) -> told.merge(line, sign, Integer::sum));
      place.around().each((line, _) -> told.merge(line, sign, Integer::sum));
      frontPages(page).forEach(site -> fronts.merge(site, sign, Integer::sum));
    }
    // made by the same scripts, with its list in the page: these scripts fill no lists
    if (page.data().isEmpty() && showsList(page)) {
      staticTemplates.add(page.substance().scripts());
    }
  }

  private void countLinks(PageReader.Result page, int sign) {
    countFrames(page, sign);
    var main = mainLinks(page);
    if (sign > 0) {
      links.add(main);
    } else {
      links.remove(main);
    }
    if (page.facts().kind() != PageKind.HOME) {
      var itself = Navigation.key(page.facts().finalUrl()).hashCode();
      main.stream()
          .filter(link -> link != itself)
          .forEach(link -> linked.merge(link, sign, Integer::sum));
    }
  }

  private void countFrames(PageReader.Result page, int sign) {
    if (page.facts().kind() == PageKind.HOME) {
      return;
    }
    var beside = showsList(page);
    page.facts().links().stream()
        .filter(link -> link.kind() == Kind.FRAME)
        .map(Link::url)
        .distinct()
        .forEach(url -> {
          frames.merge(url, sign, Integer::sum);
          if (beside) {
            framesBeside.merge(url, sign, Integer::sum);
          }
        });
  }

  private void countLists(PageReader.Result page, int sign) {
    var here = new HashSet<String>();
    var entries = new HashSet<String>();
    var lists = page.facts().lists();
    var home = page.facts().kind() == PageKind.HOME;
    for (var list : lists) {
      if (here.add(key(list))) {
        boxes.merge(key(list), sign, Integer::sum);
        headed.merge(headed(list), sign, Integer::sum);
        if (!home && lists.stream().anyMatch(other -> isAnother(list, other))) {
          beside.merge(headed(list), sign, Integer::sum);
        }
      }
      list.items().forEach(item -> entries.add(item.url()));
    }
    if (!home) {
      entries.forEach(entry -> listed.merge(entry, sign, Integer::sum));
    }
  }

  private static boolean isAnother(ItemList list, ItemList other) {
    return other.main() && other.items().size() >= A_FEW && !key(other).equals(key(list));
  }

  private static boolean showsList(PageReader.Result page) {
    return page.facts().kind() != PageKind.HOME
        && page.facts().lists().stream()
            .anyMatch(list -> list.main() && list.items().size() >= A_FEW);
  }

  /// Characters of the page in lines that no other page has; all of them while too few pages are
  /// known.
  int ownLetters(PageReader.Result page) {
    if (pages < A_FEW) {
      return page.substance().text();
    }
    var letters = new int[1];
    page.substance()
        .lines()
        .each((line, length) -> letters[0] += lines.getOrDefault(line, 0) <= 1 ? length : 0);
    return letters[0];
  }

  /// Characters of the page's main part outside links that no other page has; all while too few
  /// pages are known.
  int ownWords(PageReader.Result page) {
    var letters = new int[1];
    page.substance()
        .main()
        .words()
        .each((line, length) -> letters[0] += isOwn(words, line) ? length : 0);
    return letters[0];
  }

  /// Whether the page's main part tells something that no page with a list tells too. Pages without
  /// lists prove nothing: a county says on each of its pages where it lies.
  boolean tellsOfItself(PageReader.Result page) {
    var found = new boolean[1];
    page.substance().main().statements().each((line, _) -> found[0] |= isOwn(told, line));
    return found[0];
  }

  /// Whether it tells something in whole that no other page tells.
  boolean tellsInWhole(PageReader.Result page) {
    var found = new boolean[1];
    page.substance()
        .main()
        .sentences()
        .each((line, _) -> found[0] |= isOwn(told, line) && isOwn(words, line));
    return found[0];
  }

  /// How many pictures the page's main part has that no other page has.
  int ownPictures(PageReader.Result page) {
    return (int)
        page.substance().main().pictures().stream().filter(one -> isOwn(things, one)).count();
  }

  /// Whether it has a film, a document, a drawing or a field that no other page has.
  boolean hasOwnWork(PageReader.Result page) {
    return page.substance().main().works().stream().anyMatch(one -> isOwn(things, one));
  }

  private boolean isOwn(Map<Integer, Integer> known, int one) {
    return pages < A_FEW || known.getOrDefault(one, 0) <= 1;
  }

  /// How many links the page's main part has of its own: what a page that leads on to other columns
  /// consists of. The menu of a section, which stands on all its pages and names each of them, is
  /// none of its own; nor is what stands on much of the site.
  int ownLinks(PageReader.Result page) {
    var all = mainLinks(page);
    var mine = new HashSet<>(all);
    page.facts().lists().stream()
        .filter(this::isBox)
        .flatMap(list -> list.items().stream())
        .forEach(item -> mine.remove(Navigation.key(item.url()).hashCode()));
    var repeated = 0;
    for (var others : links) {
      var common = mine.stream().filter(others::contains).count();
      repeated += common * 5 >= mine.size() * 4L && others.size() <= mine.size() * 3 + 10 ? 1 : 0;
    }
    // the page itself is among them
    repeated -= links.contains(all) && all.size() <= mine.size() * 3 + 10 ? 1 : 0;
    var everywhere = repeated >= A_FEW && repeated * 5 >= pages * 2;
    var menu = repeated >= A_FEW - 1 && namesItself(page);
    if (everywhere || menu) {
      return 0;
    }
    mine.remove(Navigation.key(page.facts().finalUrl()).hashCode());
    var elsewhere = mine.stream().filter(link -> !bars.contains(link)).count();
    // once more what the bars of the site name, this page too: its menu, whatever it is called
    var again =
        (mine.size() - elsewhere) * 5 >= mine.size() * 4L
            && (namesItself(page) || !page.facts().notice().isEmpty());
    return again ? (int) elsewhere : mine.size();
  }

  /// Whether few pages have that link in their main parts: a site map has it too, and a page or two
  /// that mention it.
  boolean isOwn(String url) {
    var key = Navigation.key(url);
    if (isFrontPage(key)) {
      return fronts.getOrDefault(key, 0) < A_FEW;
    }
    var on = linked.getOrDefault(key.hashCode(), 0);
    return on < A_FEW || on * 5 < pages;
  }

  /// Whether what a frame shows may be the content of a page that has it: columns may share one,
  /// and pages with lists of their own and much of the site have none but the template's.
  boolean isOwnFrame(String url) {
    var on = frames.getOrDefault(url, 0);
    return on <= 1
        || (framesBeside.getOrDefault(url, 0) == 0 && (on < A_FEW || on * 5 < pages * 2));
  }

  /// Whether the bars of the front page lead there too.
  boolean isInBars(String url) {
    return bars.contains(Navigation.key(url).hashCode());
  }

  /// Whether several pages list what lies there among their entries.
  public boolean isListedAgain(String url) {
    return listed.getOrDefault(url, 0) > 1;
  }

  /// Whether the page says just what the front page says, under an address of its own: the shell of
  /// a site whose scripts make every page of the same document.
  public boolean isFrontAgain(PageReader.Result page) {
    return page.substance().scripts() != 0
        && front.filter(page.facts().signature()::equals).isPresent()
        && !page.facts().finalUrl().equals(seen.get(signature(page)));
  }

  /// Whether the main part has a link to this very page.
  private static boolean namesItself(PageReader.Result page) {
    var here = Navigation.key(page.facts().finalUrl());
    return page.facts().links().stream()
        .anyMatch(link ->
            link.region() == Region.MAIN
                && link.kind() == Kind.ANCHOR
                && link.text().length() > 1
                && Navigation.key(link.url()).equals(here));
  }

  /// The links of the main part, save those home and to the sections above; the page itself counts,
  /// for the pages beside it link to it.
  private static Set<Integer> mainLinks(PageReader.Result page) {
    var here = Navigation.key(page.facts().finalUrl());
    var found = new HashSet<Integer>();
    for (var link : page.facts().links()) {
      if (link.region() == Region.MAIN
          && (link.kind() == Kind.ANCHOR || link.kind() == Kind.DOCUMENT)) {
        var key = Navigation.key(link.url());
        if ((!here.startsWith(key) || here.equals(key)) && !isFrontPage(key)) {
          found.add(key.hashCode());
        }
      }
    }
    return found;
  }

  private static Stream<String> frontPages(PageReader.Result page) {
    return page.facts().links().stream()
        .filter(link -> link.region() == Region.MAIN && link.kind() == Kind.ANCHOR)
        .map(link -> Navigation.key(link.url()))
        .filter(Furniture::isFrontPage)
        .distinct();
  }

  private static boolean isFrontPage(String key) {
    return key.indexOf('/') < 0;
  }

  /// Whether the list stands on so many pages that it is no page's own, or on several, under the
  /// same heading, beside their own lists.
  boolean isBox(ItemList list) {
    var on = boxes.getOrDefault(key(list), 0);
    return (on >= A_FEW && on * 5 >= pages * 2)
        || (on >= A_FEW
            && !list.heading().isEmpty()
            && beside.getOrDefault(headed(list), 0) >= A_FEW - 1);
  }

  /// Whether the list is called so wherever it stands, or nearly: what stands below an empty list
  /// has that list's heading there and none or another elsewhere.
  boolean isCalledSoElsewhere(ItemList list) {
    return headed.getOrDefault(headed(list), 0) * 2 >= boxes.getOrDefault(key(list), 0);
  }

  /// Whether pages with exactly these scripts have their lists in themselves.
  boolean isStatic(int scripts) {
    return staticTemplates.contains(scripts);
  }

  private static String headed(ItemList list) {
    return list.heading() + " " + key(list);
  }

  private static String key(ItemList list) {
    var items = list.items();
    return items.getFirst().url() + " " + items.getLast().url() + " " + items.size();
  }
}
