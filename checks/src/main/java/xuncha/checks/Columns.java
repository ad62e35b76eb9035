package xuncha.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.SiteColumns;

/// The columns of a site for counting: navigation often leads to one column under two names, or
/// under two addresses of one page.
public final class Columns {
  private static final int TENTHS = 10;

  /// What a folder's address may end with, and what stands after the address of a file.
  private static final Pattern SPELLING =
      Pattern.compile(
          "/(?:(?:index|default)\\.s?html?)?(?:#.*)?$|/(?:index|default)\\.s?html?\\?.*$|(?<=\\.s?html?)\\?.*$");

  /// What makes two addresses of one name the same column: the same entries, or, where there are
  /// none, the same page.
  private record Shown(String name, String page, List<Item> items) {
    static Shown of(Column column) {
      var page = column.items().isEmpty() ? SPELLING.matcher(column.url()).replaceFirst("") : "";
      return new Shown(column.name(), page, column.items());
    }
  }

  private Columns() {}

  /// Each column once, in the order of the navigation, under its first name and address.
  public static Collection<Column> distinct(SiteColumns columns) {
    var addresses = new HashSet<String>();
    var shown = new HashSet<Shown>();
    var distinct = new ArrayList<Column>();
    for (var column : columns.columns()) {
      if (addresses.add(column.url()) && shown.add(Shown.of(column))) {
        distinct.add(column);
      }
    }
    return distinct;
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
