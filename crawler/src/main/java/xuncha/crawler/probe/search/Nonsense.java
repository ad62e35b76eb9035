package xuncha.crawler.probe.search;

import java.nio.charset.StandardCharsets;
import xuncha.findings.site.Site;

/// Words that no page has, others for each site.
final class Nonsense {
  private Nonsense() {}

  static String first(Site site) {
    return "qzxv" + sign(site, 3) + "jwk" + sign(site, 5);
  }

  static String second(Site site) {
    return "vbkz" + sign(site, 7) + "xqf" + sign(site, 11);
  }

  private static String sign(Site site, int salt) {
    var sum = salt;
    for (var octet : site.id().getBytes(StandardCharsets.UTF_8)) {
      sum = sum * 31 + octet;
    }
    return Integer.toString(Math.floorMod(sum, 1_000_000), 36);
  }
}
