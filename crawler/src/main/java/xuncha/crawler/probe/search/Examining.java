package xuncha.crawler.probe.search;

import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.probe.search.SearchBox.Option;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.edition.Rule;
import xuncha.findings.visit.SearchTrial.Kind;
import xuncha.findings.visit.SearchTrial.Result;

/// Asks a search that was opened for a spread of what the site's columns list, and where something
/// did not come up, asks again before anyone may call it missing.
final class Examining {
  private static final int SPREAD = 7;
  private static final int ENOUGH_TITLES = 8;

  /// Questions kept back from the spread: one that nothing answers, and one for the newest.
  private static final int KEPT_BACK = 2;

  private final Ground ground;
  private final Rule rule;
  private final Lexicon lexicon;
  private final KnownItems known;
  private final Period settled;
  private final Questions questions;
  private final Interview talk;

  Examining(
      Ground ground,
      Rule rule,
      Lexicon lexicon,
      KnownItems known,
      Questions questions,
      Interview talk) {
    this.ground = ground;
    this.rule = rule;
    this.lexicon = lexicon;
    this.known = known;
    this.settled = rule.period("freshnessLag");
    this.questions = questions;
    this.talk = talk;
  }

  /// @param items what to ask for, spread over the columns
  void examine(List<KnownItem> items) {
    if (questions.goesOn(talk)) {
      questions.put(talk, Kind.NONSENSE, Nonsense.first(ground.site()), Optional.empty());
    }
    spread(items);
    confirm();
    nonsense();
    newest();
    words();
    number();
    more();
  }

  private void spread(List<KnownItem> items) {
    for (var item : items.stream().skip(1).limit(SPREAD - 1).toList()) {
      if (!questions.goesOn(talk) || questions.left() <= KEPT_BACK) {
        return;
      }
      if (choosing()) {
        option(item).ifPresent(option -> ask(Kind.TITLE, item, Optional.of(option)));
      } else {
        ask(Kind.TITLE, item, Optional.empty());
        choose();
      }
    }
  }

  /// Two plain questions brought nothing and there is something to choose: the same with the right
  /// column chosen.
  private void choose() {
    var plain = talk.titles(false);
    if (plain.size() != 2 || talk.box().choice().isEmpty() || foundAny(plain)) {
      return;
    }
    for (var put : plain) {
      var item = put.item().orElseThrow();
      var option = option(item);
      if (option.isPresent() && questions.goesOn(talk)) {
        var again = ask(Kind.TITLE, item, option);
        if (talk.result(again) == Result.FOUND) {
          return;
        }
      }
    }
  }

  private boolean foundAny(List<Put> puts) {
    return puts.stream().anyMatch(put -> talk.result(put) == Result.FOUND);
  }

  /// Whether only questions with a column chosen find anything.
  private boolean choosing() {
    return foundAny(talk.titles(true)) && !foundAny(talk.titles(false));
  }

  private Optional<Option> option(KnownItem item) {
    return talk.box().choice().flatMap(choice -> choice.of(item));
  }

  /// Where nothing of a column came up, another thing of it is asked for.
  private void confirm() {
    var wanted = rule.count("sectionTitles");
    var choosing = choosing();
    var columns = new LinkedHashSet<String>();
    for (var put : talk.titles(choosing)) {
      columns.add(put.item().orElseThrow().columnUrl());
    }
    for (var column : columns) {
      while (missed(column, choosing) && count(column, choosing) < wanted) {
        var another = another(column, choosing);
        if (another.isEmpty() || !questions.goesOn(talk) || questions.left() <= 1) {
          break;
        }
        ask(Kind.TITLE, another.get(), choosing ? option(another.get()) : Optional.empty());
      }
    }
  }

  private boolean missed(String column, boolean choosing) {
    var of = of(column, choosing);
    return of.stream().allMatch(put -> isMiss(talk.result(put)));
  }

  private int count(String column, boolean choosing) {
    return of(column, choosing).size();
  }

  private List<Put> of(String column, boolean choosing) {
    return talk.titles(choosing).stream()
        .filter(put -> put.item().orElseThrow().columnUrl().equals(column))
        .toList();
  }

  private Optional<KnownItem> another(String column, boolean choosing) {
    var one = of(column, choosing).getFirst().item().orElseThrow();
    return known
        .another(one, talk.asked(), settled, talk.box().longest())
        .filter(item -> item.columnUrl().equals(column));
  }

  private static boolean isMiss(Result result) {
    return result == Result.OTHERS || result == Result.NONE || result == Result.CHOOSE;
  }

  /// Where nonsense brought results, other nonsense shows whether they are always the same.
  private void nonsense() {
    var first = talk.puts().stream().filter(put -> put.kind() == Kind.NONSENSE).findFirst();
    if (first.isPresent() && talk.result(first.get()) == Result.OTHERS && questions.goesOn(talk)) {
      questions.put(talk, Kind.NONSENSE, Nonsense.second(ground.site()), Optional.empty());
    }
  }

  private void newest() {
    if (!foundAny(talk.titles(false)) || questions.left() <= 0) {
      return;
    }
    var newest = known.newestFirst(talk.box().longest());
    for (var item : newest.stream().limit(1).toList()) {
      if (!talk.asked().contains(item.url())
          && questions.goesOn(talk)
          && talk.result(ask(Kind.NEWEST, item, Optional.empty())) != Result.FOUND) {
        between(newest, item);
      }
    }
  }

  /// The newest is not in the index yet: something some days older narrows down how far it is
  /// behind.
  private void between(List<KnownItem> newest, KnownItem missed) {
    var today = missed.day().orElseThrow();
    newest.stream()
        .filter(item -> item.day().orElseThrow().isBefore(today.minusDays(2)))
        .filter(item -> !talk.asked().contains(item.url()))
        .findFirst()
        .filter(_ -> questions.goesOn(talk))
        .ifPresent(item -> ask(Kind.NEWEST, item, Optional.empty()));
  }

  private void words() {
    var common = lexicon.words("search.common");
    talk.titles(false).stream()
        .filter(put -> talk.result(put) == Result.FOUND)
        .map(put -> put.item().orElseThrow())
        .flatMap(item ->
            Distinctive.words(item.title().text(), common)
                .map(words -> Map.entry(words, item))
                .stream())
        .findFirst()
        .filter(_ -> questions.goesOn(talk))
        .ifPresent(found -> {
          questions.put(talk, Kind.WORDS, found.getKey(), Optional.of(found.getValue()));
        });
  }

  private void number() {
    if (!foundAny(talk.titles(false)) || !questions.goesOn(talk)) {
      return;
    }
    known.documents().stream()
        .filter(item -> ground.sameBody(item.url()))
        .findFirst()
        .ifPresent(item -> {
          if (ground.seek(item.url(), item.columnUrl()) instanceof Sought.Page page) {
            DocumentNumber.in(page, item.title().text())
                .ifPresent(number -> {
                  questions.put(talk, Kind.NUMBER, number, Optional.of(item));
                });
          }
        });
  }

  /// Where something was missed, more titles make surer how much is.
  private void more() {
    var choosing = choosing();
    var titles = talk.titles(choosing);
    var wanted =
        titles.stream().anyMatch(put -> isMiss(talk.result(put)))
            ? questions.budget()
            : ENOUGH_TITLES;
    for (var put : titles) {
      if (!questions.goesOn(talk) || talk.titles(choosing).size() >= wanted) {
        return;
      }
      known
          .another(put.item().orElseThrow(), talk.asked(), settled, talk.box().longest())
          .ifPresent(item -> {
            var option = choosing ? option(item) : Optional.<Option>empty();
            if (!choosing || option.isPresent()) {
              ask(Kind.TITLE, item, option);
            }
          });
    }
  }

  private Put ask(Kind kind, KnownItem item, Optional<Option> chosen) {
    return questions.ask(talk, kind, item, chosen);
  }
}
