package xuncha.crawler.probe.ipv6;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.IpLiteral;
import xuncha.crawler.probe.ipv6.OneFamily.Pin;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Reading;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Ipv6Trace.Hop;
import xuncha.findings.visit.Ipv6Trace.Landing;
import xuncha.findings.visit.Ipv6Trace.Stage;
import xuncha.findings.visit.Ipv6Trace.Try;
import xuncha.findings.visit.PageFacts;

/// Goes from an address to the page at its end as a browser would, redirects by status, refresh,
/// script and frame included, staying in one family.
final class Ways {
  /// A step of which nobody kept the time.
  private static final int UNTIMED = -1;

  private final Fetcher fetcher;
  private final PageReader reader;
  private final Ipv6Settings settings;
  private final InstantSource clock;

  /// Where the last way that arrived has led: most of the next ones bring the same bytes.
  private Optional<End> latest = Optional.empty();

  Ways(Fetcher fetcher, PageReader reader, Ipv6Settings settings, InstantSource clock) {
    this.fetcher = fetcher;
    this.reader = reader;
    this.settings = settings;
    this.clock = clock;
  }

  /// One way, and the page at its end if there is one.
  ///
  /// @param told the way as it goes into the trace
  /// @param page what the page says
  /// @param pieces what it shows, for comparison
  record Gone(Try told, Optional<PageFacts> page, Optional<Likeness> pieces) {
    boolean arrived() {
      return told.failure().isEmpty();
    }
  }

  /// The page at the end of a way, read.
  private record End(Exchange.Answered answer, PageFacts facts, Likeness pieces) {
    /// Whether another answer can only be read as this one was.
    boolean is(Exchange.Answered other) {
      return other.ask().url().equals(answer.ask().url())
          && other.status() == answer.status()
          && other.header("content-type").equals(answer.header("content-type"))
          && Arrays.equals(other.body().bytes(), answer.body().bytes());
    }
  }

  /// What somebody else has fetched in one request, as a way of its own; empty when it only leads
  /// on.
  Optional<Gone> had(Exchange.Answered page) {
    var url = page.ask().url();
    var read = reader.read(new Reading(url, page, page.took().toMillis(), true));
    if (read.onward().isPresent() || spoilt(page).isPresent()) {
      return Optional.empty();
    }
    var end = new End(page, read.facts(), Likeness.of(document(page, read.facts())));
    latest = Optional.of(end);
    var hop =
        new Hop(
            url,
            page.address(),
            page.status(),
            UNTIMED,
            UNTIMED,
            UNTIMED,
            page.took().toMillis(),
            page.body().length(),
            page.cut());
    return Optional.of(arrived(end, page.address(), page.at(), List.of(hop)));
  }

  private static Gone arrived(End end, String address, Instant at, List<Hop> hops) {
    var facts = end.facts();
    var landing =
        new Landing(facts.finalUrl(), facts.state(), facts.title(), facts.signature().length());
    return new Gone(
        new Try(
            address,
            at,
            hops,
            Optional.empty(),
            Optional.empty(),
            Optional.of(landing),
            Optional.empty()),
        Optional.of(facts),
        Optional.of(end.pieces()));
  }

  /// To the home page by that address of its host.
  Gone go(String url, KnownHosts hosts, Family family, String host, InetAddress address) {
    var transport =
        new OneFamily(fetcher, hosts, family, Optional.of(new Pin(host, address)), clock);
    var gone = new Walk(transport, IpLiteral.text(address)).from(url);
    return gone.told().stopped().filter(stage -> stage == Stage.CONNECT).isPresent()
            && url.startsWith("http://")
            && gone.told().hops().size() == 1
        ? upgraded(url, gone, transport, address)
        : gone;
  }

  /// Browsers that find nobody at port 80 ask at 443 (Chrome since 2023, Firefox, Safari), so a
  /// site that only serves there is had. When that fails too, what was asked for is what counts.
  private Gone upgraded(String url, Gone plain, OneFamily transport, InetAddress address) {
    var secure = new Walk(transport, IpLiteral.text(address)).from("https" + url.substring(4));
    return secure.arrived() ? secure : plain;
  }

  private final class Walk {
    private final OneFamily transport;
    private final String address;
    private final Instant at = clock.instant();
    private final HashSet<String> seen = new HashSet<>();

    Walk(OneFamily transport, String address) {
      this.transport = transport;
      this.address = address;
    }

    Gone from(String url) {
      var next = url;
      while (seen.add(next)) {
        if (seen.size() > settings.redirects() + 1) {
          return stopped(Stage.HTTP, new Failure(Kind.TOO_MANY_REDIRECTS, next));
        }
        var trip =
            Trip.of(
                transport, Ask.page(next, Why.HOME, settings.pageBytes()), settings.redirects());
        var answer = trip.answer();
        var failure = trip.failure().or(() -> answer.flatMap(Ways::spoilt));
        if (failure.isPresent()) {
          return stopped(transport.ended(), failure.get());
        }
        var whole = answer.orElseThrow();
        var known = latest.filter(end -> end.is(whole));
        if (known.isPresent()) {
          return arrived(known.get(), address, at, transport.hops());
        }
        var read = reader.read(new Reading(url, whole, trip.took().toMillis(), true));
        if (read.onward().isEmpty()) {
          var end = new End(whole, read.facts(), Likeness.of(document(whole, read.facts())));
          latest = Optional.of(end);
          return arrived(end, address, at, transport.hops());
        }
        next = read.onward().get().url();
      }
      return stopped(Stage.HTTP, new Failure(Kind.REDIRECT_LOOP, next));
    }

    private Gone stopped(Stage stage, Failure why) {
      return new Gone(
          new Try(
              address,
              at,
              transport.hops(),
              Optional.of(why),
              Optional.of(stage),
              Optional.empty(),
              Optional.empty()),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// A page cut at our own budget is still the page; one that did not arrive whole is not.
  private static Optional<Failure> spoilt(Exchange.Answered answer) {
    return answer.lacking().filter(why -> why.kind() != Kind.BODY_TOO_LARGE);
  }

  private static Document document(Exchange.Answered answer, PageFacts facts) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(answer.body().bytes()), facts.charset(), facts.finalUrl());
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }
}
