package xuncha.findings.visit;

import java.util.Optional;

/// One entry of a list: what it is called, where it leads, when it was published.
///
/// @param title the visible title, whitespace folded
/// @param url where it leads, absolute
/// @param date its publication date, empty when neither list nor page tells
/// @param pinned whether the list marks it as kept on top (置顶)
public record Item(String title, String url, Optional<FoundDate> date, boolean pinned) {
  /// The same item with another date.
  public Item dated(FoundDate found) {
    return new Item(title, url, Optional.of(found), pinned);
  }
}
