package xuncha.crawler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.archive.Heading;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.fetch.Admission;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.manners.Deadline;
import xuncha.crawler.render.Renderer;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gaps;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Keepable;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Validators;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

/// Visits targets: a target goes in, a visit comes out. Safe to share; every call of [#visit] is
/// one visit on the calling thread, top to bottom, and blocks until it is over; [#open] does it in
/// two steps.
public final class Crawler {
  /// What comes of going about in a site.
  private static final Set<Class<? extends Artifact>> WALKED =
      Set.of(SitePages.class, SiteColumns.class, LinkSurvey.class);

  /// What is brought unless somebody wants less.
  private static final Set<Class<? extends Artifact>> OWN =
      Set.of(
          HomeAttempts.class, HomePage.class, SitePages.class, SiteColumns.class, LinkSurvey.class);

  private final CrawlSettings settings;
  private final Edition edition;
  private final Transport transport;
  private final Archive archive;
  private final Vantage vantage;
  private final InstantSource clock;
  private final boolean live;
  private final Party party;

  /// Who goes along on every visit.
  ///
  /// @param memory what earlier visits to a target were given to ask "has it changed?" with
  /// @param errands what of the crawler's own artifacts is wanted
  private record Party(
      List<Gatherer<?>> gatherers,
      List<Inquiry<?>> inquiries,
      Optional<Drawing> drawing,
      Function<Target, List<Validators.Given>> memory,
      Set<Class<? extends Artifact>> errands) {
    private static final Party NOBODY =
        new Party(List.of(), List.of(), Optional.empty(), _ -> List.of(), OWN);

    Party {
      gatherers = List.copyOf(gatherers);
      inquiries = List.copyOf(inquiries);
      errands = Set.copyOf(errands);
    }

    boolean wants(Class<? extends Artifact> artifact) {
      return errands.contains(artifact);
    }

    /// Whether the site has to be gone about in.
    boolean walks() {
      return !inquiries.isEmpty() || !Collections.disjoint(errands, WALKED);
    }
  }

  /// How pages are drawn.
  ///
  /// @param mostPages of one visit
  private record Drawing(Renderer renderer, int mostPages) {}

  /// @param edition whose words pages are read with
  /// @param transport the network
  /// @param archive where everything exchanged is written; [Archive#none] where nobody wants it
  public Crawler(
      CrawlSettings settings,
      Edition edition,
      Transport transport,
      Archive archive,
      Vantage vantage,
      InstantSource clock) {
    this(
        settings,
        edition,
        new SharedLooks(transport, clock),
        archive,
        vantage,
        clock,
        true,
        Party.NOBODY);
  }

  private Crawler(
      CrawlSettings settings,
      Edition edition,
      Transport transport,
      Archive archive,
      Vantage vantage,
      InstantSource clock,
      boolean live,
      Party party) {
    this.settings = settings;
    this.edition = edition;
    this.transport = transport;
    this.archive = archive;
    this.vantage = vantage;
    this.clock = clock;
    this.live = live;
    this.party = party;
  }

  /// The same crawler that has these gatherers go along on every visit.
  public Crawler with(List<Gatherer<?>> companions) {
    return with(
        new Party(companions, party.inquiries(), party.drawing(), party.memory(), party.errands()));
  }

  /// The same crawler that looks into these matters on every visit, after its walk.
  public Crawler inquiring(List<Inquiry<?>> matters) {
    return with(
        new Party(party.gatherers(), matters, party.drawing(), party.memory(), party.errands()));
  }

  /// The same crawler that does not go further than it must to bring these. Without what needs a
  /// walk the home page comes as it is, its entries not dated from other pages.
  public Crawler bringing(Set<Class<? extends Artifact>> wanted) {
    return with(
        new Party(party.gatherers(), party.inquiries(), party.drawing(), party.memory(), wanted));
  }

  /// The same crawler that does not have linked pages sent again which have not changed since.
  ///
  /// @param memory what earlier visits to a target brought as [Validators]
  public Crawler remembering(Function<Target, List<Validators.Given>> memory) {
    return with(
        new Party(party.gatherers(), party.inquiries(), party.drawing(), memory, party.errands()));
  }

  /// The same crawler that has pages drawn where reading them as they come shows that it must be.
  /// The vantage has to say that there is a browser, else a replay would not take up what was
  /// drawn.
  ///
  /// @param mostPages pages of one visit that are drawn at most
  public Crawler drawing(Renderer renderer, int mostPages) {
    if (!vantage.browser()) {
      throw new IllegalStateException("a vantage without a browser draws nothing");
    }
    var drawing = new Drawing(renderer, mostPages);
    return with(
        new Party(
            party.gatherers(),
            party.inquiries(),
            Optional.of(drawing),
            party.memory(),
            party.errands()));
  }

  private Crawler with(Party other) {
    return new Crawler(settings, edition, transport, archive, vantage, clock, live, other);
  }

  /// Goes once more through a stored visit: no network, the same answers, the same visit. Where the
  /// capture does not hold all of it and something was missed, [Gaps] says so.
  ///
  /// @param otherwise settings for captures that do not say how they were made
  /// @param matters what to look into after the walk, as when the visit was made
  public static Visit again(
      Recorded recorded, CrawlSettings otherwise, Edition edition, List<Inquiry<?>> matters) {
    var heading = recorded.heading();
    var seen =
        new Crawler(
                CrawlSettings.from(heading.settings()).orElse(otherwise),
                edition,
                recorded,
                Archive.none(),
                heading.vantage(),
                recorded,
                false,
                new Party(List.of(), matters, Optional.empty(), _ -> List.of(), OWN))
            .visit(heading.target(), heading.asOf());
    var artifacts = new HashMap<>(seen.artifacts());
    recorded
        .incomplete()
        .filter(_ -> recorded.lacking() > 0)
        .ifPresent(why -> artifacts.put(Gaps.class, gaps(artifacts.keySet(), why)));
    Keepsake.ALL.forEach(keepsake -> keepsake.restore(recorded, artifacts));
    return new Visit(seen.target(), seen.asOf(), seen.at(), seen.vantage(), artifacts);
  }

  /// All that rests on more than the one page that was opened first.
  private static Gathered<Gaps> gaps(Set<Class<? extends Artifact>> brought, Failure why) {
    var in = new HashSet<>(brought);
    in.remove(HomePage.class);
    return new Gathered.Got<>(new Gaps(in, why));
  }

  /// Everything one visit to `target` brings home. A site that is registered as closed is not
  /// visited, and accounts are not visited here: their visits are empty.
  ///
  /// @param asOf the reference time that windows are counted back from
  public Visit visit(Target target, Instant asOf) {
    try (var arrival = open(target, asOf)) {
      return arrival.visit();
    }
  }

  /// The beginning of the same visit, which can be gone on with later.
  public Arrival open(Target target, Instant asOf) {
    var at = clock.instant();
    return target instanceof Site site && site.running()
        ? new Stay(site, asOf, at)
        : new Nobody(new Visit(target, asOf, at, vantage, Map.of()));
  }

  /// Nobody is there to be visited.
  private record Nobody(Visit visit) implements Arrival {
    @Override
    public Duration took() {
      return Duration.ZERO;
    }

    @Override
    public void close() {
      // nothing was put down
    }
  }

  private final class Stay implements Arrival {
    private final Site site;
    private final Instant asOf;
    private final Instant at;
    private final Archive.Recording recording;
    private final Errand errand;
    private final Home home;
    private final Duration left;
    private volatile Deadline deadline;

    Stay(Site site, Instant asOf, Instant at) {
      this.site = site;
      this.asOf = asOf;
      this.at = at;
      deadline = deadline(settings.budget().time());
      var heading = new Heading(site, asOf, at, vantage, edition.id(), settings.asMap());
      recording = archive.begin(heading, bounded(transport));
      try {
        errand = errand(site, recording, at);
        home = ScopedValue.where(Deadline.OF_VISIT, deadline).call(() -> Home.open(errand));
        left = deadline.left(clock.instant());
      } catch (RuntimeException | Error bug) { // thrown on: only the door is shut behind it
        recording.close();
        throw bug;
      }
    }

    /// A stored visit ended where it ended; its refusals are in the archive.
    private Deadline deadline(Duration time) {
      return live ? Deadline.in(time, clock) : Deadline.NEVER;
    }

    private Transport bounded(Transport over) {
      return live ? new Budgeted(over, clock, settings.budget(), () -> deadline) : over;
    }

    @Override
    public Duration took() {
      return home.looked().took();
    }

    @Override
    public Visit visit() {
      deadline = deadline(left);
      var artifacts =
          ScopedValue.where(Deadline.OF_VISIT, deadline)
              .call(() -> gather(errand, home, recording, asOf));
      return new Visit(site, asOf, at, vantage, artifacts);
    }

    @Override
    public void close() {
      recording.close();
    }
  }

  private Errand errand(Site site, Archive.Recording recording, Instant at) {
    var admission = new Admission(recording);
    var restraint = new Restraint(admission, clock, settings.obeyRobots());
    return new Errand(
        site,
        settings,
        edition.lexicon(),
        restraint,
        easel(restraint, admission, recording),
        new Rereading(party.memory().apply(site), at),
        clock);
  }

  private Optional<Easel> easel(
      Restraint restraint, Admission admission, Archive.Recording recording) {
    if (!live) {
      return vantage.browser() ? Optional.of(new ReplayedEasel(recording)) : Optional.empty();
    }
    return party
        .drawing()
        .map(with ->
            new LiveEasel(
                with.renderer(),
                restraint.forDrawing(),
                admission,
                recording,
                clock,
                with.mostPages()));
  }

  private Map<Class<? extends Artifact>, Gathered<? extends Artifact>> gather(
      Errand errand, Home home, Archive.Recording recording, Instant asOf) {
    var brought = new HashMap<Class<? extends Artifact>, Gathered<? extends Artifact>>();
    // before the walk, which may use up the visit's time
    party.gatherers().forEach(one -> gather(one, errand, recording, brought));
    home.page()
        .ifPresentOrElse(
            page -> read(page, errand, asOf, brought), () -> missing(brought, home.why()));
    if (party.wants(HomeAttempts.class)) {
      brought.put(HomeAttempts.class, home.attempts());
    }
    return brought;
  }

  private void read(
      Looked.Page page,
      Errand errand,
      Instant asOf,
      Map<Class<? extends Artifact>, Gathered<? extends Artifact>> brought) {
    if (!party.walks()) {
      brought.put(HomePage.class, home(page.facts(), page, page.lacking()));
      return;
    }
    var walk = new Walk(errand, page, new Ageing(edition, Beijing.day(asOf))).walk();
    brought.put(HomePage.class, home(walk.home(), page, walk.lacking()));
    brought.put(SitePages.class, new Gathered.Got<>(walk.pages()));
    brought.put(SiteColumns.class, new Gathered.Got<>(walk.columns()));
    // inquiries stand on what the survey opened, and a replay does not know who wanted it
    if (party.wants(LinkSurvey.class) || !party.inquiries().isEmpty()) {
      var survey = new Survey(errand, walk.home()).of(walk.pages().pages());
      brought.put(LinkSurvey.class, new Gathered.Got<>(survey));
      brought.put(Validators.class, new Gathered.Got<>(errand.rereading().validators()));
    }
    for (var inquiry : party.inquiries()) {
      var ground = new Allotment(errand, walk, asOf, inquiry.pages());
      brought.put(inquiry.brings(), inquiry.into(ground));
    }
  }

  private static Gathered<HomePage> home(
      PageFacts facts, Looked.Page page, Optional<Failure> lacking) {
    return new Gathered.Got<>(new HomePage(facts, page.hops(), Entry.only(facts), lacking));
  }

  private static <A extends Keepable<A>> void gather(
      Gatherer<A> gatherer,
      Errand errand,
      Archive.Recording recording,
      Map<Class<? extends Artifact>, Gathered<? extends Artifact>> brought) {
    gatherer
        .brings()
        .keep(gatherer.gather(errand.site(), new ErrandScope(errand)), recording, brought);
  }

  private record ErrandScope(Errand errand) implements Gatherer.Scope {
    @Override
    public Optional<Exchange.Answered> home() {
      return errand.served();
    }

    @Override
    public boolean sameBody(String url) {
      return errand.internal(url);
    }

    @Override
    public boolean mayAsk(String url) {
      return errand.restraint().refusal(url, Ask.Why.LINK).isEmpty();
    }
  }

  private static <A extends Artifact> Gathered<A> missing(Failure why) {
    return new Gathered.Missing<>(why);
  }

  private void missing(
      Map<Class<? extends Artifact>, Gathered<? extends Artifact>> brought, Failure why) {
    brought.put(HomePage.class, new Gathered.Missing<HomePage>(why));
    brought.put(SitePages.class, new Gathered.Missing<SitePages>(why));
    brought.put(SiteColumns.class, new Gathered.Missing<SiteColumns>(why));
    brought.put(LinkSurvey.class, new Gathered.Missing<LinkSurvey>(why));
    party.inquiries().forEach(one -> brought.put(one.brings(), missing(why)));
  }
}
