package xuncha.lab.scenario;

import xuncha.findings.visit.ColumnKind;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabColumn;

/// Finds a site's column of a kind.
final class Kinds {
  private Kinds() {}

  /// The first column of that kind that has entries.
  static LabColumn first(Blueprint site, ColumnKind kind) {
    return site.lists()
        .filter(column -> column.kind() == kind)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no column of kind " + kind + " on " + site.name()));
  }
}
