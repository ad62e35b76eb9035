package xuncha.lab.site;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// How a site's meta tags depart from what they should be.
///
/// @param on the pages concerned
/// @param missing tags that are left out there
/// @param instead tags with another content there
/// @param spelling how tag names are written everywhere
public record LabTags(
    Set<Page> on,
    Set<String> missing,
    Map<String, String> instead,
    UnaryOperator<String> spelling) {
  /// A sort of page.
  public enum Page {
    HOME,
    COLUMN,
    ARTICLE
  }

  public LabTags {
    on = Set.copyOf(on);
    missing = Set.copyOf(missing);
    instead = Map.copyOf(instead);
  }

  /// All as the rules ask.
  public static final LabTags RIGHT =
      new LabTags(Set.of(), Set.of(), Map.of(), UnaryOperator.identity());

  /// Whether a page of that sort has a tag missing or wrong.
  public boolean faultyOn(Page page) {
    return on.contains(page) && !(missing.isEmpty() && instead.isEmpty());
  }
}
