package xuncha.crawler;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.manners.Allowance;
import xuncha.crawler.manners.Deadline;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Ends a visit that takes too long or too much. Stands below the archive, so that its refusals are
/// written down like any answer and a replay ends where the visit ended.
final class Budgeted implements Transport {
  /// Redirects, retries and robots.txt come on top of the pages and links that are counted.
  private static final int REQUESTS_EACH = 4;

  private final Transport over;
  private final InstantSource clock;
  private final Supplier<Deadline> deadline;
  private final Allowance allowance;

  /// @param deadline of the visit as it stands: time that a visit spends in line is not its own
  Budgeted(
      Transport over,
      InstantSource clock,
      CrawlSettings.Budget budget,
      Supplier<Deadline> deadline) {
    this.over = over;
    this.clock = clock;
    this.deadline = deadline;
    this.allowance =
        new Allowance(
            new Allowance.Limits(
                Math.multiplyExact(budget.pages() + budget.links() + 10, REQUESTS_EACH),
                budget.bytes()));
  }

  @Override
  public Exchange exchange(Ask ask) {
    var now = clock.instant();
    if (deadline.get().passed(now)) {
      var over = new Failure(Kind.BUDGET, "the visit's time is over");
      return new Exchange.Failed(ask, now, Duration.ZERO, over);
    }
    var refusal = allowance.request();
    if (refusal.isPresent()) {
      return new Exchange.Failed(ask, now, Duration.ZERO, refusal.get());
    }
    var exchange = over.exchange(ask);
    if (exchange instanceof Exchange.Answered answer) {
      allowance.received(answer.body().length());
    }
    return exchange;
  }
}
