package xuncha.crawler.archive;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import xuncha.findings.site.Target;
import xuncha.findings.store.Vault;
import xuncha.findings.visit.Vantage;

/// What a visit says of itself: enough to go through it again from its archive.
///
/// @param target who is visited
/// @param asOf the reference time
/// @param at when the visit began
/// @param vantage from where
/// @param edition the id of the edition in force
/// @param settings how the visit was made, as names and plain values; empty for captures of others
public record Heading(
    Target target,
    Instant asOf,
    Instant at,
    Vantage vantage,
    String edition,
    Map<String, Object> settings) {
  public Heading {
    settings = Map.copyOf(settings);
  }

  /// How much of the visit its archive keeps; empty where nobody says.
  Optional<Vault.Retention> retention() {
    return Optional.ofNullable(settings.get("retention"))
        .flatMap(kept -> Vault.Retention.parse(kept.toString()));
  }
}
