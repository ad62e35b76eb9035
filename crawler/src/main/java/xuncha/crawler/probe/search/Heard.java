package xuncha.crawler.probe.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.probe.search.SearchBox.Choices;

/// What was seen and heard when a search was used in a browser. Kept as JSON in the archive.
///
/// @param url where the page ended
/// @param status of the document there
/// @param document as it stood in the end
/// @param unseen what was kept from it, so that absence proves nothing; empty for nothing
/// @param typed whether the words stood in the box
/// @param started whether anything came of starting the search
/// @param longest how many characters the box takes
/// @param choice what can be chosen beside the words
/// @param says what boxes that came up said
/// @param calls what the page asked for or wanted to send from the start of the search on
/// @param tookMs how long the longest question to the search took; 0 where none was put
record Heard(
    String url,
    int status,
    String document,
    String unseen,
    boolean typed,
    boolean started,
    int longest,
    Optional<Choices> choice,
    List<String> says,
    List<Call> calls,
    long tookMs) {
  private static final JsonMapper JSON = JsonMapper.shared();

  Heard {
    says = List.copyOf(says);
    calls = List.copyOf(calls);
  }

  /// One request that the page made or wanted to make.
  ///
  /// @param kind an [xuncha.crawler.render.Attempt.Kind]
  /// @param type of what is sent along
  record Call(String kind, String method, String url, String type, String body) {}

  Body json() {
    return Body.of(JSON.writeValueAsBytes(this));
  }

  /// What was written; empty where the archive holds something else.
  static Optional<Heard> read(Body json) {
    try {
      return Optional.of(JSON.readValue(json.bytes(), Heard.class));
    } catch (JacksonException foreign) {
      return Optional.empty();
    }
  }

  /// The document for a reader; what boxes said stands at its end, as if it stood on the page.
  byte[] page() {
    var out = new StringBuilder(document);
    for (var words : says) {
      out.append("<p>").append(Entities.escape(words)).append("</p>");
    }
    return ("\uFEFF" + out).getBytes(StandardCharsets.UTF_8);
  }

  /// The ways to ask that can be made out from what the page asked for, the likeliest first.
  ///
  /// @param page the page that has the box
  /// @param carried the words that were typed
  List<SearchBox> ways(String page, String words, Carried carried, String profile) {
    var ways = new ArrayList<SearchBox>();
    for (var kind : Listening.KINDS) {
      for (var call : calls) {
        if (call.kind().equals(kind.name()) && carried.by(call.url(), call.body())) {
          Listening.way(call, words, carried)
              .map(sending ->
                  new SearchBox(
                      page,
                      sending,
                      Listening.method(kind, sending),
                      Optional.empty(),
                      longest,
                      false,
                      profile))
              .filter(way -> ways.stream().noneMatch(way::isAskedLike))
              .ifPresent(ways::add);
        }
      }
    }
    return ways;
  }
}
