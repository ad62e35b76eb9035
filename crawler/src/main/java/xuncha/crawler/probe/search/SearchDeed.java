package xuncha.crawler.probe.search;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import xuncha.crawler.Deed;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.render.Act;
import xuncha.crawler.render.Acted;
import xuncha.crawler.render.Attempt;
import xuncha.crawler.render.Drawn;
import xuncha.crawler.render.Renderer;
import xuncha.findings.visit.Failure;

/// A search used in a browser.
///
/// @param name tells it from others on the same page
/// @param act what is done
record SearchDeed(String name, Act<BoxPlay.Played> act, SearchRule rule) implements Deed {
  private static final int MOST_CALLS = 60;
  private static final int LONGEST_CALL = 8_000;

  /// Uses the box of a page.
  static SearchDeed playing(BoxPlay play, SearchRule rule) {
    var chosen = play.chosen().map(pair -> pair.name() + "=" + pair.value()).orElse("");
    return new SearchDeed(
        named(rule.asking() ? "asked" : "tried", play.words() + "\n" + chosen), play, rule);
  }

  /// Listens to a page of results while it is loaded.
  ///
  /// @param portrayed whether a picture is taken
  static SearchDeed listening(SearchRule rule, boolean portrayed) {
    return new SearchDeed(
        named("heard", rule.words()),
        stage ->
            new BoxPlay.Played(
                true,
                true,
                0,
                SearchBox.ANY_LENGTH,
                Optional.empty(),
                BoxPlay.said(stage),
                portrayed ? Optional.of(stage.picture()) : Optional.empty()),
        rule);
  }

  private static String named(String what, String which) {
    var id = UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8)).toString();
    return "search-" + what + "-" + id.substring(0, 13);
  }

  @Override
  public Told go(Exchange.Answered page, Renderer.Sitting sitting) {
    var acted = sitting.perform(page, act, rule);
    return switch (acted.drawn()) {
      case Drawn.Lost lost -> new Told.Failed(lost.why());
      case Drawn.Shown shown ->
          acted
              .result()
              .<Told>map(played -> new Told.Done(heard(acted, shown, played), played.picture()))
              .orElseGet(() -> new Told.Failed(nothing()));
    };
  }

  private static Failure nothing() {
    return new Failure(Failure.Kind.UNREADABLE, "the search could not be used");
  }

  private Body heard(Acted<BoxPlay.Played> acted, Drawn.Shown shown, BoxPlay.Played played) {
    var calls =
        acted.attempts().stream()
            .skip(played.began())
            .filter(call -> call.length() <= LONGEST_CALL && call.url().length() <= LONGEST_CALL)
            .limit(MOST_CALLS)
            .toList();
    return new Heard(
            shown.url(),
            shown.status(),
            text(shown.document()),
            shown.unseen().orElse(""),
            played.typed(),
            played.started(),
            played.longest(),
            played.choice(),
            played.says(),
            calls.stream().map(SearchDeed::call).toList(),
            took(acted, calls))
        .json();
  }

  private static Heard.Call call(Attempt attempt) {
    return new Heard.Call(
        attempt.kind().name(),
        attempt.method(),
        attempt.url(),
        attempt.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT),
        attempt.body().map(Carried::text).orElse(""));
  }

  private long took(Acted<BoxPlay.Played> acted, List<Attempt> calls) {
    return calls.stream()
        .filter(call -> call.passed() && rule.carried().by(call))
        .map(call -> acted.took().getOrDefault(call.url(), Duration.ZERO))
        .mapToLong(Duration::toMillis)
        .max()
        .orElse(0);
  }

  private static String text(Body document) {
    var text = new String(document.bytes(), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
