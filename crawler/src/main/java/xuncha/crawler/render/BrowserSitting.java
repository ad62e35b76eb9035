package xuncha.crawler.render;

import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.KeptCookie;
import xuncha.crawler.fetch.Posted;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.manners.Deadline;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// The visit's side of drawing: puts pages into the queue, and makes the requests that they make,
/// one after the other, on the visit's own thread.
final class BrowserSitting implements Renderer.Sitting {
  private static final int REDIRECTS = 10;
  private static final long MOST_BYTES = 8L << 20;

  /// Scripts of one visit that are kept for its other pages.
  private static final long LARDER = 24L << 20;

  /// What an answer says that the page should know. The rest is about the transfer.
  private static final Set<String> PASSED_IN =
      Set.of(
          "content-type",
          "set-cookie",
          "access-control-allow-origin",
          "access-control-allow-credentials",
          "access-control-expose-headers",
          "content-security-policy",
          "x-frame-options",
          "content-disposition",
          "last-modified");

  private static final Failure BARRED = new Failure(Kind.BUDGET, Hatch.BARRED);

  private final BrowserPool pool;
  private final Transport network;
  private final InstantSource clock;
  private final List<Cookie> cookies = new ArrayList<>();
  private final Map<String, Hatch.Reply> larder = new HashMap<>();

  /// How long the requests of the page in hand took.
  private final Map<String, Duration> times = new HashMap<>();

  private long stored;

  BrowserSitting(BrowserPool pool, Transport network, InstantSource clock) {
    this.pool = pool;
    this.network = network;
    this.clock = clock;
  }

  @Override
  public Drawn draw(Exchange.Answered page, boolean pictured) {
    var looks = pictured ? Job.Looks.PICTURED : Job.Looks.PLAIN;
    return twice(page, at -> once(page, looks, Optional.empty(), at));
  }

  @Override
  public List<KeptCookie> cookies() {
    return cookies.stream().map(OperatorWindow::kept).toList();
  }

  @Override
  public <R> Acted<R> perform(Exchange.Answered page, Act<R> act, Rule rule) {
    var at = clock.instant();
    try {
      return pool.acting()
          .alone(
              WebAddress.hostOf(page.ask().url()),
              Deadline.ofThisVisit().left(at),
              () -> performed(page, act, rule))
          .orElseGet(() ->
              unperformed(act, rule, at, Kind.BUDGET, "the visit's time ends before its turn"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return unperformed(act, rule, at, Kind.CRASHED, "interrupted");
    }
  }

  private <R> Acted<R> unperformed(Act<R> act, Rule rule, Instant at, Kind kind, String detail) {
    return new Performance<R>(act, rule).ended(lost(at, new Failure(kind, detail)), Map.of());
  }

  private <R> Acted<R> performed(Exchange.Answered page, Act<R> act, Rule rule) {
    var tries = new ArrayDeque<Performance<R>>();
    times.clear();
    var drawn =
        twice(
            page,
            at -> {
              var performance = new Performance<R>(act, rule);
              tries.add(performance);
              return once(page, Job.Looks.STYLED, Optional.of(performance), at);
            });
    return tries.getLast().ended(drawn, times);
  }

  private Drawn twice(Exchange.Answered page, Function<Instant, Drawn> go) {
    var at = clock.instant();
    var first = go.apply(at);
    if (!(first instanceof Drawn.Lost lost) || !lost.again()) {
      return first;
    }
    var retried = Note.plain(Note.Kind.RETRIED, page.ask().url(), lost.why().detail());
    return switch (go.apply(at)) {
      case Drawn.Shown shown ->
          new Drawn.Shown(
              at,
              shown.took(),
              with(retried, shown.notes()),
              shown.url(),
              shown.status(),
              shown.document(),
              shown.picture());
      case Drawn.Lost again ->
          new Drawn.Lost(at, again.took(), with(retried, again.notes()), again.why(), false);
    };
  }

  private Drawn once(
      Exchange.Answered page, Job.Looks looks, Optional<Performance<?>> performance, Instant at) {
    var hatch = new Hatch();
    var job = new Job(page, cookies, looks, pool.agent(), hatch, performance);
    try {
      pool.submit(job);
      return served(page.ask(), hatch, at);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return lost(at, new Failure(Kind.CRASHED, "interrupted"));
    } finally {
      hatch.shut();
    }
  }

  private Drawn served(Ask page, Hatch hatch, Instant at) throws InterruptedException {
    while (true) {
      var left = Deadline.ofThisVisit().left(clock.instant());
      switch (hatch.next(left)) {
        case Hatch.Asked asked when hatch.isBarred() ->
            asked.reply().complete(Hatch.Reply.failed(asked.url(), BARRED));
        case Hatch.Asked asked -> asked.reply().complete(reply(page, asked));
        case Hatch.Done(var drawn) -> {
          return drawn;
        }
        case null -> {
          return lost(at, new Failure(Kind.BUDGET, "the visit's time ends before it is drawn"));
        }
      }
    }
  }

  private Hatch.Reply reply(Ask page, Hatch.Asked asked) {
    var known = larder.get(asked.url());
    if (known != null && asked.method().equals("GET")) {
      return known;
    }
    var trip = Trip.of(network, ask(page, asked), REDIRECTS);
    times.put(asked.url(), trip.took());
    var reply =
        trip.answer()
            .filter(answer -> !answer.redirects())
            .map(answer -> told(answer, cookiesOf(trip)))
            .orElseGet(() ->
                Hatch.Reply.failed(
                    asked.url(),
                    trip.failure().orElseGet(() -> Failure.of(Kind.TOO_MANY_REDIRECTS))));
    if (asked.kept() && asked.method().equals("GET") && reply.why().isEmpty()) {
      keep(asked.url(), reply);
    }
    return reply;
  }

  /// A page that asks for itself once more is still the page that the visit wanted.
  private static Ask ask(Ask page, Hatch.Asked asked) {
    var headers = new HashMap<>(asked.headers());
    asked.question().ifPresent(question -> headers.put("content-type", question.mediaType()));
    return new Ask(
        asked.url(),
        asked.method(),
        headers,
        asked.document() && asked.url().equals(page.url()) ? page.why() : Ask.Why.RESOURCE,
        MOST_BYTES,
        asked.question().<Posted>map(question -> question));
  }

  private void keep(String url, Hatch.Reply reply) {
    stored += reply.body().length();
    if (stored <= LARDER) {
      larder.put(url, reply);
    }
  }

  /// What the hops before the last one set.
  private static List<String> cookiesOf(Trip trip) {
    return trip.hops().stream()
        .filter(Exchange.Answered.class::isInstance)
        .flatMap(hop -> ((Exchange.Answered) hop).headers().stream())
        .filter(header -> header.name().equalsIgnoreCase("set-cookie"))
        .map(Exchange.Header::value)
        .toList();
  }

  static Hatch.Reply told(Exchange.Answered answer, List<String> cookies) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var header : answer.headers()) {
      var name = header.name().toLowerCase(java.util.Locale.ROOT);
      if (PASSED_IN.contains(name)) {
        headers.putIfAbsent(name, header.value());
      }
    }
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", String.join("\n", cookies)); // as Playwright takes several
    }
    return new Hatch.Reply(
        answer.ask().url(), answer.status(), headers, answer.body(), answer.cut());
  }

  private Drawn lost(Instant at, Failure why) {
    return new Drawn.Lost(at, Duration.between(at, clock.instant()), List.of(), why, false);
  }

  private static List<Note> with(Note first, List<Note> rest) {
    var all = new ArrayList<Note>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  /// How the page's own document is answered.
  static Hatch.Reply document(Exchange.Answered page) {
    return told(
        page,
        page.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("set-cookie"))
            .map(Exchange.Header::value)
            .toList());
  }
}
