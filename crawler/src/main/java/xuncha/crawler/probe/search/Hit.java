package xuncha.crawler.probe.search;

/// One result as a page shows it.
///
/// @param url where it leads, absolute; empty where only a script knows
/// @param key the same for all ways of writing that address; empty where there is none
record Hit(Title title, String url, String key) {
  static Hit of(String title, String url) {
    return new Hit(Title.of(title), url, url.isEmpty() ? "" : PageAddress.key(url));
  }

  /// Whether it is that thing: by where it leads, or by what it is called.
  boolean is(KnownItem item) {
    return (!key.isEmpty() && key.equals(item.key())) || title.shows(item.title());
  }
}
