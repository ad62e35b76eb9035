package xuncha.crawler.render;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.render.Note.Kind;
import xuncha.findings.visit.Failure;

/// One page in a context of its own, from its first byte to its final document. Lives on the thread
/// that owns the browser.
///
/// The page's own time is not ours: as soon as it waits for nothing but its timers, they run as
/// fast as they can, up to [#PAGE_TIME] of the page's clock. What a script does "in three seconds"
/// is seen at once, and seen each time.
final class Canvas implements AutoCloseable {
  /// Milliseconds of its own time that a page is given.
  private static final int PAGE_TIME = 8_000;

  /// A page whose time does not run out is left when it has asked for nothing for so long; what it
  /// shows then may not be all.
  private static final long STILL = Duration.ofSeconds(6).toNanos();

  /// How often a page's time is let run anew because an answer came.
  private static final int SPURTS = 12;

  /// To hand over the document of a page that has come to rest.
  private static final Duration READING = Duration.ofSeconds(5);

  private static final int LONGEST = 8_000_000;

  private static final String DOCUMENT =
      """
      (() => {
        const root = document.documentElement;
        const text = root ? root.outerHTML : '';
        return text.length > %d ? '' : (document.doctype ? '<!DOCTYPE html>' : '') + text;
      })()
      """
          .formatted(LONGEST);

  private final Job job;
  private final BrowserSettings settings;
  private final Watch watch;
  private final InstantSource clock;
  private final Instant at;
  private final List<Note> notes = new ArrayList<>();
  private final Requests requests;
  private final Optional<Cordon> cordon;
  private final BrowserContext context;
  private final Page page;
  private final CDPSession protocol;
  private boolean arrived;
  private boolean stirred;
  private boolean rested;
  private boolean crashed;
  private int spurts;
  private int pageTime = PAGE_TIME;
  private final List<Page> windows = new ArrayList<>();
  private @Nullable Performance<?> acting;
  private long lastBusy = System.nanoTime();

  Canvas(
      Browser browser,
      Job job,
      BrowserSettings settings,
      Walls walls,
      Watch watch,
      InstantSource clock) {
    this.job = job;
    this.settings = settings;
    this.watch = watch;
    this.clock = clock;
    this.at = clock.instant();
    this.requests = new Requests(job, settings.requests(), walls, watch, notes);
    this.cordon = job.performance().filter(_ -> walls.stopping()).map(_ -> new Cordon());
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setAcceptDownloads(false)
                .setUserAgent(job.agent())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1366, 900));
    if (!job.cookies().isEmpty()) {
      context.addCookies(job.cookies());
    }
    context.route("**/*", requests::asked);
    if (walls.stopping()) {
      context.routeWebSocket(
          "**/*",
          socket -> {
            notes.add(Note.hiding(Kind.SOCKET, socket.url(), "websocket"));
            attempted(Attempts.socket(socket.url()));
            socket.close();
          });
    }
    cordon.ifPresent(it -> context.addInitScript(it.script()));
    this.page = context.newPage();
    this.protocol = context.newCDPSession(page);
    listen();
  }

  /// Paints, and says what came of it. A browser that is lost meanwhile throws.
  Drawn paint() {
    open();
    page.waitForCondition(this::done, new Page.WaitForConditionOptions().setTimeout(0));
    try {
      job.performance()
          .filter(_ -> arrived && !crashed && !job.hatch().isShut())
          .ifPresent(this::act);
    } catch (StageFault fault) {
      return lost(new Failure(Failure.Kind.UNREADABLE, fault.words()), false);
    }
    if (crashed) {
      return lost(new Failure(Failure.Kind.CRASHED, "the page's process ended"), true);
    }
    if (job.hatch().isShut()) {
      return lost(Failure.of(Failure.Kind.BUDGET), false);
    }
    if (!arrived) {
      // on a busy machine: what the window shows is not the page
      return lost(new Failure(Failure.Kind.BUDGET, "the page did not begin in time"), true);
    }
    watch.start(READING);
    var document = requests.whileAnswering(this::document);
    if (document.isEmpty()) {
      return lost(
          new Failure(Failure.Kind.BODY_TOO_LARGE, "over " + LONGEST + " characters"), false);
    }
    var picture = picture();
    job.cookies().clear();
    job.cookies().addAll(context.cookies());
    return new Drawn.Shown(
        at,
        Duration.between(at, clock.instant()),
        notes,
        page.url(),
        requests.status(),
        Body.of(("\uFEFF" + document).getBytes(StandardCharsets.UTF_8)),
        picture);
  }

  private void act(Performance<?> performance) {
    watch.start(performance.rule().time());
    acting = performance;
    requests.actedOn(performance);
    performance.on(new LiveStage(this, page, protocol, requests, watch, performance));
  }

  /// Lets the page's time run until nothing is under way.
  ///
  /// @return false when it did not come to rest
  boolean settle(Duration most) {
    spurts = 0;
    lastBusy = System.nanoTime();
    pageTime = (int) most.toMillis();
    var before = notes.size();
    quicken();
    page.waitForCondition(this::done, new Page.WaitForConditionOptions().setTimeout(0));
    windows.forEach(Page::close);
    windows.clear();
    return notes.size() == before
        || notes.subList(before, notes.size()).stream()
            .noneMatch(note -> note.kind() == Kind.RESTLESS);
  }

  /// Whether the page and its browser are there.
  boolean lives() {
    return !crashed && !page.isClosed() && watch.killed().isEmpty();
  }

  /// A picture of the page as it stands. Asked of the browser itself: Playwright's own way makes
  /// sure of more than a page at rest needs, and takes half as much again.
  Body photograph() {
    var policy = new JsonObject();
    policy.addProperty("policy", "advance");
    var question = new JsonObject();
    question.addProperty("format", "png");
    return requests.whileAnswering(() -> {
      protocol.send("Emulation.setVirtualTimePolicy", policy);
      var png = protocol.send("Page.captureScreenshot", question).get("data").getAsString();
      return Body.of(Base64.getDecoder().decode(png));
    });
  }

  /// What can be said when the browser was lost.
  Drawn lost(Failure why, boolean again) {
    return new Drawn.Lost(at, Duration.between(at, clock.instant()), notes, why, again);
  }

  private void listen() {
    page.onDialog(dialog -> {
      notes.add(Note.plain(Kind.DIALOG, dialog.message(), dialog.type()));
      if (agreed(dialog)) {
        dialog.accept();
      } else {
        dialog.dismiss();
      }
    });
    page.onDownload(download -> {
      notes.add(Note.plain(Kind.DOWNLOAD, download.url(), download.suggestedFilename()));
      download.cancel();
    });
    page.onFrameNavigated(frame -> {
      if (frame.parentFrame() == null && !frame.url().startsWith("about:")) {
        arrived = true;
        stirred = true;
      }
    });
    page.onCrash(_ -> crashed = true);
    page.onConsoleMessage(message -> {
      // Playwright puts this in the place of the function that registers one.
      if (message.text().startsWith("Service Worker registration blocked")) {
        notes.add(Note.plain(Kind.WORKER, page.url(), "service worker"));
      }
    });
    context.onConsoleMessage(
        message -> cordon.flatMap(it -> it.told(message.text())).ifPresent(this::attempted));
    context.onPage(other -> {
      if (!other.equals(page)) {
        notes.add(Note.plain(Kind.POPUP, other.url(), "window"));
        if (acting == null) {
          other.close();
        } else {
          windows.add(other); // what it asks for is the act's business
        }
      }
    });
    protocol.on("Emulation.virtualTimeBudgetExpired", _ -> rested = true);
  }

  private void attempted(Attempt attempt) {
    Optional.ofNullable(acting).ifPresent(it -> it.attempts().add(attempt));
  }

  private boolean agreed(Dialog dialog) {
    var performance = acting;
    if (performance == null) {
      return false;
    }
    performance.boxes().add(new Stage.Box(dialog.type(), dialog.message()));
    return !dialog.type().equals("alert") && performance.rule().agrees(dialog.message());
  }

  /// Sets off and waits for nothing: a page may send its reader on before it is there itself.
  private void open() {
    page.evaluate(
        "url => { setTimeout(() => { location.href = url; }, 0); }", job.page().ask().url());
  }

  /// From here on the page's own time runs as fast as it can, whenever nothing is being loaded.
  private void quicken() {
    rested = false;
    stirred = false;
    var policy = new JsonObject();
    policy.addProperty("policy", "pauseIfNetworkFetchesPending");
    policy.addProperty("budget", pageTime);
    policy.addProperty("maxVirtualTimeTaskStarvationCount", 200);
    // not answered while the page is on its way to another address
    requests.whileAnswering(() -> protocol.send("Emulation.setVirtualTimePolicy", policy));
  }

  private boolean done() {
    var waited = requests.deliver();
    watch.allow(waited);
    if (!requests.quiet() || waited > 0) {
      stirred |= requests.quiet();
      lastBusy = System.nanoTime();
    }
    if (watch.over()) {
      var limit = "over " + settings.time().toSeconds() + " s";
      notes.add(Note.hiding(Kind.RESTLESS, page.url(), limit));
      return true;
    }
    if (crashed || job.hatch().isShut()) {
      return true;
    }
    // What an answer sets off takes its time too; a page that asks without end is not waited for.
    if (arrived && stirred && requests.quiet() && ++spurts <= SPURTS) {
      quicken();
    }
    if (!arrived || !requests.quiet()) {
      return false;
    }
    if (!rested && System.nanoTime() - lastBusy > STILL) {
      notes.add(Note.hiding(Kind.RESTLESS, page.url(), "its time did not run out"));
      return true;
    }
    return rested;
  }

  /// Asked in a world of its own, where the page's scripts have changed nothing.
  private String document() {
    var frame = protocol.send("Page.getFrameTree").getAsJsonObject("frameTree");
    var world = new JsonObject();
    world.add("frameId", frame.getAsJsonObject("frame").get("id"));
    var place = protocol.send("Page.createIsolatedWorld", world).get("executionContextId");
    var question = new JsonObject();
    question.addProperty("expression", DOCUMENT);
    question.add("contextId", place);
    question.addProperty("returnByValue", true);
    return protocol
        .send("Runtime.evaluate", question)
        .getAsJsonObject("result")
        .get("value")
        .getAsString();
  }

  private Optional<Body> picture() {
    if (!job.pictured()) {
      return Optional.empty();
    }
    return Optional.of(photograph());
  }

  @Override
  public void close() {
    if (acting != null && lives()) {
      // a page that was written into has something to send when it is left
      var off = new JsonObject();
      off.addProperty("value", true);
      protocol.send("Emulation.setScriptExecutionDisabled", off);
    }
    context.close();
  }
}
