package xuncha.findings.visit;

import java.time.Instant;
import java.util.Map;
import xuncha.findings.site.Target;

/// Everything one visit to one target brought home. Immutable, and enough to judge from: the same
/// visit always comes to the same verdicts.
///
/// @param target who was visited
/// @param asOf the reference time (监测时间点) that windows are counted back from
/// @param at when the visit began
/// @param vantage from where
/// @param artifacts what was brought, or why not, by type
public record Visit(
    Target target,
    Instant asOf,
    Instant at,
    Vantage vantage,
    Map<Class<? extends Artifact>, Gathered<? extends Artifact>> artifacts) {

  public Visit {
    artifacts = Map.copyOf(artifacts);
  }

  /// The artifact of that type, or why it is missing; never gathered is missing too.
  @SuppressWarnings(
      "unchecked") // the map's values are of their keys' types: only the crawler fills it
  public <A extends Artifact> Gathered<A> attempt(Class<A> type) {
    var gathered = (Gathered<A>) artifacts.get(type);
    return gathered == null
        ? new Gathered.Missing<>(new Failure(Failure.Kind.NOT_GATHERED, type.getSimpleName()))
        : gathered;
  }
}
