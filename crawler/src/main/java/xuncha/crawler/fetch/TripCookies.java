package xuncha.crawler.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.HttpUrl;

/// The cookies of one trip, or of one stay.
final class TripCookies {
  private final List<Cookie> kept = new ArrayList<>();

  /// Keeps what the answer sets.
  void take(Exchange.Answered answer) {
    var url = HttpUrl.parse(answer.ask().url());
    if (url == null) {
      return;
    }
    for (var header : answer.headers()) {
      var cookie =
          header.name().equalsIgnoreCase("set-cookie") ? Cookie.parse(url, header.value()) : null;
      if (cookie != null) {
        kept.removeIf(old -> same(old, cookie));
        if (cookie.expiresAt() > answer.at().toEpochMilli()) {
          kept.add(cookie);
        }
      }
    }
  }

  /// Has one from the start; one that no site could have set is left out.
  void take(KeptCookie known) {
    known
        .cookie()
        .ifPresent(cookie -> {
          kept.removeIf(old -> same(old, cookie));
          kept.add(cookie);
        });
  }

  /// The request with the cookies for its address beside those that it has, which come first.
  Ask beside(Ask ask) {
    var url = kept.isEmpty() ? null : HttpUrl.parse(ask.url());
    if (url == null) {
      return ask;
    }
    var its = ask.headers().getOrDefault("cookie", "");
    var all = new ArrayList<>(its.isEmpty() ? List.<String>of() : List.of(its));
    for (var cookie : kept) {
      if (cookie.matches(url) && !("; " + its).contains("; " + cookie.name() + "=")) {
        all.add(cookie.name() + "=" + cookie.value());
      }
    }
    if (all.isEmpty()) {
      return ask;
    }
    var headers = new HashMap<>(ask.headers());
    headers.put("cookie", String.join("; ", all));
    return new Ask(ask.url(), ask.method(), headers, ask.why(), ask.maxBytes(), ask.form());
  }

  /// The headers with the cookies for that address, and no others.
  Map<String, String> with(Map<String, String> headers, WebAddress to) {
    var url = HttpUrl.get(to.url());
    var value =
        kept.stream()
            .filter(cookie -> cookie.matches(url))
            .map(cookie -> cookie.name() + "=" + cookie.value())
            .collect(Collectors.joining("; "));
    var all = new HashMap<>(headers);
    all.remove("cookie");
    if (!value.isEmpty()) {
      all.put("cookie", value);
    }
    return all;
  }

  private static boolean same(Cookie one, Cookie other) {
    return one.name().equals(other.name())
        && one.domain().equals(other.domain())
        && one.path().equals(other.path());
  }
}
