package xuncha.crawler;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Statuses;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.manners.RobotsRules;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Keeps one visit from asking what it should not: what robots.txt forbids, and hosts that have
/// refused often enough. Decides from answers alone, so that a replay decides the same.
final class Restraint implements Transport {
  /// So many refusals or lost connections in a row, and the host is left alone for this visit.
  private static final int PATIENCE = 5;

  private static final int ROBOTS_REDIRECTS = 5; // RFC 9309, 2.3.1.2

  private final Transport over;
  private final InstantSource clock;
  private final boolean obeyRobots;
  private final Map<String, RobotsRules> robots = new HashMap<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, Failure> leftAlone = new HashMap<>();

  Restraint(Transport over, InstantSource clock, boolean obeyRobots) {
    this.over = over;
    this.clock = clock;
    this.obeyRobots = obeyRobots;
  }

  @Override
  public Exchange exchange(Ask ask) {
    var address = WebAddress.of(ask.url());
    if (address.isEmpty()) {
      return refused(ask, new Failure(Kind.BAD_ADDRESS, ask.url()));
    }
    var refusal = refusal(address.get(), ask.why());
    if (refusal.isPresent()) {
      return refused(ask, refusal.get());
    }
    var exchange = over.exchange(ask);
    remember(address.get().host(), exchange);
    return exchange;
  }

  /// What makes the requests of pages in a browser: restrained by what is known by now, and without
  /// a trace in what is decided here, for a replay makes none of them.
  Transport forDrawing() {
    var known = this;
    var apart = new Restraint(ask -> over.exchange(ask.forDrawing()), clock, obeyRobots);
    return ask -> {
      known.robots.forEach(apart.robots::putIfAbsent);
      apart.leftAlone.putAll(known.leftAlone);
      return apart.exchange(ask);
    };
  }

  /// Why that address would not be asked for now; empty when it would.
  Optional<Failure> refusal(String url, Why why) {
    return WebAddress.of(url).flatMap(address -> refusal(address, why));
  }

  private Optional<Failure> refusal(WebAddress address, Why why) {
    var alone = leftAlone.get(address.host());
    if (alone != null) {
      return Optional.of(alone);
    }
    if (!obeyRobots || address.path().equals("/robots.txt")) {
      return Optional.empty();
    }
    var rules = robots(address);
    return rules.trouble().isPresent() && pardoned(why, rules.trouble().get())
        ? Optional.empty()
        : rules.refusal(address.url());
  }

  /// A host that cannot be reached forbids nothing: whether its home page opens is the very
  /// question. A robots.txt that answers 5xx forbids going about (RFC 9309, 2.3.1.4), not knocking.
  private static boolean pardoned(Why why, Failure trouble) {
    return why == Why.HOME
        || why == Why.ATTEMPT
        || (why == Why.LINK && trouble.kind() != Kind.ROBOTS);
  }

  private RobotsRules robots(WebAddress address) {
    var origin = origin(address);
    var known = robots.get(origin);
    if (known == null) {
      known = fetchRobots(origin);
      robots.put(origin, known);
    }
    return known;
  }

  private RobotsRules fetchRobots(String origin) {
    var url = origin + "/robots.txt";
    var trip = Trip.of(over, Ask.page(url, Why.ROBOTS, RobotsRules.MOST_BYTES), ROBOTS_REDIRECTS);
    if (trip.last() instanceof Exchange.Answered answer) {
      return RobotsRules.read(url, answer.status(), answer.body().bytes());
    }
    var why = trip.failure().orElseGet(() -> Failure.of(Kind.NOT_GATHERED));
    // A capture without robots.txt: nothing is asked of the host itself.
    return why.kind() == Kind.NOT_GATHERED ? RobotsRules.ignored() : RobotsRules.unreachable(why);
  }

  /// The sitemaps that the robots.txt of that address's host names, as far as it was read.
  List<String> sitemaps(String url) {
    return WebAddress.of(url)
        .map(address -> robots.get(origin(address)))
        .map(RobotsRules::sitemaps)
        .orElse(List.of());
  }

  /// The home page opened: what kept robots.txt from us may be over.
  void askRobotsAgain(String url) {
    WebAddress.of(url)
        .map(Restraint::origin)
        .filter(origin -> robots.containsKey(origin) && robots.get(origin).trouble().isPresent())
        .ifPresent(robots::remove);
  }

  private void remember(String host, Exchange exchange) {
    var trouble = trouble(exchange);
    if (trouble.isEmpty()) {
      refusals.remove(host);
    } else if (trouble.get().kind() == Kind.BUDGET
        || refusals.merge(host, 1, Integer::sum) >= PATIENCE) {
      leftAlone.put(host, trouble.get());
    }
  }

  private static Optional<Failure> trouble(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Failed failed when failed.why().kind() == Kind.NOT_GATHERED -> Optional.empty();
      case Exchange.Failed failed -> Optional.of(failed.why());
      case Exchange.Answered answer ->
          Statuses.failure(answer.status())
              .filter(why -> why.kind() == Kind.BLOCKED || why.kind() == Kind.UNAVAILABLE);
    };
  }

  private Exchange refused(Ask ask, Failure why) {
    return new Exchange.Failed(ask, clock.instant(), Duration.ZERO, why);
  }

  private static String origin(WebAddress address) {
    return address.url().substring(0, address.url().indexOf('/', "https://".length()));
  }
}
