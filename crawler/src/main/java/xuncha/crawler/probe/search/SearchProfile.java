package xuncha.crawler.probe.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.probe.search.Sending.Selectors;
import xuncha.findings.visit.SearchTrial.Method;

/// What an operator knows of one site's search that cannot be found out: where its box is, or how
/// it is asked.
///
/// @param file the file that says so
/// @param page the page that has the box, absolute or from the home page on; empty: the home page
/// @param way how it is asked
public record SearchProfile(String file, String page, Way way) {
  /// Stands for the words in a profile.
  static final String WORDS = "{words}";

  /// How it is asked.
  public sealed interface Way {
    /// An address with the words in it.
    record Get(String address, String charset) implements Way {}

    /// A form.
    ///
    /// @param fields in order; the one for the words says so
    record Form(String address, List<SearchPost.Field> fields, String asks, String charset)
        implements Way {}

    /// A script's JSON.
    record Json(String address, String body) implements Way {}

    /// CSS selectors: the box is used in a browser.
    record Box(String input, String opener, String button) implements Way {}
  }

  /// The page that has the box.
  String page(String home) {
    return page.isEmpty() ? home : WebAddress.resolve(home, page).map(WebAddress::url).orElse(home);
  }

  /// Where its box is; empty where it says how it is asked.
  Optional<Selectors> selectors() {
    return way instanceof Way.Box(var input, var opener, var button)
        ? Optional.of(new Selectors(input, opener, button))
        : Optional.empty();
  }

  /// How it is asked, on hosts that belong to the site's body alone.
  ///
  /// @return empty where it leads to another body's host
  Optional<SearchBox> box(String home, Predicate<String> sameBody) {
    var page = page(home);
    return sending(page)
        .filter(sending -> sameBody.test(page) && sameBody.test(sending.bare()))
        .map(sending ->
            new SearchBox(
                page, sending, method(), Optional.empty(), SearchBox.ANY_LENGTH, false, file));
  }

  private Optional<Sending> sending(String page) {
    return switch (way) {
      case Way.Get(var address, var charset) ->
          WebAddress.resolve(page, address.replace(WORDS, "xunchawords"))
              .map(WebAddress::url)
              .map(url ->
                  new Sending.Address(
                      url.replace("xunchawords", SearchBox.WORDS),
                      new Sending.Writing(SearchBoxes.named(charset), 1)));
      case Way.Form(var address, var fields, var asks, var charset) ->
          absolute(page, address)
              .map(url -> new Sending.Form(url, true, fields, asks, SearchBoxes.named(charset)));
      case Way.Json(var address, var body) ->
          absolute(page, address).map(url -> Sending.Json.of(url, body, WORDS));
      case Way.Box(var input, var opener, var button) ->
          Optional.of(new Sending.Acting(page, Optional.of(new Selectors(input, opener, button))));
    };
  }

  private static Optional<String> absolute(String page, String address) {
    return WebAddress.resolve(page, address).map(WebAddress::url);
  }

  private Method method() {
    return switch (way) {
      case Way.Get _ -> Method.SCRIPT;
      case Way.Form _ -> Method.POST;
      case Way.Json _ -> Method.JSON;
      case Way.Box _ -> Method.BROWSER;
    };
  }

  /// Whether what it would send by POST can only be a search.
  boolean isHarmless() {
    return switch (way) {
      case Way.Get _, Way.Box _ -> true;
      case Way.Form(var address, var fields, var asks, _) ->
          SearchPost.of(somewhere(address), fields, asks, WORDS, StandardCharsets.UTF_8)
              .isPresent();
      case Way.Json(var address, var body) ->
          SearchPost.json(somewhere(address), body.getBytes(StandardCharsets.UTF_8), WORDS)
              .isPresent();
    };
  }

  private static String somewhere(String address) {
    return absolute("http://a.invalid/", address).orElse(address);
  }
}
