package xuncha.crawler.probe.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.crawler.probe.search.SearchBox.Option;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SearchTrial.Kind;
import xuncha.findings.visit.SearchTrial.Result;
import xuncha.findings.visit.Source;

/// One search being asked: what was put to it so far, and what its pages look like.
final class Interview {
  /// After so many answers in a row that did not come, it is left alone.
  private static final int PATIENCE = 3;

  /// So long a search may keep us in all.
  private static final long LONGEST_MS = 75_000;

  private final Ground ground;
  private final Play play;
  private final SearchBox box;
  private final ResultSheet.Phrases phrases;
  private final boolean drawing;
  private final List<Put> puts = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private final List<Source> pictures = new ArrayList<>();
  private Optional<Layout> layout = Optional.empty();
  private int failures;
  private boolean refused;
  private long took;

  /// @param drawing whether its pages are read as a browser shows them
  Interview(Ground ground, Play play, SearchBox box, ResultSheet.Phrases phrases, boolean drawing) {
    this.ground = ground;
    this.play = play;
    this.box = box;
    this.phrases = phrases;
    this.drawing = drawing;
  }

  SearchBox box() {
    return box;
  }

  boolean isDrawing() {
    return drawing;
  }

  List<Put> puts() {
    return puts;
  }

  /// Addresses of the things asked for by their titles.
  Set<String> asked() {
    return asked;
  }

  /// Whether it makes no sense to go on.
  boolean isOver() {
    return refused || failures >= PATIENCE || took > LONGEST_MS;
  }

  /// Asks for a thing by its title.
  Put ask(Kind kind, KnownItem item, Optional<Option> chosen) {
    asked.add(item.url());
    return put(kind, item.title().text(), Optional.of(item), chosen);
  }

  /// Asks for these words.
  Put put(Kind kind, String words, Optional<KnownItem> item, Optional<Option> chosen) {
    var put =
        switch (answer(words, chosen)) {
          case Sought.Nothing nothing -> failed(kind, words, item, chosen, nothing);
          case Sought.Page page -> answered(kind, words, item, chosen, page);
        };
    portray(put);
    failures = put.why().isPresent() ? failures + 1 : 0;
    refused |= put.why().filter(why -> why.blame() != Blame.SITE).isPresent();
    took += put.tookMs();
    puts.add(put);
    layout = Optional.empty();
    return put;
  }

  /// What stands in the way is photographed once.
  private void portray(Put put) {
    if (put.status() > 0 && put.why().isPresent() && pictures.isEmpty()) {
      var url = put.page().map(page -> page.answer().ask().url()).orElseGet(() -> asked(put));
      play.portrait(url).ifPresent(pictures::add);
    }
  }

  private String asked(Put put) {
    return box.question(put.words(), put.chosen()).map(SearchBox.Question::url).orElse(box.page());
  }

  /// Pictures of what stood in the way, and of the first results that were seen in a browser.
  List<Source> pictures() {
    return List.copyOf(pictures);
  }

  private void seen(Play.Came.Known known) {
    if (pictures.isEmpty()) {
      known.picture().ifPresent(pictures::add);
    }
  }

  private Sought answer(String words, Optional<Option> chosen) {
    if (box.sending() instanceof Sending.Acting acting) {
      return acted(acting, words, chosen);
    }
    return box.question(words, chosen)
        .map(question -> ground.seek(question.url(), box.page(), question.form()))
        .map(came -> drawing && came instanceof Sought.Page page ? drawn(page, words) : came)
        .orElseGet(() ->
            nothing(new Failure(Failure.Kind.UNREADABLE, "this form is not sent: " + box.bare())));
  }

  private Sought acted(Sending.Acting acting, String words, Optional<Option> chosen) {
    var pair =
        box.choice()
            .flatMap(choice -> chosen.map(option -> new Pair(choice.field(), option.value())));
    return switch (play.asked(acting, words, pair, pictures.isEmpty())) {
      case Play.Came.Lost(var why) -> nothing(why);
      case Play.Came.Known known -> {
        seen(known);
        yield known.heard().started()
            ? play.shown(known)
            : nothing(
                new Failure(
                    Failure.Kind.UNREADABLE, "the search box was used and nothing came of it"));
      }
    };
  }

  /// A page of results as its scripts fill it.
  private Sought drawn(Sought.Page page, String words) {
    return switch (play.heard(page.answer().ask().url(), words, pictures.isEmpty())) {
      case Play.Came.Lost(var why) -> nothing(why);
      case Play.Came.Known known -> {
        seen(known);
        yield play.shown(known) instanceof Sought.Page seen
            ? new Sought.Page(seen.read(), seen.answer(), page.took().plus(seen.took()), true)
            : nothing(Failure.of(Failure.Kind.UNREADABLE));
      }
    };
  }

  private Sought.Nothing nothing(Failure why) {
    return new Sought.Nothing(box.bare(), 0, why, Source.UNARCHIVED);
  }

  private Put answered(
      Kind kind,
      String words,
      Optional<KnownItem> item,
      Optional<Option> chosen,
      Sought.Page page) {
    var trouble = trouble(page.read().facts());
    var sheet = ResultSheet.of(page, phrases);
    if (trouble.isEmpty() && sheet.saysBusy() && !shows(words, item, sheet)) {
      trouble =
          Optional.of(
              new Failure(
                  Failure.Kind.BLOCKED, "the search wants us to wait or to prove something"));
    }
    var facts = page.read().facts();
    return new Put(
        kind,
        words,
        item,
        chosen,
        trouble.isPresent() ? Optional.empty() : Optional.of(sheet),
        Optional.of(page),
        trouble,
        facts.status(),
        page.took().toMillis(),
        facts.source());
  }

  private boolean shows(String words, Optional<KnownItem> item, ResultSheet sheet) {
    var seen = layout(new Layout.Asked(words, item, sheet));
    return seen.result() == Result.FOUND || !seen.hits().isEmpty();
  }

  private static Optional<Failure> trouble(PageFacts facts) {
    return switch (facts.state()) {
      case CHALLENGE, LOGIN_WALL, MAINTENANCE, FAULT, DEFAULT_PAGE -> facts.failure(facts.title());
      // "not found" may be what it says of the results
      case CONTENT, EMPTY_SHELL, SOFT_404, EMPTY, UNCLEAR -> Optional.empty();
    };
  }

  private static Put failed(
      Kind kind,
      String words,
      Optional<KnownItem> item,
      Optional<Option> chosen,
      Sought.Nothing nothing) {
    return new Put(
        kind,
        words,
        item,
        chosen,
        Optional.empty(),
        Optional.empty(),
        Optional.of(nothing.why()),
        nothing.status(),
        0,
        nothing.source());
  }

  /// What that question brought, as far as is known by now.
  Layout.Seen seen(Put put) {
    var asked = put.asked();
    return asked.isEmpty()
        ? new Layout.Seen(put.why().isPresent() ? Result.FAILED : Result.UNCLEAR, 0, List.of())
        : layout().of(asked.get());
  }

  /// What all its pages so far have in common; learnt anew after each question.
  private Layout layout() {
    var known = layout.orElseGet(() -> new Layout(pages(puts)));
    layout = Optional.of(known);
    return known;
  }

  private Layout.Seen layout(Layout.Asked page) {
    var pages = new ArrayList<>(pages(puts));
    pages.add(page);
    return new Layout(pages).of(page);
  }

  private static List<Layout.Asked> pages(List<Put> puts) {
    return puts.stream().flatMap(put -> put.asked().stream()).toList();
  }

  Result result(Put put) {
    return seen(put).result();
  }

  /// The questions for titles, with a column chosen or without.
  List<Put> titles(boolean chosen) {
    return puts.stream()
        .filter(put -> put.kind() == Kind.TITLE && put.chosen().isPresent() == chosen)
        .toList();
  }
}
