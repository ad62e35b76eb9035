package xuncha.crawler.render;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.render.Hatch.Asked;
import xuncha.crawler.render.Hatch.Reply;
import xuncha.crawler.render.Note.Kind;
import xuncha.findings.visit.Failure;

/// Every request of one page: answered from what is at hand, handed out to the visit, or refused.
/// Nothing reaches the network from here.
final class Requests {
  private static final byte[] DOT =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  /// What a script adds to a request and a server may want to see.
  private static final Set<String> NOT_OURS =
      Set.of(
          "user-agent",
          "accept-encoding",
          "accept-language",
          "connection",
          "host",
          "content-length",
          "upgrade-insecure-requests",
          "cache-control",
          "pragma",
          "range",
          "if-none-match",
          "if-modified-since");

  /// How often a thread that waits for an answer looks whether anybody still wants it.
  private static final Duration LOOK_UP = Duration.ofMillis(100);

  private static final Set<String> DATA = Set.of("xhr", "fetch");
  private static final Set<String> PARTS = Set.of("script", "stylesheet", "image", "font");

  /// How often a page may send its reader on by itself.
  private static final int ONWARD = 5;

  private final Job job;
  private final Walls walls;
  private final int most;
  private final List<Note> notes;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Watch watch;
  private String here;
  private boolean atOnce;
  private int sent;
  private int documents;
  private int status;
  private @Nullable Performance<?> performance;

  /// A request whose answer is awaited.
  private record Waiting(Route route, Asked asked, boolean crossing, boolean main, long since) {}

  /// @param most requests that may be made
  /// @param notes where what happens is noted
  /// @param walls what holds once the page is acted on
  Requests(Job job, int most, Walls walls, Watch watch, List<Note> notes) {
    this.job = job;
    this.walls = walls;
    this.watch = watch;
    this.most = most;
    this.notes = notes;
    this.here = job.page().ask().url();
    this.status = job.page().status();
  }

  /// The status of the last document that was shown.
  int status() {
    return status;
  }

  /// Whether nothing is awaited.
  boolean quiet() {
    return waiting.isEmpty();
  }

  /// Hands on the answers that have come.
  ///
  /// @return the nanoseconds that the first of them was waited for; 0 when there was none
  long deliver() {
    var waited = 0L;
    for (Iterator<Waiting> each = List.copyOf(waiting).iterator(); each.hasNext(); ) {
      var one = each.next();
      if (one.asked().reply().isDone()) {
        waiting.remove(one);
        waited = Math.max(waited, System.nanoTime() - one.since());
        deliver(one, one.asked().reply().join());
      }
    }
    return waited;
  }

  /// Puts a question to the browser that it may leave open until a request of the page is answered:
  /// meanwhile requests are answered where they are met.
  <T> T whileAnswering(Supplier<T> question) {
    atOnce = true;
    try {
      return question.get();
    } finally {
      atOnce = false;
    }
  }

  /// Decides what becomes of a request.
  void asked(Route route) {
    try {
      var acting = performance == null ? fromTheStart() : performance;
      if (acting == null) {
        decide(route, route.request());
      } else {
        judge(acting, route, route.request());
      }
    } catch (PlaywrightException gone) {
      // The page or the browser went away while it asked: nobody is left to be answered.
      notes.add(Note.plain(Kind.FAILED, route.request().url(), "asked while closing"));
    }
  }

  private @Nullable Performance<?> fromTheStart() {
    return documents == 0
        ? null
        : job.performance().filter(one -> one.rule().fromTheStart()).orElse(null);
  }

  /// From here on the act's rule decides.
  void actedOn(Performance<?> acting) {
    performance = acting;
    if (acting.rule().seals()) {
      job.hatch().bar();
    }
  }

  private void judge(Performance<?> acting, Route route, Request request) {
    var attempt = Attempts.of(request);
    var rule = acting.rule();
    var question = rule.seals() ? Optional.<SearchPost>empty() : rule.search(attempt);
    var passes = question.isPresent() || (!rule.seals() && rule.passes(attempt));
    acting.attempts().add(passes ? attempt : Attempts.stopped(attempt));
    if (question.isPresent()) {
      send(route, request, request.isNavigationRequest(), question);
    } else if (passes) {
      decide(route, request);
    } else if (!walls.stopping()) {
      route.resume();
    } else {
      // an aborted document leaves the page where it is; one that is blocked is replaced
      route.abort(request.isNavigationRequest() ? "aborted" : "blockedbyclient");
    }
  }

  private void decide(Route route, Request request) {
    var type = request.resourceType();
    if (request.isNavigationRequest()) {
      navigate(route, request);
      return;
    }
    switch (type) {
      case "image" -> picture(route, request);
      case "stylesheet" -> style(route, request);
      case "font", "media" -> shown(route, request);
      case "script", "xhr", "fetch" -> part(route, request);
      case "ping", "cspviolationreport", "csp_report", "beacon" ->
          refuse(route, Note.plain(Kind.BEACON, request.url(), request.method()));
      case "eventsource", "websocket" ->
          refuse(route, Note.hiding(Kind.SOCKET, request.url(), type));
      default -> refuse(route, Note.plain(Kind.REFUSED, request.url(), type));
    }
  }

  private void navigate(Route route, Request request) {
    var main = isMain(request);
    if (main && documents == 0) {
      documents++;
      fulfil(route, BrowserSitting.document(job.page()));
    } else if (!request.method().equals("GET")) {
      refuse(route, Note.hiding(Kind.REFUSED, request.url(), "a document by " + request.method()));
    } else if (!main) {
      frame(route, request);
    } else if (++documents > ONWARD) {
      refuse(route, Note.hiding(Kind.REFUSED, request.url(), "sends its reader on and on"));
    } else {
      notes.add(Note.plain(Kind.WENT_ON, request.url(), "from " + here));
      here = request.url();
      send(route, request, true, true);
    }
  }

  /// A frame of another host is not this site's content.
  private void frame(Route route, Request request) {
    if (WebAddress.hostOf(request.url()).equals(WebAddress.hostOf(here))) {
      send(route, request, true, false);
    } else {
      refuse(route, Note.plain(Kind.REFUSED, request.url(), "a frame of another host"));
    }
  }

  /// The frame of a window that is being opened is not there yet; such a window is closed.
  private static boolean isMain(Request request) {
    return request.frame().parentFrame() == null;
  }

  private void picture(Route route, Request request) {
    if (job.pictured()) {
      shown(route, request);
    } else {
      route.fulfill(
          new Route.FulfillOptions().setStatus(200).setContentType("image/gif").setBodyBytes(DOT));
    }
  }

  private void style(Route route, Request request) {
    if (job.styled() && request.method().equals("GET")) {
      send(route, request, false, false);
    } else {
      route.fulfill(
          new Route.FulfillOptions().setStatus(200).setContentType("text/css").setBody(""));
    }
  }

  private void shown(Route route, Request request) {
    if (job.pictured() && request.method().equals("GET")) {
      send(route, request, false, false);
    } else {
      route.abort("blockedbyclient");
    }
  }

  private void part(Route route, Request request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      refuse(route, Note.hiding(Kind.REFUSED, request.url(), request.method()));
    } else {
      send(route, request, false, false);
    }
  }

  private void send(Route route, Request request, boolean document, boolean main) {
    send(route, request, document, main, Optional.empty());
  }

  private void send(Route route, Request request, boolean document, Optional<SearchPost> question) {
    var main = document && isMain(request);
    if (main) {
      notes.add(Note.plain(Kind.WENT_ON, request.url(), "from " + here));
      here = request.url();
    }
    send(route, request, document, main, question);
  }

  private void send(
      Route route, Request request, boolean document, boolean main, Optional<SearchPost> question) {
    if (++sent > most) {
      refuse(route, Note.hiding(Kind.REFUSED, request.url(), "over " + most + " requests"));
      return;
    }
    var asked =
        new Asked(
            request.url(),
            request.method(),
            headers(request.headers()),
            document,
            kept(request),
            question,
            new CompletableFuture<>());
    var crossing =
        DATA.contains(request.resourceType()) && !origin(request.url()).equals(origin(here));
    var one = new Waiting(route, asked, crossing, main, System.nanoTime());
    job.hatch().put(asked);
    if (atOnce) {
      watch.allow(answeredAtOnce(one));
    } else {
      waiting.add(one);
    }
  }

  /// Whether the answer is worth keeping. A page that is acted on is opened again and again, and
  /// should not trouble its server each time: while it loads, its data are kept too.
  private boolean kept(Request request) {
    var type = request.resourceType();
    return PARTS.contains(type)
        || (DATA.contains(type) && performance == null && job.performance().isPresent());
  }

  /// @return the nanoseconds that it took
  private long answeredAtOnce(Waiting one) {
    var reply = Reply.failed(one.asked().url(), Failure.of(Failure.Kind.BUDGET));
    while (!job.hatch().isShut()) {
      try {
        reply = one.asked().reply().get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
        break;
      } catch (TimeoutException _) {
        // the visit waits for its turn at the host
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        break;
      } catch (ExecutionException bug) {
        throw new IllegalStateException("replies come or do not come", bug);
      }
    }
    deliver(one, reply);
    return System.nanoTime() - one.since();
  }

  private void deliver(Waiting one, Reply reply) {
    try {
      var why = reply.why();
      if (why.isPresent()) {
        lost(one, why.get());
      } else if (one.crossing() && !reply.headers().containsKey("access-control-allow-origin")) {
        // As a browser would: the other host does not let this page read it.
        one.route().abort("accessdenied");
      } else if (one.asked().document() && !same(reply.url(), one.asked().url())) {
        one.route().fulfill(onward(reply));
      } else {
        status = one.main() ? reply.status() : status;
        doubt(one, reply);
        fulfil(one.route(), reply);
      }
    } catch (PlaywrightException gone) {
      notes.add(Note.plain(Kind.FAILED, one.asked().url(), "answered after the page had left"));
    }
  }

  /// A part that nobody gets is missing for everybody; one that only we do not get may hold what
  /// others see.
  private void lost(Waiting one, Failure why) {
    var hides = why.blame() != Failure.Blame.SITE;
    notes.add(
        new Note(Kind.FAILED, one.asked().url(), why.kind().id() + " " + why.detail(), hides));
    one.route().abort("failed");
  }

  /// Data that the server denies us it may give to others, for want of a cookie, of a header that
  /// we do not send.
  private void doubt(Waiting one, Reply reply) {
    if (reply.status() >= 400 && DATA.contains(one.route().request().resourceType())) {
      notes.add(Note.hiding(Kind.FAILED, one.asked().url(), "HTTP " + reply.status()));
    }
  }

  /// The browser is not told of redirects, for it would follow them by itself; it is sent to where
  /// they end, so that the page knows its own address.
  private static Route.FulfillOptions onward(Reply reply) {
    var headers = new HashMap<String, String>();
    headers.put("content-type", "text/html; charset=utf-8");
    var cookies = reply.headers().get("set-cookie");
    if (cookies != null) {
      headers.put("set-cookie", cookies);
    }
    var target = reply.url().replace("\\", "%5C").replace("\"", "%22").replace("<", "%3C");
    return new Route.FulfillOptions()
        .setStatus(200)
        .setHeaders(headers)
        .setBody("<script>location.replace(\"" + target + "\")</script>");
  }

  private static void fulfil(Route route, Reply reply) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(reply.status())
            .setHeaders(reply.headers())
            .setBodyBytes(reply.body().bytes()));
  }

  private void refuse(Route route, Note note) {
    notes.add(note);
    route.abort("blockedbyclient");
  }

  static Map<String, String> headers(Map<String, String> sent) {
    var kept = new HashMap<String, String>();
    sent.forEach((name, value) -> {
      var plain = name.toLowerCase(Locale.ROOT);
      if (!NOT_OURS.contains(plain) && !plain.startsWith("sec-") && !plain.startsWith(":")) {
        kept.put(plain, value);
      }
    });
    return kept;
  }

  private static String origin(String url) {
    return WebAddress.of(url)
        .map(address -> address.url().substring(0, address.url().indexOf('/', 8)))
        .orElse("");
  }

  private static boolean same(String one, String other) {
    return WebAddress.of(one).equals(WebAddress.of(other));
  }
}
