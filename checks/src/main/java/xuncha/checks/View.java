package xuncha.checks;

import xuncha.findings.visit.Visit;

/// Something derived from a visit, computed at most once per visit and shared by the checks that
/// ask for it. Declare as a constant: identity is the key.
///
/// @param <V> what is derived
@FunctionalInterface
public interface View<V> {
  V derive(Visit visit);
}
