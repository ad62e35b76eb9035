package xuncha.crawler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.archive.Heading;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.manners.Deadline;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

/// Visits targets: a target goes in, a visit comes out. Safe to share; every call of [#visit] is
/// one visit on the calling thread, top to bottom, and blocks until it is over.
public final class Crawler {
  private final CrawlSettings settings;
  private final Edition edition;
  private final Transport transport;
  private final Archive archive;
  private final Vantage vantage;
  private final InstantSource clock;
  private final boolean live;
  private final List<Gatherer<?>> gatherers;
  private final List<Inquiry<?>> inquiries;

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
    this(settings, edition, transport, archive, vantage, clock, true, List.of(), List.of());
  }

  private Crawler(
      CrawlSettings settings,
      Edition edition,
      Transport transport,
      Archive archive,
      Vantage vantage,
      InstantSource clock,
      boolean live,
      List<Gatherer<?>> gatherers,
      List<Inquiry<?>> inquiries) {
    this.settings = settings;
    this.edition = edition;
    this.transport = live ? new SharedLooks(transport, clock) : transport;
    this.archive = archive;
    this.vantage = vantage;
    this.clock = clock;
    this.live = live;
    this.gatherers = List.copyOf(gatherers);
    this.inquiries = List.copyOf(inquiries);
  }

  /// The same crawler that has these gatherers go along on every visit.
  public Crawler with(List<Gatherer<?>> companions) {
    return new Crawler(
        settings, edition, transport, archive, vantage, clock, live, companions, inquiries);
  }

  /// The same crawler that looks into these matters on every visit, after its walk.
  public Crawler inquiring(List<Inquiry<?>> matters) {
    return new Crawler(
        settings, edition, transport, archive, vantage, clock, live, gatherers, matters);
  }

  /// Goes once more through a stored visit: no network, the same answers, the same visit.
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
                List.of(),
                matters)
            .visit(heading.target(), heading.asOf());
    var artifacts = new HashMap<>(seen.artifacts());
    Keepsake.ALL.forEach(keepsake -> keepsake.restore(recorded, artifacts));
    return new Visit(seen.target(), seen.asOf(), seen.at(), seen.vantage(), artifacts);
  }

  /// Everything one visit to `target` brings home. A site that is registered as closed is not
  /// visited, and accounts are not visited here: their visits are empty.
  ///
  /// @param asOf the reference time that windows are counted back from
  public Visit visit(Target target, Instant asOf) {
    var at = clock.instant();
    var heading = new Heading(target, asOf, at, vantage, edition.id(), settings.asMap());
    if (!(target instanceof Site site) || !site.running()) {
      return new Visit(target, asOf, at, vantage, Map.of());
    }
    try (var recording = archive.begin(heading, bounds(at).apply(transport))) {
      var deadline = live ? new Deadline(at.plus(settings.budget().time())) : Deadline.NEVER;
      var artifacts =
          ScopedValue.where(Deadline.OF_VISIT, deadline)
              .call(() ->
                  gather(
                      new Errand(site, settings, edition.lexicon(), recording, clock),
                      recording,
                      asOf));
      return new Visit(target, asOf, at, vantage, artifacts);
    }
  }

  /// A stored visit ended where it ended; its refusals are in the archive.
  private UnaryOperator<Transport> bounds(Instant at) {
    var deadline = new Deadline(at.plus(settings.budget().time()));
    return over -> live ? new Budgeted(over, clock, settings.budget(), deadline) : over;
  }

  private Map<Class<? extends Artifact>, Gathered<? extends Artifact>> gather(
      Errand errand, Archive.Recording recording, Instant asOf) {
    var brought = new HashMap<Class<? extends Artifact>, Gathered<? extends Artifact>>();
    var home = Home.open(errand);
    // before the walk, which may use up the visit's time
    gatherers.forEach(one -> gather(one, errand, recording, brought));
    var page = home.page();
    if (page.isPresent()) {
      var walk = new Walk(errand, page.get()).walk();
      var survey = new Survey(errand, walk.home()).of(walk.pages().pages());
      brought.put(
          HomePage.class,
          new Gathered.Got<>(
              new HomePage(walk.home(), page.get().hops(), Entry.only(walk.home()))));
      brought.put(SitePages.class, new Gathered.Got<>(walk.pages()));
      brought.put(SiteColumns.class, new Gathered.Got<>(walk.columns()));
      brought.put(LinkSurvey.class, new Gathered.Got<>(survey));
      for (var inquiry : inquiries) {
        var ground = new Allotment(errand, walk, asOf, inquiry.pages());
        brought.put(inquiry.brings(), inquiry.into(ground));
      }
    } else {
      missing(brought, home.why());
      inquiries.forEach(one -> brought.put(one.brings(), missing(home.why())));
    }
    brought.put(HomeAttempts.class, home.attempts());
    return brought;
  }

  private static <A extends Artifact> void gather(
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

  private static void missing(
      Map<Class<? extends Artifact>, Gathered<? extends Artifact>> brought, Failure why) {
    brought.put(HomePage.class, new Gathered.Missing<HomePage>(why));
    brought.put(SitePages.class, new Gathered.Missing<SitePages>(why));
    brought.put(SiteColumns.class, new Gathered.Missing<SiteColumns>(why));
    brought.put(LinkSurvey.class, new Gathered.Missing<LinkSurvey>(why));
  }
}
