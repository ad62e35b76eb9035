package xuncha.checks.consult;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FormSights.Sight;

/// Opening hours that no page states, from when a form was found open and shut over days.
///
/// Sights are folded onto one day of Beijing time. Days of the week on which the form was never
/// open stand aside. The others' sights have to alternate round the clock like beads on a string:
/// one run open and one shut, or two of each (a break at noon), and each run has to be seen on
/// enough dates that an outage is no rule. The hour lies between the last sight of one run and the
/// first of the next; where a single half hour's or full hour's mark lies there, it is that. A day
/// that stood aside is a day of rest when on enough dates it was shut at times at which the others
/// are open. Sights that contradict each other (public holidays do) are no rule of hours, and
/// nothing is concluded.
///
/// @param days on which it is open at all
/// @param intervals when it is open on these days; empty where it was never found shut on them
/// @param sights how many it was concluded from
record SeenHours(Set<DayOfWeek> days, List<Span> intervals, int sights) {
  private static final int DAY = 24 * 60;
  private static final int MOST_RUNS = 4;

  SeenHours {
    days = Set.copyOf(days);
    intervals = List.copyOf(intervals);
  }

  /// Open from one edge to the other.
  record Span(Edge opens, Edge closes) {}

  /// When it opens or shuts: after `after`, at `by` at the latest, in minutes of the day.
  ///
  /// @param mark the one mark of a clock between them; empty where there are several or none
  record Edge(int after, int by, Optional<Integer> mark) {
    static Edge between(int after, int by) {
      return new Edge(after, by, only(after, by, 30).or(() -> only(after, by, 60)));
    }

    private static Optional<Integer> only(int after, int by, int step) {
      var until = by > after ? by : by + DAY;
      var marks = IntStream.rangeClosed(after + 1, until).filter(at -> at % step == 0).toArray();
      return marks.length == 1 ? Optional.of(marks[0] % DAY) : Optional.empty();
    }

    /// How far it is uncertain, in minutes.
    int width() {
      return Math.floorMod(by - after, DAY);
    }
  }

  private record Bead(int minute, boolean open, LocalDate date) {
    static Bead of(Sight sight) {
      var at = sight.at().atZone(Beijing.ZONE);
      return new Bead(at.getHour() * 60 + at.getMinute(), sight.open(), at.toLocalDate());
    }

    DayOfWeek day() {
      return date.getDayOfWeek();
    }
  }

  /// Neighbours round the clock that are alike.
  private record Run(List<Bead> beads) {
    boolean open() {
      return beads.getFirst().open();
    }

    int first() {
      return beads.getFirst().minute();
    }

    int last() {
      return beads.getLast().minute();
    }

    /// Whether that minute lies within it.
    boolean spans(int minute) {
      return Math.floorMod(minute - first(), DAY) <= Math.floorMod(last() - first(), DAY);
    }
  }

  /// What the sights come to; empty where it was never shut, or where they are too few or show no
  /// rule.
  ///
  /// @param enough on how many dates a thing has to be seen to be a rule
  static Optional<SeenHours> of(Collection<Sight> sights, int enough) {
    var beads =
        sights.stream()
            .map(Bead::of)
            .sorted(Comparator.comparingInt(Bead::minute).thenComparing(Bead::date))
            .toList();
    var known = beads.stream().filter(Bead::open).map(Bead::day).collect(Collectors.toSet());
    var ordinary = beads.stream().filter(bead -> known.contains(bead.day())).toList();
    var runs = runs(ordinary);
    if (runs.isEmpty()
        || runs.size() > MOST_RUNS
        || contradict(ordinary)
        || runs.stream().anyMatch(run -> dates(run.beads().stream()) < enough)) {
      return Optional.empty();
    }
    var rest = rest(beads, known, runs, enough);
    var spans = spans(runs);
    return spans.isEmpty() && rest.isEmpty()
        ? Optional.empty()
        : Optional.of(new SeenHours(EnumSet.complementOf(rest), spans, sights.size()));
  }

  /// The longest stretch of the day, in minutes, in which it was never found open; the whole day
  /// where it never was.
  static int unseen(Collection<Sight> sights) {
    var minutes =
        sights.stream()
            .filter(Sight::open)
            .map(Bead::of)
            .mapToInt(Bead::minute)
            .sorted()
            .distinct()
            .toArray();
    if (minutes.length < 2) {
      return DAY;
    }
    return IntStream.range(0, minutes.length)
        .map(at -> Math.floorMod(minutes[(at + 1) % minutes.length] - minutes[at], DAY))
        .max()
        .orElse(DAY);
  }

  private static boolean contradict(List<Bead> beads) {
    return IntStream.range(1, beads.size())
        .anyMatch(at ->
            beads.get(at).minute() == beads.get(at - 1).minute()
                && beads.get(at).open() != beads.get(at - 1).open());
  }

  private static List<Run> runs(List<Bead> beads) {
    var runs = new ArrayList<List<Bead>>();
    for (var bead : beads) {
      if (runs.isEmpty() || runs.getLast().getFirst().open() != bead.open()) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(bead);
    }
    if (runs.size() > 1 && runs.getFirst().getFirst().open() == runs.getLast().getFirst().open()) {
      runs.getLast().addAll(runs.removeFirst());
    }
    return runs.stream().map(Run::new).toList();
  }

  private static EnumSet<DayOfWeek> rest(
      List<Bead> beads, Set<DayOfWeek> known, List<Run> runs, int enough) {
    var rest = EnumSet.noneOf(DayOfWeek.class);
    for (var day : EnumSet.allOf(DayOfWeek.class)) {
      var shut =
          beads.stream()
              .filter(bead -> bead.day() == day && !known.contains(day))
              .filter(
                  bead -> runs.stream().anyMatch(run -> run.open() && run.spans(bead.minute())));
      if (dates(shut) >= enough) {
        rest.add(day);
      }
    }
    return rest;
  }

  private static List<Span> spans(List<Run> runs) {
    if (runs.size() == 1) {
      return List.of();
    }
    return IntStream.range(0, runs.size())
        .filter(at -> runs.get(at).open())
        .mapToObj(at -> {
          var before = runs.get((at + runs.size() - 1) % runs.size());
          var run = runs.get(at);
          var after = runs.get((at + 1) % runs.size());
          return new Span(
              Edge.between(before.last(), run.first()), Edge.between(run.last(), after.first()));
        })
        .sorted(Comparator.comparingInt(span -> span.opens().by()))
        .toList();
  }

  private static long dates(Stream<Bead> beads) {
    return beads.map(Bead::date).distinct().count();
  }
}
