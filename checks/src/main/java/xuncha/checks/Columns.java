package xuncha.checks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.SiteColumns;

/// The columns of a site for counting: navigation often leads to one column under two names.
public final class Columns {
  private static final int TENTHS = 10;

  private Columns() {}

  /// Each column's page once, in the order of the navigation, under its first name.
  public static Collection<Column> distinct(SiteColumns columns) {
    var distinct = new LinkedHashMap<String, Column>();
    for (var column : columns.columns()) {
      distinct.putIfAbsent(column.url(), column);
    }
    return distinct.values();
  }

  /// Why columns that were not seen leave no room for a pass: where they went unseen by our own
  /// doing (budget, no browser, not in the capture), and looking longer would tell, nine of ten
  /// have to be seen; of those that the site kept from us, half.
  public static Optional<Failure> noPass(List<Failure> unseen, int seen) {
    var ours = unseen.stream().filter(why -> why.blame() == Blame.US).toList();
    if (ours.size() * TENTHS > ours.size() + seen) {
      return Optional.of(ours.getFirst());
    }
    return unseen.size() > seen ? Optional.of(unseen.getFirst()) : Optional.empty();
  }
}
