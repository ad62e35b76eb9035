package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.Deed;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.crawler.probe.search.Sending.Selectors;
import xuncha.crawler.read.Reading;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Source;

/// Uses searches in a browser: to learn how they are asked, without asking them; to ask those that
/// cannot be asked otherwise; and to see pages of results that scripts fill.
final class Play {
  private static final Duration TIME = Duration.ofSeconds(25);
  private static final long MOST_BYTES = 8L << 20;

  private final Ground ground;
  private final Lexicon lexicon;
  private final Set<String> columns;

  /// @param columns bare names of the site's columns
  Play(Ground ground, Lexicon lexicon, Set<String> columns) {
    this.ground = ground;
    this.lexicon = lexicon;
    this.columns = columns;
  }

  /// What was learnt, and where it is archived.
  sealed interface Came {
    record Known(Heard heard, Source source, Optional<Source> picture) implements Came {}

    record Lost(Failure why) implements Came {}
  }

  /// Types words into the box of a page and sees where they would go; they do not leave.
  Came tried(String page, Optional<Selectors> selectors, String words) {
    return enacted(page, playing(selectors, words, Optional.empty(), false, false));
  }

  /// Asks the box of a page for words.
  ///
  /// @param chosen what is chosen beside them
  /// @param portrayed whether a picture is wanted of what came
  Came asked(Sending.Acting box, String words, Optional<Pair> chosen, boolean portrayed) {
    return enacted(box.page(), playing(box.selectors(), words, chosen, true, portrayed));
  }

  /// Sees a page of results as its scripts fill it.
  ///
  /// @param portrayed whether a picture of it is wanted
  Came heard(String results, String words, boolean portrayed) {
    return enacted(results, SearchDeed.listening(rule(words, true, true), portrayed));
  }

  /// A picture of a page that was answered lately; empty where there is none.
  Optional<Source> portrait(String url) {
    return ground.draws()
            && ground.enact(url, new Portrait()) instanceof Deed.Known.Done(_, _, var picture)
        ? picture
        : Optional.empty();
  }

  private SearchDeed playing(
      Optional<Selectors> selectors,
      String words,
      Optional<Pair> chosen,
      boolean asking,
      boolean portrayed) {
    var carried = new Carried(words, charset());
    return SearchDeed.playing(
        new BoxPlay(lexicon, columns, selectors, words, carried, chosen, asking, portrayed),
        rule(words, asking, false));
  }

  private SearchRule rule(String words, boolean asking, boolean fromTheStart) {
    return new SearchRule(
        words, new Carried(words, charset()), asking, fromTheStart, ground::sameBody, TIME);
  }

  private Charset charset() {
    return SearchBoxes.named(ground.home().charset());
  }

  private Came enacted(String page, Deed deed) {
    return switch (ground.enact(page, deed)) {
      case Deed.Known.Failed(var why) -> new Came.Lost(why);
      case Deed.Known.Done(var json, var source, var picture) ->
          Heard.read(json)
              .<Came>map(heard -> new Came.Known(heard, source, picture))
              .orElseGet(() -> new Came.Lost(Failure.of(Failure.Kind.UNREADABLE)));
    };
  }

  /// The ways to ask that were learnt from the page's own traffic; only those that lead to hosts of
  /// the site's own body.
  List<SearchBox> ways(Came.Known known, String page, String words, String profile) {
    var carried = new Carried(words, charset());
    var ways = new ArrayList<SearchBox>();
    for (var way : known.heard().ways(page, words, carried, profile)) {
      if (ground.sameBody(way.bare())) {
        ways.add(way);
      }
    }
    return ways;
  }

  /// The page that was seen in the end, for reading.
  Sought shown(Came.Known known) {
    var heard = known.heard();
    var headers = new ArrayList<Exchange.Header>();
    headers.add(new Exchange.Header("content-type", "text/html; charset=utf-8"));
    if (!heard.unseen().isEmpty()) {
      headers.add(new Exchange.Header(Reading.UNSEEN, heard.unseen()));
    }
    var answer =
        new Exchange.Answered(
            new Ask(heard.url(), "DRAW", Map.of(), Ask.Why.DRAWN, MOST_BYTES),
            ground.asOf(),
            Duration.ofMillis(heard.tookMs()),
            "",
            heard.status(),
            headers,
            xuncha.crawler.fetch.Body.of(heard.page()),
            Optional.empty(),
            known.source());
    return ground.shown(answer);
  }
}
