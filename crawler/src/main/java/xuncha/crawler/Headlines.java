package xuncha.crawler;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts;

/// What a home page shows on its own and in no list: the headline over everything, a picture with
/// its news. Such a link is a sentence and leads to what looks like an article.
final class Headlines {
  private static final int MOST = 4;
  private static final int SHORTEST = 10;

  /// Articles are numbered, one way or another; folders and their front pages are columns.
  private static final Pattern ARTICLE =
      Pattern.compile("/[^/?]*\\d[^/?]*(?:\\?.*)?$|\\?(?:.*[&_])?\\w*id=\\w*\\d");

  private final Errand errand;
  private final Set<String> known;

  /// @param columns the addresses of the site's columns
  Headlines(Errand errand, Set<String> columns) {
    this.errand = errand;
    this.known = columns;
  }

  /// The first of them, in page order.
  List<Item> of(PageFacts home) {
    var listed = new HashSet<String>();
    home.lists()
        .forEach(list -> list.items().forEach(item -> listed.add(WebAddress.spelled(item.url()))));
    var found = new HashSet<String>();
    return home.links().stream()
        .filter(link -> link.kind() == Link.Kind.ANCHOR && link.region() == Region.MAIN)
        .filter(link -> link.text().codePointCount(0, link.text().length()) >= SHORTEST)
        .filter(link -> !listed.contains(WebAddress.spelled(link.url())) && isArticle(link.url()))
        .map(link -> new Item(link.text(), link.url(), Optional.empty(), false))
        .filter(item -> found.add(WebAddress.spelled(item.url())))
        .limit(MOST)
        .toList();
  }

  private boolean isArticle(String url) {
    return errand.internal(url)
        && !known.contains(WebAddress.spelled(url))
        && ARTICLE.matcher(url.substring(Math.min(url.length(), 8))).find();
  }
}
