package xuncha.crawler.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A person's stay at a site: cookies last from page to page. Nothing of it goes into an archive.
/// For one thread.
public final class Session {
  private static final long MOST_BYTES = 4L << 20;
  private static final int REDIRECTS = 10;

  private final Transport transport;
  private final TripCookies cookies = new TripCookies();

  Session(Transport transport, List<KeptCookie> known) {
    this.transport = transport;
    known.forEach(cookies::take);
  }

  /// Goes to a page, with its redirects by status.
  ///
  /// @param from the page that leads there; empty when nobody does
  public Trip open(String url, String from) {
    var headers = from.isEmpty() ? Map.<String, String>of() : Map.of("referer", from);
    return go(new Ask(url, "GET", headers, Ask.Why.PAGE, MOST_BYTES));
  }

  /// Sends the filled form where it goes.
  ///
  /// @param from the page that has it
  public Trip logIn(LoginPost form, String from) {
    var headers = Map.of("referer", from, "content-type", Posted.MEDIA_TYPE);
    return go(
        new Ask(form.address(), "POST", headers, Ask.Why.LOGIN, MOST_BYTES, Optional.of(form)));
  }

  /// Sends a letter, or asks how one fares.
  ///
  /// @param from the page that has the form
  public Trip write(LetterPost letter, String from) {
    var headers = Map.of("referer", from, "content-type", Posted.MEDIA_TYPE);
    return go(
        new Ask(
            letter.address(), "POST", headers, Ask.Why.LETTER, MOST_BYTES, Optional.of(letter)));
  }

  private Trip go(Ask ask) {
    var first =
        WebAddress.of(ask.url())
            .map(to ->
                new Ask(
                    ask.url(),
                    ask.method(),
                    cookies.with(ask.headers(), to),
                    ask.why(),
                    ask.maxBytes(),
                    ask.form()))
            .orElse(ask);
    return new Journey(transport, REDIRECTS, cookies).make(first);
  }
}
