package xuncha.checks.search;

/// The interval in which a share lies that was counted on few cases (Wilson, 1927): honest where
/// all or none succeed, as the usual one is not.
///
/// @param low its lower end, 0 to 1
/// @param high its upper end, 0 to 1
record Wilson(double low, double high) {
  /// @param level how sure, for instance 0.95
  static Wilson of(int successes, int cases, double level) {
    var z = deviate((1 + level) / 2);
    var n = (double) cases;
    var share = successes / n;
    var centre = share + z * z / (2 * n);
    var reach = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    var whole = 1 + z * z / n;
    return new Wilson(Math.max(0, (centre - reach) / whole), Math.min(1, (centre + reach) / whole));
  }

  /// The normal deviate below which that probability lies (Abramowitz and Stegun, 26.2.23; error
  /// below 0.0005).
  private static double deviate(double probability) {
    var t = Math.sqrt(-2 * Math.log(Math.max(1e-9, 1 - probability)));
    return t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  }
}
