package xuncha.crawler.probe.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.render.Attempt;
import xuncha.crawler.render.Rule;

/// What a page may do while its search is used: read by GET, and put the question itself where it
/// is allowed to. Nothing else leaves.
///
/// @param words what is typed
/// @param asking whether the question itself goes out; else it is only looked at
/// @param fromTheStart whether the page asks as soon as it is loaded: a page of results
/// @param sameBody whether an address is on a host of the site's own body
record SearchRule(
    String words,
    Carried carried,
    boolean asking,
    boolean fromTheStart,
    Predicate<String> sameBody,
    Duration time)
    implements Rule {
  @Override
  public boolean seals() {
    return false;
  }

  @Override
  public boolean passes(Attempt attempt) {
    var reads = attempt.method().equals("GET") || attempt.method().equals("HEAD");
    var asks = carried.by(attempt);
    return reads
        && switch (attempt.kind()) {
          case DOCUMENT, FRAME -> sameBody.test(attempt.url()) && (asking || !asks);
          case DATA, SCRIPT -> !asks || (asking && sameBody.test(attempt.url()));
          case OTHER -> !asks;
          case WINDOW, BEACON, IMAGE, SOCKET -> false;
        };
  }

  @Override
  public Optional<SearchPost> search(Attempt attempt) {
    if (!asking
        || !attempt.method().equals("POST")
        || attempt.kind() == Attempt.Kind.WINDOW
        || attempt.body().filter(body -> body.length() == attempt.length()).isEmpty()
        || !sameBody.test(attempt.url())
        || !carried.by(attempt)) {
      return Optional.empty();
    }
    var body = attempt.body().map(Carried::text).orElse("");
    return PostedQuestion.sending(
            attempt.url(), attempt.headers().getOrDefault("content-type", ""), body, words)
        .flatMap(sending -> sending.question(words, Optional.empty()))
        .flatMap(SearchBox.Question::form);
  }

  @Override
  public boolean agrees(String said) {
    return false;
  }
}
