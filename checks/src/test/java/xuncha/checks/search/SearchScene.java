package xuncha.checks.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import xuncha.checks.Scene;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Choice;
import xuncha.findings.visit.SearchTrial.Kind;
import xuncha.findings.visit.SearchTrial.Method;
import xuncha.findings.visit.SearchTrial.Place;
import xuncha.findings.visit.SearchTrial.Query;
import xuncha.findings.visit.SearchTrial.Result;
import xuncha.findings.visit.SearchTrial.Section;
import xuncha.findings.visit.SearchTrial.Way;

/// A search that was asked, made by hand for tests.
public final class SearchScene {
  private static final String HOME = "http://www.example.gov.cn/";

  private final List<Query> queries = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private Optional<Choice> choice = Optional.empty();
  private boolean found = true;
  private Optional<Failure> doubt = Optional.empty();

  static SearchScene search() {
    return new SearchScene();
  }

  /// A search with a fault of each sort that one search can have at once.
  public static SearchTrial faulty() {
    return search()
        .titles("要闻", Result.FOUND, 4)
        .titles("政务公开", Result.NONE, 2)
        .nonsense(10, "a", "b")
        .nonsense(10, "a", "b")
        .build();
  }

  static SearchScene none() {
    var scene = new SearchScene();
    scene.found = false;
    return scene;
  }

  SearchScene doubted(Failure.Kind kind) {
    doubt = Optional.of(Failure.of(kind));
    return this;
  }

  SearchScene offers(boolean whole, String... columns) {
    choice = Optional.of(new Choice("channel", List.of(columns), whole));
    return this;
  }

  SearchScene titles(String column, Result result, int times) {
    return titles(column, result, times, "", 30);
  }

  SearchScene chosen(String column, Result result, int times) {
    return titles(column, result, times, column, 30);
  }

  SearchScene titles(String column, Result result, int times, String chosen, int daysAgo) {
    if (sections.stream().noneMatch(one -> one.name().equals(column))) {
      var offered = choice.map(one -> one.offered().contains(column)).orElse(true);
      var seen = result == Result.FOUND ? 1 : 0;
      sections.add(new Section(column, url(column), column, url(column), offered, seen));
    }
    for (var turn = 0; turn < times; turn++) {
      var title = column + "的第" + queries.size() + "条消息";
      queries.add(query(Kind.TITLE, title, column, chosen, result, daysAgo, List.of("x", "y")));
    }
    return this;
  }

  SearchScene unread(String column) {
    sections.add(new Section(column, url(column), column, url(column), false, 0));
    return this;
  }

  SearchScene nonsense(int results, String... hits) {
    var result = results == 0 ? Result.NONE : Result.OTHERS;
    queries.add(
        new Query(
            Kind.NONSENSE,
            "qzxv",
            "",
            "",
            "",
            Optional.empty(),
            "",
            result,
            0,
            results,
            List.of(hits),
            40,
            Optional.empty(),
            Scene.SOURCE));
    return this;
  }

  private static Query query(
      Kind kind,
      String title,
      String column,
      String chosen,
      Result result,
      int daysAgo,
      List<String> hits) {
    return new Query(
        kind,
        title,
        title,
        HOME + title.hashCode(),
        url(column),
        Optional.of(Scene.TODAY.minusDays(daysAgo)),
        chosen,
        result,
        result == Result.FOUND ? 1 : 0,
        result == Result.FOUND || result == Result.OTHERS ? hits.size() : 0,
        hits,
        50,
        result == Result.FAILED ? Optional.of(Failure.of(Failure.Kind.BLOCKED)) : Optional.empty(),
        Scene.SOURCE);
  }

  private static String url(String column) {
    return HOME + IntStream.range(0, column.length()).map(column::charAt).sum() + "/";
  }

  SearchTrial build() {
    var way = new Way(HOME, HOME + "search", Method.GET, choice, true, "", Scene.SOURCE);
    return new SearchTrial(
        found ? Optional.of(way) : Optional.empty(),
        List.of(new Place(HOME, true, Scene.SOURCE)),
        sections,
        queries,
        List.of(),
        Optional.of(Scene.TODAY),
        Optional.of(Scene.TODAY),
        doubt);
  }
}
