package xuncha.crawler.probe.search;

import java.time.Period;
import java.util.stream.Collectors;
import xuncha.crawler.Inquiry.Ground;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.edition.Rule;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.SearchTrial;

/// One site's search: found, opened, asked, told of.
final class SearchRound {
  private final Ground ground;
  private final Rule rule;
  private final Lexicon lexicon;
  private final KnownItems known;
  private final Period settled;
  private final Telling telling;

  SearchRound(Ground ground, Rule rule, Lexicon lexicon) {
    this.ground = ground;
    this.rule = rule;
    this.lexicon = lexicon;
    this.known = new KnownItems(ground);
    this.settled = rule.period("freshnessLag");
    this.telling = new Telling(ground, known);
  }

  SearchTrial trial() {
    var columns =
        ground.columns().columns().stream()
            .map(Column::name)
            .map(Titles::bare)
            .collect(Collectors.toUnmodifiableSet());
    var found = new Discovery(ground, lexicon, columns).find();
    if (found.boxes().isEmpty() && found.elsewhere().isPresent()) {
      var box = found.elsewhere().get();
      return telling.unasked(
          found,
          box,
          new Failure(Failure.Kind.NOT_GATHERED, "another body's search: " + box.bare()));
    }
    if (found.boxes().isEmpty() && (found.stages().isEmpty() || !ground.draws())) {
      return Telling.none(found);
    }
    var longest = found.boxes().stream().mapToInt(SearchBox::longest).findFirst();
    var items = known.spread(settled, longest.orElse(SearchBox.ANY_LENGTH));
    if (items.isEmpty()) {
      var why = new Failure(Failure.Kind.TOO_LITTLE, "nothing to ask for");
      return found.boxes().isEmpty()
          ? Telling.none(found)
          : telling.unasked(found, found.boxes().getFirst(), why);
    }
    var questions = new Questions(ground, rule.count("budget"));
    var play = new Play(ground, lexicon, columns);
    var opening = new Opening(ground, play, ResultSheet.Phrases.of(lexicon), questions);
    var talk = opening.of(found.boxes(), found.stages(), items.getFirst());
    if (talk.isPresent()) {
      new Examining(ground, rule, lexicon, known, questions, talk.get()).examine(items);
      return telling.told(found, talk.get());
    }
    return opening
        .unused()
        .map(one -> telling.unasked(found, one.box(), one.why()))
        .orElseGet(() -> Telling.none(found));
  }
}
