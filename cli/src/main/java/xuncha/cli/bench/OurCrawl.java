package xuncha.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.PageReader.Outline;
import xuncha.crawler.read.Reading;
import xuncha.findings.edition.Editions;

/// The contender of this house: the product's own fetcher and page reader, one virtual thread a
/// site. Reads what its rivals read, links and dates; or, beside that, all the facts that the
/// checks need.
final class OurCrawl {
  private static final long PAGE_BYTES = 8 << 20;

  private final Fetcher fetcher;
  private final PageReader reader;
  private final int most;
  private final boolean allFacts;
  private final LongAdder pages = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder links = new LongAdder();
  private final LongAdder dates = new LongAdder();
  private final Queue<String> visited = new ConcurrentLinkedQueue<>();

  private OurCrawl(Fetcher fetcher, PageReader reader, int most, boolean allFacts) {
    this.fetcher = fetcher;
    this.reader = reader;
    this.most = most;
    this.allFacts = allFacts;
  }

  /// Crawls and prints its figures.
  ///
  /// @param args file of home pages, network profile, pages a site, where to list the pages read,
  ///   whether all facts are read (`true`) or links and dates alone
  public static void main(String[] args) throws IOException {
    var homes = Files.readAllLines(Path.of(args[0]));
    var profile = NetworkProfile.read(Path.of(args[1]));
    var clock = InstantSource.system();
    var gate = new HostGate(Pace.undelayed(), clock);
    var reader = new PageReader(Editions.shipped(Editions.shippedIds().getLast()).lexicon());
    try (var fetcher =
        new Fetcher(
            profile,
            new Resolver(profile, clock),
            new AddressGuard(profile),
            FetchSettings.defaults(),
            gate,
            clock)) {
      var most = Integer.parseInt(args[2]);
      var allFacts = Boolean.parseBoolean(args[4]);
      var visited = new AtomicReference<Queue<String>>();
      var figures =
          CrawlFigures.ofWarm(() -> {
            var crawl = new OurCrawl(fetcher, reader, most, allFacts);
            visited.set(crawl.visited);
            return crawl.all(homes);
          });
      Files.write(Path.of(args[3]), visited.get());
      System.out.println(figures.line());
    }
  }

  private CrawlFigures.Counts all(List<String> homes) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      homes.forEach(home -> threads.execute(() -> site(home)));
    }
    return new CrawlFigures.Counts(pages.sum(), bytes.sum(), links.sum(), dates.sum());
  }

  private void site(String home) {
    var frontier = new SiteFrontier(home, most);
    for (var url = frontier.next(); url.isPresent(); url = frontier.next()) {
      var ask = Ask.page(url.get(), Ask.Why.PAGE, PAGE_BYTES);
      if (fetcher.exchange(ask) instanceof Exchange.Answered answer) {
        visited.add(url.get());
        pages.increment();
        bytes.add(answer.body().length());
        count(outline(Reading.of(answer)), frontier);
      }
    }
  }

  private Outline outline(Reading page) {
    if (!allFacts) {
      return reader.outline(page);
    }
    var facts = reader.read(page).facts();
    return new Outline(facts.links(), facts.lists(), facts.published());
  }

  private void count(Outline page, SiteFrontier frontier) {
    links.add(page.links().size());
    page.links().forEach(link -> frontier.found(link.url()));
    dates.add(page.published().isPresent() ? 1 : 0);
    for (var list : page.lists()) {
      dates.add(list.items().stream().filter(item -> item.date().isPresent()).count());
    }
  }
}
