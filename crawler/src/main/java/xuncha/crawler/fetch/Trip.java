package xuncha.crawler.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.Failure;

/// A request and all its redirects by status and Location, hop by hop.
///
/// @param hops at least one, in order
/// @param failure why it did not end at a page; empty when the last hop is an answer that a reader
///   would be shown (2xx, or a 304 to a conditional request)
public record Trip(List<Exchange> hops, Optional<Failure> failure) {
  public Trip {
    hops = List.copyOf(hops);
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("a trip of no hops");
    }
  }

  /// Makes the request and follows up to `most` redirects.
  public static Trip of(Transport transport, Ask ask, int most) {
    return new Journey(transport, most).make(ask);
  }

  /// The last hop.
  public Exchange last() {
    return hops.getLast();
  }

  /// The last hop when an answer came, of whatever status.
  public Optional<Exchange.Answered> answer() {
    return last() instanceof Exchange.Answered answered ? Optional.of(answered) : Optional.empty();
  }

  /// The time of all hops together, without the waits between them.
  public Duration took() {
    return hops.stream().map(Exchange::took).reduce(Duration.ZERO, Duration::plus);
  }
}
