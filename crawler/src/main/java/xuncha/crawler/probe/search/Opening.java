package xuncha.crawler.probe.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.probe.search.Sending.Selectors;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.SearchTrial.Kind;
import xuncha.findings.visit.SearchTrial.Method;
import xuncha.findings.visit.SearchTrial.Result;
import xuncha.findings.visit.Source;

/// Finds out which of a site's boxes answers, and how it is asked with the least effort: by a plain
/// request; by one that the page's own traffic shows; else by using the box in a browser.
final class Opening {
  private static final int MOST_BOXES = 3;
  private static final int MOST_STAGES = 2;
  private static final int MOST_WAYS = 2;
  private static final int SHORTEST_TRIED = 4;
  private static final int LONGEST_TRIED = 16;
  private static final Pattern SEAMS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Ground ground;
  private final Play play;
  private final ResultSheet.Phrases phrases;
  private final Questions questions;
  private final List<Interview> tried = new ArrayList<>();
  private Optional<Unused> unused = Optional.empty();

  /// A box that was not asked.
  ///
  /// @param picture of the page, where there is one
  record Unused(SearchBox box, Failure why, Optional<Source> picture) {}

  Opening(Ground ground, Play play, ResultSheet.Phrases phrases, Questions questions) {
    this.ground = ground;
    this.play = play;
    this.phrases = phrases;
    this.questions = questions;
  }

  /// The box that answers with what was asked for, else one that answered at all.
  ///
  /// @param stages pages with what only a browser can use
  Optional<Interview> of(List<SearchBox> boxes, Set<String> stages, KnownItem item) {
    for (var box : boxes) {
      if (tried.size() < MOST_BOXES
          && tried.stream().noneMatch(talk -> talk.box().isAskedLike(box))) {
        var found = opened(box, item);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    // a way that was only read in scripts may be wrong: nobody is judged by it where it finds
    // nothing
    var sure =
        tried.stream()
            .filter(talk -> understood(talk) && (talk.box().plain() || choosing(talk)))
            .findFirst();
    if (sure.isEmpty() && ground.draws()) {
      var pages = new LinkedHashSet<>(stages);
      tried.stream()
          .filter(talk -> !talk.box().plain() && talk.box().profile().isEmpty())
          .forEach(talk -> pages.add(talk.box().page()));
      for (var page : pages.stream().limit(MOST_STAGES).toList()) {
        var found = played(page, Optional.empty(), "", item);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return sure.or(() -> tried.stream().filter(Opening::understood).findFirst())
        .or(() ->
            tried.stream().filter(talk -> talk.puts().getFirst().sheet().isPresent()).findFirst())
        .or(() -> tried.stream().findFirst());
  }

  /// Why a box that is there was not asked.
  Optional<Unused> unused() {
    return unused;
  }

  private Optional<Interview> opened(SearchBox box, KnownItem item) {
    var talk = new Interview(ground, play, box, phrases, false);
    tried.add(talk);
    var put = questions.ask(talk, Kind.TITLE, item, Optional.empty());
    return talk.result(put) == Result.FOUND ? Optional.of(talk) : behind(talk, put, item);
  }

  private static boolean choosing(Interview talk) {
    return talk.result(talk.puts().getFirst()) == Result.CHOOSE;
  }

  private static boolean understood(Interview talk) {
    return talk.result(talk.puts().getFirst()).answered();
  }

  // results that scripts bring

  /// Where the page of results is filled by scripts: the address that they ask, else the page as a
  /// browser shows it.
  private Optional<Interview> behind(Interview talk, Put put, KnownItem item) {
    if (put.page().isEmpty() || put.sheet().filter(sheet -> !sheet.content()).isEmpty()) {
      return Optional.empty();
    }
    var data = first(new ResultScripts(ground).boxes(put.page().get(), talk.box()), item);
    if (data.isPresent() || talk.result(put) != Result.UNCLEAR || !ground.draws()) {
      return data;
    }
    var results = put.page().get().answer().ask().url();
    return switch (play.heard(results, put.words(), true)) {
      case Play.Came.Lost _ -> Optional.empty();
      case Play.Came.Known known -> {
        var ways = play.ways(known, talk.box().page(), put.words(), talk.box().profile());
        ways.removeIf(way -> way.isAskedLike(talk.box()) || way.method() != Method.JSON);
        yield first(ways, item).or(() -> drawing(talk, item));
      }
    };
  }

  private Optional<Interview> drawing(Interview talk, KnownItem item) {
    var drawing = new Interview(ground, play, talk.box(), phrases, true);
    var put = questions.ask(drawing, Kind.TITLE, item, Optional.empty());
    return drawing.result(put) == Result.UNCLEAR ? Optional.empty() : Optional.of(drawing);
  }

  /// The first of these that brings what is asked for.
  private Optional<Interview> first(List<SearchBox> boxes, KnownItem item) {
    for (var box : boxes.stream().limit(MOST_WAYS).toList()) {
      var talk = new Interview(ground, play, box, phrases, false);
      var put = questions.ask(talk, Kind.TITLE, item, Optional.empty());
      if (talk.result(put) == Result.FOUND) {
        return Optional.of(talk);
      }
    }
    return Optional.empty();
  }

  // a box that only a browser can use

  /// Sees in a browser how the box of a page is asked.
  ///
  /// @param profile the file that says where the box is; empty for none
  Optional<Interview> played(
      String page, Optional<Selectors> selectors, String profile, KnownItem item) {
    var words = tried(item.title().text());
    var acting = acting(page, selectors, Optional.empty(), SearchBox.ANY_LENGTH, profile);
    return switch (play.tried(page, selectors, words)) {
      case Play.Came.Lost(var why) -> unused(acting, why, Optional.empty());
      case Play.Came.Known known when !known.heard().typed() ->
          unused(
              acting,
              new Failure(Failure.Kind.UNREADABLE, "no search box came into sight"),
              known.picture());
      case Play.Came.Known known when !known.heard().started() ->
          unused(
              acting,
              new Failure(
                  Failure.Kind.UNREADABLE, "the search box was used and nothing came of it"),
              known.picture());
      case Play.Came.Known known -> {
        var heard = known.heard();
        var confirmed = tried.stream().filter(talk -> isConfirmed(talk, heard, words)).findFirst();
        if (confirmed.isPresent()) {
          yield confirmed;
        }
        for (var way : play.ways(known, page, words, profile).stream().limit(MOST_WAYS).toList()) {
          if (tried.stream().noneMatch(talk -> talk.box().isAskedLike(way))) {
            var found = opened(way, item);
            if (found.isPresent()) {
              yield found;
            }
          }
        }
        yield asked(acting(page, selectors, heard.choice(), heard.longest(), profile), item);
      }
    };
  }

  /// Whether the page itself asks as we did.
  private static boolean isConfirmed(Interview talk, Heard heard, String words) {
    var question = talk.box().question(words, Optional.empty());
    return understood(talk)
        && question
            .filter(asked -> heard.calls().stream().anyMatch(call -> isSame(call, asked)))
            .isPresent();
  }

  private static boolean isSame(Heard.Call call, SearchBox.Question asked) {
    var form =
        asked.form().map(post -> new String(post.sent(), StandardCharsets.US_ASCII)).orElse("");
    return WebAddress.of(call.url()).map(WebAddress::url).filter(asked.url()::equals).isPresent()
        && call.body().equals(form);
  }

  private Optional<Interview> asked(SearchBox box, KnownItem item) {
    var talk = new Interview(ground, play, box, phrases, false);
    questions.ask(talk, Kind.TITLE, item, Optional.empty());
    tried.addFirst(talk);
    return understood(talk) ? Optional.of(talk) : Optional.empty();
  }

  private Optional<Interview> unused(SearchBox box, Failure why, Optional<Source> picture) {
    unused = Optional.of(new Unused(box, why, picture));
    return Optional.empty();
  }

  private static SearchBox acting(
      String page,
      Optional<Selectors> selectors,
      Optional<SearchBox.Choices> choice,
      int longest,
      String profile) {
    return new SearchBox(
        page, new Sending.Acting(page, selectors), Method.BROWSER, choice, longest, false, profile);
  }

  /// Words without signs are written alike by everyone, and so are recognised in an address.
  private static String tried(String title) {
    var longest =
        SEAMS
            .splitAsStream(title)
            .max(java.util.Comparator.comparingInt(String::length))
            .orElse("");
    var words = longest.length() < SHORTEST_TRIED ? Title.bare(title) : longest;
    // never the whole: what is worked out from these words must not fit those that are asked
    return words.substring(0, Math.min(LONGEST_TRIED, words.length() - 1));
  }
}
