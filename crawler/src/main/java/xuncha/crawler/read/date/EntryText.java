package xuncha.crawler.read.date;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/// The text of one list entry and the dates in it.
final class EntryText {
  /// Longer entries are articles, or the whole page taken for an entry.
  private static final int LONGEST = 6000;

  private static final Evaluator ROW = new Evaluator.Tag("tr");
  private static final int TITLE_STEM = 8;
  private static final int LONG_TEXT = 60;
  private static final String PARTING = " [](){}（）【】|";

  private final Element block;
  private final Instant seenAt;
  private final PageText page;
  private final String text;
  private final String untitled;

  EntryText(Element block, String title, Instant seenAt) {
    this.block = block;
    this.seenAt = seenAt;
    this.page = PageText.apart(block);
    var whole = page.text();
    this.text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    this.untitled = withoutTitle(text, title);
  }

  /// The dates of the entry, the title's own last.
  List<EntryDate> dates() {
    var dates = new ArrayList<EntryDate>();
    for (var mention : DateText.mentions(untitled)) {
      date(mention, false).ifPresent(dates::add);
    }
    if (dates.stream().noneMatch(date -> date.written() instanceof Written.Full)) {
      SplitDate.in(untitled)
          .ifPresent(split ->
              dates.addFirst(
                  new EntryDate(
                      split.written(),
                      Optional.empty(),
                      Label.NONE,
                      "split",
                      true,
                      false,
                      false,
                      split.raw())));
    }
    if (dates.isEmpty()) {
      for (var mention : DateText.mentions(text)) {
        date(mention, true).filter(this::edge).ifPresent(dates::add);
      }
    }
    return dates;
  }

  private Optional<EntryDate> date(Mention mention, boolean inTitle) {
    if (mention.span() || mention.written() instanceof Written.OfMonth) {
      return Optional.empty();
    }
    var owner = page.ownerAt(mention.start());
    boolean alone = alone(mention);
    if (isCompact(mention) && (inTitle || !alone)) {
      return Optional.empty();
    }
    var label = label(mention, owner);
    boolean told = label != Label.NONE || alone;
    boolean vague = !(mention.written() instanceof Written.Full);
    var exact = vague ? exact(mention, owner) : Optional.<Mention>empty();
    boolean uncertain = vague && exact.isEmpty();
    if ((uncertain && !told && !bracketed(mention)) || (!told && inSentence(mention))) {
      return Optional.empty();
    }
    var said = exact.orElse(mention);
    return Optional.of(
        new EntryDate(
            inChina(said),
            said.timeInChina(),
            label,
            slot(owner, mention),
            alone,
            inTitle,
            inTitle && setApart(mention),
            said.raw()));
  }

  /// An instant of another zone (2024-09-09T16:00:00Z) is the day that it was here.
  private static Written inChina(Mention said) {
    return said.written() instanceof Written.Full(_, var how)
        ? new Written.Full(said.fullDay(true).orElseThrow(), how)
        : said.written();
  }

  private Optional<Mention> exact(Mention shown, Element owner) {
    return ExactDate.of(owner, true, day -> ExactDate.agrees(day, shown.written(), seenAt));
  }

  /// 20240910, which among other words may be any number.
  private static boolean isCompact(Mention mention) {
    return mention.written() instanceof Written.Full(_, var how)
        && how == Written.Plainness.COMPACT;
  }

  /// Whether a date within the title stands at its edge, as dates do that were put there for every
  /// entry.
  private boolean edge(EntryDate date) {
    return date.alone()
        || date.apart()
        || text.strip().endsWith(date.raw())
        || text.strip().startsWith(date.raw());
  }

  /// Whether the piece of text that holds the date holds nothing else of weight.
  private boolean alone(Mention mention) {
    int start = mention.start();
    while (start > 0
        && page.ownerAt(start - 1).equals(page.ownerAt(mention.start()))
        && text.charAt(start - 1) != '\n') {
      start--;
    }
    int end = mention.end();
    while (end < text.length()
        && page.ownerAt(end).equals(page.ownerAt(mention.start()))
        && text.charAt(end) != '\n') {
      end++;
    }
    int letters = 0;
    for (int i = start; i < end; i++) {
      boolean within = i >= mention.start() && i < mention.end();
      letters += !within && Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return letters == 0;
  }

  /// Whether a date in numbers stands at an edge of the title's line with a blank or a bracket
  /// between: [2024-09-10] 标题, 标题（2024.9.10）.
  private boolean setApart(Mention mention) {
    if (mention.raw().indexOf('年') >= 0 || !(mention.written() instanceof Written.Full)) {
      return false;
    }
    int start = mention.start();
    while (start > 0 && PARTING.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    int end = mention.end();
    while (end < text.length() && PARTING.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    boolean ends = end == text.length() || text.charAt(end) == '\n';
    return (begins && end > mention.end()) || (ends && start < mention.start());
  }

  private boolean bracketed(Mention mention) {
    int before = mention.start() - 1;
    int after = mention.end();
    return before >= 0
        && after < text.length()
        && "[【(（".indexOf(text.charAt(before)) >= 0
        && "]】)）".indexOf(text.charAt(after)) >= 0;
  }

  private boolean inSentence(Mention mention) {
    int lineStart = untitled.lastIndexOf('\n', mention.start()) + 1;
    int lineEnd = untitled.indexOf('\n', mention.end());
    lineEnd = lineEnd < 0 ? untitled.length() : lineEnd;
    int letters = 0;
    for (int i = lineStart; i < lineEnd; i++) {
      letters += Character.isLetterOrDigit(untitled.charAt(i)) ? 1 : 0;
    }
    char after = mention.end() < untitled.length() ? untitled.charAt(mention.end()) : '\n';
    char before = mention.start() > 0 ? untitled.charAt(mention.start() - 1) : '\n';
    boolean runsOn = Characters.han(after) && after != '星' && after != '周';
    return letters > LONG_TEXT
        || (runsOn && Label.after(untitled, mention.start(), mention.end()) == Label.NONE)
        || "，、。；".indexOf(after) >= 0
        || "于自从至到在".indexOf(before) >= 0;
  }

  /// The label beside the date, or the head of its column.
  private Label label(Mention mention, Element owner) {
    var before = Label.before(untitled, mention.start());
    if (before != Label.NONE) {
      return before;
    }
    var after = Label.after(untitled, mention.start(), mention.end());
    return after != Label.NONE ? after : columnHead(owner);
  }

  private Label columnHead(Element owner) {
    var cell = cell(owner);
    var row = cell == null ? null : cell.parent();
    var table = row == null ? null : row.closest("table");
    if (cell == null || row == null || table == null) {
      return Label.NONE;
    }
    var head = table.selectFirst(ROW);
    int column = cell.elementSiblingIndex();
    if (head == null
        || head.equals(row)
        || head.childrenSize() <= column
        || head.childrenSize() != row.childrenSize()) {
      return Label.NONE;
    }
    var words = head.child(column).text();
    return words.length() > 20 ? Label.NONE : Label.named(words);
  }

  private @Nullable Element cell(Element owner) {
    Element up = owner;
    while (up != null && !up.equals(block)) {
      if (up.normalName().equals("td")) {
        return up;
      }
      up = up.parent();
    }
    return null;
  }

  private String slot(Element owner, Mention mention) {
    var slot = new StringBuilder();
    Element up = owner;
    for (int n = 0; n < 6 && up != null && !up.equals(block); n++) {
      slot.append(up.normalName()).append('.').append(up.className()).append('<');
      if (up.normalName().equals("td")) {
        slot.append(up.elementSiblingIndex());
      }
      up = up.parent();
    }
    int firstTitle = untitled.indexOf(BLANK);
    return slot.append(firstTitle >= 0 && firstTitle < mention.start() ? "after" : "before")
        .toString();
  }

  private static final char BLANK = '\u0001';

  /// The text with every showing of the title blanked, places kept. A title cut short in the text
  /// (…) is blanked as far as it is shown.
  private static String withoutTitle(String text, String title) {
    var stem = squeezed(title);
    if (stem.length() < 2) {
      return text;
    }
    var places = new int[text.length()];
    var squeezed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        places[squeezed.length()] = i;
        squeezed.append(text.charAt(i));
      }
    }
    var blanked = text.toCharArray();
    var start = stem.substring(0, Math.min(TITLE_STEM, stem.length()));
    int at = squeezed.indexOf(start);
    while (at >= 0) {
      int end = at;
      while (end < squeezed.length()
          && end - at < stem.length()
          && squeezed.charAt(end) == stem.charAt(end - at)) {
        end++;
      }
      for (int i = at; i < end; i++) {
        blanked[places[i]] = BLANK;
      }
      at = squeezed.indexOf(start, end);
    }
    return new String(blanked);
  }

  private static String squeezed(String title) {
    var squeezed = new StringBuilder();
    for (int i = 0; i < title.length() && i < 600; i++) {
      if (!Character.isWhitespace(title.charAt(i))) {
        squeezed.append(title.charAt(i));
      }
    }
    int end = squeezed.length();
    while (end > 0 && (squeezed.charAt(end - 1) == '.' || squeezed.charAt(end - 1) == '…')) {
      end--;
    }
    return squeezed.substring(0, end);
  }
}
