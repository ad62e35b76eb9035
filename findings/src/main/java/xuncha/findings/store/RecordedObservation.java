package xuncha.findings.store;

import java.time.Instant;

/// A number as one visit read it.
///
/// @param run the run
/// @param at when the visit began
/// @param target the target's id
/// @param check the check that read it
/// @param name what it is
/// @param value the number
/// @param unit its unit
public record RecordedObservation(
    String run, Instant at, String target, String check, String name, double value, String unit) {}
