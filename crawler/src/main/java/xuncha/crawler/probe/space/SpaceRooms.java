package xuncha.crawler.probe.space;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.UserSpace;
import xuncha.findings.visit.UserSpace.History;

/// Goes through a person's own pages and looks for the histories they keep.
///
/// A history is a place that a site names so: a link to a page of its own, or a heading or tab over
/// a list. Links that strangers are shown too lead to the site's columns and count for nothing.
final class SpaceRooms {
  /// Pages of a space that are opened at most.
  private static final int MOST_PAGES = 10;

  private static final String NAMED = "h1,h2,h3,h4,h5,h6,legend,th,dt,li,a,span,div,p,td,button";

  private final Person person;
  private final SpaceWords words;
  private final Set<String> strangers;
  private final Predicate<String> own;
  private final Sheet read;
  private final Map<UserSpace.Kind, History> found = new EnumMap<>(UserSpace.Kind.class);
  private Optional<Failure> unseen = Optional.empty();

  /// @param common addresses that strangers are shown too
  /// @param own whether an address is the body's
  /// @param read a page that the person read a moment before
  SpaceRooms(
      Person person, SpaceWords words, Set<String> common, Predicate<String> own, Sheet read) {
    this.person = person;
    this.words = words;
    this.strangers = common;
    this.own = own;
    this.read = read;
  }

  /// All that the space at `first` keeps.
  UserSpace.Space of(Sheet first) {
    var opened = new HashSet<String>();
    opened.add(Traces.cleaned(first.url()));
    var waiting = new ArrayDeque<Sheet>();
    waiting.add(first);
    while (!waiting.isEmpty() && found.size() < UserSpace.Kind.values().length) {
      var page = waiting.poll();
      look(page);
      for (var url : inner(page)) {
        if (opened.size() < MOST_PAGES && opened.add(Traces.cleaned(url))) {
          var next = person.open(url, page.url());
          next.sheet().filter(sheet -> !sheet.asksForPassword()).ifPresent(waiting::add);
          next.why().filter(why -> !isGone(why)).ifPresent(this::doubt);
        }
      }
    }
    return new UserSpace.Space(Traces.cleaned(first.url()), List.copyOf(found.values()), unseen);
  }

  private void look(Sheet page) {
    if (page.scripted()) {
      doubt(new Failure(Kind.NEEDS_BROWSER, page.facts().title()));
    }
    for (var kind : UserSpace.Kind.values()) {
      if (!found.containsKey(kind)) {
        place(page, kind).ifPresent(place -> found.put(kind, place));
      }
    }
  }

  private Optional<History> place(Sheet page, UserSpace.Kind kind) {
    for (var element : page.tree().select(NAMED)) {
      var name = element.text();
      if (!words.isHistory(kind, name) || isOfEveryone(element)) {
        continue;
      }
      var link = link(element);
      if (link.isEmpty() || Traces.same(link.get(), page.url())) {
        return Optional.of(here(kind, name, page));
      }
      var there = person.open(link.get(), page.url());
      if (there.why().filter(SpaceRooms::isGone).isPresent()) {
        continue; // a name that leads nowhere keeps nothing
      }
      return Optional.of(
          there
              .sheet()
              .map(sheet -> here(kind, name, sheet))
              .orElseGet(() ->
                  new History(
                      kind, name, Traces.cleaned(link.get()), Optional.empty(), there.why())));
    }
    return Optional.empty();
  }

  private History here(UserSpace.Kind kind, String name, Sheet page) {
    var seen =
        kind != UserSpace.Kind.BROWSING || (page.scripted() && !lists(page))
            ? Optional.<Boolean>empty()
            : Optional.of(lists(page));
    return new History(kind, name, Traces.cleaned(page.url()), seen, Optional.empty());
  }

  /// Whether the page that was read is among those listed here, by address or by title.
  private boolean lists(Sheet page) {
    var title = read.facts().headline().isEmpty() ? read.facts().title() : read.facts().headline();
    return page.tree().select("a[href]").stream()
        .anyMatch(link ->
            Traces.same(link.absUrl("href"), read.url())
                || (!title.isEmpty()
                    && !link.text().isEmpty()
                    && link.text().length() >= 6
                    && title.contains(link.text().replace("…", "").replace("...", "").strip())));
  }

  private boolean isOfEveryone(Element element) {
    return link(element).filter(url -> strangers.contains(Traces.cleaned(url))).isPresent();
  }

  private static Optional<String> link(Element element) {
    var link = element.normalName().equals("a") ? element : element.select("a[href]").first();
    var around = link == null ? element.closest("a[href]") : link;
    return Optional.ofNullable(around)
        .filter(one -> !one.attr("href").startsWith("#"))
        .map(one -> one.absUrl("href"))
        .filter(url -> url.startsWith("http"));
  }

  /// Frames of the page, and its links that may lead on to a history.
  private List<String> inner(Sheet page) {
    var inner = new ArrayList<String>();
    for (var frame : page.tree().select("iframe[src],frame[src]")) {
      inner.add(frame.absUrl("src"));
    }
    for (var link : page.tree().select("a[href]")) {
      if (words.mayLeadOn(link.text()) && !link.attr("href").startsWith("#")) {
        inner.add(link.absUrl("href"));
      }
    }
    return inner.stream()
        .filter(url -> url.startsWith("http") && own.test(url))
        .filter(url -> !strangers.contains(Traces.cleaned(url)))
        .distinct()
        .toList();
  }

  private void doubt(Failure why) {
    if (unseen.isEmpty()) {
      unseen = Optional.of(why);
    }
  }

  private static boolean isGone(Failure why) {
    return why.kind() == Kind.NOT_FOUND;
  }
}
