package xuncha.crawler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.Onward;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Reading;
import xuncha.crawler.read.SameBody;
import xuncha.crawler.read.Substance.Filling;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.Marks.Elsewhere;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.Source;

/// One visit under way: opens pages, each address once, and remembers what came of it. For one
/// thread.
final class Errand {
  /// Bodies of pages where people write or are answered that are kept until the visit is over.
  private static final long MOST_KEPT = 3_000_000;

  private static final String TRIES = "a page that tries its visitor by script";

  /// Answers that are kept in case that their page has to be drawn.
  private static final int RECENT = 5;

  private final Site site;
  private final CrawlSettings settings;
  private final Lexicon lexicon;
  private final PageReader reader;
  private final Restraint restraint;
  private final InstantSource clock;
  private final Optional<Easel> easel;
  private final Rereading rereading;
  private final Map<String, Looked> opened = new HashMap<>();
  private final Map<String, Talking> talking = new LinkedHashMap<>();
  private final List<Talking> talks = new ArrayList<>();
  private long kept;
  private final Map<String, Exchange.Answered> recent = new LinkedHashMap<>();
  private Optional<Exchange.Answered> front = Optional.empty();
  private List<String> framesBeside = List.of();
  private List<MetaTag> framesetTags = List.of();
  private Optional<Exchange.Answered> served = Optional.empty();
  private final Map<String, Looked> shells = new HashMap<>();
  private final Map<String, Looked> routes = new HashMap<>();
  private List<String> frames = List.of();
  private String home;
  private int pages;

  /// What came of a question, and the answer itself where there is one.
  record Sought(Looked looked, Optional<Exchange.Answered> answer) {}

  /// A page where people write to the body or are answered, whole.
  record Talking(PageReader.Result read, Exchange.Answered answer) {}

  Errand(
      Site site,
      CrawlSettings settings,
      Lexicon lexicon,
      Restraint restraint,
      Optional<Easel> easel,
      Rereading rereading,
      InstantSource clock) {
    this.site = site;
    this.settings = settings;
    this.lexicon = lexicon;
    this.reader = new PageReader(lexicon);
    this.restraint = restraint;
    this.easel = easel;
    this.rereading = rereading;
    this.clock = clock;
    this.home = site.host();
  }

  Site site() {
    return site;
  }

  CrawlSettings settings() {
    return settings;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  Restraint restraint() {
    return restraint;
  }

  /// The answer that the home page was last read from.
  Optional<Exchange.Answered> front() {
    return front;
  }

  /// The frames beside the one in which the home page was read, where it is a frameset.
  List<String> framesBeside() {
    return framesBeside;
  }

  /// The home page as its server last gave it, where it was had without being sent on.
  Optional<Exchange.Answered> served() {
    return served;
  }

  /// Puts a question to a search, and follows wherever it sends its asker.
  Sought seek(Ask ask) {
    var opening = new Opening(ask);
    var looked = opening.look();
    return new Sought(looked, opening.last);
  }

  /// Reads what a browser showed.
  Sought shown(Exchange.Answered answer) {
    var url = answer.ask().url();
    var read = reader.read(new Reading(url, answer, answer.took().toMillis(), false));
    var looked = new Looked.Page(answer.at(), answer.took(), List.of(url), read, true);
    return new Sought(looked, Optional.of(answer));
  }

  /// What a browser makes of an answer; empty where there is none. What it says is archived.
  Optional<Sought> drawn(Exchange.Answered answer, String reason) {
    return easel
        .map(here -> here.draw(answer, reason))
        .map(drawing ->
            switch (drawing) {
              case Exchange.Answered document -> {
                var ended = DrawnPage.whereItEnded(document);
                var url = answer.ask().url();
                var read = reader.read(new Reading(url, ended, answer.took().toMillis(), false));
                var looked = new Looked.Page(answer.at(), answer.took(), List.of(url), read, true);
                yield new Sought(looked, Optional.of(ended));
              }
              case Exchange.Failed failed -> {
                var hops = List.of(answer.ask().url());
                var lost =
                    new Looked.NoPage(
                        answer.at(), answer.took(), hops, 0, failed.why(), failed.source());
                yield new Sought(lost, Optional.empty());
              }
            });
  }

  /// Notes where the home page was found: a site may have moved to another domain.
  void arrivedAt(String url) {
    home = WebAddress.of(url).map(WebAddress::host).orElse(home);
  }

  /// Whether that address is on a host of the site's body.
  boolean internal(String url) {
    return WebAddress.of(url)
        .map(WebAddress::host)
        .filter(host -> SameBody.is(home, host) || SameBody.is(site.host(), host))
        .isPresent();
  }

  /// How many more pages may be read.
  int pagesLeft() {
    return settings.budget().pages() - pages;
  }

  /// What came of that address when it was opened before, whatever it redirected from.
  Optional<Looked> known(String url) {
    return Optional.ofNullable(opened.get(WebAddress.spelled(url)));
  }

  /// The pages read so far where people write to the body or are answered, by address.
  Map<String, Talking> talking() {
    return Collections.unmodifiableMap(talking);
  }

  /// The same pages, each once, in the order in which they were read.
  List<Talking> talks() {
    return Collections.unmodifiableList(talks);
  }

  private void keep(String asked, PageReader.Result read, Exchange.Answered answer) {
    if (read.talks() && kept + answer.body().length() <= MOST_KEPT) {
      var page = new Talking(read, answer);
      if (talking.putIfAbsent(WebAddress.spelled(answer.ask().url()), page) == null) {
        kept += answer.body().length();
        talks.add(page);
      }
      talking.putIfAbsent(WebAddress.spelled(asked), page);
    }
  }

  /// Opens a page that counts against the budget; known ones cost nothing.
  Looked page(String url, Why why) {
    var known = known(url);
    if (known.isPresent()) {
      return known.get();
    }
    if (pagesLeft() <= 0) {
      return refused(url, new Failure(Kind.BUDGET, settings.budget().pages() + " pages"));
    }
    pages++;
    var looked = look(url, why, false);
    looked = why == Why.DATA ? looked : drawnIfUnreadable(looked, false);
    remember(looked);
    return looked;
  }

  /// Whether pages can be shown with their scripts run.
  boolean draws() {
    return easel.isPresent();
  }

  /// Whether marks are absent that may be somewhere else.
  static boolean lacksMarks(Marks marks) {
    return marks.elsewhere() != Elsewhere.NOWHERE
        && (marks.icp().isEmpty()
            || (marks.police().isEmpty() && marks.policeLink().isEmpty())
            || marks.siteCode().isEmpty()
            || !marks.partyMark()
            || !marks.errorReport());
  }

  /// The same, or what a browser makes of it where only scripts can bring content: of an empty
  /// shell, of a page that first tries its visitor, and of a home page whose footer may not be
  /// there yet.
  Looked drawnIfUnreadable(Looked looked, boolean home) {
    return switch (looked) {
      case Looked.Page page when page.facts().state() == PageState.EMPTY_SHELL ->
          drawn(page, "nothing to read until scripts run", home);
      case Looked.Page page when page.facts().state() == PageState.CHALLENGE ->
          letIn(drawn(page, TRIES, home));
      case Looked.NoPage gone when gone.why().kind() == Kind.BLOCKED ->
          recently(gone.hops().getLast())
              .filter(answer -> answer.status() >= 400 && answer.body().length() > 0)
              .filter(answer -> isChallenge(answer, home))
              .map(answer -> letIn(drawn(gone, answer, TRIES, home)))
              .orElse(looked);
      case Looked.Page page
          when home
              && page.facts().marks().elsewhere() == Elsewhere.SCRIPTS
              && lacksMarks(page.facts().marks()) ->
          drawn(page, "a footer that scripts may fill", true) instanceof Looked.Page shown
              ? shown
              : looked;
      case Looked.Page _, Looked.NoPage _, Looked.Other _ -> looked;
    };
  }

  /// Whoever was let in is known from here on, on its host.
  private Looked letIn(Looked looked) {
    if (looked instanceof Looked.Page page && page.drawn() && page.hasContent()) {
      easel.ifPresent(Easel::letIn);
    }
    return looked;
  }

  private boolean isChallenge(Exchange.Answered answer, boolean home) {
    return Answers.readable(answer, Why.PAGE)
        && reader.read(new Reading(answer.ask().url(), answer, 0, home)).facts().state()
            == PageState.CHALLENGE;
  }

  /// What a browser makes of a page; the page itself where there is no browser.
  Looked drawn(Looked.Page page, String reason, boolean home) {
    return recently(page.facts().finalUrl())
        .or(() -> front.filter(answer -> home && answer.ask().why() != Why.DRAWN))
        .or(() -> fetchedAgain(page.facts().finalUrl()))
        .map(answer -> drawn(page, answer, reason, home))
        .orElse(page);
  }

  /// What is learnt by doing something on a page.
  Deed.Known enacted(String url, Deed deed) {
    if (easel.isEmpty()) {
      return new Deed.Known.Failed(new Failure(Kind.NO_BROWSER, url));
    }
    return asAnswered(url)
        .or(() -> fetchedAgain(url))
        .map(page -> easel.get().enact(page, deed))
        .orElseGet(() -> new Deed.Known.Failed(new Failure(Kind.NOT_GATHERED, url)));
  }

  /// A page as the server gave it, not as a browser left it.
  private Optional<Exchange.Answered> asAnswered(String url) {
    return recently(url)
        .or(() -> Optional.ofNullable(talking.get(WebAddress.spelled(url))).map(Talking::answer))
        .filter(answer -> answer.ask().why() != Why.DRAWN);
  }

  private Optional<Exchange.Answered> fetchedAgain(String url) {
    return draws()
        ? trip(url, "GET", Why.PAGE, settings.budget().pageBytes()).answer()
        : Optional.empty();
  }

  private Optional<Exchange.Answered> recently(String url) {
    return Optional.ofNullable(recent.get(WebAddress.spelled(url)));
  }

  private Looked drawn(Looked looked, Exchange.Answered answer, String reason, boolean home) {
    return easel
        .map(here -> here.draw(answer, reason))
        .map(drawing ->
            switch (drawing) {
              case Exchange.Answered document ->
                  drawnPage(looked, DrawnPage.whereItEnded(document), home);
              case Exchange.Failed failed ->
                  new Looked.NoPage(
                      looked.at(),
                      looked.took(),
                      looked.hops(),
                      looked.status(),
                      failed.why(),
                      failed.source());
            })
        .orElse(looked);
  }

  /// The time is that of the answers: how long we took to draw it is no fault of the site.
  private Looked drawnPage(Looked looked, Exchange.Answered document, boolean home) {
    var read =
        reader.read(
            new Reading(looked.hops().getFirst(), document, looked.took().toMillis(), home));
    read = home ? read.framedBy(framesetTags) : read;
    var hops = new ArrayList<>(looked.hops());
    var end = WebAddress.spelled(document.ask().url());
    if (!hops.getLast().equals(end)) {
      hops.add(end);
    }
    keep(looked.hops().getFirst(), read, document);
    front = home ? Optional.of(document) : front;
    return new Looked.Page(looked.at(), looked.took(), hops, read, true);
  }

  private void keepForDrawing(Exchange.Answered answer) {
    if (draws()) {
      recent.put(WebAddress.spelled(answer.ask().url()), answer);
      if (recent.size() > RECENT) {
        recent.remove(recent.keySet().iterator().next());
      }
    }
  }

  /// Keeps what came of it for whoever else points there.
  void remember(Looked looked) {
    for (var hop : looked.hops()) {
      opened.putIfAbsent(WebAddress.spelled(hop), looked);
    }
  }

  /// Opens an address as a page and follows wherever it sends its reader, within bounds; neither
  /// counted nor remembered.
  Looked look(String url, Why why, boolean home) {
    return new Opening(url, why, home).look();
  }

  /// The same for a page of which it is enough to know that it still opens: where it is as an
  /// earlier visit found it, it is [Looked.Other] with status 304.
  Looked lookAgain(String url) {
    var opening =
        new Opening(
            new Ask(
                url, "GET", rereading.conditions(url), Why.LINK, settings.budget().pageBytes()));
    var looked = opening.look();
    if (Looked.unread(looked).filter(why -> why.kind() != Kind.NOT_HTML).isEmpty()
        && looked.hops().size() == 1) {
      opening.last.ifPresent(answer -> rereading.opened(url, answer));
    }
    return looked;
  }

  /// What was learnt of pages that need not be sent again.
  Rereading rereading() {
    return rereading;
  }

  /// Makes one request with its redirects by status.
  Trip trip(String url, String method, Why why, long maxBytes) {
    return Trip.of(
        restraint, new Ask(url, method, Map.of(), why, maxBytes), settings.budget().redirects());
  }

  Looked refused(String url, Failure why) {
    return new Looked.NoPage(
        clock.instant(), Duration.ZERO, List.of(url), 0, why, Source.UNARCHIVED);
  }

  /// What else a visitor sees of the home page: of the page itself, and of the frameset that it
  /// stands in.
  List<String> beside(Looked.Page home) {
    var all = new LinkedHashSet<String>(frames);
    all.addAll(home.read().beside());
    home.hops().forEach(all::remove);
    return List.copyOf(all);
  }

  /// A page whose scripts may show something else for each fragment of its address, for this one:
  /// as it came where it needs no scripts. Counts against the budget each time.
  Looked route(String url) {
    var known = routes.get(url);
    if (known != null) {
      return known;
    }
    if (pagesLeft() <= 0) {
      return refused(url, new Failure(Kind.BUDGET, settings.budget().pages() + " pages"));
    }
    pages++;
    var shell = shells.computeIfAbsent(WebAddress.spelled(url), it -> look(it, Why.PAGE, false));
    var looked =
        shell instanceof Looked.Page page && page.read().substance().filling() != Filling.STATIC
            ? drawnAt(url, page)
            : shell;
    routes.put(url, looked);
    return looked;
  }

  private Looked drawnAt(String url, Looked.Page shell) {
    return recently(shell.facts().finalUrl())
        .or(() -> fetchedAgain(shell.facts().finalUrl()))
        .map(answer -> at(url, answer))
        .map(answer -> drawn(shell, answer, "a page that scripts fill for each route", false))
        .orElse(shell);
  }

  private static Exchange.Answered at(String url, Exchange.Answered answer) {
    var ask = answer.ask();
    return answer.to(
        new Ask(
            ask.url() + url.substring(url.indexOf('#')),
            ask.method(),
            ask.headers(),
            ask.why(),
            ask.maxBytes()));
  }

  /// One address on its way to a page.
  private final class Opening {
    private final String asked;
    private final Why why;
    private final boolean home;
    private final Optional<Ask> question;
    private Optional<Exchange.Answered> last = Optional.empty();
    private final List<String> hops = new ArrayList<>();
    private Optional<Instant> began = Optional.empty();
    private Duration took = Duration.ZERO;

    Opening(String asked, Why why, boolean home) {
      this.asked = asked;
      this.why = why;
      this.home = home;
      this.question = Optional.empty();
    }

    Opening(Ask question) {
      this.asked = question.url();
      this.why = question.why();
      this.home = false;
      this.question = Optional.of(question);
    }

    Looked look() {
      var next = asked;
      while (true) {
        var trip = travel(next);
        var answer = trip.answer().orElse(null);
        if (answer == null) {
          return noPage(trip.failure().orElseGet(() -> Failure.of(Kind.NOT_GATHERED)), trip);
        }
        keepForDrawing(answer);
        last = Optional.of(answer);
        if (trip.failure().isPresent()) {
          return noPage(Answers.refined(trip.failure().get(), answer, reader), trip);
        }
        if (answer.lacking().isPresent()) {
          return noPage(answer.lacking().get(), trip);
        }
        if (!Answers.readable(answer, why)
            || (why == Why.LINK && answer.status() == Rereading.NOT_MODIFIED)) {
          return new Looked.Other(
              began(), took, hops, answer.status(), answer.mediaType(), answer.source());
        }
        var read = reader.read(new Reading(asked, answer, took.toMillis(), home));
        var onward = read.onward();
        if (onward.isEmpty() || why == Why.DATA) {
          read = home ? read.framedBy(framesetTags) : read;
          keep(asked, read, answer);
          if (home) {
            front = last;
            served = hops.size() == 1 ? last : Optional.empty();
          }
          return new Looked.Page(began(), took, hops, read, false);
        }
        frames = home ? read.beside() : frames;
        next = WebAddress.spelled(onward.get().url());
        if (home && onward.get().how() == Onward.How.FRAME) {
          framesBeside = others(read.facts(), next);
          framesetTags = read.facts().metas();
        }
        if (hops.contains(next)) {
          return noPage(new Failure(Kind.REDIRECT_LOOP, next), trip);
        }
        if (hops.size() > settings.budget().redirects()) {
          return noPage(new Failure(Kind.TOO_MANY_REDIRECTS, next), trip);
        }
      }
    }

    private static List<String> others(PageFacts frameset, String followed) {
      return frameset.links().stream()
          .filter(link -> link.kind() == Link.Kind.FRAME)
          .map(link -> WebAddress.spelled(link.url()))
          .filter(url -> !url.equals(followed))
          .toList();
    }

    private Trip travel(String url) {
      var trip =
          question
              .filter(_ -> hops.isEmpty())
              .map(ask -> Trip.of(restraint, ask, settings.budget().redirects()))
              .orElseGet(() -> trip(url, "GET", why, settings.budget().pageBytes()));
      for (var hop : trip.hops()) {
        began = began.or(() -> Optional.of(hop.at()));
        var address = WebAddress.spelled(hop.ask().url());
        if (hops.isEmpty() || !hops.getLast().equals(address)) {
          hops.add(address);
        }
      }
      took = took.plus(trip.took());
      return trip;
    }

    private Instant began() {
      return began.orElseThrow();
    }

    private Looked noPage(Failure failure, Trip trip) {
      var status = trip.answer().map(Exchange.Answered::status).orElse(0);
      return new Looked.NoPage(began(), took, hops, status, failure, trip.last().source());
    }
  }
}
