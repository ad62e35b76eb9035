package xuncha.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.site.Category;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedFinding;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Result;
import xuncha.findings.store.Run;
import xuncha.findings.store.StoreFailure;
import xuncha.findings.store.Validator;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

class RoundTest {
  private static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NIGHT);
  private static final AtomicInteger STORES = new AtomicInteger();

  private final Ledger ledger = Ledger.open("jdbc:h2:mem:round" + STORES.incrementAndGet(), CLOCK);
  private final Set<String> visited = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void recordsEveryTargetAndFinishesTheRun() {
    var run = begin(50);

    var ending = round(this::visit, 8).run(run);

    assertThat(ending).isEqualTo(new Round.Ending(50, 0, 0));
    assertThat(ledger.verdicts(run)).hasSize(100);
    assertThat(ledger.run(run).orElseThrow().finished()).contains(NIGHT);
  }

  @Test
  void visitsOnlyWhatIsNotYetOnRecord() {
    var run = begin(10);
    ledger.record(run, new Result(site(3, true), NIGHT, NIGHT, List.of(), List.of()));

    round(this::visit, 4).run(run);

    assertThat(visited).hasSize(9).doesNotContain(site(3, true).id());
  }

  @Test
  void makesACrashThatTargetsOwnInconclusiveVerdicts() {
    var run = begin(5);
    var crashes = new ArrayList<String>();
    Function<Target, Visit> stumbling =
        target ->
            switch (target.id()) {
              case "3400000001" -> throw new IllegalStateException("a bug");
              case "3400000002" -> throw new StackOverflowError();
              default -> visit(target);
            };

    var ending =
        new Round(
                ledger,
                Gathering.whole(stumbling),
                RoundTest::examine,
                Filing.NONE,
                new Progress() {
                  @Override
                  public synchronized void crashed(Target target, Throwable why) {
                    crashes.add(target.id());
                  }
                },
                3,
                CLOCK)
            .run(run);

    assertThat(ending).isEqualTo(new Round.Ending(5, 2, 0));
    assertThat(crashes).containsExactlyInAnyOrder("3400000001", "3400000002");
    assertThat(ledger.verdicts(run))
        .filteredOn(verdict -> verdict.target().equals("3400000001"))
        .extracting(RecordedVerdict::check, RecordedVerdict::verdict, RecordedVerdict::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("column-blank", Verdict.INCONCLUSIVE, "crashed"),
            org.assertj.core.groups.Tuple.tuple(
                "media-ads", Verdict.NOT_APPLICABLE, "not-an-account"));
  }

  @ParameterizedTest(name = "{0} breaks → {1} recorded, {2} remaining")
  @CsvSource({"visiting, 4, 1", "crashed, 4, 1", "recorded, 5, 0", "closing, 5, 0"})
  void countsWhatBreaksBesideTheVisitAsCrashedAndGoesOn(String where, int recorded, int remaining) {
    var run = begin(5);
    Gathering gathering =
        target ->
            new Opened(
                target,
                () -> {},
                () -> {
                  if (where.equals("crashed") && target.id().equals("3400000002")) {
                    throw new IllegalStateException("a visit's bug");
                  }
                  return visit(target);
                },
                () -> breaks(where.equals("closing"), target));

    var ending =
        new Round(ledger, gathering, RoundTest::examine, Filing.NONE, listener(where), 2, CLOCK)
            .run(run);

    assertThat(ending).isEqualTo(new Round.Ending(recorded, 1, remaining));
    assertThat(ledger.run(run).orElseThrow().finished().isPresent()).isEqualTo(remaining == 0);
  }

  private static Progress listener(String where) {
    return new Progress() {
      @Override
      public void visiting(Target target) {
        breaks(where.equals("visiting"), target);
      }

      @Override
      public void crashed(Target target, Throwable why) {
        breaks(where.equals("crashed"), target);
      }

      @Override
      public void recorded(Result result) {
        breaks(where.equals("recorded"), result.target());
      }
    };
  }

  private static void breaks(boolean here, Target target) {
    if (here && target.id().equals("3400000002")) {
      throw new IllegalStateException("a listener's bug");
    }
  }

  @Test
  void leavesSitesAloneThatAreRegisteredAsOffline() {
    var run =
        ledger
            .begin(Run.Kind.NIGHTLY, NIGHT, "cn-2019", List.of(site(1, true), site(2, false)))
            .id();

    round(this::visit, 2).run(run);

    assertThat(visited).containsExactly(site(1, true).id());
    assertThat(ledger.verdicts(run))
        .filteredOn(verdict -> verdict.target().equals(site(2, false).id()))
        .hasSize(2)
        .allSatisfy(verdict -> assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_APPLICABLE))
        .anySatisfy(verdict -> assertThat(verdict.reason()).isEqualTo("offline"));
  }

  @Test
  void filesEvidenceAndValidatorsBeforeTheCommit() {
    var run = begin(1);
    Filing filing =
        (_, visit, judgements) ->
            new Filing.Filed(
                judgements.stream().map(RoundTest::filed).toList(),
                List.of(new Validator(visit.target().url(), "\"1\"", "")));

    new Round(
            ledger,
            Gathering.whole(this::visit),
            RoundTest::examine,
            filing,
            Progress.SILENT,
            1,
            CLOCK)
        .run(run);

    assertThat(ledger.findings(run))
        .flatExtracting(RecordedFinding::evidence)
        .extracting(Evidence::path)
        .containsExactly("run/s0.warc.gz");
    assertThat(ledger.validators(site(0, true).id())).hasSize(1);
  }

  @Test
  void beginsNoVisitWhileWhatTheyShareIsCrowded() {
    var run = begin(3);
    var asked = new AtomicInteger();
    var crowd = new AtomicInteger(2);
    var ending =
        round(this::visit, 2)
            .sparing(() -> {
              asked.incrementAndGet();
              return crowd.getAndDecrement() > 0;
            })
            .run(run);

    assertThat(ending.recorded()).isEqualTo(3);
    // each before it is opened, and again before it is gone on with
    assertThat(asked).hasValue(2 + 3 + 3);
  }

  @Test
  void goesOnInACrowdWithWhatWasLongInOpening() {
    var run = begin(1);
    var asked = new AtomicInteger();
    Gathering gathering =
        target ->
            new Opened(target, Duration.ofSeconds(16), () -> {}, () -> visit(target), () -> {});
    var ending =
        new Round(ledger, gathering, RoundTest::examine, Filing.NONE, Progress.SILENT, 1, CLOCK)
            // free for the door alone: who asked once more would wait
            .sparing(() -> asked.getAndIncrement() > 0)
            .run(run);

    assertThat(ending.recorded()).isEqualTo(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void hasNoMoreVisitsUnderWayThanAsked() {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    // Three visits meet before any of them goes on, so that there really are three at once.
    var meeting = new CyclicBarrier(3);
    Function<Target, Visit> counting =
        target -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          await(meeting);
          underWay.decrementAndGet();
          return visit(target);
        };

    round(counting, 3).run(begin(30));

    assertThat(most).hasValue(3);
  }

  @Test
  void opensSomeAheadOfThoseVisitedAndShutsEveryDoor() {
    var run = begin(30);
    var ahead = new AtomicInteger();
    var most = new AtomicInteger();
    var open = new AtomicInteger();
    // nobody goes on before as many are open as may be
    var allAhead = new CountDownLatch(4 * 3);
    Gathering gathering =
        target -> {
          most.accumulateAndGet(ahead.incrementAndGet(), Math::max);
          open.incrementAndGet();
          allAhead.countDown(); // counted first: who goes on counts itself out
          return new Opened(
              target,
              () -> {},
              () -> {
                await(allAhead);
                ahead.decrementAndGet();
                if (target.id().equals("3400000007")) {
                  throw new IllegalStateException("a bug");
                }
                return visit(target);
              },
              open::decrementAndGet);
        };

    var ending =
        new Round(ledger, gathering, RoundTest::examine, Filing.NONE, Progress.SILENT, 3, CLOCK)
            .run(run);

    assertThat(ending).isEqualTo(new Round.Ending(30, 1, 0));
    assertThat(most).hasValue(4 * 3);
    assertThat(open).hasValue(0);
  }

  @Test
  void doesNotCountTheTimeInLineAsTimeOfTheVisit() {
    var run = begin(2);
    var now = new AtomicReference<>(NIGHT);
    // asked how long they took to open they are about to stand in line
    var bothInLine = new CountDownLatch(2);
    Gathering gathering =
        target ->
            new Opened(
                target,
                bothInLine::countDown,
                () -> {
                  await(bothInLine);
                  now.updateAndGet(time -> time.plusSeconds(60));
                  return visit(target);
                },
                () -> {});

    new Round(ledger, gathering, RoundTest::examine, Filing.NONE, Progress.SILENT, 1, now::get)
        .run(run);

    var next = ledger.begin(Run.Kind.NIGHTLY, NIGHT, "cn-2019", ledger.targets(run)).id();
    assertThat(ledger.remaining(next)).isEqualTo(ledger.targets(run));
  }

  private record Opened(
      Target target, Duration took, Runnable asked, Supplier<Visit> rest, Runnable shut)
      implements Gathering.Opened {
    Opened(Target target, Runnable asked, Supplier<Visit> rest, Runnable shut) {
      this(target, Duration.ZERO, asked, rest, shut);
    }

    @Override
    public Duration took() {
      asked.run();
      return took;
    }

    @Override
    public Visit visit() {
      return rest.get();
    }

    @Override
    public void close() {
      shut.run();
    }
  }

  @Test
  void givesUpVisitsUnderWayWhenItIsInterruptedAndGoesOnWhenItIsRunAgain() throws Exception {
    var run = begin(20);
    var hanging = new CountDownLatch(2);
    var endless = new CountDownLatch(1);
    var round =
        round(
            target -> {
              if (visited.size() >= 5) {
                hanging.countDown();
                await(endless);
              }
              return visit(target);
            },
            2);
    var flag = new AtomicInteger();
    var operator =
        Thread.ofPlatform()
            .start(() -> {
              round.run(run);
              flag.set(Thread.currentThread().isInterrupted() ? 1 : 0);
            });
    hanging.await();
    operator.interrupt();
    operator.join();

    assertThat(flag).hasValue(1);
    var reached = ledger.progress(run);
    assertThat(reached.recorded()).isLessThan(20);
    assertThat(ledger.run(run).orElseThrow().finished()).isEmpty();
    assertThat(ledger.verdicts(run))
        .filteredOn(verdict -> verdict.verdict() == Verdict.INCONCLUSIVE)
        .isEmpty();

    assertThat(round(this::visit, 2).run(run).remaining()).isZero();
    assertThat(ledger.verdicts(run)).hasSize(40);
  }

  @Test
  void stopsFromAnotherThread() throws Exception {
    var run = begin(20);
    var hanging = new CountDownLatch(2);
    var endless = new CountDownLatch(1);
    var round =
        round(
            target -> {
              hanging.countDown();
              await(endless);
              return visit(target);
            },
            2);
    var ending = new ArrayList<Round.Ending>();
    var operator = Thread.ofPlatform().start(() -> ending.add(round.run(run)));
    hanging.await();
    round.stop();
    operator.join();

    assertThat(ending).containsExactly(new Round.Ending(0, 0, 20));
  }

  @Test
  void endsWhenTheStoreFails() {
    var run = begin(20);
    var broken = Ledger.open("jdbc:h2:mem:broken" + STORES.get(), CLOCK);
    broken.close();
    var round =
        round(
            target -> {
              if (target.id().equals("3400000003")) {
                broken.runs();
              }
              return visit(target);
            },
            1);

    assertThatThrownBy(() -> round.run(run)).isInstanceOf(StoreFailure.class);
    assertThat(ledger.progress(run).recorded()).isEqualTo(3);
  }

  @Test
  void refusesARunThatIsNotThereAndARoundWithoutVisits() {
    assertThatThrownBy(() -> round(this::visit, 1).run("never")).hasMessageContaining("never");
    assertThatThrownBy(() -> round(this::visit, 0)).hasMessageContaining("0");
  }

  private Round round(Function<Target, Visit> gather, int concurrency) {
    return new Round(
        ledger,
        Gathering.whole(gather),
        RoundTest::examine,
        Filing.NONE,
        Progress.SILENT,
        concurrency,
        CLOCK);
  }

  private String begin(int sites) {
    var targets = IntStream.range(0, sites).mapToObj(number -> site(number, true)).toList();
    return ledger.begin(Run.Kind.NIGHTLY, NIGHT, "cn-2019", targets).id();
  }

  private static Site site(int number, boolean running) {
    return new Site(
        "34%08d".formatted(number),
        "站" + number,
        "http://s" + number + ".gov.test/",
        "",
        Category.OTHER,
        "",
        running,
        Map.of());
  }

  private Visit visit(Target target) {
    visited.add(target.id());
    return new Visit(
        target,
        NIGHT,
        NIGHT,
        new Vantage("here", false, false),
        Map.of(HomePage.class, new Gathered.Missing<>(Failure.of(Failure.Kind.NOT_FOUND))));
  }

  /// Two checks: one finds a fault in every visit that brought something, one is about accounts
  /// only.
  private static List<Judgement> examine(Visit visit) {
    var seen =
        visit.artifacts().isEmpty()
            ? Outcome.inconclusive(Failure.of(Failure.Kind.NOT_GATHERED))
            : new Outcome.Conclusive(
                1,
                List.of(finding(visit.target())),
                Measured.NOTHING,
                new Sentence("空", "blank"),
                1,
                false,
                List.of());
    var other =
        new Outcome.NotApplicable(
            "not-an-account", Measured.NOTHING, new Sentence("不是账号", "not an account"));
    return List.of(new Judgement("column-blank", 1, seen), new Judgement("media-ads", 1, other));
  }

  private static Finding finding(Target target) {
    return new Finding(
        target.id(),
        "column-blank",
        "V-W-03",
        Severity.MAJOR,
        target.url(),
        Measured.NOTHING,
        Measured.NOTHING,
        new Sentence("空", "blank"),
        List.of(Evidence.text("暂无内容")));
  }

  private static Judgement filed(Judgement judgement) {
    if (!(judgement.outcome() instanceof Outcome.Conclusive seen)) {
      return judgement;
    }
    var findings =
        seen.findings().stream()
            .map(f ->
                new Finding(
                    f.target(),
                    f.check(),
                    f.indicator(),
                    f.severity(),
                    f.subject(),
                    f.measured(),
                    f.threshold(),
                    f.summary(),
                    f.evidence().stream().map(e -> e.filedAt("run/s0.warc.gz")).toList()))
            .toList();
    return new Judgement(
        judgement.check(),
        judgement.revision(),
        new Outcome.Conclusive(
            seen.examined(),
            findings,
            seen.measured(),
            seen.summary(),
            seen.confidence(),
            seen.needsReview(),
            seen.observations()));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException givenUp) {
      throw new IllegalStateException("given up", givenUp);
    }
  }

  private static void await(CyclicBarrier meeting) {
    try {
      meeting.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException givenUp) {
      throw new IllegalStateException("given up", givenUp);
    }
  }
}
