package xuncha.crawler.probe.space;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// Addresses without what would let another person in: tickets, tokens and session numbers, which
/// sites put into the addresses of whoever has logged in.
final class Traces {
  private static final Pattern PATH_PARAMETER = Pattern.compile(";[^/?#]*");

  private static final Set<String> TICKETS =
      Set.of(
          "ticket",
          "token",
          "access_token",
          "sid",
          "session",
          "sessionid",
          "jsessionid",
          "phpsessid",
          "st",
          "code",
          "auth",
          "authcode",
          "sign",
          "signature",
          "key",
          "state",
          "user",
          "username",
          "uid",
          "userid",
          "account");

  /// Longer values of letters and digits mixed are no page numbers.
  private static final int LONG = 20;

  private Traces() {}

  /// The address without what is the person's own.
  static String cleaned(String url) {
    var parsed = HttpUrl.parse(url);
    if (parsed == null) {
      return "";
    }
    var clean =
        parsed
            .newBuilder()
            .fragment(null)
            .username("")
            .password("")
            .encodedPath(PATH_PARAMETER.matcher(parsed.encodedPath()).replaceAll(""));
    for (var name : parsed.queryParameterNames()) {
      var value = parsed.queryParameter(name);
      if (isTicket(name, value == null ? "" : value)) {
        clean.removeAllQueryParameters(name);
      }
    }
    return clean.build().toString();
  }

  /// The page alone: no query.
  static String bare(String url) {
    var clean = HttpUrl.parse(cleaned(url));
    return clean == null ? "" : clean.newBuilder().query(null).build().toString();
  }

  /// Whether both are addresses of one page, however one got there.
  static boolean same(String one, String other) {
    return form(one).equals(form(other));
  }

  private static String form(String url) {
    var clean = cleaned(url);
    var rest = clean.substring(clean.indexOf("://") + 1);
    return rest.replaceFirst("/(?:index|default)\\.[a-z]{3,5}$", "/").replaceFirst("[/?]$", "");
  }

  private static boolean isTicket(String name, String value) {
    return TICKETS.contains(name.toLowerCase(Locale.ROOT))
        || (value.length() >= LONG
            && value.chars().anyMatch(Character::isDigit)
            && value.chars().anyMatch(Character::isLetter)
            && value.indexOf('/') < 0
            && value.indexOf(':') < 0);
  }
}
