package xuncha.findings.visit;

import java.time.Instant;
import java.util.List;

/// When earlier visits found a site's consultation form open, and when shut, as the record tells.
/// Opening hours that no page states show only over days.
///
/// @param sights oldest first
/// @param source where the list is archived
public record FormSights(List<Sight> sights, Source source) implements Keepable<FormSights> {
  public FormSights {
    sights = List.copyOf(sights);
  }

  /// The form at one moment.
  ///
  /// @param at when the visit began
  /// @param open whether one could write
  public record Sight(Instant at, boolean open) {}

  @Override
  public FormSights archivedAs(Source place) {
    return new FormSights(sights, place);
  }
}
