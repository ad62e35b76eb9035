package xuncha.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import xuncha.crawler.archive.Recorded;
import xuncha.findings.site.Target;

/// Captures that are judged together, as a run is: of one reference time and one edition, no target
/// twice.
///
/// @param edition the id of the edition in force; empty where the captures do not say
/// @param visits by the target's id
record ReplayedRun(Instant asOf, String edition, SequencedMap<String, Recorded> visits) {

  /// The visits in as few runs as hold them all, in the order given.
  static List<ReplayedRun> of(List<Recorded> visits) {
    var runs = new ArrayList<ReplayedRun>();
    for (var visit : visits) {
      var heading = visit.heading();
      runs.stream()
          .filter(run -> run.takes(visit))
          .findFirst()
          .orElseGet(() -> {
            runs.add(new ReplayedRun(heading.asOf(), heading.edition(), new LinkedHashMap<>()));
            return runs.getLast();
          })
          .visits
          .put(heading.target().id(), visit);
    }
    return runs;
  }

  private boolean takes(Recorded visit) {
    var heading = visit.heading();
    return heading.asOf().equals(asOf)
        && heading.edition().equals(edition)
        && !visits.containsKey(heading.target().id());
  }

  List<Target> targets() {
    return visits.values().stream().map(visit -> visit.heading().target()).toList();
  }

  Recorded of(Target target) {
    return Objects.requireNonNull(visits.get(target.id()));
  }
}
