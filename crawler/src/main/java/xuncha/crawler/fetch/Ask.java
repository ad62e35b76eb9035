package xuncha.crawler.fetch;

import java.util.Map;

/// One request that a visit wants made.
///
/// @param url absolute, http or https, as written by whoever linked it
/// @param method `GET` or `HEAD`; `DRAW` for what a browser made of a page
/// @param headers what to add: conditional headers, a referer. Names in lower case
/// @param why what for; goes into the archive so that a replay finds the right answer again
/// @param maxBytes how much body is taken, decompressed, before the rest is left
public record Ask(String url, String method, Map<String, String> headers, Why why, long maxBytes) {
  /// What a request is for.
  public enum Why {
    HOME,
    ATTEMPT,
    PAGE,
    LINK,
    ROBOTS,
    SITEMAP,
    DATA,
    /// What a page asks for while it is drawn in a browser; of no use to a replay.
    RESOURCE,
    /// What a page became in a browser; its method is `DRAW`. Never sent anywhere.
    DRAWN
  }

  public Ask {
    headers = Map.copyOf(headers);
  }

  /// The same, asked while a page is drawn.
  public Ask forDrawing() {
    return new Ask(url, method, headers, Why.RESOURCE, maxBytes);
  }

  /// A plain GET of a page.
  public static Ask page(String url, Why why, long maxBytes) {
    return new Ask(url, "GET", Map.of(), why, maxBytes);
  }
}
