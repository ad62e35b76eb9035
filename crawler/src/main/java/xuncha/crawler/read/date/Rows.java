package xuncha.crawler.read.date;

import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Tells dates that stand in lists of other pages (related news, rankings) from the page's own:
/// such dates come in like elements side by side, each with a link of its own.
final class Rows {
  private static final int NEAR = 14;
  private static final int BUDGET = 120;

  private Rows() {}

  /// Which of `mentions` are dates of list entries.
  static BitSet among(List<Mention> mentions, PageText text) {
    var rows = new BitSet(mentions.size());
    for (int i = 1; i < mentions.size(); i++) {
      var one = text.ownerAt(mentions.get(i - 1).start());
      var other = text.ownerAt(mentions.get(i).start());
      if (!one.equals(other) && neighbours(one, other)) {
        rows.set(i - 1);
        rows.set(i);
      }
    }
    return rows;
  }

  /// How many characters of text `element` holds; many when it is too large to look through.
  static int letters(Element element) {
    var entry = Entry.of(element);
    return entry == null ? Integer.MAX_VALUE : entry.letters();
  }

  /// Whether `element` is hardly more than a link.
  static boolean mostlyLink(Element element) {
    var entry = Entry.of(element);
    return entry != null && entry.mostlyLink();
  }

  private static boolean neighbours(Element one, Element other) {
    var left = one;
    var right = other;
    int leftDepth = depth(left);
    int rightDepth = depth(right);
    while (leftDepth > rightDepth) {
      var up = left.parent();
      if (up == null) {
        return false;
      }
      left = up;
      leftDepth--;
    }
    while (rightDepth > leftDepth) {
      var up = right.parent();
      if (up == null) {
        return false;
      }
      right = up;
      rightDepth--;
    }
    for (int n = 0; n < NEAR; n++) {
      var leftUp = left.parent();
      var rightUp = right.parent();
      if (leftUp == null || rightUp == null || left.equals(right)) {
        return false;
      }
      if (leftUp.equals(rightUp)) {
        return alike(left, right);
      }
      left = leftUp;
      right = rightUp;
    }
    return false;
  }

  private static boolean alike(Element left, Element right) {
    if (!left.normalName().equals(right.normalName())) {
      return false;
    }
    var one = Entry.of(left);
    var other = Entry.of(right);
    if (one == null || other == null || one.address().equals(other.address())) {
      return false;
    }
    // entries of one make, or blocks that are hardly more than a link each
    boolean sameMake = !left.className().isEmpty() && left.className().equals(right.className());
    if (sameMake && one.likeInSize(other)) {
      return one.linkLetters() >= 5 && other.linkLetters() >= 5;
    }
    return one.mostlyLink() && other.mostlyLink();
  }

  private static int depth(Element element) {
    int depth = 0;
    for (var up = element.parent(); up != null; up = up.parent()) {
      depth++;
    }
    return depth;
  }

  /// A possible list entry: how much of its text is link.
  private record Entry(int letters, int linkLetters, String address) {
    boolean likeInSize(Entry other) {
      return Math.max(letters, other.letters) <= 3 * Math.min(letters, other.letters) + 20;
    }

    boolean mostlyLink() {
      return !address.isEmpty() && linkLetters >= 5 && linkLetters * 4 >= letters - 12;
    }

    static @Nullable Entry of(Element element) {
      int letters = 0;
      int linkLetters = 0;
      var address = "";
      int budget = BUDGET;
      Node node = element;
      int inLink = 0;
      while (node != null && budget-- > 0) {
        if (node instanceof TextNode piece) {
          int length = piece.getWholeText().strip().length();
          letters += length;
          linkLetters += inLink > 0 ? length : 0;
        } else if (node instanceof Element inner && inner.normalName().equals("a")) {
          address = address.isEmpty() ? inner.attr("href") : address;
        }
        // depth first, without recursion
        if (node.childNodeSize() > 0) {
          inLink += link(node);
          node = node.childNode(0);
          continue;
        }
        var up = node;
        while (up != null && !up.equals(element) && up.nextSibling() == null) {
          up = up.parent();
          inLink -= up == null ? 0 : link(up);
        }
        node = up == null || up.equals(element) ? null : up.nextSibling();
      }
      return budget > 0 ? new Entry(letters, linkLetters, address) : null;
    }

    private static int link(Node node) {
      return node instanceof Element inner && inner.normalName().equals("a") ? 1 : 0;
    }
  }
}
