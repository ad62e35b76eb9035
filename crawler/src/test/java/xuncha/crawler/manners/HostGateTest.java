package xuncha.crawler.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.manners.HostGate.Pass;
import xuncha.crawler.manners.HostGate.Refused;
import xuncha.findings.visit.Failure;

class HostGateTest {
  private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
  private static final InetAddress PLATFORM = InetAddress.ofLiteral("192.0.2.1");
  private static final Duration FAST = Duration.ofMillis(20);
  private static final Optional<String> NOTHING = Optional.empty();

  private Instant now = START;
  private final InstantSource clock = () -> now;
  private final HostGate gate =
      new HostGate(Pace.defaults(), clock, moment -> now = moment.isAfter(now) ? moment : now);

  @Test
  void theFirstRequestWaitsForNothing() throws Exception {
    assertThat(ask("a", 200, NOTHING, FAST)).isEqualTo(START);
  }

  @Test
  void theDelayIsCountedFromTheEndOfTheExchangeBefore() throws Exception {
    ask("a", 200, NOTHING, Duration.ofMillis(300));
    assertThat(ask("a", 200, NOTHING, FAST)).isEqualTo(START.plusMillis(300 + 500));
  }

  @Test
  void anotherHostHasItsOwnPace() throws Exception {
    ask("a", 200, NOTHING, FAST);
    var before = now;
    assertThat(ask("b", 200, NOTHING, FAST)).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} with Retry-After {1} → {2} s")
  @CsvSource(
      textBlock =
          """
          429, 7,                              7
          503, 7,                              7
          503, 'Mon, 02 Mar 2026 02:00:30 GMT', 30
          503, 999999,                         120
          429, soon,                           5
          503, '',                             5
          200, 7,                              0.5
          """)
  void aHostThatWantsToBeLeftAloneIs(int status, String retryAfter, double seconds)
      throws Exception {
    ask("a", status, Optional.of(retryAfter), Duration.ZERO);
    assertThat(ask("a", 200, NOTHING, FAST))
        .isEqualTo(START.plusMillis(Math.round(seconds * 1000)));
  }

  @Test
  void eachFurtherRefusalDoublesThePauseAndAnAnswerEndsIt() throws Exception {
    var granted = new ArrayList<Duration>();
    var before = now;
    for (var status : List.of(503, 503, 503, 200, 503, 200)) {
      var at = ask("a", status, NOTHING, Duration.ZERO);
      granted.add(Duration.between(before, at));
      before = at;
    }
    assertThat(granted.subList(1, 4))
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    assertThat(granted.get(5)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aHostThatIsSlowOrFailingIsAskedMoreSlowlyAndRecoversByHalves() throws Exception {
    var delays = new ArrayList<Long>();
    for (var took : List.of(4_000, 4_000, 100, 100, 100)) {
      ask("a", 200, NOTHING, Duration.ofMillis(took));
      var over = now;
      waitFor("a");
      delays.add(Duration.between(over, now).toMillis());
    }
    assertThat(delays).containsExactly(1_000L, 2_000L, 1_000L, 500L, 500L);
  }

  @Test
  void anExchangeWithoutAnAnswerSlackensThePaceButNotForEver() throws Exception {
    for (var i = 0; i < 20; i++) {
      try (var pass = pass("a", Deadline.NEVER)) {
        pass.failed();
      }
    }
    var over = now;
    waitFor("a");
    assertThat(Duration.between(over, now)).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void aCrawlDelayLengthensThePaceWithinBounds() throws Exception {
    gate.atLeast("a", Duration.ofSeconds(3));
    gate.atLeast("b", Duration.ofDays(1));
    gate.atLeast("c", Duration.ofMillis(1));
    for (var host : List.of("a", "b", "c")) {
      ask(host, 200, NOTHING, Duration.ZERO);
    }
    var first = now;
    assertThat(ask("c", 200, NOTHING, Duration.ZERO)).isEqualTo(first.plusMillis(500));
    assertThat(ask("a", 200, NOTHING, Duration.ZERO)).isEqualTo(first.plusSeconds(3));
    assertThat(ask("b", 200, NOTHING, Duration.ZERO)).isEqualTo(first.plusSeconds(120));
  }

  @ParameterizedTest(name = "Crawl-delay {0} s and failures → {1} s")
  @CsvSource({"0, 8", "3, 48", "60, 120", "86400, 120"})
  void aCrawlDelayOfAFailingHostIsNoLongerThanTheLongestPause(long wanted, long seconds)
      throws Exception {
    gate.atLeast("a", Duration.ofSeconds(wanted));
    for (var i = 0; i < 5; i++) {
      try (var pass = pass("a", Deadline.NEVER)) {
        pass.failed();
      }
    }
    var over = now;
    waitFor("a");
    assertThat(Duration.between(over, now)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void aPauseBeyondTheVisitsEndIsNotWaitedFor() throws Exception {
    ask("a", 429, Optional.of("60"), Duration.ZERO);
    var entry = gate.enter("a", PLATFORM, new Deadline(START.plusSeconds(59)));
    assertThat(entry)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.why().kind()).isEqualTo(Failure.Kind.BUDGET));
    assertThat(now).isEqualTo(START);
    assertThat(ask("a", 200, NOTHING, FAST)).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void whoHasNoTimeLeftIsNotLetIn() throws Exception {
    assertThat(gate.enter("a", PLATFORM, new Deadline(START))).isInstanceOf(Refused.class);
  }

  @Test
  void whoWaitsForATurnGivesUpWithTheVisit() throws Exception {
    var real = new HostGate(Pace.undelayed(), InstantSource.system());
    try (var _ = (Pass) real.enter("a", PLATFORM, Deadline.NEVER)) {
      var soon = Deadline.in(Duration.ofMillis(30), InstantSource.system());
      assertThat(real.enter("a", PLATFORM, soon)).isInstanceOf(Refused.class);
    }
    assertThat(real.enter("a", PLATFORM, Deadline.NEVER)).isInstanceOf(Pass.class);
  }

  @Test
  void whoFindsNoPlaceAtTheAddressGivesTheTurnBack() throws Exception {
    var real = new HostGate(Pace.of(Duration.ZERO, 1), InstantSource.system());
    try (var _ = (Pass) real.enter("a", PLATFORM, Deadline.NEVER)) {
      var soon = Deadline.in(Duration.ofMillis(30), InstantSource.system());
      assertThat(real.enter("b", PLATFORM, soon)).isInstanceOf(Refused.class);
    }
    assertThat(real.enter("b", PLATFORM, Deadline.NEVER)).isInstanceOf(Pass.class);
  }

  @Test
  void manyVisitsKeepToOnePerHostAndFewPerAddressAndAllGetTheirTurn() throws Exception {
    var real = new HostGate(Pace.of(Duration.ZERO, 3), InstantSource.system());
    var watch = new Watch();
    var done = new AtomicInteger();
    var visits = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var visit = 0; visit < 60; visit++) {
        var host = "host-" + visit % 8;
        visits.add(
            threads.submit(() -> {
              for (var i = 0; i < 25; i++) {
                try (var _ = (Pass) real.enter(host, PLATFORM, Deadline.NEVER)) {
                  watch.enter(host);
                  Thread.onSpinWait();
                  watch.leave(host);
                }
                done.incrementAndGet();
              }
              return null;
            }));
      }
      for (var visit : visits) {
        visit.get();
      }
    }
    assertThat(done).hasValue(60 * 25);
    assertThat(watch.mostPerHost).hasValue(1);
    assertThat(watch.mostAtAll.get()).isBetween(1, 3);
  }

  @Test
  void whoeverCameFirstIsServedFirst() throws Exception {
    var real = new HostGate(Pace.undelayed(), InstantSource.system());
    var served = new ArrayList<Integer>();
    var threads = new ArrayList<Thread>();
    try (var _ = (Pass) real.enter("a", PLATFORM, Deadline.NEVER)) {
      for (var i = 0; i < 5; i++) {
        var number = i;
        var arriving = new CountDownLatch(1);
        var thread =
            Thread.ofPlatform()
                .start(() -> {
                  arriving.countDown();
                  enterAndNote(real, number, served);
                });
        arriving.await();
        while (thread.getState() != Thread.State.TIMED_WAITING
            && !Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait();
        }
        threads.add(thread);
      }
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(served).containsExactly(0, 1, 2, 3, 4);
  }

  private static void enterAndNote(HostGate real, int number, List<Integer> served) {
    try (var _ = (Pass) real.enter("a", PLATFORM, Deadline.NEVER)) {
      served.add(number); // only one thread is ever in here
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Counts who is inside.
  private static final class Watch {
    private final ConcurrentHashMap<String, AtomicInteger> hosts = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger mostPerHost = new AtomicInteger();
    private final AtomicInteger mostAtAll = new AtomicInteger();

    void enter(String host) {
      var here = at(host).incrementAndGet();
      mostPerHost.accumulateAndGet(here, Math::max);
      mostAtAll.accumulateAndGet(all.incrementAndGet(), Math::max);
    }

    void leave(String host) {
      all.decrementAndGet();
      at(host).decrementAndGet();
    }

    private AtomicInteger at(String host) {
      return hosts.computeIfAbsent(host, _ -> new AtomicInteger());
    }
  }

  private Instant ask(String host, int status, Optional<String> retryAfter, Duration took)
      throws InterruptedException, ExecutionException {
    try (var pass = pass(host, Deadline.NEVER)) {
      now = now.plus(took);
      pass.answered(status, retryAfter, took);
      return pass.at();
    }
  }

  /// Lets the host's pause pass without changing its pace.
  private void waitFor(String host) throws InterruptedException {
    try (var _ = pass(host, Deadline.NEVER)) {
      return;
    }
  }

  private Pass pass(String host, Deadline deadline) throws InterruptedException {
    return (Pass) gate.enter(host, PLATFORM, deadline);
  }
}
