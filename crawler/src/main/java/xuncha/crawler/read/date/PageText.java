package xuncha.crawler.read.date;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
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

  private static final int LONGEST_LINE = 120;
  private static final int LONGEST_DATE = 40;
  private static final String SIGNS = "-/.月:";

  /// What each tag does to the text; what is in neither set stands on lines of its own. A hash map,
  /// for it is asked of every element.
  private static final Map<String, Flow> FLOWS = new HashMap<>();

  static {
    UNREAD.forEach(tag -> FLOWS.put(tag, Flow.UNREAD));
    INLINE.forEach(tag -> FLOWS.put(tag, Flow.INLINE));
  }

  /// Parts of a page that are told by their names.
  private static final int NAMED = Region.TOP | Region.FOOT | Region.ASIDE;

  /// On pages with less text than this a footer may be most of it.
  private static final int SHORT_PAGE = 200;

  /// The pieces, from the one to before the other, of an element that is called such a part.
  ///
  /// @param tagged whether by its tag, which wrappers do not have
  private record Block(int from, int to, int flags, boolean tagged) {}

  /// What an element does to the text.
  private enum Flow {
    BLOCK,
    INLINE,
    UNREAD
  }

  private final StringBuilder text;
  private final List<Element> owners;
  private int[] starts;
  private int[] flags;
  private int pieces;
  private int latest;
  private String whole = "";

  private final boolean apart;
  private final Tags tags = new Tags();
  private final List<Block> blocks = new ArrayList<>();

  private PageText(boolean apart) {
    this.apart = apart;
    int pieces = apart ? 8 : 256;
    text = new StringBuilder(pieces * 16);
    owners = new ArrayList<>(pieces);
    starts = new int[pieces];
    flags = new int[pieces];
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
    read.new Reader().read(root, 0);
    read.whole = read.text.toString();
    read.disbelieve();
    return read;
  }

  /// What is most of a page (`bg-bottom`, `top-wrap`) is no part of it, whatever it is called.
  private void disbelieve() {
    var all = blocks.isEmpty() ? 0 : letters(0, pieces);
    if (all < SHORT_PAGE) {
      return;
    }
    var wrappers =
        blocks.stream().filter(its -> !its.tagged && letters(its.from, its.to) * 2 > all).toList();
    for (var wrapper : wrappers) {
      for (int piece = wrapper.from; piece < wrapper.to; piece++) {
        flags[piece] &= ~wrapper.flags;
      }
    }
    if (!wrappers.isEmpty()) {
      blocks.removeAll(wrappers);
      for (var block : blocks) {
        for (int piece = block.from; piece < block.to; piece++) {
          flags[piece] |= block.flags;
        }
      }
    }
  }

  /// Characters in those pieces that are no link's.
  private int letters(int from, int to) {
    int letters = 0;
    for (int piece = from; piece < to; piece++) {
      int end = piece + 1 < pieces ? starts[piece + 1] : text.length();
      letters += (flags[piece] & Region.LINK) == 0 ? end - starts[piece] : 0;
    }
    return letters;
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
    if (!holds(latest, place)) {
      if (holds(latest + 1, place)) {
        latest++;
      } else {
        int found = Arrays.binarySearch(starts, 0, pieces, place);
        latest = found >= 0 ? found : Math.max(0, -found - 2);
      }
    }
    return latest;
  }

  private boolean holds(int piece, int place) {
    return piece < pieces
        && starts[piece] <= place
        && (piece + 1 == pieces || place < starts[piece + 1]);
  }

  /// Goes through the tree by itself, for nothing else of every page is asked of each of its nodes.
  /// As deep as parsed pages go, which is bounded.
  private final class Reader {
    private void read(Element element, int around) {
      if (!apart) {
        tags.see(element);
      }
      if (full()) {
        see(element);
        return;
      }
      var flow = FLOWS.getOrDefault(element.normalName(), Flow.BLOCK);
      switch (flow) {
        case UNREAD -> {
          if (element.nameIs("script") && element.parent() != null) {
            append(ScriptDates.written(element.data()), element.parent(), around);
          }
          see(element);
        }
        case BLOCK -> {
          part();
          inside(element, around);
        }
        case INLINE -> {
          if (element.childNodeSize() == 0 && !element.nameIs("wbr")) {
            appendSpaceAfterDigit(); // an icon stands between two numbers
          }
          inside(element, around);
        }
      }
      if (flow != Flow.INLINE && !full()) {
        part();
      }
    }

    private void inside(Element element, int around) {
      int own = apart ? 0 : own(element, around);
      int its = apart ? 0 : (around & ~(Region.DATED | Region.TITLED)) | own;
      int from = pieces;
      int children = element.childNodeSize();
      for (int i = 0; i < children; i++) {
        var child = element.childNode(i);
        if (child instanceof Element inner) {
          read(inner, its);
        } else if (child instanceof TextNode piece && !full()) {
          append(piece.getWholeText(), element, its);
        }
      }
      int named = own & NAMED;
      if (named != 0 && pieces > from) {
        blocks.add(new Block(from, pieces, named, (named & Region.byTag(element)) != 0));
      }
    }

    /// What is told inside an element whose text is not read.
    private void see(Element element) {
      for (int i = 0; !apart && i < element.childNodeSize(); i++) {
        if (element.childNode(i) instanceof Element inner) {
          tags.see(inner);
          see(inner);
        }
      }
    }

    private int own(Element element, int around) {
      int own = Region.of(element);
      // a header or footer of an article is no header or footer of the page
      return (around & Region.ARTICLE) != 0 && "header footer".contains(element.normalName())
          ? own & ~(Region.TOP | Region.FOOT)
          : own;
    }

    private boolean full() {
      return text.length() >= DateText.LONGEST;
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
          && (apart || isPhraseOfItsOwn(raw, owner) || followsDate(raw, owner))) {
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
    /// by side, nothing between them, and the second begins with several ideographs or a year. So
    /// bylines are made (来源：某局, 浏览：12, 2020-03-01); a 年 or 日 in an element of its own is no phrase.
    private static boolean isPhraseOfItsOwn(String raw, Element owner) {
      return raw.length() >= 4
          && (isWord(raw) || isYear(raw))
          && owner.previousSibling() instanceof Element before
          && (isYear(raw) || (before.nameIs(owner.normalName()) && !isSentence(raw)));
    }

    /// Whether the element before ends in a whole date and this one says the next thing of a
    /// byline. Running text that is cut into elements has its sentences around it.
    private boolean followsDate(String raw, Element owner) {
      if (!endsInDay()
          || !Character.isLetterOrDigit(raw.charAt(0))
          || !(owner.previousSibling() instanceof Element)) {
        return false;
      }
      var around = owner.parent();
      return around != null
          && endsInDate()
          && Rows.letters(around) <= LONGEST_LINE
          && !isSentence(around.text());
    }

    /// Asked of every element beside another: a day or a time ends so, and hardly anything else.
    private boolean endsInDay() {
      int last = text.length() - 1;
      char c = text.charAt(last);
      return c == '日'
          || c == '号'
          || (last > 3
              && Characters.digit(c)
              && (SIGNS.indexOf(text.charAt(last - 1)) >= 0
                  || SIGNS.indexOf(text.charAt(last - 2)) >= 0));
    }

    private boolean endsInDate() {
      var end = text.substring(Math.max(0, text.length() - LONGEST_DATE));
      var mentions = DateText.mentions(end);
      return !mentions.isEmpty()
          && mentions.getLast().end() == end.length()
          && mentions.getLast().written() instanceof Written.Full;
    }

    private static boolean isSentence(String line) {
      return line.indexOf('。') >= 0 || line.indexOf('，') >= 0;
    }

    private static boolean isWord(String raw) {
      return Character.isIdeographic(raw.charAt(0)) && Character.isIdeographic(raw.charAt(1));
    }

    private static boolean isYear(String raw) {
      for (int i = 0; i < 4; i++) {
        if (!Characters.digit(raw.charAt(i))) {
          return false;
        }
      }
      return raw.length() > 4 && "-/.年".indexOf(raw.charAt(4)) >= 0;
    }

    private void appendSpace() {
      char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
      if (last != ' ' && last != '\n') {
        text.append(' ');
      }
    }

    private void appendSpaceAfterDigit() {
      if (!text.isEmpty() && Characters.digit(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }

    private static boolean space(char c) {
      return c <= ' ' || c == 0xA0 || c == 0x3000;
    }
  }
}
