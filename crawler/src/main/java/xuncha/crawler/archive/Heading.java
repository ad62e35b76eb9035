package xuncha.crawler.archive;

import java.time.Instant;
import java.util.Map;
import xuncha.findings.site.Target;
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
}
