package xuncha.crawler.probe.space;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xuncha.crawler.fetch.WebAddress;

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

  /// The address without what is the person's own; empty when it is none of the web.
  static String cleaned(String url) {
    var whole = WebAddress.of(url).map(WebAddress::url).orElse("");
    var plain = cut(whole, '?');
    var query =
        Arrays.stream(whole.substring(plain.length()).split("[?&]", -1))
            .filter(pair -> !pair.isEmpty() && !isTicket(pair))
            .collect(Collectors.joining("&"));
    var page = PATH_PARAMETER.matcher(plain).replaceAll("");
    return query.isEmpty() ? page : page + "?" + query;
  }

  /// The page alone: no query.
  static String bare(String url) {
    return cut(cleaned(url), '?');
  }

  private static String cut(String text, char from) {
    var at = text.indexOf(from);
    return at < 0 ? text : text.substring(0, at);
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

  private static boolean isTicket(String pair) {
    var name = cut(pair, '=');
    var value = pair.substring(Math.min(pair.length(), name.length() + 1));
    return TICKETS.contains(name.toLowerCase(Locale.ROOT))
        || (value.length() >= LONG
            && value.chars().anyMatch(Character::isDigit)
            && value.chars().anyMatch(Character::isLetter)
            && !value.contains("/")
            && !value.contains(":")
            && !value.contains("%"));
  }
}
