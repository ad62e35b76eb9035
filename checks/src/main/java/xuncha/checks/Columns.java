package xuncha.checks;

import java.util.Collection;
import java.util.LinkedHashMap;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.SiteColumns;

/// The columns of a site for counting: navigation often leads to one column under two names.
public final class Columns {
  private Columns() {}

  /// Each column's page once, in the order of the navigation, under its first name.
  public static Collection<Column> distinct(SiteColumns columns) {
    var distinct = new LinkedHashMap<String, Column>();
    for (var column : columns.columns()) {
      distinct.putIfAbsent(column.url(), column);
    }
    return distinct.values();
  }
}
