package xuncha.crawler.render;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xuncha.findings.visit.Failure;

/// One browser and the only thread that may touch it.
final class Painter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Painter.class);

  /// Starting a browser takes a second; where it takes this long it will not start.
  private static final Duration STARTING = Duration.ofSeconds(60);

  /// One starts after the other, so that each knows which process is its own.
  private static final ReentrantLock STARTS = new ReentrantLock();

  private final Chromium chromium;
  private final Walls walls;
  private final BrowserSettings settings;
  private final BlockingQueue<Job> jobs;
  private final Figures.Counting figures;
  private final InstantSource clock;
  private final Watch watch = new Watch();
  private volatile Optional<ProcessTree> tree = Optional.empty();
  private volatile Optional<ProcessHandle> program = Optional.empty();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private int pages;

  Painter(
      Chromium chromium,
      Walls walls,
      BrowserSettings settings,
      BlockingQueue<Job> jobs,
      Figures.Counting figures,
      InstantSource clock) {
    this.chromium = chromium;
    this.walls = walls;
    this.settings = settings;
    this.jobs = jobs;
    this.figures = figures;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var job = jobs.take();
        if (!job.hatch().isShut()) {
          job.hatch().put(new Hatch.Done(drawn(job)));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the pool closes
    } finally {
      stop();
    }
  }

  /// The browser's processes now, for the watchman.
  Optional<ProcessTree> tree() {
    return tree;
  }

  /// Whether the browser has ended by itself or by another's hand. Its driver does not always
  /// notice, and lets the thread wait.
  boolean bereft() {
    return program.filter(process -> !process.isAlive()).isPresent();
  }

  /// Wakes the thread that waits for a browser which is gone; the page is not to blame.
  void wake() {
    tree.ifPresent(ProcessTree::kill);
  }

  Watch watch() {
    return watch;
  }

  /// Ends the browser under the thread's hands.
  void kill(String why) {
    watch.killed(why);
    tree.ifPresent(ProcessTree::kill);
  }

  private Drawn drawn(Job job) {
    watch.fresh();
    var at = clock.instant();
    try {
      var on = started();
      watch.start(settings.time());
      return painted(on, job);
    } catch (PlaywrightException unable) {
      stop();
      var why = new Failure(Failure.Kind.NO_BROWSER, first(unable));
      LOG.atWarn().setCause(unable).log("the browser does not start");
      return new Drawn.Lost(at, Duration.between(at, clock.instant()), List.of(), why, true);
    } catch (RuntimeException | Error bug) { // a bug loses one page only
      stop();
      LOG.atError().setCause(bug).log("drawing failed");
      var why = new Failure(Failure.Kind.CRASHED, bug.toString());
      return new Drawn.Lost(at, Duration.between(at, clock.instant()), List.of(), why, false);
    } finally {
      watch.stop();
    }
  }

  private Drawn painted(Browser on, Job job) {
    var at = clock.instant();
    var canvas = new ArrayList<Canvas>(1);
    try {
      canvas.add(new Canvas(on, job, settings, walls, watch, clock));
      var drawn = canvas.getFirst().paint();
      figures.drawn();
      if (drawn instanceof Drawn.Lost lost && lost.again()) {
        stop();
      } else {
        canvas.getFirst().close();
        recycle();
      }
      return drawn;
    } catch (PlaywrightException broken) {
      var why = why(broken);
      var again = watch.killed().isEmpty();
      stop();
      return canvas.isEmpty()
          ? new Drawn.Lost(at, Duration.between(at, clock.instant()), List.of(), why, again)
          : canvas.getFirst().lost(why, again);
    }
  }

  /// A page over which the browser had to be killed is not to be tried again; a browser that was
  /// lost otherwise says nothing of the page.
  private Failure why(PlaywrightException broken) {
    return watch
        .killed()
        .map(reason -> new Failure(Failure.Kind.UNREADABLE, reason))
        .orElseGet(() -> new Failure(Failure.Kind.CRASHED, first(broken)));
  }

  private Browser started() {
    var running = browser;
    if (running != null && running.isConnected()) {
      return running;
    }
    stop();
    watch.start(STARTING);
    var driver = driver();
    var fresh =
        driver
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.program())
                    .setHeadless(true)
                    .setChromiumSandbox(chromium.sandboxed())
                    .setTimeout((double) STARTING.toMillis())
                    .setIgnoreDefaultArgs(Chromium.leftOut())
                    .setArgs(chromium.arguments(walls)));
    browser = fresh;
    program = tree.flatMap(all -> all.root().children().findFirst());
    figures.started();
    return fresh;
  }

  private Playwright driver() {
    STARTS.lock();
    try {
      var before = ProcessHandle.current().children().toList();
      var fresh =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      playwright = fresh;
      tree =
          ProcessHandle.current()
              .children()
              .filter(child -> !before.contains(child))
              .filter(child -> child.info().command().filter(Painter::isDriver).isPresent())
              .findFirst()
              .map(ProcessTree::new);
      return fresh;
    } finally {
      STARTS.unlock();
    }
  }

  private static boolean isDriver(String command) {
    return command.endsWith("node") || command.endsWith("node.exe");
  }

  private void recycle() {
    if (++pages >= settings.recycle()) {
      stop();
    }
  }

  private void stop() {
    tree.ifPresent(ProcessTree::kill);
    tree = Optional.empty();
    program = Optional.empty();
    var driver = playwright;
    playwright = null;
    browser = null;
    pages = 0;
    if (driver != null) {
      var interrupted = Thread.interrupted(); // closing waits for the processes to be gone
      try {
        driver.close();
      } catch (PlaywrightException gone) {
        LOG.atDebug().setCause(gone).log("the browser's driver had ended before");
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static String first(PlaywrightException broken) {
    return String.valueOf(broken.getMessage())
        .lines()
        .map(line -> line.replaceFirst("^\\s*message='", "").strip())
        .filter(line -> !line.isEmpty() && !line.endsWith("{"))
        .findFirst()
        .orElse("the browser was lost");
  }
}
