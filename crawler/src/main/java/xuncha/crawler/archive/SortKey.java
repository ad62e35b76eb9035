package xuncha.crawler.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import xuncha.crawler.fetch.WebAddress;

/// Addresses as indexes sort them (SURT): the host turned round, lower case, no scheme.
final class SortKey {
  private SortKey() {}

  static String of(String url) {
    return WebAddress.of(url).map(SortKey::of).orElse(url.replace(' ', '+'));
  }

  private static String of(WebAddress address) {
    var labels = new ArrayList<>(List.of(address.host().split("\\.", -1)));
    Collections.reverse(labels);
    var port = address.port() == 80 || address.port() == 443 ? "" : ":" + address.port();
    var path = address.url().substring(address.url().indexOf('/', "https://".length()));
    return String.join(",", labels) + port + ")" + path.toLowerCase(Locale.ROOT);
  }
}
