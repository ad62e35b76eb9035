package xuncha.crawler.probe.search;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import xuncha.crawler.fetch.SearchPost;

/// A request by POST that is recognisably a question to a search: the typed words stand in it once,
/// and nothing in it is anything but a preset.
final class PostedQuestion {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private PostedQuestion() {}

  /// How that search is asked; empty where the request may be anything else.
  ///
  /// @param type of what is sent along, as its header says
  static Optional<Sending> sending(String url, String type, String body, String words) {
    return type.toLowerCase(Locale.ROOT).contains("json")
            || (!body.isEmpty() && body.charAt(0) == '{')
        ? json(url, body, words)
        : form(url, body, words);
  }

  private static Optional<Sending> json(String url, String body, String words) {
    try {
      return SearchPost.json(url, body.getBytes(StandardCharsets.UTF_8), words)
          .map(_ -> Sending.Json.of(url, body, words));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<Sending> form(String url, String body, String words) {
    for (var charset : CHARSETS) {
      var fields = new ArrayList<SearchPost.Field>();
      var asks = new ArrayList<String>();
      for (var pair : body.split("&", -1)) {
        var mark = pair.indexOf('=');
        var name = decoded(mark < 0 ? pair : pair.substring(0, mark), charset);
        var value = decoded(mark < 0 ? "" : pair.substring(mark + 1), charset);
        if (value.equals(words)) {
          asks.add(name);
        }
        fields.add(new SearchPost.Field(name, value.equals(words) ? "text" : "hidden", value));
      }
      if (asks.size() == 1) {
        var form = new Sending.Form(url, true, fields, asks.getFirst(), charset);
        return form.question(words, Optional.empty()).map(_ -> form);
      }
    }
    return Optional.empty();
  }

  private static String decoded(String text, Charset charset) {
    try {
      return URLDecoder.decode(text, charset);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
