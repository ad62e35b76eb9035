package xuncha.findings.edition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import xuncha.findings.visit.ColumnKind;

/// From which day on an entry still counts as new, counted back from the reference day.
///
/// @param rule an edition's rule for columns
/// @param today the reference day
public record UpdateWindow(Rule rule, LocalDate today) {
  /// Whether columns of that kind have to be kept up to date.
  public boolean binds(ColumnKind kind) {
    return !rule.words("exempt").contains(kind.id());
  }

  /// Whether the kind is more than a guess.
  ///
  /// @param confidence how sure the kind is, 0 to 1
  public boolean knows(double confidence) {
    return confidence >= rule.share("minKindConfidence");
  }

  /// The first day that still counts as up to date. Where the kind is a guess the most lenient
  /// window holds.
  public LocalDate earliest(ColumnKind kind, double confidence) {
    return knows(confidence)
        ? of(kind)
        : Arrays.stream(ColumnKind.values())
            .map(this::of)
            .min(Comparator.naturalOrder())
            .orElseThrow();
  }

  private LocalDate of(ColumnKind kind) {
    return today.minus(rule.period(kind.id() + "Limit"));
  }
}
