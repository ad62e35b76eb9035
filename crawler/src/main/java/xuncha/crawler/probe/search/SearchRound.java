package xuncha.crawler.probe.search;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Optional<SearchProfile> profile;

  /// @param profile what an operator knows of it
  SearchRound(Ground ground, Rule rule, Lexicon lexicon, Optional<SearchProfile> profile) {
    this.profile = profile;
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
            .map(Title::bare)
            .collect(Collectors.toUnmodifiableSet());
    if (profile.isPresent()) {
      return taught(profile.get(), columns);
    }
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
    var opening = opening(columns, questions);
    var talk = opening.of(found.boxes(), found.stages(), items.getFirst());
    return told(found, items, questions, opening, talk);
  }

  /// The search as a profile says that it is asked; nothing else is tried.
  private SearchTrial taught(SearchProfile taught, Set<String> columns) {
    var home = ground.home();
    var looked = List.of(new SearchTrial.Place(home.finalUrl(), false, home.source()));
    var box = taught.box(home.finalUrl(), ground::sameBody);
    if (box.isEmpty()) {
      var why =
          new Failure(
              Failure.Kind.BAD_ADDRESS, taught.file() + " names an address that is not the site's");
      return Telling.none(
          new Discovery.Found(List.of(), Optional.empty(), looked, Set.of(), Optional.of(why)));
    }
    var found =
        new Discovery.Found(
            List.of(box.get()), Optional.empty(), looked, Set.of(), Optional.empty());
    var items = known.spread(settled, SearchBox.ANY_LENGTH);
    if (items.isEmpty()) {
      var why = new Failure(Failure.Kind.TOO_LITTLE, "nothing to ask for");
      return telling.unasked(found, box.get(), why);
    }
    var questions = new Questions(ground, rule.count("budget"));
    var opening = opening(columns, questions);
    var talk =
        taught.selectors().isPresent()
            ? opening.played(box.get().page(), taught.selectors(), taught.file(), items.getFirst())
            : opening.of(found.boxes(), Set.of(), items.getFirst());
    return told(found, items, questions, opening, talk);
  }

  private Opening opening(Set<String> columns, Questions questions) {
    return new Opening(
        ground, new Play(ground, lexicon, columns), ResultSheet.Phrases.of(lexicon), questions);
  }

  private SearchTrial told(
      Discovery.Found found,
      List<KnownItem> items,
      Questions questions,
      Opening opening,
      Optional<Interview> talk) {
    if (talk.isPresent()) {
      new Examining(ground, rule, lexicon, known, questions, talk.get()).examine(items);
      return telling.told(found, talk.get()).with(talk.get().pictures());
    }
    return opening
        .unused()
        .map(one ->
            telling.unasked(found, one.box(), one.why()).with(one.picture().stream().toList()))
        .orElseGet(() -> Telling.none(found));
  }
}
