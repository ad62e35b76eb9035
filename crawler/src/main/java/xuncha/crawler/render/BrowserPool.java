package xuncha.crawler.render;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Source;

/// A few browsers and the threads that own them, started when the first page wants one. A watchman
/// outside of those threads kills a browser that hangs or grows too large.
public final class BrowserPool implements Renderer, AutoCloseable {
  private static final Duration ROUNDS = Duration.ofMillis(250);

  /// Every so many rounds the memory is looked at, for which all processes are gone through.
  private static final int WEIGHING = 2;

  /// What a browser's own memory may grow by before all of it is counted again.
  private static final double NOTABLE = 1.05;

  /// So many pages that wait for each browser are a crowd.
  private static final int CROWD = 3;

  private final Chromium chromium;
  private final Walls walls;
  private final BrowserSettings settings;
  private final String agent;
  private final InstantSource clock;
  private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final List<Painter> painters = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Figures.Counting figures = new Figures.Counting();
  private final OneAtATime acting = new OneAtATime();
  private volatile boolean closed;

  /// @param agent how the browsers call themselves to a page's scripts
  public BrowserPool(
      Chromium chromium, BrowserSettings settings, String agent, InstantSource clock) {
    this(chromium, Walls.BOTH, settings, agent, clock);
  }

  BrowserPool(
      Chromium chromium, Walls walls, BrowserSettings settings, String agent, InstantSource clock) {
    this.chromium = chromium;
    this.walls = walls;
    this.settings = settings;
    this.agent = agent;
    this.clock = clock;
  }

  @Override
  public Sitting sit(Transport network) {
    return new BrowserSitting(this, network, clock);
  }

  /// Draws a page of our own that needs nobody, to see whether the browser works.
  public Drawn trial() {
    var ask = Ask.page("http://trial.invalid/", Ask.Why.PAGE, 1 << 10);
    var page =
        new Exchange.Answered(
            ask,
            clock.instant(),
            Duration.ZERO,
            "",
            200,
            List.of(new Exchange.Header("content-type", "text/html")),
            Body.of("<p>trial</p>".getBytes(StandardCharsets.US_ASCII)),
            Optional.empty(),
            Source.UNARCHIVED);
    return sit(asked ->
            new Exchange.Failed(
                asked, clock.instant(), Duration.ZERO, Failure.of(Failure.Kind.NOT_GATHERED)))
        .draw(page, false);
  }

  /// What the browsers did so far.
  public Figures figures() {
    return figures.soFar();
  }

  /// Whether so many pages wait to be drawn that whoever would bring more does better to wait: what
  /// they need is the processor's time that the browsers lack.
  public boolean isCrowded() {
    return jobs.size() >= CROWD * settings.browsers();
  }

  /// The browsers' processes, of each the first.
  List<ProcessTree> processes() {
    synchronized (painters) {
      return painters.stream().map(Painter::tree).flatMap(Optional::stream).toList();
    }
  }

  String agent() {
    return agent;
  }

  /// Whoever acts on a host's pages does so alone.
  OneAtATime acting() {
    return acting;
  }

  void submit(Job job) {
    synchronized (painters) {
      if (closed) {
        refuse(job);
        return;
      }
      if (painters.isEmpty()) {
        threads.add(Thread.ofPlatform().daemon().name("browser-watch").start(this::keepWatch));
      }
      // One more only while pages wait: a run that needs few starts one browser.
      if (painters.size() < settings.browsers() && (painters.isEmpty() || !jobs.isEmpty())) {
        var painter = new Painter(chromium, walls, settings, jobs, figures, clock);
        painters.add(painter);
        threads.add(
            Thread.ofPlatform()
                .daemon()
                .name("browser-" + painters.size())
                .start(() -> paint(painter)));
      }
      jobs.add(job);
    }
  }

  /// A painter whose thread ended makes room for another.
  private void paint(Painter painter) {
    try {
      painter.run();
    } finally {
      synchronized (painters) {
        painters.remove(painter);
      }
    }
  }

  /// Nobody will come for it.
  private void refuse(Job job) {
    var why = new Failure(Failure.Kind.NO_BROWSER, "the browsers are closed");
    job.hatch()
        .put(new Hatch.Done(new Drawn.Lost(clock.instant(), Duration.ZERO, List.of(), why, false)));
  }

  private void keepWatch() {
    var heaviest = 0L;
    for (var round = 0; !closed; round++) {
      look();
      if (round % WEIGHING == 0) {
        heaviest = weigh(heaviest);
      }
      LockSupport.parkNanos(ROUNDS.toNanos());
    }
  }

  private List<Painter> busy() {
    synchronized (painters) {
      return painters.stream().filter(painter -> painter.watch().busy()).toList();
    }
  }

  private void look() {
    for (var painter : busy()) {
      if (painter.bereft()) {
        painter.wake();
      } else if (painter.watch().stuck()) {
        kill(painter, "the page's scripts never ended");
      }
    }
  }

  /// @param heaviest the most that a browser was seen to have of its own, bytes
  /// @return the same, now
  private long weigh(long heaviest) {
    var most = heaviest;
    for (var painter : busy()) {
      var tree = painter.tree();
      var own = tree.map(ProcessTree::ownMemory).orElse(0L);
      if (own > most * NOTABLE) {
        most = own;
        figures.took(tree.map(ProcessTree::memory).orElse(0L));
      }
      if (own > (long) settings.memory() << 20) {
        kill(painter, "the page took over " + settings.memory() + " MB");
      }
    }
    return most;
  }

  private void kill(Painter painter, String why) {
    if (painter.watch().killed().isEmpty()) {
      figures.killed();
      painter.kill(why);
    }
  }

  /// Ends all browsers. Pages that are being drawn are lost.
  @Override
  public void close() {
    synchronized (painters) {
      closed = true;
      threads.forEach(Thread::interrupt);
      painters.forEach(painter -> painter.tree().ifPresent(ProcessTree::kill));
      for (var job = jobs.poll(); job != null; job = jobs.poll()) {
        refuse(job);
      }
    }
    for (var thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
