package xuncha.crawler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.visit.Failure.Kind;

/// Spares hosts that every site links to: what one visit of a run has just asked for by HEAD, and
/// every robots.txt, is told to the other visits too. Each visit's archive has the answer with the
/// time at which it was given. A second look before a failure counts is a GET and never shared.
final class SharedLooks implements Transport {
  /// An answer older than that is asked for again.
  private static final Duration FRESH = Duration.ofMinutes(30);

  /// Together some tens of megabytes at worst.
  private static final int MOST = 20_000;

  private static final int LONGEST = 1 << 11;

  private final Transport over;
  private final InstantSource clock;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  private record Look(Instant at, Exchange exchange) {}

  SharedLooks(Transport over, InstantSource clock) {
    this.over = over;
    this.clock = clock;
  }

  @Override
  public Exchange exchange(Ask ask) {
    if (!shared(ask)) {
      return over.exchange(ask);
    }
    var key = ask.method() + ' ' + ask.url();
    var known = Optional.ofNullable(looks.get(key)).filter(this::fresh);
    return known.isPresent() ? told(ask, known.get().exchange()) : asked(key, ask);
  }

  private boolean fresh(Look look) {
    return look.at().plus(FRESH).isAfter(clock.instant());
  }

  private Exchange asked(String key, Ask ask) {
    var exchange = over.exchange(ask);
    if (keepable(exchange) && looks.size() < MOST) {
      looks.put(key, new Look(clock.instant(), exchange));
    }
    return exchange;
  }

  private static boolean shared(Ask ask) {
    return ask.headers().isEmpty()
        && (ask.why() == Why.ROBOTS || (ask.why() == Why.LINK && ask.method().equals("HEAD")));
  }

  /// What failed for want of one visit's time says nothing to another, and a robots.txt that could
  /// not be had is worth another try.
  private static boolean keepable(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Answered answer -> answer.body().length() <= LONGEST && answer.status() < 500;
      case Exchange.Failed failed ->
          failed.ask().why() == Why.LINK && failed.why().kind() != Kind.BUDGET;
    };
  }

  private static Exchange told(Ask ask, Exchange exchange) {
    return switch (exchange) {
      case Exchange.Answered answer -> answer.to(ask);
      case Exchange.Failed failed ->
          new Exchange.Failed(ask, failed.at(), failed.took(), failed.why(), failed.source());
    };
  }
}
