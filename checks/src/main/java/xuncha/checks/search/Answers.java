package xuncha.checks.search;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Kind;
import xuncha.findings.visit.SearchTrial.Query;
import xuncha.findings.visit.SearchTrial.Result;
import xuncha.findings.visit.SearchTrial.Section;

/// What the answers of a search come to.
///
/// @param trial what happened
/// @param settled what was published before that day has to be in the index
/// @param first how many results count as the first page
/// @param enough how many titles of a section must be missed before it counts as left out
record Answers(SearchTrial trial, LocalDate settled, int first, int enough) {
  private static final double WELL = 0.8;
  private static final int TOP = 3;

  /// A part of the site that is left out.
  ///
  /// @param misses the questions that show it; empty where it cannot even be chosen
  record LeftOut(String name, String url, List<Query> misses) {}

  static Answers of(SearchTrial trial, LocalDate today, Period lag, int first, int enough) {
    return new Answers(trial, today.minus(lag), first, enough);
  }

  /// Whether who only types words gets nothing, and who chooses a column gets what he asked for.
  boolean requiresColumn() {
    var plain = titles(false);
    return plain.size() >= 2
        && plain.stream()
            .allMatch(one -> one.result() == Result.NONE || one.result() == Result.CHOOSE)
        && titles(true).stream().anyMatch(one -> one.result() == Result.FOUND);
  }

  /// The questions for titles that count: as a person has to ask to find anything.
  List<Query> counted() {
    return titles(requiresColumn());
  }

  private List<Query> titles(boolean chosen) {
    return trial.queries().stream()
        .filter(one -> one.kind() == Kind.TITLE && one.chosen().isEmpty() != chosen)
        .filter(one -> one.result().answered())
        .filter(one -> one.published().filter(day -> !day.isBefore(settled)).isEmpty())
        .toList();
  }

  static int within(List<Query> queries, int places) {
    return (int) queries.stream().filter(one -> one.rank() > 0 && one.rank() <= places).count();
  }

  double meanReciprocalRank() {
    return counted().stream()
        .mapToDouble(one -> one.rank() > 0 ? 1.0 / one.rank() : 0)
        .average()
        .orElse(0);
  }

  // what is left out

  /// The sections of which nothing comes up, by the name that the site gives them.
  List<LeftOut> leftOut() {
    var counted = counted();
    if (counted.stream().filter(one -> one.result() == Result.FOUND).count() < 2) {
      return List.of(); // a search that finds nothing leaves out nothing in particular
    }
    var missing = new LinkedHashMap<String, LeftOut>();
    bySection()
        .forEach((name, columns) -> {
          var out = columns.stream().map(this::column).flatMap(Optional::stream).toList();
          var tried = columns.stream().filter(this::isTried).count();
          if (!out.isEmpty() && out.size() == tried) {
            var misses = out.stream().flatMap(one -> one.misses().stream()).toList();
            missing.put(name, new LeftOut(name, columns.getFirst().url(), misses));
          } else {
            out.forEach(one -> missing.putIfAbsent(one.name(), one));
          }
        });
    return List.copyOf(missing.values());
  }

  /// Whether nearly all stands at the top that comes up at all: then what is missed does not merely
  /// stand too far down.
  private boolean ranksWell() {
    var there =
        trial.sections().stream()
            .flatMap(column -> {
              var asked = asked(column);
              return asked.stream().anyMatch(one -> one.result() == Result.FOUND)
                  ? asked.stream()
                  : java.util.stream.Stream.empty();
            })
            .toList();
    return within(there, TOP) >= WELL * there.size();
  }

  /// Whether there are no more results than the page shows.
  private boolean showsAll(Query query) {
    return query.result() != Result.OTHERS || query.results() < first;
  }

  private Map<String, List<Section>> bySection() {
    var sections = new LinkedHashMap<String, List<Section>>();
    for (var one : trial.sections()) {
      sections.computeIfAbsent(one.name(), _ -> new ArrayList<>()).add(one);
    }
    return sections;
  }

  private boolean isTried(Section column) {
    return (requiresColumn() && !column.offered()) || !asked(column).isEmpty();
  }

  private List<Query> asked(Section column) {
    return counted().stream().filter(one -> one.column().equals(column.columnUrl())).toList();
  }

  private Optional<LeftOut> column(Section column) {
    var asked = asked(column);
    if (column.seen() > 0) {
      return Optional.empty();
    }
    var unoffered = requiresColumn() && !column.offered() && offersColumns();
    var missed =
        asked.size() >= enough
            && asked.stream().noneMatch(one -> one.result() == Result.FOUND)
            && (asked.stream().allMatch(this::showsAll) || ranksWell());
    return unoffered || missed
        ? Optional.of(new LeftOut(column.column(), column.columnUrl(), asked))
        : Optional.empty();
  }

  /// Whether what is offered are the site's columns by their own names; else a column may hide
  /// behind another name.
  private boolean offersColumns() {
    return trial.way().flatMap(way -> way.choice()).filter(choice -> !choice.whole()).isPresent()
        && trial.sections().stream().filter(Section::offered).count() >= 2;
  }

  // nonsense

  /// How many results the first nonsense brought.
  int nonsenseResults() {
    return nonsense().isEmpty() ? 0 : nonsense().getFirst().results();
  }

  /// The nonsense that was answered.
  List<Query> nonsense() {
    return trial.queries().stream()
        .filter(one -> one.kind() == Kind.NONSENSE && one.result().answered())
        .toList();
  }

  /// The share of results that two kinds of nonsense have in common; 0 where that is not known.
  double sameForNonsense() {
    var asked = nonsense();
    if (asked.size() < 2 || asked.getFirst().hits().isEmpty() || asked.get(1).hits().isEmpty()) {
      return 0;
    }
    var one = asked.getFirst().hits();
    var other = asked.get(1).hits();
    return (double) one.stream().filter(other::contains).count()
        / Math.max(one.size(), other.size());
  }

  // time

  OptionalLong medianMs() {
    var times =
        trial.queries().stream()
            .filter(one -> one.result().answered())
            .mapToLong(Query::tookMs)
            .sorted()
            .toArray();
    return times.length == 0 ? OptionalLong.empty() : OptionalLong.of(times[times.length / 2]);
  }

  /// How far the newest thing that comes up is behind the newest published, where that was asked.
  OptionalLong lagDays() {
    var asked =
        trial.queries().stream()
                .anyMatch(one -> one.kind() == Kind.NEWEST && one.result().answered())
            || trial.found().equals(trial.published());
    return asked && trial.found().isPresent() && trial.published().isPresent()
        ? OptionalLong.of(
            Math.max(0, ChronoUnit.DAYS.between(trial.found().get(), trial.published().get())))
        : OptionalLong.empty();
  }

  long dead() {
    return trial.followed().stream()
        .flatMap(one -> one.why().stream())
        .filter(why -> why.blame() == xuncha.findings.visit.Failure.Blame.SITE)
        .count();
  }
}
