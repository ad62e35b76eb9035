package xuncha.crawler.probe.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.probe.search.SearchBox.Option;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Choice;
import xuncha.findings.visit.SearchTrial.Followed;
import xuncha.findings.visit.SearchTrial.Method;
import xuncha.findings.visit.SearchTrial.Query;
import xuncha.findings.visit.SearchTrial.Section;
import xuncha.findings.visit.SearchTrial.Way;
import xuncha.findings.visit.Source;

/// Puts into the record what happened with a search.
final class Telling {
  private static final int FOLLOWED = 3;

  private final Ground ground;
  private final KnownItems known;

  Telling(Ground ground, KnownItems known) {
    this.ground = ground;
    this.known = known;
  }

  /// No search was found.
  static SearchTrial none(Discovery.Found found) {
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

  /// A search was found and not asked.
  SearchTrial unasked(Discovery.Found found, SearchBox box, Failure why) {
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

  /// A search was asked.
  SearchTrial told(Discovery.Found found, Interview talk) {
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
                    box.choice().isEmpty()
                        || talk.box().choice().flatMap(choice -> choice.of(item)).isPresent(),
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
        put.item().map(item -> item.title().text()).orElse(""),
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
          var elsewhere = item.filter(one -> !one.key().equals(hit.key())).isPresent();
          (elsewhere ? odd : others).add(hit.url());
        }
      }
    }
    odd.addAll(others);
    return odd.stream().limit(FOLLOWED).map(url -> new Followed(url, ground.trouble(url))).toList();
  }
}
