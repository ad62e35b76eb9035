package xuncha.crawler.read;

/// Whether scripts put entries on a page beside those that its server sent. A list that is in the
/// page proves that its entries are there, not that they are all: whoever means to say that nothing
/// is new has to have seen what scripts add.
public enum Additions {
  /// No script of the page could.
  NONE,
  /// A script of the site's own might; nothing on the page shows that it does.
  PERHAPS,
  /// The page shows it: a block that waits for its content, a template, a script that writes links
  /// or fetches a list.
  LIKELY
}
