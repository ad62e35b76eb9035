package xuncha.crawler.probe.consult;

import static xuncha.crawler.probe.consult.LetterField.ANSWERED;
import static xuncha.crawler.probe.consult.LetterField.KIND;
import static xuncha.crawler.probe.consult.LetterField.SENT;
import static xuncha.crawler.probe.consult.LetterField.STATUS;
import static xuncha.crawler.probe.consult.LetterField.TIME;
import static xuncha.crawler.probe.consult.LetterField.TITLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;

/// Letters in lists of two shapes: rows under headings (a table, or its likeness in other
/// elements), and entries that label their values themselves.
final class LetterList {
  private static final int MOST_ROWS = 300;
  private static final int MOST_LABELS = 900;
  private static final int LONGEST_HEADING = 12;
  private static final int LONGEST_ENTRY = 1500;
  private static final int CLIMB = 4;

  private static final Pattern MAY_NAME_A_TIME = Pattern.compile("时间|日期");

  private final LetterFacts page;
  private final Map<String, Letter> letters = new LinkedHashMap<>();

  LetterList(LetterFacts page) {
    this.page = page;
  }

  List<Letter> read(Element root) {
    var labels = labels(root);
    labels.stream().filter(LetterList::isHeading).forEach(this::underHeadings);
    if (letters.isEmpty()) {
      entries(labels).forEach(this::addEntry);
    }
    return List.copyOf(letters.values());
  }

  /// The elements whose own text may name a letter's time: everything begins at these, so that a
  /// page costs no more than it has of them.
  private static List<Element> labels(Element root) {
    return root.nodeStream(TextNode.class)
        .filter(text -> MAY_NAME_A_TIME.matcher(text.getWholeText()).find())
        .limit(MOST_LABELS)
        .flatMap(text -> Stream.ofNullable(text.parent()))
        .toList();
  }

  private static boolean isHeading(Element label) {
    return LetterField.of(label.ownText())
        .filter(field -> field == SENT || field == TIME)
        .isPresent();
  }

  // Rows under headings.

  private void underHeadings(Element label) {
    var row = label.parent();
    for (var level = 0; level < 2 && row != null && headings(row).isEmpty(); level++) {
      row = row.parent(); // the label may be wrapped within its cell
    }
    if (row == null || headings(row).isEmpty()) {
      return;
    }
    readUnder(row, headings(row));
  }

  private void readUnder(Element row, Map<LetterField, Integer> headings) {
    var around = row.parent();
    for (var level = 0; level < CLIMB && around != null; level++, around = around.parent()) {
      var rows =
          around.select(row.normalName()).stream()
              .filter(other -> !other.equals(row) && other.childrenSize() == row.childrenSize())
              .filter(other -> headings(other).isEmpty() && other.selectFirst("a[href]") != null)
              .limit(MOST_ROWS)
              .toList();
      if (!rows.isEmpty()) {
        rows.forEach(other -> add(cells(other, headings), other));
        return;
      }
    }
  }

  /// The column of each field where the row is one of headings: a time of the letter or of the
  /// answer among at least two that we know.
  private static Map<LetterField, Integer> headings(Element row) {
    var headings = new EnumMap<LetterField, Integer>(LetterField.class);
    if (row.childrenSize() < 2 || row.childrenSize() > 12) {
      return headings;
    }
    for (var cell : row.children()) {
      var text = cell.text();
      if (text.length() > LONGEST_HEADING) {
        return new EnumMap<>(LetterField.class);
      }
      LetterField.of(text)
          .ifPresent(field -> headings.putIfAbsent(field, cell.elementSiblingIndex()));
    }
    var time = headings.get(TIME);
    if (time != null && headings.containsKey(ANSWERED)) {
      headings.putIfAbsent(SENT, time);
    }
    var telling = headings.containsKey(SENT) && headings.size() >= 2;
    return telling ? headings : new EnumMap<>(LetterField.class);
  }

  private static Map<LetterField, String> cells(Element row, Map<LetterField, Integer> headings) {
    var cells = new EnumMap<LetterField, String>(LetterField.class);
    headings.forEach((field, column) -> cells.put(field, row.child(column).text().strip()));
    return cells;
  }

  private void add(Map<LetterField, String> cells, Element row) {
    var sent = LetterDates.first(values(cells, SENT), page.seenAt());
    var answered = LetterDates.firstSince(values(cells, ANSWERED), sent, page.seenAt());
    add(
        row,
        cells.getOrDefault(TITLE, ""),
        cells.getOrDefault(KIND, ""),
        sent,
        answered,
        standing(cells, answered));
  }

  private static List<String> values(Map<LetterField, String> cells, LetterField field) {
    return Optional.ofNullable(cells.get(field)).stream().toList();
  }

  private static LetterStanding standing(
      Map<LetterField, String> cells, Optional<FoundDate> answered) {
    var word = LetterStanding.word(cells.getOrDefault(STATUS, ""));
    if (word.isPresent()) {
      return new LetterStanding(word.get(), 0.9);
    }
    if (answered.isPresent()) {
      return new LetterStanding(Standing.ANSWERED, 0.95);
    }
    var place = cells.get(ANSWERED);
    if (place == null) {
      return LetterStanding.UNKNOWN;
    }
    return LetterStanding.nothing(place)
            || LetterStanding.word(place).filter(Standing.WAITING::equals).isPresent()
        ? new LetterStanding(Standing.WAITING, 0.7)
        : LetterStanding.UNKNOWN;
  }

  // Entries that label their values themselves.

  /// The entries around the labels. Entries are siblings; a single one is a letter's own page with
  /// some link in its furniture.
  private static List<Element> entries(List<Element> labels) {
    var byParent = new LinkedHashMap<Element, Set<Element>>();
    for (var label : labels) {
      var entry = entry(label).filter(LetterList::isEntry);
      entry
          .flatMap(known -> Optional.ofNullable(known.parent()))
          .map(parent -> byParent.computeIfAbsent(parent, key -> new LinkedHashSet<>()))
          .ifPresent(siblings -> entry.ifPresent(siblings::add));
    }
    return byParent.values().stream()
        .filter(siblings -> siblings.size() >= 2)
        .flatMap(Set::stream)
        .limit(MOST_ROWS)
        .toList();
  }

  /// The smallest element around the label that holds a link.
  private static Optional<Element> entry(Element label) {
    var element = label;
    for (var level = 0; level < CLIMB + 2 && element.selectFirst("a[href]") == null; level++) {
      var around = element.parent();
      if (around == null) {
        return Optional.empty();
      }
      element = around;
    }
    return element.parent() == null ? Optional.empty() : Optional.of(element);
  }

  private static boolean isEntry(Element element) {
    var lines = LetterValues.lines(element);
    return lines.stream().mapToInt(String::length).sum() < LONGEST_ENTRY
        && LetterValues.of(element).all(SENT).size() == 1
        && element.selectFirst("a[href]") != null;
  }

  private void addEntry(Element element) {
    var values = LetterValues.of(element);
    var sent = LetterDates.first(values.all(SENT), page.seenAt());
    var answered = LetterDates.firstSince(values.all(ANSWERED), sent, page.seenAt());
    var type = values.all(KIND).stream().findFirst().orElse("");
    add(element, "", type, sent, answered, standing(element, values, answered));
  }

  /// A word such as 已回复 may stand in an entry without a label.
  private static LetterStanding standing(
      Element element, LetterValues values, Optional<FoundDate> answered) {
    var told = LetterStanding.of(values, answered.isPresent());
    if (told.standing() != Standing.UNKNOWN) {
      return told;
    }
    return element.stream()
        .map(part -> part.ownText().replaceAll("[\\[\\]【】()（）\\s]", ""))
        .filter(text -> text.length() <= 6)
        .flatMap(text -> LetterStanding.word(text).stream())
        .findFirst()
        .map(standing -> new LetterStanding(standing, 0.8))
        .orElse(told);
  }

  private void add(
      Element row,
      String title,
      String type,
      Optional<FoundDate> sent,
      Optional<FoundDate> answered,
      LetterStanding standing) {
    var link = link(row, title);
    var name = title.isEmpty() ? link.map(Element::text).orElse("") : title;
    var own = link.map(anchor -> anchor.absUrl("href")).filter(url -> url.startsWith("http"));
    if (sent.isEmpty() || name.isBlank()) {
      return;
    }
    var letter = page.letter(name, own.orElse(page.url()), type, sent, answered, standing);
    letters.putIfAbsent(own.orElse(name + sent.get().day()), letter);
  }

  /// The link with the longest text, or the one that carries the title.
  private static Optional<Element> link(Element row, String title) {
    var links = new ArrayList<>(row.select("a[href]"));
    return links.stream()
        .filter(anchor -> !title.isEmpty() && anchor.text().equals(title))
        .findFirst()
        .or(() -> links.stream().max(Comparator.comparingInt(anchor -> anchor.text().length())));
  }
}
