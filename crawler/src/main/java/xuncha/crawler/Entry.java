package xuncha.crawler;

import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.PageFacts;

/// Tells a home page that is only an entry (a splash page, a choice of language, a bare navigation)
/// from one that shows what is new.
final class Entry {
  /// A block with fewer entries is as likely a menu.
  private static final int A_LIST = 3;

  private Entry() {}

  static boolean only(PageFacts home) {
    return home.lists().stream().noneMatch(Entry::news);
  }

  private static boolean news(ItemList list) {
    return list.items().size() >= A_LIST
        || list.items().stream().anyMatch(item -> item.date().isPresent());
  }
}
