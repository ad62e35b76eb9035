package xuncha.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import xuncha.checks.Examiner;
import xuncha.crawler.Arrival;
import xuncha.crawler.Crawler;
import xuncha.crawler.Gatherer;
import xuncha.crawler.archive.WarcArchive;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.SubmissionJournal;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Delegations;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.crawler.probe.consult.Correspondent;
import xuncha.crawler.probe.consult.LettersOnRecord;
import xuncha.crawler.probe.ipv6.Ipv6Probe;
import xuncha.crawler.probe.ipv6.Ipv6Settings;
import xuncha.crawler.probe.ipv6.Ipv6Sight;
import xuncha.crawler.probe.search.SearchProfiles;
import xuncha.crawler.probe.space.SpaceProbe;
import xuncha.crawler.probe.space.TestAccount;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.render.BrowserPool;
import xuncha.crawler.render.Chromium;
import xuncha.crawler.render.Figures;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.store.Validator;
import xuncha.findings.store.Vault;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.FormSights;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.OwnLetters;
import xuncha.findings.visit.UserSpace;
import xuncha.findings.visit.Validators;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;
import xuncha.scheduler.Filing;
import xuncha.scheduler.Gathering;
import xuncha.scheduler.Progress;
import xuncha.scheduler.Round;

/// The wiring of one run: who gathers, who judges, where it is written down. The only place that
/// knows them all.
final class Inspection implements AutoCloseable {
  private final Settings settings;
  private final SearchProfiles searches;
  private final Edition edition;
  private final Examiner examiner;
  private final InstantSource clock;
  private final Vault vault;
  private final Resolver resolver;
  private final AddressGuard guard;
  private final NetworkProfile network;
  private final Fetcher fetcher;
  private final Optional<BrowserPool> browsers;
  private final Map<String, TestAccount> accounts;
  private final SubmissionJournal journal;
  private Optional<Correspondent> correspondent = Optional.empty();

  /// An inspection as nobody in particular.
  Inspection(
      Settings settings,
      NetworkProfile network,
      Edition edition,
      Examiner examiner,
      InstantSource clock) {
    this(settings, network, edition, examiner, Map.of(), clock);
  }

  /// @param accounts lent by sites' owners, by site code
  Inspection(
      Settings settings,
      NetworkProfile network,
      Edition edition,
      Examiner examiner,
      Map<String, TestAccount> accounts,
      InstantSource clock) {
    this.accounts = Map.copyOf(accounts);
    this.settings = settings;
    this.searches = settings.searches();
    this.edition = edition;
    this.examiner = examiner;
    this.clock = clock;
    this.journal = new SubmissionJournal(settings.folder().resolve("submissions.jsonl"), clock);
    this.vault = new Vault(settings.folder().resolve("vault"), settings.crawl().retention());
    this.network = network;
    this.resolver = new Resolver(network, clock);
    this.guard = new AddressGuard(network);
    var crawl = settings.crawl();
    this.fetcher =
        new Fetcher(
            network,
            resolver,
            guard,
            FetchSettings.defaults().withUserAgent(crawl.userAgent()),
            new HostGate(Pace.of(crawl.pace().delay(), crawl.pace().perAddress()), clock),
            clock);
    this.browsers = browsers(settings, clock);
  }

  private static Optional<BrowserPool> browsers(Settings settings, InstantSource clock) {
    var browser = settings.browser();
    return browser.use()
        ? Chromium.find(browser.path(), System.getenv())
            .map(found -> new BrowserPool(found, browser, settings.crawl().userAgent(), clock))
        : Optional.empty();
  }

  /// What the browsers did so far; empty where there is none.
  Optional<Figures> drawn() {
    return browsers.map(BrowserPool::figures);
  }

  /// Visits what remains of the run and records it.
  Round.Ending carryOut(Ledger ledger, Run run, Progress progress) {
    return carryOut(ledger, run, progress, _ -> {});
  }

  /// The same, showing every visit to somebody before it is judged.
  Round.Ending carryOut(Ledger ledger, Run run, Progress progress, Consumer<Visit> watcher) {
    var probing = settings.ipv6().on(network);
    var sight = new Ipv6Sight(network, resolver, guard, probing, clock);
    var wanted = Matters.concern(examiner, Ipv6Trace.class);
    var vantage =
        new Vantage(settings.vantage(), browsers.isPresent(), wanted && sight.proof().works());
    var archive = new WarcArchive(vault, run.id());
    var reading =
        new Crawler(settings.crawl(), edition, fetcher, archive, vantage, clock)
            .with(companions(ledger, wanted ? List.of(probe(sight, probing)) : List.of()))
            .inquiring(Matters.of(examiner, edition, searches))
            .bringing(Matters.concerning(examiner))
            .remembering(target -> remembered(ledger, target));
    var crawler =
        browsers.map(pool -> reading.drawing(pool, settings.browser().perVisit())).orElse(reading);
    return new Round(
            ledger,
            target -> new Going(crawler.open(target, run.asOf()), watcher),
            visit -> examiner.examine(visit, edition),
            this::filed,
            progress,
            settings.visits(),
            clock)
        .sparing(() -> browsers.filter(BrowserPool::isCrowded).isPresent())
        .run(run.id());
  }

  /// A visit under way; when it is over somebody is shown it, and the site may be written to.
  private final class Going implements Gathering.Opened {
    private final Arrival arrival;
    private final Consumer<Visit> watcher;

    Going(Arrival arrival, Consumer<Visit> watcher) {
      this.arrival = arrival;
      this.watcher = watcher;
    }

    @Override
    public Duration took() {
      return arrival.took();
    }

    @Override
    public Visit visit() {
      var visit = arrival.visit();
      arrival.close();
      watcher.accept(visit);
      write(visit);
      return visit;
    }

    @Override
    public void close() {
      arrival.close();
    }
  }

  /// Writes to the site where its owner agreed and the operator said so; what comes of it is judged
  /// by the next visit.
  private void write(Visit visit) {
    if (visit.target() instanceof Site site && correspondent.isPresent()) {
      visit
          .attempt(Consultation.class)
          .found()
          .ifPresent(consultation -> correspondent.get().call(site, consultation));
    }
  }

  /// The same, with the letters that the settings' `authorised` allow.
  ///
  /// @param talk told in one line what was sent, and why something was not
  Inspection submitting(Consumer<String> talk) {
    correspondent =
        Optional.of(new Correspondent(fetcher, journal, settings.authorised(), clock, talk));
    return this;
  }

  private List<Gatherer<?>> companions(Ledger ledger, List<Gatherer<?>> others) {
    var all = new ArrayList<>(others);
    if (Matters.concern(examiner, OwnLetters.class) && !settings.authorised().isEmpty()) {
      all.add(new LettersOnRecord(journal));
    }
    if (Matters.concern(examiner, FormSights.class)) {
      all.add(new SightsOnRecord(ledger, edition, clock));
    }
    if (Matters.concern(examiner, UserSpace.class)) {
      var lexicon = edition.lexicon();
      var sessions = SessionOf.sessions(settings).all();
      all.add(new SpaceProbe(fetcher, new PageReader(lexicon), lexicon, accounts, sessions));
    }
    return all;
  }

  private Ipv6Probe probe(Ipv6Sight sight, Ipv6Settings probing) {
    return new Ipv6Probe(
        fetcher,
        resolver,
        guard,
        new Delegations(resolver, guard, network, probing.controlPatience(), clock),
        sight,
        new PageReader(edition.lexicon()),
        probing,
        clock);
  }

  private Filing.Filed filed(Run run, Visit visit, List<Judgement> judged) {
    var given = visit.attempt(Validators.class).found().orElse(Validators.NONE).given();
    return new Filing.Filed(
        vault.file(run.id(), visit.target(), judged),
        given.stream()
            .map(one -> new Validator(one.url(), one.etag(), one.lastModified()))
            .toList());
  }

  private static List<Validators.Given> remembered(Ledger ledger, Target target) {
    return ledger.validators(target.id()).stream()
        .map(one -> new Validators.Given(one.url(), one.etag(), one.lastModified()))
        .toList();
  }

  @Override
  public void close() {
    browsers.ifPresent(BrowserPool::close);
    fetcher.close();
  }
}
