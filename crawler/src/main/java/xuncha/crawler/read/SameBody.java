package xuncha.crawler.read;

import java.util.Arrays;
import java.util.Set;

/// Whether two hosts belong to one body: they share the domain that the body registered under
/// `gov.cn` (`hefei.gov.cn`), or elsewhere its registrable domain. A province's own domain
/// (`ah.gov.cn`) is shared by its departments, which are other bodies: there only the host counts.
public final class SameBody {
  private static final Set<String> PROVINCES =
      Set.of(
          "ah",
          "bj",
          "beijing",
          "cq",
          "fj",
          "fujian",
          "gd",
          "gansu",
          "gs",
          "guizhou",
          "gx",
          "gxzf",
          "gz",
          "hainan",
          "hb",
          "hubei",
          "hebei",
          "henan",
          "hlj",
          "hn",
          "hunan",
          "jiangsu",
          "jiangxi",
          "jl",
          "js",
          "jx",
          "ln",
          "nmg",
          "nx",
          "qh",
          "qinghai",
          "sc",
          "sd",
          "sh",
          "shandong",
          "shanghai",
          "shanxi",
          "shaanxi",
          "sn",
          "sx",
          "tj",
          "xinjiang",
          "xizang",
          "xj",
          "xz",
          "yn",
          "zj");

  private SameBody() {}

  /// Whether `host` is the site at `home` or another host of the same body.
  public static boolean is(String home, String host) {
    if (bare(home).equals(bare(host))) {
      return true;
    }
    if (isAddress(home) || isAddress(host)) {
      return false;
    }
    var body = domain(home);
    if (!body.equals(domain(host))) {
      return false;
    }
    // a department's site under its city's domain does not own the city's other hosts
    return isPortal(home, body) ? !isProvince(body) : isBelow(home, host);
  }

  /// Whether the hosts are called alike: what one of them shows in a page of the other may be that
  /// one's own.
  static boolean mayBe(String home, String host) {
    return is(home, host)
        || (!isAddress(home) && !isAddress(host) && domain(home).equals(domain(host)));
  }

  private static boolean isProvince(String body) {
    return body.endsWith(".gov.cn")
        && PROVINCES.contains(body.substring(0, body.length() - ".gov.cn".length()));
  }

  private static boolean isPortal(String home, String body) {
    return bare(home).equals(body);
  }

  private static boolean isBelow(String home, String host) {
    return host.endsWith("." + bare(home));
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /// The registrable domain: one label before `gov.cn`, `com.cn` and the like, else before the
  /// last.
  private static String domain(String host) {
    var labels = host.split("\\.", -1);
    if (labels.length <= 2) {
      return host;
    }
    var second = labels[labels.length - 2];
    var two =
        labels[labels.length - 1].length() == 2 && (second.length() <= 3 || second.equals("govt"));
    var from = labels.length - (two ? 3 : 2);
    return String.join(".", Arrays.copyOfRange(labels, Math.max(0, from), labels.length));
  }

  private static boolean isAddress(String host) {
    for (var i = 0; i < host.length(); i++) {
      var c = host.charAt(i);
      if (c == ':') {
        return true;
      }
      if (c != '.' && (c < '0' || c > '9')) {
        return host.indexOf(':', i) >= 0;
      }
    }
    return !host.isEmpty();
  }
}
