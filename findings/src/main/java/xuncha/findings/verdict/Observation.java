package xuncha.findings.verdict;

/// A number over time: what policies over several visits are made of.
///
/// @param check the check that read it
/// @param name what it is, `newest-age`
/// @param value the number
/// @param unit its unit, `days`, `ms`, `ratio`, `count`
public record Observation(String check, String name, double value, String unit) {}
