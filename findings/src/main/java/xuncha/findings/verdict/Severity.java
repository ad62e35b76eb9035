package xuncha.findings.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much a finding weighs; declared from light to heavy, so that `compareTo` works.
public enum Severity {
  NOTICE,
  MINOR,
  MAJOR,
  VETO;

  /// The name used in JSON.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The severity called `text`, empty when there is none of that name.
  public static Optional<Severity> parse(String text) {
    return Arrays.stream(values()).filter(s -> s.id().equalsIgnoreCase(text.strip())).findFirst();
  }
}
