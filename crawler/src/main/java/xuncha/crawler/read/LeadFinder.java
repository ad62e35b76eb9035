package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.List;

/// Finds what a list page shows large above its list: its newest entry, often with a picture and a
/// few lines, in a block of its own. Told by structure alone: a block of one link with a headline's
/// length right before the list or before what wraps it.
final class LeadFinder {
  /// Shorter texts are names of columns.
  private static final int HEADLINE = 10;

  private static final int COMPANION = 6;
  private static final int LONGEST = 600;
  private static final int MOST_LINKS = 4;
  private static final int CLIMBS = 2;

  /// Characters that may stand before the link; it is the first that is read, not one of a text.
  private static final int BEFORE = 40;

  private final Sheet sheet;
  private final Anchors anchors;

  /// A block that holds one entry.
  ///
  /// @param block its element's number
  /// @param anchor the number of its link
  /// @param large whether the link stands in a heading
  record Lead(int block, int anchor, boolean large) {}

  private LeadFinder(Sheet sheet, Anchors anchors) {
    this.sheet = sheet;
    this.anchors = anchors;
  }

  /// In page order.
  static List<Lead> above(Sheet sheet, Anchors anchors, int container) {
    var finder = new LeadFinder(sheet, anchors);
    var found = new ArrayList<Lead>();
    var at = container;
    for (var climb = 0; climb < CLIMBS && found.isEmpty() && sheet.parent(at) >= 0; climb++) {
      found.addAll(finder.before(at));
      at = sheet.parent(at);
    }
    return found;
  }

  /// The leads next before an element; what stands above a menu or a line of links is none.
  private List<Lead> before(int at) {
    var leads = new ArrayList<Lead>();
    for (var block = sheet.firstChild(sheet.parent(at));
        block >= 0 && block < at;
        block = sheet.next(block)) {
      if (sheet.anchors(block) > 0) {
        var anchor = leading(block);
        if (anchor < 0) {
          leads.clear();
        } else {
          leads.add(new Lead(block, anchor, isLarge(anchor, block)));
        }
      }
    }
    return leads;
  }

  /// The one link that a block is about; -1 when it is about several, or about none.
  private int leading(int block) {
    var first = anchors.firstIn(block);
    var end = anchors.endOf(block);
    if (end - first > MOST_LINKS || sheet.letters(block) > LONGEST) {
      return -1;
    }
    var best = first;
    for (var anchor = first; anchor < end; anchor++) {
      best = anchors.text(anchor).length() > anchors.text(best).length() ? anchor : best;
    }
    if (anchors.text(best).length() < HEADLINE
        || anchors.url(best).isEmpty()
        || LinkReader.isDocument(anchors.url(best))
        || sheet.from(anchors.element(best)) - sheet.from(block) > BEFORE) {
      return -1;
    }
    for (var anchor = first; anchor < end; anchor++) {
      if (!anchors.url(anchor).equals(anchors.url(best))
          && anchors.text(anchor).length() > COMPANION) {
        return -1;
      }
    }
    return best;
  }

  private boolean isLarge(int anchor, int block) {
    for (var at = anchors.element(anchor); at >= block; at = sheet.parent(at)) {
      if (isHeading(sheet.tag(at))) {
        return true;
      }
    }
    for (var at = anchors.element(anchor); at <= sheet.last(anchors.element(anchor)); at++) {
      if (isHeading(sheet.tag(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeading(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }
}
