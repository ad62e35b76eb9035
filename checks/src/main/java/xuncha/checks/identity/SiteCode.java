package xuncha.checks.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A 网站标识码 that can be compared: ten digits, or `bm` and eight. Other forms occur as
/// mistakes and on other bodies' sites; a registry's own numbers are none.
public record SiteCode(String value) {
  private static final Pattern OFFICIAL = Pattern.compile("\\d{10}|bm\\d{8}");

  /// The code written as `text`; empty when it is none of the official form.
  public static Optional<SiteCode> parse(String text) {
    var code = text.strip().toLowerCase(Locale.ROOT);
    return OFFICIAL.matcher(code).matches() ? Optional.of(new SiteCode(code)) : Optional.empty();
  }
}
