package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.Source;

/// A candidate and its pages into a column. Made per site, when the site's pages have been read, so
/// that boxes and lines which stand on every page are told from a column's own. What cannot be seen
/// is `UNREAD`: a page is blank only when nothing could have filled it unseen.
public final class ColumnReading {
  /// Less text of its own than this is no content.
  private static final int LITTLE = 40;

  /// So many characters may be an address or an answer; names, dates and 返回 are fewer.
  private static final int A_FEW_WORDS = 12;

  /// So many characters has a link, or less.
  private static final int A_LINK = 20;

  /// Links of a page's own that may lead back: to the section above, to a neighbour.
  private static final int LEADING_BACK = 1;

  private final Navigation navigation;
  private final Furniture furniture;
  private final String host;

  /// @param navigation knows the edition's words for columns
  /// @param furniture what the pages of the site have in common, as far as they were read
  /// @param home the site's home page: what belongs to the body is told from its host, for seen
  ///   from a host below it the body's own would be somebody above
  public ColumnReading(Navigation navigation, Furniture furniture, PageFacts home) {
    this.navigation = navigation;
    this.furniture = furniture;
    this.host = Addresses.host(home.finalUrl());
  }

  /// What else should be fetched and read before [#read], likeliest first: data addresses when the
  /// list is not in the page, the next page when the first shows only pinned or undated items.
  /// Empty when what was read suffices.
  public List<String> wanted(Candidate candidate, List<PageReader.Result> pages) {
    var read = new HashSet<String>();
    pages.forEach(page -> read.addAll(List.of(page.facts().url(), page.facts().finalUrl())));
    var wanted = new ArrayList<String>();
    var own = own(candidate, pages);
    if (own.isEmpty()) {
      for (var page : pages) {
        for (var url : page.data()) {
          if (SameBody.is(host, Addresses.host(url))) {
            wanted.add(url);
          }
        }
        frames(page.facts()).forEach(wanted::add);
      }
    } else if (own.stream().flatMap(list -> list.items().stream()).allMatch(Item::pinned)) {
      own.stream().map(ItemList::next).filter(next -> !next.isEmpty()).forEach(wanted::add);
    }
    wanted.removeIf(read::contains);
    return wanted;
  }

  /// The column, from its pages in reading order (list page, data answers, further pages).
  ///
  /// @param pages never empty
  public Column read(Candidate candidate, List<PageReader.Result> pages) {
    var first = pages.getFirst();
    var page = first.facts();
    var its = navigation.refined(candidate, page);
    if (furniture.isFrontAgain(first)) {
      var detail = "the same page as the front page, for scripts to make it another";
      return unread(its, new Failure(Failure.Kind.NEEDS_BROWSER, detail), page.source());
    }
    var items = items(own(its, pages));
    if (!items.isEmpty()) {
      var state = isArchive(page) ? Column.State.CONTENT : Column.State.LISTED;
      return column(its, state, items, "", page.source());
    }
    var failure = page.failure(page.title());
    if (failure.isPresent()) {
      return unread(its, failure.get(), page.source());
    }
    if (isContent(its, first) || framed(pages).anyMatch(frame -> isContent(its, frame))) {
      return column(its, Column.State.CONTENT, List.of(), "", page.source());
    }
    return empty(its, pages);
  }

  /// The column whose page could not be had.
  public Column unread(Candidate candidate, Failure why, Source source) {
    return new Column(
        candidate.name(),
        candidate.url(),
        candidate.kind(),
        candidate.confidence(),
        candidate.level(),
        Column.State.UNREAD,
        List.of(),
        "",
        Optional.of(why),
        source);
  }

  /// Nothing of its own was found: whether that is so, or something may have filled it unseen.
  private Column empty(Candidate candidate, List<PageReader.Result> pages) {
    var first = pages.getFirst();
    var page = first.facts();
    var frames = framed(pages).toList();
    if (frames.size() < frames(page).count()) {
      return unread(candidate, new Failure(Failure.Kind.UNREADABLE, "a frame"), page.source());
    }
    var shown = new ArrayList<PageReader.Result>(frames);
    shown.addFirst(first);
    var notice = notice(shown);
    var tells = shown.stream().anyMatch(furniture::tellsOfItself);
    var words = shown.stream().mapToInt(furniture::ownWords).sum();
    if (!notice.isEmpty() && words < LITTLE && !tells && shown.stream().noneMatch(this::isFilled)) {
      return column(candidate, Column.State.NOTICE_ONLY, List.of(), notice, page.source());
    }
    if (shown.stream().anyMatch(this::mayBeFilled)) {
      var answered = pages.size() > shown.size();
      var detail =
          answered ? "the list's data address gave no entries" : "the list is filled by a script";
      return unread(candidate, new Failure(Failure.Kind.NEEDS_BROWSER, detail), page.source());
    }
    if (tells
        || words >= A_FEW_WORDS
        || shown.stream().anyMatch(one -> furniture.ownPictures(one) > 0)) {
      // an address, a chart, a code to scan: it may be all that the column is for
      var detail = "a picture or a few words that may be its content";
      return unread(candidate, new Failure(Failure.Kind.TOO_LITTLE, detail), page.source());
    }
    return column(candidate, Column.State.BLANK, List.of(), "", page.source());
  }

  /// Whether the list says of itself that it is kept from former times.
  private static boolean isArchive(PageFacts page) {
    return !page.notice().isEmpty() && page.lists().stream().anyMatch(ItemList::main);
  }

  private static String notice(List<PageReader.Result> shown) {
    return shown.stream()
        .map(one -> one.facts().notice())
        .filter(notice -> !notice.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// Whether scripts fill the page, beyond doubt.
  private boolean isFilled(PageReader.Result page) {
    return page.substance().filling() == Substance.Filling.SCRIPTED;
  }

  private boolean mayBeFilled(PageReader.Result page) {
    return switch (page.substance().filling()) {
      case SCRIPTED -> true;
      case PERHAPS -> !furniture.isStatic(page.substance().scripts());
      case STATIC -> false;
    };
  }

  /// What frames show that is not the template's, where it is the same body's.
  private Stream<String> frames(PageFacts page) {
    return page.links().stream()
        .filter(this::isFrame)
        .map(Link::url)
        .filter(url -> SameBody.is(host, Addresses.host(url)))
        .distinct();
  }

  /// Whether the frame may hold the content: one that does not belong to the site's template.
  private boolean isFrame(Link link) {
    return link.kind() == Link.Kind.FRAME
        && link.region() != Link.Region.HEADER
        && link.region() != Link.Region.FOOTER
        && link.url().startsWith("http")
        && furniture.isOwnFrame(link.url());
  }

  /// Those of the pages that stand in frames of the first.
  private Stream<PageReader.Result> framed(List<PageReader.Result> pages) {
    var frames = frames(pages.getFirst().facts()).collect(Collectors.toSet());
    return pages.stream().skip(1).filter(page -> frames.contains(page.facts().url()));
  }

  private boolean isContent(Candidate candidate, PageReader.Result first) {
    var page = first.facts();
    if (page.kind() == PageKind.FORM || page.kind() == PageKind.ARTICLE) {
      return page.kind() == PageKind.FORM || furniture.ownLetters(first) >= LITTLE;
    }
    var own = furniture.ownLinks(first);
    // a box that is shut, or opens after a log-in, says so in few words
    var box =
        candidate.kind() == ColumnKind.INTERACTION
            && first.talks()
            && furniture.tellsOfItself(first);
    if (own > LEADING_BACK || (own > 0 && leadsOn(page)) || box) {
      return true;
    }
    if (leadsAway(page)
        || showsDocument(page)
        || furniture.hasOwnWork(first)
        || (page.notice().isEmpty() && furniture.ownPictures(first) > 1)) {
      return true;
    }
    var letters = letters(first);
    if (letters >= LITTLE * 2 || (page.notice().isEmpty() && furniture.tellsInWhole(first))) {
      return true;
    }
    var shown = first.substance().pictures() > 0 || first.substance().links() > 2;
    return letters >= LITTLE
        && page.notice().isEmpty()
        && (shown || candidate.kind() == ColumnKind.OVERVIEW);
  }

  /// Characters of the page's own, no more than its main part has: a foot may be a page's own too,
  /// where others have another. What stands around the place that a script is going to fill is
  /// hardly that.
  private int letters(PageReader.Result page) {
    var place = page.substance();
    var most = place.text() + (place.links() + 1) * A_LINK;
    var letters = Math.min(most, furniture.ownLetters(page)) - page.facts().notice().length();
    return page.substance().filling() == Substance.Filling.SCRIPTED
        ? Math.min(letters, furniture.ownWords(page))
        : letters;
  }

  private boolean showsDocument(PageFacts page) {
    return page.links().stream()
        .anyMatch(link -> isFrame(link) && LinkReader.isDocument(link.url()));
  }

  /// Whether a link of the page's own leads to somebody else's site, where the service is, or a
  /// frame shows it.
  private boolean leadsAway(PageFacts page) {
    return page.links().stream()
        .anyMatch(link ->
            link.region() == Link.Region.MAIN
                && link.url().startsWith("http")
                && !SameBody.is(host, Addresses.host(link.url()))
                && !furniture.isInBars(link.url())
                && (link.kind() == Link.Kind.ANCHOR ? furniture.isOwn(link.url()) : isFrame(link)));
  }

  /// Whether the one link of the page's own leads on, and not back.
  private boolean leadsOn(PageFacts page) {
    return page.links().stream()
        .anyMatch(link -> navigation.leadsOn(link, host) && furniture.isOwn(link.url()));
  }

  // lists

  /// The lists that are the column's own: main ones, and no boxes that stand on many pages.
  private List<ItemList> own(Candidate candidate, List<PageReader.Result> pages) {
    var own = new ArrayList<ItemList>();
    for (var page : pages) {
      for (var list : page.facts().lists()) {
        if (list.main() && (!furniture.isBox(list) || belongs(candidate, list))) {
          own.add(list);
        }
      }
    }
    return own;
  }

  /// Whether the list is called like the column, or its entries lie below the column's address: a
  /// short column's whole list may stand on the home page too.
  private boolean belongs(Candidate candidate, ItemList list) {
    var folder = Navigation.folder(candidate.url());
    // below an empty list the next box is the site's foot, and leads to registers on other hosts
    if (!list.heading().isEmpty()
        && list.heading().equals(candidate.name())
        && (isDated(list) || furniture.isCalledSoElsewhere(list))) {
      return list.items().stream().allMatch(item -> SameBody.is(host, Addresses.host(item.url())));
    }
    var below =
        list.items().stream()
            .filter(item ->
                Addresses.host(item.url()).equals(Addresses.host(candidate.url()))
                    && Addresses.path(item.url()).startsWith(folder))
            .count();
    return folder.length() > 1 && below * 2 > list.items().size();
  }

  private static boolean isDated(ItemList list) {
    return list.items().stream().anyMatch(item -> item.date().isPresent());
  }

  private static List<Item> items(List<ItemList> lists) {
    var items = new LinkedHashMap<String, Item>();
    for (var list : lists) {
      for (var item : list.items()) {
        items.merge(item.url() + " " + item.title(), item, ColumnReading::fuller);
      }
    }
    return List.copyOf(items.values());
  }

  private static Item fuller(Item one, Item other) {
    return one.date().isEmpty() ? other : one;
  }

  private static Column column(
      Candidate candidate, Column.State state, List<Item> items, String notice, Source source) {
    return new Column(
        candidate.name(),
        candidate.url(),
        candidate.kind(),
        candidate.confidence(),
        candidate.level(),
        state,
        items,
        notice,
        Optional.empty(),
        source);
  }
}
