package xuncha.crawler.read;

import java.util.List;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;

/// One answer to be read as a page.
///
/// @param askedUrl the address that was asked for first, before redirects of any kind
/// @param answer the final answer; its `ask().url()` is where the page was found
/// @param tookMs from asking to the last byte, redirects included, milliseconds
/// @param home whether this is a site's home page
public record Reading(String askedUrl, Exchange.Answered answer, long tookMs, boolean home) {
  /// A page that is not a home page and was found where it was asked for.
  public static Reading of(Exchange.Answered answer) {
    return new Reading(answer.ask().url(), answer, answer.took().toMillis(), false);
  }

  /// Where a drawn page's answer says what may be missing from it.
  public static final String UNSEEN = "xuncha-unseen";

  /// Where a drawn page's answer says what was kept from it: an address a header.
  public static final String KEPT = "xuncha-kept";

  /// The addresses of what was kept from the page while it was drawn, as far as they are known.
  public List<String> kept() {
    return answer.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(KEPT))
        .map(Exchange.Header::value)
        .toList();
  }

  /// Whether this is what a browser made of the page, its scripts run.
  public boolean drawn() {
    return answer.ask().why() == Ask.Why.DRAWN;
  }

  /// Whether something was kept from the page while it was drawn, so that absence proves nothing.
  public boolean partlyDrawn() {
    return drawn() && answer.header(UNSEEN).isPresent();
  }

  /// Where the page was found, absolute.
  public String finalUrl() {
    return answer.ask().url();
  }
}
