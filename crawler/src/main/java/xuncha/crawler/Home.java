package xuncha.crawler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.read.Navigation;
import xuncha.crawler.read.Substance.Filling;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomeAttempts.Attempt;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Marks.Elsewhere;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageState;

/// Opens the home page: again and again until it opens or the tries are used up, and later in the
/// visit as often as is left.
final class Home {
  /// Nobody was asked, so nothing was tried.
  private static final Set<Kind> UNASKED = Set.of(Kind.ROBOTS, Kind.BUDGET, Kind.NOT_GATHERED);

  /// Frames of a home page that are read for its marks.
  private static final int MOST_FRAMES = 4;

  private final Errand errand;
  private final List<Attempt> attempts = new ArrayList<>();
  private Looked last;
  private boolean over;

  private Home(Errand errand) {
    this.errand = errand;
    this.last = attempt(Why.HOME);
  }

  static Home open(Errand errand) {
    var home = new Home(errand);
    home.last = home.letIn(home.last);
    while (trouble(home.last).isPresent() && home.more()) {
      home.last = home.attempt(Why.ATTEMPT);
    }
    home.last = home.drawn(home.last);
    home.last = home.withItsFrames(home.last);
    errand.remember(home.last);
    errand.arrivedAt(home.last.hops().getLast());
    errand.restraint().askRobotsAgain(home.last.hops().getLast());
    return home;
  }

  /// A browser's visitor is tried once, and opens the page ever after.
  private Looked letIn(Looked tried) {
    if (tried.trouble().filter(why -> why.kind() == Kind.BLOCKED).isEmpty()) {
      return tried;
    }
    var shown = errand.drawnIfUnreadable(tried, true);
    if (!(shown instanceof Looked.Page page && page.hasContent())) {
      return tried;
    }
    attempts.removeLast();
    attempts.add(new Attempt(shown.at(), shown.took(), shown.trouble(), shown.source()));
    return shown;
  }

  /// The home page as its scripts leave it, where reading it as it came shows no news or no column.
  private Looked drawn(Looked looked) {
    var readable = errand.drawnIfUnreadable(looked, true);
    if (readable instanceof Looked.Page page && !page.drawn() && page.hasContent()) {
      var reason = missing(page);
      if (reason.isPresent() && errand.drawn(page, reason.get(), true) instanceof Looked.Page all) {
        return all.hasContent() ? all : page;
      }
    }
    return readable;
  }

  /// The home page with the marks that its frames show: a footer is often a page of its own.
  private Looked withItsFrames(Looked looked) {
    if (!(looked instanceof Looked.Page page) || !page.hasContent()) {
      return looked;
    }
    var frames = framesToRead(page.facts());
    if (frames.isEmpty()) {
      return looked;
    }
    var marks = page.facts().marks();
    var unread = false;
    for (var frame : frames) {
      if (errand.page(frame, Why.PAGE) instanceof Looked.Page shown && shown.hasContent()) {
        marks = marks.and(shown.facts().marks());
      } else {
        unread = true;
      }
    }
    var all = marks.but(unread ? Elsewhere.FRAME : Elsewhere.NOWHERE);
    return new Looked.Page(
        page.at(), page.took(), page.hops(), page.read().showing(all), page.drawn());
  }

  private List<String> framesToRead(PageFacts home) {
    var own =
        home.marks().elsewhere() == Elsewhere.FRAME && Errand.lacksMarks(home.marks())
            ? home.links().stream().filter(link -> link.kind() == Link.Kind.FRAME).map(Link::url)
            : Stream.<String>empty();
    return Stream.concat(errand.framesBeside().stream(), own)
        .filter(errand::internal)
        .distinct()
        .limit(MOST_FRAMES)
        .toList();
  }

  private Optional<String> missing(Looked.Page page) {
    if (page.read().menu().isEmpty()
        && page.read().substance().scripts() != 0
        && page.read().beside().stream().noneMatch(errand::internal)) {
      return Optional.of("a home page without a bar until scripts run");
    }
    if (page.read().substance().filling() == Filling.STATIC) {
      return Optional.empty();
    }
    if (new Navigation(errand.lexicon()).candidates(page.read()).isEmpty()) {
      return Optional.of("a home page that names no column until scripts run");
    }
    return Entry.only(page.facts())
        ? Optional.of("a home page that shows no news until scripts run")
        : Optional.empty();
  }

  /// The page, or why it cannot be had.
  Looked looked() {
    return last;
  }

  /// The page with content to judge by.
  Optional<Looked.Page> page() {
    return last instanceof Looked.Page page && why(page).isEmpty()
        ? Optional.of(page)
        : Optional.empty();
  }

  /// Why there is no page to judge by.
  Failure why() {
    return why(last).orElseGet(() -> Failure.of(Kind.UNREADABLE));
  }

  private static Optional<Failure> why(Looked looked) {
    return trouble(looked).or(() -> Looked.unread(looked));
  }

  /// Why a person would say that the home page does not open. An answer with nothing on it opens
  /// nothing, and neither does one that is no page.
  private static Optional<Failure> trouble(Looked looked) {
    return switch (looked) {
      case Looked.Page page when page.facts().state() == PageState.EMPTY ->
          Optional.of(Failure.of(Kind.EMPTY_DOCUMENT));
      case Looked.Other other -> Looked.unread(other);
      case Looked.Page _, Looked.NoPage _ -> looked.trouble();
    };
  }

  /// Uses the tries that are left.
  Gathered<HomeAttempts> attempts() {
    while (more()) {
      attempt(Why.ATTEMPT);
    }
    return attempts.isEmpty()
        ? new Gathered.Missing<>(why())
        : new Gathered.Got<>(new HomeAttempts(attempts));
  }

  private boolean more() {
    return !over && attempts.size() < errand.settings().attempts() && mayAsk();
  }

  /// Whether the way home is still open to us: no host on it has refused us so often that it is
  /// left alone. What nobody asks for has not failed.
  private boolean mayAsk() {
    return last.hops().stream()
        .allMatch(hop -> errand.restraint().refusal(hop, Why.ATTEMPT).isEmpty());
  }

  private Looked attempt(Why why) {
    var looked = errand.look(errand.site().url(), why, true);
    var trouble = trouble(looked);
    over = trouble.filter(failure -> UNASKED.contains(failure.kind())).isPresent();
    if (!over) {
      attempts.add(new Attempt(looked.at(), looked.took(), trouble, looked.source()));
    }
    return looked;
  }
}
