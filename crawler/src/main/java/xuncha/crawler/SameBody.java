package xuncha.crawler;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import java.util.Set;

/// Which hosts belong to the body that answers for a site. Under `gov.cn` that is what the name's
/// owner was given: `www.hefei.gov.cn` and `zwgk.hefei.gov.cn` are one body's. Provinces hand names
/// under their own to every department, so that `tjj.ah.gov.cn` and `www.ah.gov.cn` are not.
final class SameBody {
  private static final String GOV = ".gov.cn";

  /// The provinces' names under gov.cn, as their portals have them.
  private static final Set<String> PROVINCES =
      Set.of(
          "ah",
          "anhui",
          "beijing",
          "bj",
          "cq",
          "fj",
          "fujian",
          "gansu",
          "gd",
          "gs",
          "guizhou",
          "gx",
          "gxzf",
          "hainan",
          "hb",
          "he",
          "hebei",
          "henan",
          "hlj",
          "hn",
          "hubei",
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
          "shaanxi",
          "shandong",
          "shanghai",
          "shanxi",
          "sn",
          "tianjin",
          "tj",
          "xinjiang",
          "xizang",
          "xj",
          "xjbt",
          "xz",
          "yn",
          "zj");

  private final String host;
  private final String domain;

  private SameBody(String host) {
    this.host = host;
    this.domain = domain(host);
  }

  static SameBody of(String host) {
    return new SameBody(host.toLowerCase(Locale.ROOT));
  }

  /// Whether `other` is the site's own host or another of the same body.
  boolean has(String other) {
    var asked = other.toLowerCase(Locale.ROOT);
    return asked.equals(host) || domain(asked).equals(domain);
  }

  /// What the body was given: the registrable domain, in China's governments' tree one label deeper
  /// below a province.
  private static String domain(String host) {
    if (host.endsWith(GOV)) {
      var labels = host.substring(0, host.length() - GOV.length()).split("\\.", -1);
      var last = labels[labels.length - 1];
      if (labels.length == 1 || !PROVINCES.contains(last)) {
        return last + GOV;
      }
      var own = labels[labels.length - 2];
      return own.equals("www") ? last + GOV : own + "." + last + GOV;
    }
    var registered = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return registered == null ? host : registered;
  }
}
