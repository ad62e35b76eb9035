package xuncha.crawler.read.date;

import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// What a table, or any row of pairs, calls a date that fills a cell: the cell before it, or the
/// head of its column.
///
/// A date under an unknown name is some date of the matter told (上次年检, 文件版本), never the page's.
final class CellName {
  private static final int LONGEST = 16;
  private static final int BESIDE_DATE = 12;
  private static final int HIGHEST = 5;
  private static final int MOST_CELLS = 40;
  private static final int MOST_BLANKS = 8;
  private static final int DATE_DIGITS = 5;

  private final Node cell;
  private final @Nullable Node before;
  private final String name;

  private CellName(Node cell) {
    this.cell = cell;
    this.before = filled(cell, Node::previousSibling);
    this.name = before == null ? "" : name(before);
  }

  /// What a date is called that fills a cell.
  ///
  /// @param owner the innermost element around the date
  /// @param raw the date as written
  /// @return `NONE` where no cell names it
  static Label of(Element owner, String raw) {
    var cell = cell(owner, raw);
    return cell == null ? Label.NONE : new CellName(cell).label();
  }

  private Label label() {
    var known = Label.named(name);
    if (known != Label.NONE) {
      return known;
    }
    var head = cell instanceof Element element ? head(element) : Label.NONE;
    return head == Label.NONE && namesCell() ? Label.OTHER : head;
  }

  // the cell

  /// The outermost node that is filled by the date; null where its element says more before it.
  private static @Nullable Node cell(Element owner, String raw) {
    Node cell = text(owner, raw);
    for (int n = 0; cell != null && n < HIGHEST && !isCell(cell); n++) {
      var up = cell.parent();
      if (!(up instanceof Element)
          || filled(cell, Node::previousSibling) != null
          || filled(cell, Node::nextSibling) != null) {
        return cell;
      }
      cell = up;
    }
    return cell;
  }

  private static @Nullable TextNode text(Element owner, String raw) {
    var token = raw.indexOf(' ') < 0 ? raw : raw.substring(0, raw.indexOf(' '));
    for (int i = 0; i < owner.childNodeSize() && i < MOST_CELLS; i++) {
      if (owner.childNode(i) instanceof TextNode text) {
        var whole = text.getWholeText();
        int at = whole.indexOf(token);
        if (at >= 0) {
          boolean fills =
              !hasLetters(whole, at) && whole.strip().length() <= raw.length() + BESIDE_DATE;
          return fills ? text : null;
        }
      }
    }
    return null;
  }

  private static boolean isCell(Node node) {
    return node.nameIs("td") || node.nameIs("th") || node.nameIs("dd");
  }

  /// The nearest sibling that way which holds text.
  private static @Nullable Node filled(Node node, Function<Node, @Nullable Node> next) {
    var at = next.apply(node);
    for (int n = 0; at != null && n < MOST_BLANKS; n++) {
      boolean text = at instanceof TextNode words && !words.isBlank();
      if (text || (at instanceof Element element && Rows.letters(element) > 0)) {
        return at;
      }
      at = next.apply(at);
    }
    return null;
  }

  // the name beside it

  /// The words of a node that may be a name: few, without a number, a sentence or a value of its
  /// own.
  private static String name(Node node) {
    if (node.nameIs("a") || node.nameIs("h1") || node.nameIs("h2")) {
      return "";
    }
    var words = node instanceof TextNode text ? text.getWholeText() : words(node);
    var name = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        name.append(c);
      }
    }
    return name.length() <= LONGEST && mayName(name) ? name.toString() : "";
  }

  private static String words(Node node) {
    return node instanceof Element element && Rows.letters(element) <= 2 * LONGEST
        ? element.text()
        : "";
  }

  private static boolean mayName(CharSequence name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean colonWithin = ":：".indexOf(c) >= 0 && i < name.length() - 1;
      if (colonWithin || Character.isDigit(c) || "。，；！？》|".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether an unknown name is one all the same, by the make of the row.
  private boolean namesCell() {
    if (before == null
        || name.length() < 2
        || !Characters.han(name.charAt(0))
        || Companions.in(name)) {
      return false;
    }
    if (before.nameIs("th")
        || before.nameIs("dt")
        || ":：".indexOf(name.charAt(name.length() - 1)) >= 0) {
      return true;
    }
    if (cell instanceof Element element && (Region.of(element) & Region.DATED) != 0) {
      return false;
    }
    return isCell(cell) ? isRowOfPairs(cell.parent(), cell) : hasRowsAlike() || followsPair(before);
  }

  /// Whether no cell of the row tells its name and value in one, as bylines do: 来源：市府办.
  private static boolean isRowOfPairs(@Nullable Node row, Node cell) {
    for (int i = 0; row instanceof Element && i < row.childNodeSize() && i < MOST_CELLS; i++) {
      var other = row.childNode(i);
      if (other instanceof Element element
          && !other.equals(cell)
          && tellsPair(words(element).strip())) {
        return false;
      }
    }
    return true;
  }

  private static boolean tellsPair(String words) {
    int colon = Math.max(words.indexOf(':'), words.indexOf('：'));
    return colon > 0 && colon < words.length() - 1;
  }

  /// Whether the row before or after it begins with a name made alike.
  private boolean hasRowsAlike() {
    return before instanceof Element its
        && cell.parent() instanceof Element row
        && (beginsAlike(row.previousElementSibling(), row, its)
            || beginsAlike(row.nextElementSibling(), row, its));
  }

  private static boolean beginsAlike(@Nullable Element other, Element row, Element name) {
    if (other == null || !alike(other, row) || other.childNodeSize() < 2) {
      return false;
    }
    var first = other.firstElementChild();
    return first != null && alike(first, name) && Rows.letters(first) <= LONGEST;
  }

  /// Whether another name and value of the same make stand right before.
  private boolean followsPair(Node its) {
    var value = filled(its, Node::previousSibling);
    var other = value == null ? null : filled(value, Node::previousSibling);
    return alike(other, its) && alike(value, cell) && !alike(its, cell);
  }

  private static boolean alike(@Nullable Node one, @Nullable Node other) {
    return one instanceof Element a
        && other instanceof Element b
        && a.normalName().equals(b.normalName())
        && a.className().equals(b.className());
  }

  // the head above it

  private static Label head(Element cell) {
    var row = cell.parent();
    if (row == null || row.childrenSize() < 2 || row.childrenSize() > MOST_CELLS) {
      return Label.NONE;
    }
    int column = cell.elementSiblingIndex();
    var label = head(above(row), row, column);
    if (label == Label.OTHER && !isRowOfPairs(row, cell)) {
      return Label.NONE;
    }
    if (label != Label.NONE) {
      var below = beside(row.nextElementSibling(), row, column);
      boolean several = below != null && digits(below.text()) >= DATE_DIGITS;
      // 日期 over a column is the day of what each row tells
      return several || label == Label.PLAIN ? Label.OTHER : label;
    }
    boolean among = row.nameIs("tr") && head(first(row), row, column) != Label.NONE;
    return among ? Label.OTHER : Label.NONE;
  }

  private static @Nullable Element above(Element row) {
    var above = row.previousElementSibling();
    if (above != null || !row.nameIs("tr")) {
      return above;
    }
    var body = row.parent();
    var head = body == null ? null : body.previousElementSibling();
    return head != null && head.nameIs("thead") ? head.lastElementChild() : null;
  }

  private static @Nullable Element first(Element row) {
    var body = row.parent();
    var head = body == null ? null : body.previousElementSibling();
    var rows = head != null && head.nameIs("thead") ? head : body;
    return rows == null ? null : rows.firstElementChild();
  }

  /// What the cell of `head` over a column says of dates below it.
  private static Label head(@Nullable Element head, Element row, int column) {
    var cell = beside(head, row, column);
    if (cell == null) {
      return Label.NONE;
    }
    var name = name(cell);
    var label = Label.named(name);
    return label == Label.NONE && headsColumn(cell, name) ? Label.OTHER : label;
  }

  /// Whether a cell under an unknown name heads its column, and is no entry of a bar.
  private static boolean headsColumn(Element cell, String name) {
    return cell.nameIs("th")
        ? !name.isEmpty()
        : cell.nameIs("td")
            && name.length() > 1
            && !Companions.in(name)
            && cell.selectFirst("a") == null;
  }

  /// The cell of another row that stands in the same column.
  private static @Nullable Element beside(@Nullable Element other, Element row, int column) {
    return other != null
            && other.normalName().equals(row.normalName())
            && other.childrenSize() == row.childrenSize()
        ? other.child(column)
        : null;
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && i < 2 * LONGEST; i++) {
      digits += Characters.digit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean hasLetters(String text, int to) {
    for (int i = 0; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
