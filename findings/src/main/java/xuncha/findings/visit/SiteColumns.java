package xuncha.findings.visit;

import java.util.List;

/// The site's columns.
///
/// @param columns those found, in the order of the navigation
/// @param complete whether every column that was found could be visited within the budget
public record SiteColumns(List<Column> columns, boolean complete) implements Artifact {
  public SiteColumns {
    columns = List.copyOf(columns);
  }
}
