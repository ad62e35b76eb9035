package xuncha.findings.visit;

import java.util.List;

/// A block of repeated entries on a page.
///
/// @param heading what the page calls the block, empty when it has no heading
/// @param more where the block's "更多" leads, empty when there is none
/// @param next the next page of the same list, empty when there is none
/// @param items the entries in page order
/// @param main whether the block is the page's main content and not a side box or menu
public record ItemList(String heading, String more, String next, List<Item> items, boolean main) {
  public ItemList {
    items = List.copyOf(items);
  }
}
