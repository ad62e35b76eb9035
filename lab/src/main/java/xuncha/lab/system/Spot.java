package xuncha.lab.system;

import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// What an address of a site leads to.
sealed interface Spot {
  /// A page before the home page that only leads there.
  record Splash() implements Spot {}

  /// The home page.
  record Home() implements Spot {}

  /// A page of a column, counted from 1.
  record Column(LabColumn column, int page) implements Spot {}

  /// An article.
  record Article(LabItem item) implements Spot {}

  /// What most sites write over it: what it is, then after a sign whose it is.
  default String titled(Blueprint site, String sign) {
    return switch (this) {
      case Splash _, Home _ -> site.name();
      case Column(var column, _) -> column.name() + sign + site.name();
      case Article(var item) -> item.title() + sign + site.name();
    };
  }
}
