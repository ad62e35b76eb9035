package xuncha.crawler.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

/// One visit that answers from a capture. Repeated requests get the answers in the order in which
/// they came; what was never asked for, or not that often, was not gathered.
final class StoredVisit implements Recorded {
  private final Heading heading;
  private final Captures captures;
  private final boolean ours;
  private final Optional<Failure> incomplete;
  private final Map<String, Kept> artifacts;
  private final Map<String, Deque<Stored>> answers = new HashMap<>();
  private final Map<String, Stored> payloads = new HashMap<>();
  private Instant now;
  private int lacking;

  /// @param ours whether we wrote the capture, so that its blocks are as we keep them
  /// @param incomplete why the capture does not hold all of the visit
  /// @param artifacts what was kept whole, by name
  StoredVisit(
      Heading heading,
      Captures captures,
      List<Stored> exchanges,
      boolean ours,
      Optional<Failure> incomplete,
      Map<String, Kept> artifacts) {
    this.heading = heading;
    this.captures = captures;
    this.ours = ours;
    this.incomplete = incomplete;
    this.artifacts = Map.copyOf(artifacts);
    this.now = heading.at();
    for (var one : exchanges) {
      answers
          .computeIfAbsent(key(one.method() + one.form(), one.url()), _ -> new ArrayDeque<>())
          .add(one);
      if (one.kind() == Stored.Kind.RESPONSE) {
        payloads.putIfAbsent(one.digest(), one);
        payloads.putIfAbsent(one.url(), one);
      }
    }
  }

  @Override
  public Heading heading() {
    return heading;
  }

  @Override
  public Optional<Kept> kept(String type) {
    return Optional.ofNullable(artifacts.get(type));
  }

  @Override
  public Optional<Failure> incomplete() {
    return incomplete;
  }

  @Override
  public int lacking() {
    return lacking;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Exchange exchange(Ask ask) {
    var url = WebAddress.spelled(ask.url());
    var form = ask.form().map(sent -> Digest.sha256(sent.sent())).orElse("");
    var one = answers.getOrDefault(key(ask.method() + form, url), new ArrayDeque<>()).poll();
    if (one == null && !ours && ask.method().equals("HEAD")) {
      one = answers.getOrDefault(key("GET", url), new ArrayDeque<>()).peek();
    }
    if (one == null) {
      lacking++;
      return failed(ask, Kind.NOT_GATHERED, url);
    }
    var exchange = exchange(ask, one);
    var end = exchange.at().plus(exchange.took());
    now = end.isAfter(now) ? end : now;
    return exchange;
  }

  private Exchange exchange(Ask ask, Stored one) {
    try {
      return switch (one.kind()) {
        case FAILURE ->
            new Exchange.Failed(
                ask,
                one.date(),
                one.took(),
                FailureJson.read(captures.block(one))
                    .orElseGet(() -> new Failure(Kind.UNREADABLE, one.id())),
                source(one, captures.block(one)));
        case RESPONSE -> answered(ask, one, captures.block(one), captures.block(one));
        case REVISIT -> revisited(ask, one);
        case DRAWN -> drawn(ask, one, captures.block(one));
      };
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the capture", broken);
    }
  }

  private Exchange drawn(Ask ask, Stored one, byte[] document) {
    return new Exchange.Answered(
        ask,
        one.date(),
        one.took(),
        "",
        one.status(),
        DrawnHeaders.read(one.said()),
        Body.of(document),
        Optional.empty(),
        source(one, document));
  }

  private Exchange revisited(Ask ask, Stored one) throws IOException {
    if (ours) {
      // what it stands for was another visit's; all that this one was told is that it still stands
      return answered(ask, one, captures.block(one), captures.block(one));
    }
    var original =
        Optional.ofNullable(payloads.get(one.digest()))
            .or(() ->
                WebAddress.of(one.refersTo())
                    .flatMap(address -> Optional.ofNullable(payloads.get(address.url()))));
    if (original.isEmpty()) {
      return failed(ask, Kind.NOT_GATHERED, "a revisit of what the capture lacks");
    }
    var block = captures.block(original.get());
    // Without a status of its own it is what it refers to; a 304 brought nothing new.
    var own = HttpHead.parse(captures.block(one)).filter(head -> head.status() / 100 == 2);
    return answered(ask, one, own.isPresent() ? captures.block(one) : block, block);
  }

  /// @param speaking the block whose head counts
  /// @param holding the block whose body counts
  private Exchange answered(Ask ask, Stored one, byte[] speaking, byte[] holding) {
    var head = HttpHead.parse(speaking);
    var place = HttpHead.parse(holding);
    if (head.isEmpty() || place.isEmpty() || head.get().status() == 0) {
      return new Exchange.Failed(
          ask,
          one.date(),
          one.took(),
          new Failure(Kind.NOT_GATHERED, "the capture holds no HTTP response"),
          source(one, holding));
    }
    var body = body(ask, place.get(), holding);
    return new Exchange.Answered(
        ask,
        one.date(),
        one.took(),
        one.address(),
        head.get().status(),
        ours ? head.get().original() : head.get().headers(),
        body.body(),
        one.cut().or(body::cut),
        source(one, body.body().bytes()));
  }

  private StoredBody body(Ask ask, HttpHead head, byte[] block) {
    if (ask.method().equals("HEAD")) {
      return new StoredBody(Body.EMPTY, Optional.empty());
    }
    return ours
        ? new StoredBody(
            Body.of(Arrays.copyOfRange(block, head.length(), block.length)), Optional.empty())
        : StoredBody.of(head, block, ask.maxBytes());
  }

  private Source source(Stored one, byte[] payload) {
    return new Source(one.id(), Digest.sha256(payload));
  }

  private Exchange failed(Ask ask, Kind kind, String detail) {
    return new Exchange.Failed(ask, now, Duration.ZERO, new Failure(kind, detail));
  }

  private static String key(String method, String url) {
    return method + ' ' + url;
  }
}
