package xuncha.findings.site;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// The address in a registry's cell.
sealed interface HomeAddress {
  /// Can be visited.
  ///
  /// @param url absolute, as written where it was written in full
  /// @param key the same for addresses that lead to the same page
  /// @param assumed what had to be assumed, empty when nothing
  record Usable(String url, String key, String assumed) implements HomeAddress {}

  /// Cannot be visited.
  record Unusable(String why) implements HomeAddress {}

  /// Letters, digits and dots as far as the first slash: an address without its scheme.
  Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+(:\\d+)?(/\\S*)?");

  static HomeAddress parse(String text) {
    if (text.isEmpty()) {
      return new Unusable("there is no address");
    }
    return BARE.matcher(text).matches()
        ? absolute("http://" + text, "no http:// or https://, taken as http://" + text)
        : absolute(text, "");
  }

  private static HomeAddress absolute(String text, String assumed) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException notAnAddress) {
      return new Unusable("not a web address");
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Unusable("not a web address: it has to begin with http:// or https://");
    }
    if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
      return new Unusable("an address with a user name in it");
    }
    if (uri.getPort() > 65_535) {
      return new Unusable("not a web address: there is no port " + uri.getPort());
    }
    var host = Site.hostOf(text);
    if (host.isEmpty() || !registrable(host)) {
      return new Unusable("not a web address: the host name is wrong");
    }
    return new Usable(text, key(uri, host), assumed);
  }

  private static boolean registrable(String host) {
    try {
      return host.startsWith("[") || !IDN.toASCII(host).isEmpty();
    } catch (IllegalArgumentException wrong) {
      return false;
    }
  }

  /// Scheme, default port, case of the host and a missing slash make no other page.
  private static String key(URI uri, String host) {
    var ascii = host.startsWith("[") ? host : IDN.toASCII(host).toLowerCase(Locale.ROOT);
    var port =
        uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
    var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return ascii + port + path + query;
  }
}
