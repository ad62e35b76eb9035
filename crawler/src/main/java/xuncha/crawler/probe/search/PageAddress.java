package xuncha.crawler.probe.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import xuncha.crawler.fetch.WebAddress;

/// Addresses of results for comparing: without scheme, `www.` and default file, and what a counting
/// redirect wraps (`/link?url=http%3A%2F%2F…`) taken out of it.
final class PageAddress {
  private static final Pattern WRAPPED =
      Pattern.compile(
          "[?&][\\w.-]{1,30}=(https?(?:%3A|:)(?:%2F|/){2}[^&#]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFAULT_FILE =
      Pattern.compile("/(?:index|default)\\.(?:s?html?|jsp|aspx?|php)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?");
  private static final Pattern USUAL_PORT = Pattern.compile(":(?:80|443)$");

  private PageAddress() {}

  /// What the address leads to in the end, as far as it says so itself.
  static String unwrapped(String url) {
    var wrapped = WRAPPED.matcher(url);
    if (!wrapped.find()) {
      return url;
    }
    try {
      return URLDecoder.decode(wrapped.group(1), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return wrapped.group(1);
    }
  }

  /// The same for all ways of writing one address.
  static String key(String url) {
    var bare = WebAddress.of(unwrapped(url)).map(WebAddress::url).orElse(url);
    var rest = SCHEME.matcher(bare).replaceFirst("");
    var slash = rest.indexOf('/');
    var host = slash < 0 ? rest : rest.substring(0, slash);
    var path = DEFAULT_FILE.matcher(slash < 0 ? "" : rest.substring(slash)).replaceFirst("/");
    var end = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return USUAL_PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("") + end;
  }
}
