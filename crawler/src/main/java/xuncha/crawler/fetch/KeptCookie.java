package xuncha.crawler.fetch;

import java.util.Optional;
import okhttp3.Cookie;

/// What a site gave a person's browser so that it knows them again. A secret as good as a password:
/// nothing that prints one prints its value.
///
/// @param domain the host; with a dot before it, the hosts below it too
/// @param expires milliseconds since 1970, -1 for the end of the session
public record KeptCookie(
    String name, String value, String domain, String path, long expires, boolean secure) {

  Optional<Cookie> cookie() {
    try {
      var cookie = new Cookie.Builder().name(name).value(value).path(path);
      var all = domain.startsWith(".");
      var placed = all ? cookie.domain(domain.substring(1)) : cookie.hostOnlyDomain(domain);
      var lasting = expires < 0 ? placed : placed.expiresAt(expires);
      return Optional.of((secure ? lasting.secure() : lasting).build());
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /// Its name and host, and not its value.
  @Override
  public String toString() {
    return "KeptCookie[" + name + " of " + domain + "]";
  }
}
