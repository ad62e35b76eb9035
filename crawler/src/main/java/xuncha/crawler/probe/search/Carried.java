package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.probe.search.Sending.Writing;
import xuncha.crawler.render.Attempt;

/// Tells whether a request carries the words that were typed, however they are written.
final class Carried {
  private static final Charset CHINESE = Charset.forName("GB18030");

  private final String words;
  private final Map<String, Writing> written = new LinkedHashMap<>();

  /// @param page the charset that the page's forms are written in
  Carried(String words, Charset page) {
    this.words = words;
    for (var times = 1; times <= 2; times++) {
      written.putIfAbsent(utf8(words, times), new Writing(StandardCharsets.UTF_8, times));
      for (var charset : new Charset[] {page, CHINESE}) {
        var writing = new Writing(charset, times);
        written.putIfAbsent(writing.of(words), writing);
      }
    }
  }

  private static String utf8(String words, int times) {
    return new Writing(StandardCharsets.UTF_8, times).of(words);
  }

  /// How the words stand in an address; empty where they do not.
  Optional<Writing> in(String url) {
    return written.entrySet().stream()
        .filter(one -> isIn(url, one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The address with a place for the words where they stand.
  Optional<Sending.Address> template(String url) {
    return in(url)
        .map(writing -> new Sending.Address(place(url, writing.of(words)), writing))
        .filter(address -> address.template().contains(SearchBox.WORDS));
  }

  /// Whether that request carries them.
  boolean by(Attempt attempt) {
    return by(attempt.url(), attempt.body().map(Carried::text).orElse(""));
  }

  /// Whether an address or what is sent along carries them.
  boolean by(String url, String body) {
    return in(url).isPresent()
        || body.contains(words)
        || written.keySet().stream().anyMatch(form -> isIn(body, form))
        || isIn(url + body, escaped());
  }

  static String text(xuncha.crawler.fetch.Body body) {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }

  /// As `escape` and JSON write them.
  private String escaped() {
    var out = new StringBuilder();
    words.chars().forEach(c -> out.append(c < 128 ? "" + (char) c : "%%u%04X".formatted(c)));
    return out.toString();
  }

  private static boolean isIn(String text, String form) {
    return text.toUpperCase(Locale.ROOT).contains(form.toUpperCase(Locale.ROOT));
  }

  private static String place(String url, String form) {
    var upper = url.toUpperCase(Locale.ROOT);
    var wanted = form.toUpperCase(Locale.ROOT);
    if (upper.length() != url.length()) {
      return url.replace(form, SearchBox.WORDS);
    }
    var out = new StringBuilder();
    var from = 0;
    for (var at = upper.indexOf(wanted); at >= 0; at = upper.indexOf(wanted, from)) {
      out.append(url, from, at).append(SearchBox.WORDS);
      from = at + wanted.length();
    }
    return out.append(url, from, url.length()).toString();
  }
}
