package xuncha.crawler.read.date;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// The visible text of a page in one run, blocks parted by newlines, with what stands around each
/// piece. Built in one pass; at most [DateText#LONGEST] characters are kept.
final class PageText {
  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "select",
          "textarea",
          "iframe",
          "object",
          "title",
          "head",
          "math",
          "button");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "span",
          "b",
          "i",
          "em",
          "strong",
          "font",
          "small",
          "big",
          "u",
          "s",
          "sub",
          "sup",
          "label",
          "time",
          "cite",
          "code",
          "abbr",
          "mark",
          "ins",
          "del",
          "bdi",
          "bdo",
          "var",
          "kbd",
          "samp",
          "q",
          "acronym",
          "tt",
          "nobr",
          "wbr",
          "o:p",
          "st1:chsdate",
          "img",
          "input",
          "ucaptitle",
          "ucapcontent",
          "publishtime");

  /// What each tag does to the text; what is in neither set stands on lines of its own. A hash map,
  /// for it is asked of every element.
  private static final Map<String, Flow> FLOWS = new HashMap<>();

  static {
    UNREAD.forEach(tag -> FLOWS.put(tag, Flow.UNREAD));
    INLINE.forEach(tag -> FLOWS.put(tag, Flow.INLINE));
  }

  /// What an element does to the text.
  private enum Flow {
    BLOCK,
    INLINE,
    UNREAD
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Element> owners = new ArrayList<>();
  private int[] starts = new int[32];
  private int[] flags = new int[32];
  private int pieces;
  private int latest;
  private String whole = "";

  private final boolean apart;
  private final Tags tags = new Tags();
  private final Map<String, Integer> said = new HashMap<>();

  private PageText(boolean apart) {
    this.apart = apart;
  }

  static PageText of(Element root) {
    return read(root, new PageText(false));
  }

  /// The same with a space between neighbouring elements of one line: list entries set the parts of
  /// a date side by side.
  static PageText apart(Element root) {
    return read(root, new PageText(true));
  }

  private static PageText read(Element root, PageText read) {
    NodeTraversor.traverse(read.new Reader(), root);
    read.whole = read.text.toString();
    return read;
  }

  String text() {
    return whole;
  }

  /// What tells dates to machines; nothing for a list entry.
  Tags tags() {
    return tags;
  }

  /// The innermost element around the character at `place`.
  Element ownerAt(int place) {
    return owners.get(pieceAt(place));
  }

  /// The [Region] flags at `place`.
  int flagsAt(int place) {
    return pieces == 0 ? 0 : flags[pieceAt(place)];
  }

  /// The length of the piece of text that holds the character at `place`.
  int pieceAround(int place) {
    int piece = pieceAt(place);
    int end = piece + 1 < pieces ? starts[piece + 1] : text.length();
    return end - starts[piece];
  }

  /// Asked for neighbouring places most of the time.
  private int pieceAt(int place) {
    boolean same =
        latest < pieces
            && starts[latest] <= place
            && (latest + 1 == pieces || place < starts[latest + 1]);
    if (!same) {
      int found = Arrays.binarySearch(starts, 0, pieces, place);
      latest = found >= 0 ? found : Math.max(0, -found - 2);
    }
    return latest;
  }

  private final class Reader implements NodeVisitor {
    private int[] stack = new int[64];
    private Flow[] flows = new Flow[64];
    private int unread = Integer.MAX_VALUE;

    @Override
    public void head(Node node, int depth) {
      if (!apart && node instanceof Element element) {
        tags.see(element);
      }
      if (depth >= unread || text.length() >= DateText.LONGEST) {
        return;
      }
      if (depth + 1 >= stack.length) {
        stack = Arrays.copyOf(stack, stack.length * 2);
        flows = Arrays.copyOf(flows, stack.length);
      }
      int around = depth == 0 ? 0 : stack[depth - 1];
      stack[depth] = around;
      if (node instanceof Element element) {
        enter(element, depth, around);
      } else if (node instanceof TextNode piece && piece.parentNode() instanceof Element owner) {
        append(piece.getWholeText(), owner, around);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (depth > unread || text.length() >= DateText.LONGEST) {
        return;
      }
      unread = Integer.MAX_VALUE;
      if (node instanceof Element && flows[depth] != Flow.INLINE) {
        part();
      }
    }

    private void enter(Element element, int depth, int around) {
      var flow = FLOWS.getOrDefault(element.normalName(), Flow.BLOCK);
      flows[depth] = flow;
      if (flow == Flow.UNREAD) {
        unread = depth;
        if (element.normalName().equals("script") && element.parent() != null) {
          append(ScriptDates.written(element.data()), element.parent(), around);
        }
        return;
      }
      if (flow == Flow.BLOCK) {
        part();
      }
      if (apart) {
        return; // nobody asks where a piece of an entry stands
      }
      int own = Region.of(element, said);
      // a header or footer of an article is no header or footer of the page
      if ((around & Region.ARTICLE) != 0 && "header footer".contains(element.normalName())) {
        own &= ~(Region.TOP | Region.FOOT);
      }
      stack[depth] = (around & ~(Region.DATED | Region.TITLED)) | own;
    }

    private void part() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }

    private void append(String raw, @Nullable Element owner, int around) {
      if (owner == null || raw.isEmpty()) {
        return;
      }
      if (!text.isEmpty()
          && !owners.isEmpty()
          && !owners.getLast().equals(owner)
          && (apart || isPhraseOfItsOwn(raw, owner))) {
        appendSpace();
      }
      int begin = text.length();
      int end = 0;
      for (int start = 0; start < raw.length() && text.length() < DateText.LONGEST; start = end) {
        end = start + 1;
        if (space(raw.charAt(start))) {
          appendSpace();
          continue;
        }
        int most = Math.min(raw.length(), start + DateText.LONGEST - text.length());
        while (end < most && !space(raw.charAt(end))) {
          end++;
        }
        text.append(raw, start, end);
      }
      if (text.length() > begin) {
        if (pieces == starts.length) {
          starts = Arrays.copyOf(starts, pieces * 2);
          flags = Arrays.copyOf(flags, pieces * 2);
        }
        starts[pieces] = begin;
        flags[pieces++] = around;
        owners.add(owner);
      }
    }

    /// Whether the style sheet must be what keeps this piece from the one before: two elements side
    /// by side, nothing between them, and the second begins with several ideographs. So bylines are
    /// made (来源：某局, 时间：2020-03-01); a 年 or 日 in an element of its own is no phrase.
    private static boolean isPhraseOfItsOwn(String raw, Element owner) {
      return raw.length() >= 4
          && owner.previousSibling() instanceof Element before
          && before.nameIs(owner.normalName())
          && Character.isIdeographic(raw.charAt(0))
          && Character.isIdeographic(raw.charAt(1));
    }

    private void appendSpace() {
      char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
      if (last != ' ' && last != '\n') {
        text.append(' ');
      }
    }

    private static boolean space(char c) {
      return c <= ' ' || c == 0xA0 || c == 0x3000;
    }
  }
}
