package xuncha.findings.site;

import java.util.List;

/// Takes the rows of a table one by one, the header row included.
@FunctionalInterface
interface RowSink {
  /// Takes one row.
  ///
  /// @param number the row as a spreadsheet numbers it, the first being 1
  /// @param cells its cells from the first column on
  void row(int number, List<String> cells);
}
