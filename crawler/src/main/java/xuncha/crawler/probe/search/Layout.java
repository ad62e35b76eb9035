package xuncha.crawler.probe.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.findings.visit.SearchTrial.Result;

/// Where a site's pages of results have their results, learnt from several pages: in the group
/// where what was asked for came up, else in one that changes with the question and repeats its
/// words. What stands on every page alike is furniture.
final class Layout {
  private static final double ECHO = 0.5;
  private static final int FIRST = 10;

  private final Map<String, Integer> strength = new HashMap<>();
  private final Set<String> results = new HashSet<>();

  /// A page of results, and what was asked for.
  ///
  /// @param wanted empty for a question that nothing can answer
  record Asked(String words, Optional<KnownItem> wanted, ResultSheet sheet) {}

  /// What a page shows for a question.
  record Seen(Result result, int rank, List<Hit> hits) {}

  Layout(List<Asked> pages) {
    var faces = new HashMap<String, Set<List<Hit>>>();
    var echoes = new HashMap<String, Integer>();
    var places = new HashMap<String, Integer>();
    for (var page : pages) {
      var words = Title.of(page.words());
      page.sheet()
          .groups()
          .forEach((path, hits) -> {
            faces.computeIfAbsent(path, _ -> new HashSet<>()).add(hits);
            places.merge(path, 1, Integer::sum);
            if (page.wanted()
                .filter(item -> hits.stream().anyMatch(hit -> hit.is(item)))
                .isPresent()) {
              strength.merge(path, 5, Integer::sum);
            }
            var repeating = hits.stream().filter(hit -> words.echo(hit.title()) >= ECHO).count();
            echoes.merge(path, repeating > 0 ? 1 : 0, Integer::sum);
          });
    }
    faces.forEach((path, seen) -> {
      var found = strength.getOrDefault(path, 0) > 0;
      var everywhere = places.getOrDefault(path, 0) == pages.size() && pages.size() > 1;
      if ((found && (seen.size() > 1 || !everywhere))
          || path.equals(ResultSheet.DATA)
          || (seen.size() > 1 && echoes.getOrDefault(path, 0) > 1)) {
        results.add(path);
        strength.merge(path, echoes.getOrDefault(path, 0), Integer::sum);
      }
    });
  }

  /// Whether it is known where results stand.
  boolean isKnown() {
    return !results.isEmpty();
  }

  /// What that page shows.
  Seen of(Asked page) {
    var sheet = page.sheet();
    var hits = hits(sheet);
    var rank = page.wanted().map(item -> rank(sheet, item)).orElse(0);
    if (rank > 0) {
      return new Seen(Result.FOUND, rank, hits);
    }
    if (!hits.isEmpty() && !(sheet.saysNone() && page.wanted().isEmpty())) {
      return new Seen(Result.OTHERS, 0, hits);
    }
    if (sheet.saysChoose()) {
      return new Seen(Result.CHOOSE, 0, List.of());
    }
    if (sheet.saysNone() || (isKnown() && sheet.content())) {
      return new Seen(Result.NONE, 0, List.of());
    }
    return new Seen(Result.UNCLEAR, 0, List.of());
  }

  /// The results of a page, by the group that is likeliest to hold them.
  private List<Hit> hits(ResultSheet sheet) {
    return sheet.groups().entrySet().stream()
        .filter(group -> results.contains(group.getKey()))
        .max(
            Comparator.comparingInt((Map.Entry<String, List<Hit>> group) ->
                    strength.getOrDefault(group.getKey(), 0))
                .thenComparingInt(group -> group.getValue().size()))
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  private int rank(ResultSheet sheet, KnownItem item) {
    var best = 0;
    for (var group : sheet.groups().entrySet()) {
      if (results.contains(group.getKey())) {
        for (var at = 0; at < group.getValue().size(); at++) {
          if (group.getValue().get(at).is(item)) {
            best = best == 0 ? at + 1 : Math.min(best, at + 1);
            break;
          }
        }
      }
    }
    return best;
  }

  /// The first of them.
  static List<String> leading(List<Hit> hits) {
    return hits.stream()
        .limit(FIRST)
        .map(hit -> hit.url().isEmpty() ? hit.title().text() : hit.url())
        .toList();
  }
}
