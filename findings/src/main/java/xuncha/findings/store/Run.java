package xuncha.findings.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One inspection of a list of targets, from its beginning on record.
///
/// @param id unique in the ledger, short enough to type
/// @param kind what set it off
/// @param asOf the reference time (监测时间点)
/// @param edition the id of the indicators it judges by
/// @param started when it was begun
/// @param finished when its last target was recorded, empty before that
/// @param targets how many targets it has
public record Run(
    String id,
    Kind kind,
    Instant asOf,
    String edition,
    Instant started,
    Optional<Instant> finished,
    int targets) {
  /// What set a run off.
  public enum Kind {
    NIGHTLY,
    ON_DEMAND,
    /// Judged from stored captures: it never changes what is known of a finding today.
    REPLAY;

    /// The name used in JSON.
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
