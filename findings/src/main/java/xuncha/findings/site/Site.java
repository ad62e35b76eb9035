package xuncha.findings.site;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A government website as the registry lists it.
///
/// @param code the official 网站标识码, empty when it is not known
/// @param name what people call the site
/// @param url its home page, absolute, http or https
/// @param organiser the body that answers for it (主办单位)
/// @param category the kind of body
/// @param region the administrative region, empty when unknown
/// @param running false when the site is registered as 关停 and must not be visited
/// @param labels columns of the registry file that we do not interpret, by header
public record Site(
    String code,
    String name,
    String url,
    String organiser,
    Category category,
    String region,
    boolean running,
    Map<String, String> labels)
    implements Target {

  public Site {
    code = code.strip();
    url = url.strip();
    if (hostOf(url).isEmpty()) {
      throw new IllegalArgumentException("a site needs an absolute home page address, not: " + url);
    }
    labels = Map.copyOf(labels);
  }

  /// A site known only by its address, as in an audit of a site that nobody registered.
  public static Site at(String url) {
    return new Site("", writtenHost(url), url, "", Category.OTHER, "", true, Map.of());
  }

  /// The official code, or the home page's host name where the code is unknown (contract §2).
  @Override
  public String id() {
    return code.isEmpty() ? host() : code;
  }

  /// The host name of the home page as DNS knows it (`xn--…` where it is Chinese), in lower case,
  /// without port.
  public String host() {
    return hostOf(url);
  }

  /// The host name in that address as DNS knows it, in lower case; empty when there is none. Names
  /// that the URI grammar does not know (underscores, Chinese) are names too.
  static String hostOf(String url) {
    var written = writtenHost(url);
    try {
      return written.chars().allMatch(c -> c < 0x80)
          ? written
          : IDN.toASCII(written).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noName) {
      return written;
    }
  }

  /// The same as it is written in the address, for people.
  static String writtenHost(String url) {
    try {
      var uri = URI.create(url);
      var host = uri.getHost() == null ? looseHost(uri.getRawAuthority()) : uri.getHost();
      return host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  private static String looseHost(@Nullable String authority) {
    return authority == null ? "" : authority.replaceAll("^.*@|:\\d*$", "");
  }
}
