package xuncha.crawler.fetch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One request that a visit wants made.
///
/// @param url absolute, http or https, as written by whoever linked it
/// @param method `GET` or `HEAD`; `POST` for a search form that wants it, for a log-in and for a
///   letter with consent; `DRAW` for what a browser made of a page, `DO-…` and `SEE-…` for what was
///   learnt by acting on it
/// @param headers what to add: conditional headers, a referer. Names in lower case
/// @param why what for; goes into the archive so that a replay finds the right answer again
/// @param maxBytes how much body is taken, decompressed, before the rest is left
/// @param form what is sent along; without one no `POST` leaves
public record Ask(
    String url,
    String method,
    Map<String, String> headers,
    Why why,
    long maxBytes,
    Optional<Posted> form) {
  /// What a request is for.
  public enum Why {
    HOME,
    ATTEMPT,
    PAGE,
    LINK,
    ROBOTS,
    SITEMAP,
    DATA,
    /// A question to the site's own search.
    SEARCH,
    /// A log-in with a lent account; never archived.
    LOGIN,
    /// A letter that the site's owner agreed to, or a look how it fares; never archived.
    LETTER,
    /// What a page asks for while it is drawn in a browser; of no use to a replay.
    RESOURCE,
    /// What a page became in a browser; its method is `DRAW`. Never sent anywhere.
    DRAWN
  }

  public Ask {
    headers = Map.copyOf(headers);
    if (form.isPresent() && !(method.equals("POST") && whysOf(form.get()).contains(why))) {
      throw new IllegalArgumentException(
          "a form is sent by POST, to search, to log in, or with consent");
    }
  }

  private static Set<Why> whysOf(Posted form) {
    return switch (form) {
      case SearchPost _ -> Set.of(Why.SEARCH, Why.RESOURCE);
      case LoginPost _ -> Set.of(Why.LOGIN);
      case LetterPost _ -> Set.of(Why.LETTER);
    };
  }

  /// A request that sends nothing along.
  public Ask(String url, String method, Map<String, String> headers, Why why, long maxBytes) {
    this(url, method, headers, why, maxBytes, Optional.empty());
  }

  /// A search form that is sent by POST, from the page that has it.
  ///
  /// @param from the page's address
  public static Ask search(String url, String from, SearchPost form, long maxBytes) {
    var headers = Map.of("referer", from, "content-type", form.mediaType());
    return new Ask(url, "POST", headers, Why.SEARCH, maxBytes, Optional.of(form));
  }

  /// The same, asked while a page is drawn.
  public Ask forDrawing() {
    return new Ask(url, method, headers, Why.RESOURCE, maxBytes, form);
  }

  /// A plain GET of a page.
  public static Ask page(String url, Why why, long maxBytes) {
    return new Ask(url, "GET", Map.of(), why, maxBytes);
  }
}
