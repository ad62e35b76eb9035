package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link.Kind;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts.PageKind;

/// What stands on many pages of a site and so belongs to none of them: lines of the template, boxes
/// with the newest articles. Grows as pages are read; belongs to one visit's thread.
public final class Furniture {
  /// Fewer pages prove nothing.
  private static final int A_FEW = 3;

  private final Map<Integer, Integer> lines = new HashMap<>();
  private final Map<String, Integer> boxes = new HashMap<>();
  private final List<Set<Integer>> links = new ArrayList<>();

  /// Which link of a page's main part stands on how many pages, not counting the front page, which
  /// shows something of everything, and the page itself, whose pager leads to it.
  private final Map<Integer, Integer> linked = new HashMap<>();

  /// The lines, pictures and works of main parts, each with how many pages have it.
  private final Map<Integer, Integer> words = new HashMap<>();

  private final Map<Integer, Integer> things = new HashMap<>();

  /// What pages with lists tell beside them, anywhere, each with how many of them tell it.
  private final Map<Integer, Integer> told = new HashMap<>();

  private final Set<Integer> staticTemplates = new HashSet<>();
  private final Set<Long> seen = new HashSet<>();
  private int pages;

  /// Takes note of a page. The same page again, under another address, counts once.
  public void saw(PageReader.Result page) {
    var signature = page.facts().signature();
    if (page.onward().isPresent() || !seen.add(signature.simhash() * 31 + signature.length())) {
      return;
    }
    pages++;
    page.substance().lines().each((line, _) -> lines.merge(line, 1, Integer::sum));
    var place = page.substance().main();
    place.words().each((line, _) -> words.merge(line, 1, Integer::sum));
    place.pictures().forEach(one -> things.merge(one, 1, Integer::sum));
    place.works().forEach(one -> things.merge(one, 1, Integer::sum));
    var main = mainLinks(page);
    links.add(main);
    if (page.facts().kind() != PageKind.HOME) {
      var itself = Navigation.key(page.facts().finalUrl()).hashCode();
      main.stream()
          .filter(link -> link != itself)
          .forEach(link -> linked.merge(link, 1, Integer::sum));
    }
    var here = new HashSet<String>();
    for (var list : page.facts().lists()) {
      if (here.add(key(list))) {
        boxes.merge(key(list), 1, Integer::sum);
      }
    }
    // made by the same scripts, with its list in the page: these scripts fill no lists
    if (page.data().isEmpty() && showsList(page)) {
      staticTemplates.add(page.substance().scripts());
    }
    if (showsList(page)) {
      place.statements().each((line, _) -> told.merge(line, 1, Integer::sum));
      place.around().each((line, _) -> told.merge(line, 1, Integer::sum));
    }
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

  /// Characters of what the page's main part tells and no page with a list tells too. Pages without
  /// lists prove nothing: a county says on each of its pages where it lies.
  int ownStatements(PageReader.Result page) {
    var letters = new int[1];
    page.substance()
        .main()
        .statements()
        .each((line, length) -> letters[0] += isOwn(told, line) ? length : 0);
    return letters[0];
  }

  /// Whether the page's main part has a picture that no other page has.
  boolean hasOwnPicture(PageReader.Result page) {
    return page.substance().main().pictures().stream().anyMatch(one -> isOwn(things, one));
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
    var mine = mainLinks(page);
    var repeated = 0;
    for (var others : links) {
      var common = mine.stream().filter(others::contains).count();
      repeated += common * 5 >= mine.size() * 4L && others.size() <= mine.size() * 3 + 10 ? 1 : 0;
    }
    // the page itself is among them
    repeated -= links.contains(mine) ? 1 : 0;
    var everywhere = repeated >= A_FEW && repeated * 5 >= pages * 2;
    var menu = repeated >= A_FEW - 1 && namesItself(page);
    var itself = mine.contains(Navigation.key(page.facts().finalUrl()).hashCode()) ? 1 : 0;
    return everywhere || menu ? 0 : mine.size() - itself;
  }

  /// Whether few pages have that link in their main parts: a site map has it too, and a page or two
  /// that mention it.
  boolean isOwn(String url) {
    var on = linked.getOrDefault(Navigation.key(url).hashCode(), 0);
    return on < A_FEW || on * 5 < pages;
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
        if ((!here.startsWith(key) || here.equals(key)) && key.indexOf('/') > 0) {
          found.add(key.hashCode());
        }
      }
    }
    return found;
  }

  /// Whether the list stands on so many pages that it is no page's own.
  boolean isBox(ItemList list) {
    var on = boxes.getOrDefault(key(list), 0);
    return on >= A_FEW && on * 5 >= pages * 2;
  }

  /// Whether pages with exactly these scripts have their lists in themselves.
  boolean isStatic(int scripts) {
    return staticTemplates.contains(scripts);
  }

  private static String key(ItemList list) {
    var items = list.items();
    return items.getFirst().url() + " " + items.getLast().url() + " " + items.size();
  }
}
