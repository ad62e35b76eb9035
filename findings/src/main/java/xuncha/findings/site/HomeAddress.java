package xuncha.findings.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The address of a home page, as people write it in a registry or on the command line.
public sealed interface HomeAddress {
  /// Can be visited.
  ///
  /// @param url absolute, as written where it was written in full
  /// @param key the same for addresses that lead to the same page
  /// @param assumed whether `http://` was not written and had to be assumed
  record Usable(String url, String key, boolean assumed) implements HomeAddress {}

  /// Cannot be visited.
  record Unusable(Wording why) implements HomeAddress {}

  /// Letters, digits and dots as far as the first slash: an address without its scheme.
  Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+(:\\d+)?(/\\S*)?");

  /// A name that DNS can hold (RFC 1123), with the underscores that some wrote into it.
  Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

  /// What ends in a number is an IPv4 address or nothing (WHATWG URL, "ends in a number"):
  /// `0x7f000001` is no name.
  Pattern NUMBER_AT_THE_END = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?=.)|$)){4}");

  /// RFC 1035, section 2.3.4.
  int LONGEST_LABEL = 63;

  /// What may stand before a host and is no business of anybody who reads a message.
  Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)?.*@", Pattern.DOTALL);

  /// The text as it may be repeated to people: without a user name and password.
  static String shown(String text) {
    return USER.matcher(text).replaceFirst("$1***@");
  }

  /// Reads an address.
  static HomeAddress parse(String text) {
    if (text.isEmpty()) {
      return new Unusable(new Wording("没有填网址", "there is no address"));
    }
    return BARE.matcher(text).matches() ? absolute("http://" + text, true) : absolute(text, false);
  }

  private static HomeAddress absolute(String text, boolean assumed) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException notAnAddress) {
      return new Unusable(new Wording("不是网址", "not a web address"));
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Unusable(
          new Wording(
              "不是网址：须以 http:// 或 https:// 开头",
              "not a web address: it has to begin with http:// or https://"));
    }
    if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
      return new Unusable(new Wording("网址中带有用户名", "an address with a user name in it"));
    }
    var port = port(uri);
    if (!port.isEmpty() && !isPort(port)) {
      return new Unusable(
          new Wording("不是网址：没有端口 " + port, "not a web address: there is no port " + port));
    }
    var host = Site.hostOf(text);
    if (!isHost(host, uri)) {
      return new Unusable(new Wording("不是网址：主机名不对", "not a web address: the host name is wrong"));
    }
    return new Usable(text, key(uri, host, port), assumed);
  }

  /// Of names that the URI grammar does not know, `URI` has no port.
  private static String port(URI uri) {
    var authority = String.valueOf(uri.getRawAuthority());
    var colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(colon + 1) : "";
  }

  private static boolean isPort(String written) {
    return written.matches("[1-9]\\d{0,4}") && Integer.parseInt(written) <= 65_535;
  }

  private static boolean isHost(String host, URI uri) {
    if (host.startsWith("[")) {
      return uri.getHost() != null && host.indexOf('%') < 0;
    }
    var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return NUMBER_AT_THE_END.matcher(name).matches()
        ? IPV4.matcher(name).matches()
        : NAME.matcher(name).matches()
            && Arrays.stream(name.split("\\.")).allMatch(label -> label.length() <= LONGEST_LABEL);
  }

  /// Scheme, default port, case of the host and a missing slash make no other page.
  private static String key(URI uri, String host, String written) {
    var port = Set.of("", "80", "443").contains(written) ? "" : ":" + written;
    var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return host + port + path + query;
  }
}
