package xuncha.crawler.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Failed;
import xuncha.crawler.manners.Deadline;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.RobotsRules;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

/// The live network. One exchange is one hop to one address that the guard let through, after the
/// gate gave leave, within the limits of [FetchSettings] and the deadline of the visit on this
/// thread. Safe for use by any number of threads; meant for virtual ones.
public final class Fetcher implements Transport, AutoCloseable {
  /// More than are ever kept for one host.
  private static final int STALE_CONNECTIONS = 3;

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final FetchSettings settings;
  private final HostGate gate;
  private final InstantSource clock;
  private final AddressGuard guard;
  private final Resolver resolver;
  private final OkHttpClient client;
  private final Line either;

  public Fetcher(
      NetworkProfile profile,
      Resolver resolver,
      AddressGuard guard,
      FetchSettings settings,
      HostGate gate,
      InstantSource clock) {
    this.settings = settings;
    this.gate = gate;
    this.clock = clock;
    this.guard = guard;
    this.resolver = resolver;
    this.client = Clients.make(profile, guard, settings);
    // IPv4 first: it is what every site has. What IPv6 does is asked for by itself.
    this.either = line(List.of(Family.IPV4, Family.IPV6));
  }

  /// The same over addresses of one family alone.
  public Transport over(Family family) {
    var only = line(List.of(family));
    return ask -> exchange(ask, only);
  }

  /// One hop to that address and no other, whatever the name stands for, on a connection of its
  /// own, and how long each step took. The guard and the gate are asked as ever.
  public Observed observe(Ask ask, InetAddress address) {
    if (!METHODS.contains(ask.method())) {
      throw new IllegalArgumentException("no " + ask.method() + " leaves this place");
    }
    var to = WebAddress.of(ask.url());
    var refusal = guard.refusal(address);
    var wire = new Wire();
    if (to.isEmpty() || refusal.isPresent()) {
      var why = refusal.orElseGet(() -> new Failure(Kind.BAD_ADDRESS, ask.url()));
      return wire.stopwatch().observed(failed(ask, why));
    }
    var pinned = client.newBuilder().dns(_ -> List.of(address)).build();
    var exchange =
        gated(
            ask,
            to.get(),
            address,
            at -> send(ask, to.get(), pinned, new Sending(at, limit(at), wire)));
    return wire.stopwatch().observed(exchange);
  }

  /// One hop.
  ///
  /// @throws IllegalArgumentException for a method other than `GET` and `HEAD`, or a `POST` of
  ///   anything but what is [Posted]
  @Override
  public Exchange exchange(Ask ask) {
    return exchange(ask, either);
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  /// A new stay of one person, for a log-in with a lent account.
  public Session session() {
    return session(List.of());
  }

  /// The same for a person whom their site knows already, by these cookies.
  public Session session(List<KeptCookie> cookies) {
    return new Session(this, cookies);
  }

  private Line line(List<Family> families) {
    var names = new Names(resolver, guard, families);
    return new Line(names, client.newBuilder().dns(names).build());
  }

  /// Names in certain families, and the client that connects to them alone.
  private record Line(Names names, OkHttpClient client) {}

  private Exchange exchange(Ask ask, Line line) {
    if (!METHODS.contains(ask.method()) && !isForm(ask)) {
      throw new IllegalArgumentException("no " + ask.method() + " leaves this place");
    }
    var address = WebAddress.of(ask.url());
    if (address.isEmpty()) {
      return failed(ask, new Failure(Kind.BAD_ADDRESS, ask.url()));
    }
    var host = address.get().host();
    return switch (line.names().of(host)) {
      case Names.None(var why) -> failed(ask, why);
      case Names.Some(var addresses) ->
          gated(
              ask,
              address.get(),
              addresses.getFirst(),
              at -> send(ask, address.get(), line.client(), at));
    };
  }

  /// An [Ask] with a form is what may be posted by its making, see [Posted].
  private static boolean isForm(Ask ask) {
    return ask.method().equals("POST") && ask.form().isPresent();
  }

  private Exchange gated(
      Ask ask, WebAddress to, InetAddress first, Function<Instant, Exchange> sending) {
    try {
      return switch (gate.enter(to.host(), first, Deadline.ofThisVisit())) {
        case HostGate.Refused(var why) -> failed(ask, why);
        case HostGate.Pass pass -> {
          try (pass) {
            var exchange = sending.apply(pass.at());
            tell(pass, exchange);
            hear(ask, to, exchange);
            yield exchange;
          }
        }
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(ask, Failures.INTERRUPTED);
    }
  }

  /// How much time a host wants between two requests is the gate's to keep, for every visit.
  private void hear(Ask ask, WebAddress to, Exchange exchange) {
    if (ask.why() == Ask.Why.ROBOTS && exchange instanceof Answered answer) {
      RobotsRules.read(ask.url(), answer.status(), answer.body().bytes())
          .crawlDelay()
          .ifPresent(delay -> gate.atLeast(to.host(), delay));
    }
  }

  private static void tell(HostGate.Pass pass, Exchange exchange) {
    switch (exchange) {
      case Answered answer -> {
        pass.answered(answer.status(), answer.header("retry-after"), answer.took());
        if (answer.cut().filter(Failures::strained).isPresent()) {
          pass.failed();
        }
      }
      case Failed failed -> {
        if (Failures.strained(failed.why())) {
          pass.failed();
        }
      }
    }
  }

  /// A connection kept from an earlier exchange may have been closed by the other side meanwhile,
  /// or hold what that exchange left over. What goes wrong on one before an answer has begun says
  /// nothing of the site, so the request is sent once more, on a connection of its own at the
  /// latest when none is left.
  private Exchange send(Ask ask, WebAddress to, OkHttpClient over, Instant at) {
    var limit = limit(at);
    // what is sent along is sent once
    for (var tries = ask.form().isPresent() ? 0 : STALE_CONNECTIONS; ; tries--) {
      var wire = new Wire();
      var exchange = send(ask, to, over, new Sending(at, limit, wire));
      if (tries == 0 || !stale(exchange, wire)) {
        return exchange;
      }
    }
  }

  private Limit limit(Instant at) {
    return Limit.of(settings.exchange(), Deadline.ofThisVisit().left(at));
  }

  private static boolean stale(Exchange exchange, Wire wire) {
    return wire.reused()
        && switch (exchange) {
          case Failed failed -> Failures.mayBeStale(failed.why());
          // Some servers put this on a connection that was idle for too long.
          case Answered answer -> answer.status() == 408;
        };
  }

  private record Sending(Instant at, Limit limit, Wire wire) {}

  private Exchange send(Ask ask, WebAddress to, OkHttpClient over, Sending sending) {
    var call = over.newCall(Requests.of(ask, to, settings, sending.wire()));
    sending.limit().bind(call);
    try {
      return ScopedValue.where(Wire.CURRENT, sending.wire())
          .call(() -> answered(ask, call, sending));
    } catch (IOException e) {
      var why = Failures.of(e, sending.wire(), sending.limit());
      return new Failed(ask, sending.at(), sending.limit().spent(), why);
    }
  }

  private Exchange answered(Ask ask, Call call, Sending sending) throws IOException {
    try (var response = call.execute()) {
      var wire = sending.wire();
      if (wire.headers().size() > settings.headerLines()) {
        call.cancel();
        var why = new Failure(Kind.NOT_HTTP, "over " + settings.headerLines() + " header lines");
        return new Failed(ask, sending.at(), sending.limit().spent(), why);
      }
      var received = received(ask, call, response, sending);
      var took = sending.limit().spent();
      var body = Coding.undo(received, wire.values("content-encoding"), ask.maxBytes(), settings);
      return new Answered(
          ask,
          sending.at(),
          took,
          wire.address(),
          response.code(),
          wire.headers(),
          Body.of(body.bytes()),
          body.cut(),
          Source.UNARCHIVED);
    }
  }

  private static Content received(Ask ask, Call call, Response response, Sending sending) {
    sending.wire().bodyBegins();
    var content =
        Content.receive(
            response.body().source(),
            ask.maxBytes(),
            e -> Failures.of(e, sending.wire(), sending.limit()));
    if (content.cut().isPresent()) {
      call.cancel(); // else closing waits for the rest, to use the connection again
    }
    return content;
  }

  private Failed failed(Ask ask, Failure why) {
    return new Failed(ask, clock.instant(), Duration.ZERO, why);
  }
}
