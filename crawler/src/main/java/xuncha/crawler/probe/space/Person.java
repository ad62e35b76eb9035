package xuncha.crawler.probe.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.LoginPost;
import xuncha.crawler.fetch.Session;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Reading;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// A person who goes through a site with cookies of their own, wherever its pages send them.
/// Nothing of it is archived: what a site shows to a person is theirs.
final class Person {
  /// How often a page may send one on by other means than a redirect.
  private static final int ONWARD = 4;

  private final Session session;
  private final PageReader reader;
  private final List<String> way = new ArrayList<>();

  Person(Session session, PageReader reader) {
    this.session = session;
    this.reader = reader;
  }

  /// What came of going somewhere.
  sealed interface Arrival {
    record At(Sheet page) implements Arrival {}

    record Nowhere(Failure failure) implements Arrival {}

    default Optional<Sheet> sheet() {
      return this instanceof At(var page) ? Optional.of(page) : Optional.empty();
    }

    default Optional<Failure> why() {
      return this instanceof Nowhere(var failure) ? Optional.of(failure) : Optional.empty();
    }
  }

  /// Goes to a page.
  ///
  /// @param from the page that leads there; empty when nobody does
  Arrival open(String url, String from) {
    return arrived(session.open(url, from), 0);
  }

  /// Sends the filled form, once.
  Arrival logIn(LoginPost form, String from) {
    return arrived(session.logIn(form, from), 0);
  }

  /// Where one came through since the log-in form was sent, without what follows the question mark.
  List<String> way() {
    return List.copyOf(way);
  }

  private Arrival arrived(Trip trip, int onwards) {
    trip.hops().forEach(hop -> way.add(Traces.bare(hop.ask().url())));
    var answer = trip.answer();
    if (trip.failure().isPresent() || answer.isEmpty()) {
      return new Arrival.Nowhere(
          discreet(trip.failure().orElseGet(() -> Failure.of(Kind.NOT_GATHERED))));
    }
    if (answer.get().lacking().isPresent()) {
      return new Arrival.Nowhere(discreet(answer.get().lacking().get()));
    }
    var read = reader.read(Reading.of(answer.get()));
    if (read.onward().isPresent()) {
      return onwards == ONWARD
          ? new Arrival.Nowhere(Failure.of(Kind.TOO_MANY_REDIRECTS))
          : arrived(session.open(read.onward().get().url(), read.facts().finalUrl()), onwards + 1);
    }
    return new Arrival.At(Sheet.of(read, PageReader.tree(answer.get())));
  }

  /// An address in a failure may hold a ticket.
  private static Failure discreet(Failure why) {
    return why.detail().contains("://") ? Failure.of(why.kind()) : why;
  }
}
