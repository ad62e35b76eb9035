package xuncha.findings.store;

import java.util.Locale;

/// Where a finding stands in its life, from run to run.
public enum FindingState {
  /// Seen, and not known to be mended.
  OPEN,
  /// A later visit looked conclusively and no longer saw it.
  FIXED,
  /// Seen again after it was fixed.
  REOPENED,
  /// A person has agreed.
  CONFIRMED,
  /// A person has disagreed; it stays dismissed however often it is seen.
  DISMISSED;

  /// The name used in JSON.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
