package xuncha.findings.edition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import xuncha.findings.verdict.Severity;

/// What an edition says for one check.
///
/// @param check the check's id
/// @param indicator the indicator its findings count under, `V-W-02`
/// @param severity what one finding weighs
/// @param settings its windows, thresholds and lists, by name
public record Rule(
    String check, String indicator, Severity severity, Map<String, Setting> settings) {
  public Rule {
    settings = Map.copyOf(settings);
  }

  /// A whole number.
  public int count(String name) {
    return number(name).intValueExact();
  }

  /// A share between 0 and 1, or any other decimal number.
  public double share(String name) {
    return number(name).doubleValue();
  }

  /// A length of time that does not depend on the calendar.
  public Duration duration(String name) {
    return Duration.parse(text(name));
  }

  /// A length of time counted on the calendar.
  public Period period(String name) {
    return Period.parse(text(name));
  }

  /// A text.
  public String text(String name) {
    return String.valueOf(setting(name).value());
  }

  /// A list of texts.
  public List<String> words(String name) {
    if (setting(name).value() instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException("edition: " + check + "." + name + " is not a list");
  }

  /// The setting with its source; asking for one that the edition lacks is a bug of ours or a
  /// broken edition.
  public Setting setting(String name) {
    var setting = settings.get(name);
    if (setting == null) {
      throw new IllegalStateException("edition: " + check + " has no setting " + name);
    }
    return setting;
  }

  private BigDecimal number(String name) {
    return new BigDecimal(text(name));
  }
}
