package xuncha.checks;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Host names for comparing: who is the same body, who is another.
public final class Hosts {
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private Hosts() {}

  /// The host of an absolute address in lower case, Chinese names in Unicode; empty when the
  /// address has none.
  public static String of(String url) {
    try {
      var address = URI.create(url.strip());
      // a Chinese name is no host to URI, but an authority
      var host = address.getHost() == null ? address.getAuthority() : address.getHost();
      return host == null ? "" : readable(PORT.matcher(host).replaceFirst(""));
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  /// Whether two hosts belong together: the same but for `www`, or one below the other. Departments
  /// often carry their government's domain in their tags, and the reverse.
  public static boolean related(String one, String other) {
    var a = bare(one);
    var b = bare(other);
    return !a.isEmpty()
        && !b.isEmpty()
        && (a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a));
  }

  /// A host as a person reads it.
  static String readable(String host) {
    return IDN.toUnicode(host.toLowerCase(Locale.ROOT));
  }

  private static String bare(String host) {
    var readable = readable(host.strip());
    return readable.startsWith("www.") ? readable.substring("www.".length()) : readable;
  }
}
