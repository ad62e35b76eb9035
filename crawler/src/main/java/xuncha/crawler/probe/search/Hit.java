package xuncha.crawler.probe.search;

/// One result as a page shows it.
///
/// @param url where it leads, absolute; empty where only a script knows
record Hit(String title, String url) {
  /// Whether it is that thing: by where it leads, or by what it is called.
  boolean is(KnownItem item) {
    return (!url.isEmpty() && PageAddress.key(url).equals(PageAddress.key(item.url())))
        || Titles.same(title, item.title());
  }
}
