package xuncha.crawler.probe.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.probe.search.SearchBox.Option;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.edition.Rule;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Choice;
import xuncha.findings.visit.SearchTrial.Followed;
import xuncha.findings.visit.SearchTrial.Kind;
import xuncha.findings.visit.SearchTrial.Method;
import xuncha.findings.visit.SearchTrial.Query;
import xuncha.findings.visit.SearchTrial.Result;
import xuncha.findings.visit.SearchTrial.Section;
import xuncha.findings.visit.SearchTrial.Way;
import xuncha.findings.visit.Source;

/// One site's search: found, opened, asked for a spread of what its columns list, and where
/// something did not come up, asked again before anyone may call it missing.
final class SearchRound {
  private static final int MOST_BOXES = 3;
  private static final int SPREAD = 7;
  private static final int FOLLOWED = 3;
  private static final int ENOUGH_TITLES = 8;

  /// Questions kept back from the spread: one that nothing answers, and one for the newest.
  private static final int KEPT_BACK = 2;

  private final Ground ground;
  private final Rule rule;
  private final Lexicon lexicon;
  private final ResultSheet.Phrases phrases;
  private final KnownItems known;
  private final Period settled;
  private int asked;

  SearchRound(Ground ground, Rule rule, Lexicon lexicon) {
    this.ground = ground;
    this.rule = rule;
    this.lexicon = lexicon;
    this.phrases = ResultSheet.Phrases.of(lexicon);
    this.known = new KnownItems(ground);
    this.settled = rule.period("freshnessLag");
  }

  SearchTrial trial() {
    var found = new Discovery(ground, lexicon).find();
    if (found.boxes().isEmpty()) {
      return found
          .elsewhere()
          .map(box ->
              unasked(
                  found,
                  box,
                  new Failure(Failure.Kind.NOT_GATHERED, "another body's search: " + box.bare())))
          .orElseGet(() -> none(found));
    }
    var first = found.boxes().getFirst();
    var items = known.spread(settled, first.longest());
    if (items.isEmpty()) {
      return unasked(found, first, new Failure(Failure.Kind.TOO_LITTLE, "nothing to ask for"));
    }
    var talk = opened(found.boxes(), items);
    examine(talk, items);
    return told(found, talk);
  }

  // opening

  /// The first box whose answer has what was asked for, else the first that answered at all.
  private Interview opened(List<SearchBox> boxes, List<KnownItem> items) {
    var tried = new ArrayList<Interview>();
    var addresses = new HashSet<String>();
    for (var box : boxes) {
      if (tried.size() < MOST_BOXES && addresses.add(box.method() + " " + box.address())) {
        var talk = new Interview(ground, box, phrases, false);
        tried.add(talk);
        var put = ask(talk, Kind.TITLE, items.getFirst(), Optional.empty());
        if (talk.result(put) == Result.FOUND) {
          return talk;
        }
        var behind = behind(talk, put, items.getFirst());
        if (behind.isPresent()) {
          return behind.get();
        }
      }
    }
    return tried.stream()
        .filter(talk -> talk.puts().getFirst().sheet().isPresent())
        .findFirst()
        .orElse(tried.getFirst());
  }

  /// Where the page of results is filled by scripts: the address that they ask, else the page as a
  /// browser shows it.
  private Optional<Interview> behind(Interview talk, Put put, KnownItem item) {
    if (put.page().isEmpty() || put.sheet().filter(sheet -> !sheet.content()).isEmpty()) {
      return Optional.empty();
    }
    for (var box : new ResultScripts(ground).boxes(put.page().get(), talk.box())) {
      var data = new Interview(ground, box, phrases, false);
      if (data.result(ask(data, Kind.TITLE, item, Optional.empty())) == Result.FOUND) {
        return Optional.of(data);
      }
    }
    if (talk.result(put) != Result.UNCLEAR || !ground.draws()) {
      return Optional.empty();
    }
    var drawing = new Interview(ground, talk.box(), phrases, true);
    ask(drawing, Kind.TITLE, item, Optional.empty());
    return drawing.result(drawing.puts().getFirst()) == Result.UNCLEAR
        ? Optional.empty()
        : Optional.of(drawing);
  }

  // asking

  private void examine(Interview talk, List<KnownItem> items) {
    if (goesOn(talk)) {
      asked++;
      talk.put(Kind.NONSENSE, Nonsense.first(ground.site()), Optional.empty(), Optional.empty());
    }
    spread(talk, items);
    confirm(talk);
    nonsense(talk);
    newest(talk);
    words(talk);
    number(talk);
    more(talk);
  }

  private void spread(Interview talk, List<KnownItem> items) {
    for (var item : items.stream().skip(1).limit(SPREAD - 1).toList()) {
      if (!goesOn(talk) || asked >= budget() - KEPT_BACK) {
        return;
      }
      if (choosing(talk)) {
        option(talk, item).ifPresent(option -> ask(talk, Kind.TITLE, item, Optional.of(option)));
      } else {
        ask(talk, Kind.TITLE, item, Optional.empty());
        choose(talk);
      }
    }
  }

  /// Two plain questions brought nothing and there is something to choose: the same with the right
  /// column chosen.
  private void choose(Interview talk) {
    var plain = talk.titles(false);
    if (plain.size() != 2 || talk.box().choice().isEmpty() || foundAny(talk, plain)) {
      return;
    }
    for (var put : plain) {
      var item = put.item().orElseThrow();
      var option = option(talk, item);
      if (option.isPresent() && goesOn(talk)) {
        var again = ask(talk, Kind.TITLE, item, option);
        if (talk.result(again) == Result.FOUND) {
          return;
        }
      }
    }
  }

  private boolean foundAny(Interview talk, List<Put> puts) {
    return puts.stream().anyMatch(put -> talk.result(put) == Result.FOUND);
  }

  /// Whether only questions with a column chosen find anything.
  private boolean choosing(Interview talk) {
    return foundAny(talk, talk.titles(true)) && !foundAny(talk, talk.titles(false));
  }

  private static Optional<Option> option(Interview talk, KnownItem item) {
    return talk.box().choice().flatMap(choice -> choice.of(item));
  }

  /// Where nothing of a column came up, another thing of it is asked for.
  private void confirm(Interview talk) {
    var wanted = rule.count("sectionTitles");
    var choosing = choosing(talk);
    var columns = new LinkedHashSet<String>();
    for (var put : talk.titles(choosing)) {
      columns.add(put.item().orElseThrow().columnUrl());
    }
    for (var column : columns) {
      while (missed(talk, column, choosing) && count(talk, column, choosing) < wanted) {
        var another = another(talk, column, choosing);
        if (another.isEmpty() || !goesOn(talk) || asked >= budget() - 1) {
          break;
        }
        ask(
            talk,
            Kind.TITLE,
            another.get(),
            choosing ? option(talk, another.get()) : Optional.empty());
      }
    }
  }

  private boolean missed(Interview talk, String column, boolean choosing) {
    var of = of(talk, column, choosing);
    return of.stream().allMatch(put -> isMiss(talk.result(put)));
  }

  private int count(Interview talk, String column, boolean choosing) {
    return of(talk, column, choosing).size();
  }

  private static List<Put> of(Interview talk, String column, boolean choosing) {
    return talk.titles(choosing).stream()
        .filter(put -> put.item().orElseThrow().columnUrl().equals(column))
        .toList();
  }

  private Optional<KnownItem> another(Interview talk, String column, boolean choosing) {
    var one = of(talk, column, choosing).getFirst().item().orElseThrow();
    return known
        .another(one, talk.asked(), settled, talk.box().longest())
        .filter(item -> item.columnUrl().equals(column));
  }

  private static boolean isMiss(Result result) {
    return result == Result.OTHERS || result == Result.NONE || result == Result.CHOOSE;
  }

  /// Where nonsense brought results, other nonsense shows whether they are always the same.
  private void nonsense(Interview talk) {
    var first = talk.puts().stream().filter(put -> put.kind() == Kind.NONSENSE).findFirst();
    if (first.isPresent() && talk.result(first.get()) == Result.OTHERS && goesOn(talk)) {
      asked++;
      talk.put(Kind.NONSENSE, Nonsense.second(ground.site()), Optional.empty(), Optional.empty());
    }
  }

  private void newest(Interview talk) {
    if (!foundAny(talk, talk.titles(false)) || asked >= budget()) {
      return;
    }
    var newest = known.newestFirst(talk.box().longest());
    for (var item : newest.stream().limit(1).toList()) {
      if (!talk.asked().contains(item.url())
          && goesOn(talk)
          && talk.result(ask(talk, Kind.NEWEST, item, Optional.empty())) != Result.FOUND) {
        between(talk, newest, item);
      }
    }
  }

  /// The newest is not in the index yet: something some days older narrows down how far it is
  /// behind.
  private void between(Interview talk, List<KnownItem> newest, KnownItem missed) {
    var today = missed.day().orElseThrow();
    newest.stream()
        .filter(item -> item.day().orElseThrow().isBefore(today.minusDays(2)))
        .filter(item -> !talk.asked().contains(item.url()))
        .findFirst()
        .filter(_ -> goesOn(talk))
        .ifPresent(item -> ask(talk, Kind.NEWEST, item, Optional.empty()));
  }

  private void words(Interview talk) {
    var common = lexicon.words("search.common");
    talk.titles(false).stream()
        .filter(put -> talk.result(put) == Result.FOUND)
        .map(put -> put.item().orElseThrow())
        .flatMap(item ->
            Distinctive.words(item.title(), common).map(words -> Map.entry(words, item)).stream())
        .findFirst()
        .filter(_ -> goesOn(talk))
        .ifPresent(found -> {
          asked++;
          talk.put(Kind.WORDS, found.getKey(), Optional.of(found.getValue()), Optional.empty());
        });
  }

  private void number(Interview talk) {
    if (!foundAny(talk, talk.titles(false)) || !goesOn(talk)) {
      return;
    }
    known.documents().stream()
        .filter(item -> ground.sameBody(item.url()))
        .findFirst()
        .ifPresent(item -> {
          if (ground.seek(item.url(), item.columnUrl()) instanceof Sought.Page page) {
            DocumentNumber.in(page, item.title())
                .ifPresent(number -> {
                  asked++;
                  talk.put(Kind.NUMBER, number, Optional.of(item), Optional.empty());
                });
          }
        });
  }

  /// Where something was missed, more titles make surer how much is.
  private void more(Interview talk) {
    var choosing = choosing(talk);
    var titles = talk.titles(choosing);
    var wanted =
        titles.stream().anyMatch(put -> isMiss(talk.result(put))) ? budget() : ENOUGH_TITLES;
    for (var put : titles) {
      if (!goesOn(talk) || talk.titles(choosing).size() >= wanted) {
        return;
      }
      known
          .another(put.item().orElseThrow(), talk.asked(), settled, talk.box().longest())
          .ifPresent(item -> {
            var option = choosing ? option(talk, item) : Optional.<Option>empty();
            if (!choosing || option.isPresent()) {
              ask(talk, Kind.TITLE, item, option);
            }
          });
    }
  }

  private Put ask(Interview talk, Kind kind, KnownItem item, Optional<Option> chosen) {
    asked++;
    return talk.ask(kind, item, chosen);
  }

  private boolean goesOn(Interview talk) {
    return !talk.isOver() && asked < budget() && ground.left() > 0;
  }

  private int budget() {
    return rule.count("budget");
  }

  // telling

  private static SearchTrial none(Discovery.Found found) {
    return new SearchTrial(
        Optional.empty(),
        found.looked(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        found.doubt());
  }

  private SearchTrial unasked(Discovery.Found found, SearchBox box, Failure why) {
    return new SearchTrial(
        Optional.of(way(found, box, box.method())),
        found.looked(),
        List.of(),
        List.of(),
        List.of(),
        known.newest(),
        Optional.empty(),
        Optional.of(why));
  }

  private SearchTrial told(Discovery.Found found, Interview talk) {
    var box = talk.box();
    var shown = new HashMap<String, Integer>();
    Optional<LocalDate> newest = Optional.empty();
    var counted = new HashSet<KnownItem>();
    for (var put : talk.puts()) {
      for (var hit : talk.seen(put).hits()) {
        var item = known.at(hit);
        if (item.isPresent() && counted.add(item.get())) {
          shown.merge(item.get().columnUrl(), 1, Integer::sum);
          newest = later(newest, item.get().day());
        }
      }
    }
    var sections =
        known.ofEachColumn().stream()
            .map(item ->
                new Section(
                    item.section().name(),
                    item.section().url(),
                    item.column(),
                    item.columnUrl(),
                    box.choice().isEmpty() || option(talk, item).isPresent(),
                    shown.getOrDefault(item.columnUrl(), 0)))
            .toList();
    return new SearchTrial(
        Optional.of(way(found, box, talk.isDrawing() ? Method.BROWSER : box.method())),
        found.looked(),
        sections,
        talk.puts().stream().map(put -> query(talk, put)).toList(),
        followed(talk),
        known.newest(),
        newest,
        Optional.empty());
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isEmpty() || other.filter(day -> day.isAfter(one.get())).isPresent()
        ? other.or(() -> one)
        : one;
  }

  private static Way way(Discovery.Found found, SearchBox box, Method method) {
    var source =
        found.looked().stream()
            .filter(place -> place.url().equals(box.page()))
            .map(SearchTrial.Place::source)
            .findFirst()
            .orElse(Source.UNARCHIVED);
    return new Way(
        box.page(),
        box.bare(),
        method,
        box.choice()
            .map(choice ->
                new Choice(
                    choice.field(),
                    choice.options().stream().map(Option::name).toList(),
                    choice.whole())),
        box.plain(),
        box.profile(),
        source);
  }

  private static Query query(Interview talk, Put put) {
    var seen = talk.seen(put);
    return new Query(
        put.kind(),
        put.words(),
        put.item().map(KnownItem::title).orElse(""),
        put.item().map(KnownItem::url).orElse(""),
        put.item().map(KnownItem::columnUrl).orElse(""),
        put.item().flatMap(KnownItem::day),
        put.chosen().map(Option::name).orElse(""),
        seen.result(),
        seen.rank(),
        seen.hits().size(),
        Layout.leading(seen.hits()),
        put.tookMs(),
        put.why(),
        put.source());
  }

  /// A few results are opened: those first that lead elsewhere than the site's own lists do.
  private List<Followed> followed(Interview talk) {
    var odd = new LinkedHashSet<String>();
    var others = new LinkedHashSet<String>();
    for (var put : talk.puts()) {
      for (var hit : talk.seen(put).hits()) {
        if (!hit.url().isEmpty() && ground.sameBody(hit.url())) {
          var item = known.at(hit);
          var elsewhere =
              item.filter(one -> !PageAddress.key(one.url()).equals(PageAddress.key(hit.url())))
                  .isPresent();
          (elsewhere ? odd : others).add(hit.url());
        }
      }
    }
    odd.addAll(others);
    return odd.stream().limit(FOLLOWED).map(url -> new Followed(url, ground.trouble(url))).toList();
  }

  /// Words that no page has.
  private static final class Nonsense {
    private static String first(xuncha.findings.site.Site site) {
      return "qzxv" + sign(site, 3) + "jwk" + sign(site, 5);
    }

    private static String second(xuncha.findings.site.Site site) {
      return "vbkz" + sign(site, 7) + "xqf" + sign(site, 11);
    }

    private static String sign(xuncha.findings.site.Site site, int salt) {
      var sum = salt;
      for (var octet : site.id().getBytes(StandardCharsets.UTF_8)) {
        sum = sum * 31 + octet;
      }
      return Integer.toString(Math.floorMod(sum, 1_000_000), 36);
    }
  }
}
