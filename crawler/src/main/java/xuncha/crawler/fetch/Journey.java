package xuncha.crawler.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Follows redirects as a browser would: with the cookies that the hops set, for many a site sets
/// one and sends its visitor to the same address again.
final class Journey {
  /// Redirects that would have the same form sent to another address (RFC 9110, 15.4).
  private static final Set<Integer> KEEPS_METHOD = Set.of(307, 308);

  private static final Set<String> OF_ONE_ADDRESS =
      Set.of("content-type", "if-none-match", "if-modified-since");

  private final Transport transport;
  private final int most;
  private final List<Exchange> hops = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final TripCookies cookies;

  /// With cookies that end with the journey.
  Journey(Transport transport, int most) {
    this(transport, most, new TripCookies());
  }

  /// With cookies that last.
  Journey(Transport transport, int most, TripCookies cookies) {
    this.transport = transport;
    this.most = most;
    this.cookies = cookies;
  }

  Trip make(Ask ask) {
    for (var next = ask; ; ) {
      var exchange = transport.exchange(next);
      hops.add(exchange);
      if (!(exchange instanceof Exchange.Answered answer)) {
        return new Trip(hops, Optional.of(((Exchange.Failed) exchange).why()));
      }
      cookies.take(answer);
      var onward =
          answer.redirects()
              ? answer.header("location").map(String::strip)
              : Optional.<String>empty();
      if (onward.isEmpty() || onward.get().isEmpty()) {
        // Browsers show the body of a redirect that leads nowhere.
        return new Trip(hops, Statuses.failure(answer.status()));
      }
      var target = WebAddress.resolve(next.url(), onward.get());
      if (target.isEmpty()) {
        return failed(Kind.BAD_ADDRESS, "redirect to " + onward.get());
      }
      var url = target.get().url();
      seen.add(next.url() + ' ' + next.headers().getOrDefault("cookie", ""));
      if (next.form().isPresent() && KEEPS_METHOD.contains(answer.status())) {
        return failed(Kind.UNREADABLE, "a form is not sent on to " + url);
      }
      next =
          new Ask(
              url,
              next.form().isPresent() ? "GET" : next.method(),
              cookies.with(ofAnyAddress(next.headers()), target.get()),
              next.why(),
              next.maxBytes());
      if (seen.contains(url + ' ' + next.headers().getOrDefault("cookie", ""))) {
        return failed(Kind.REDIRECT_LOOP, url);
      }
      if (hops.size() > most) {
        return failed(Kind.TOO_MANY_REDIRECTS, most + " redirects");
      }
    }
  }

  /// Without what was meant for the first address alone: a form's type, and what its answer once
  /// came with.
  private static Map<String, String> ofAnyAddress(Map<String, String> headers) {
    var rest = new HashMap<>(headers);
    rest.keySet().removeAll(OF_ONE_ADDRESS);
    return rest;
  }

  private Trip failed(Kind kind, String detail) {
    return new Trip(hops, Optional.of(new Failure(kind, detail)));
  }
}
