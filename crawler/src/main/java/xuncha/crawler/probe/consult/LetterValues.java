package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// The labelled values of a page or of a block: 来信时间：2020-04-01 状态：已回复. A label's value stands
/// behind it in the same line, up to the next label; else in the next line of the same block, or in
/// the next cell or block. An empty cell is an empty value, whatever stands further down.
final class LetterValues {
  private static final int MOST_LINES = 3000;
  private static final int LONGEST_VALUE = 300;
  private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "template");
  private static final Set<String> CELLS = Set.of("br", "td", "th", "dt", "dd", "li");

  private static final Pattern LABEL =
      Pattern.compile(
          LetterField.BEFORE
              + Arrays.stream(LetterField.values())
                  .map(field -> "(?<" + field.name() + ">" + field.names() + ")")
                  .collect(Collectors.joining("|", "(?:", ")"))
              + LetterField.AFTER
              + "\\s*[\\]】)）]?\\s*[:：]?\\s*");

  private final Map<LetterField, List<String>> values = new EnumMap<>(LetterField.class);

  /// A visible line and the block that holds it.
  private record Line(String text, Element owner) {}

  private LetterValues() {}

  /// The values in `block`, read from its visible lines.
  static LetterValues of(Element block) {
    var read = new LetterValues();
    var lines = visible(block);
    for (var at = 0; at < lines.size(); at++) {
      var next = at + 1 < lines.size() ? lines.get(at + 1) : null;
      read.line(lines.get(at), next);
    }
    return read;
  }

  /// Every value of a field in page order; a label with nothing behind it gives an empty one.
  List<String> all(LetterField field) {
    return values.getOrDefault(field, List.of());
  }

  /// The visible text, cut where blocks and cells end; inline elements are parted by a blank.
  static List<String> lines(Element block) {
    return visible(block).stream().map(Line::text).toList();
  }

  private void line(Line line, @Nullable Line next) {
    var matcher = LABEL.matcher(line.text());
    LetterField open = null;
    var from = 0;
    while (matcher.find()) {
      if (open != null) {
        add(open, line.text().substring(from, matcher.start()));
      }
      open = field(matcher);
      from = matcher.end();
    }
    if (open != null) {
      var rest = line.text().substring(from);
      add(open, rest.isBlank() ? behind(line.owner(), next) : rest);
    }
  }

  /// The value of a label that ends its line.
  private static String behind(Element owner, @Nullable Line next) {
    if (next != null && next.owner().equals(owner)) {
      return unlessLabel(next.text());
    }
    var cell = owner;
    for (var around = cell.parent();
        around != null && around.childrenSize() == 1 && cell.nextElementSibling() == null;
        around = cell.parent()) {
      cell = around;
    }
    var sibling = cell.nextElementSibling();
    return sibling == null ? "" : unlessLabel(String.join(" ", lines(sibling)));
  }

  private static String unlessLabel(String text) {
    return LABEL.matcher(text).lookingAt() ? "" : text;
  }

  private void add(LetterField field, String value) {
    var text = value.strip();
    var bounded = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) : text;
    values.computeIfAbsent(field, key -> new ArrayList<>()).add(bounded);
  }

  private static LetterField field(Matcher matcher) {
    for (var field : LetterField.values()) {
      if (matcher.group(field.name()) != null) {
        return field;
      }
    }
    throw new IllegalStateException("a label of no field: " + matcher.group());
  }

  private static List<Line> visible(Element block) {
    var lines = new ArrayList<Line>();
    var line = new StringBuilder();
    block.traverse(
        new NodeVisitor() {
          private Element owner = block;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text && isVisible(text)) {
              line.append(' ').append(text.text());
              owner = owner(text, block);
            } else if (breaks(node)) {
              end();
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (breaks(node) || depth == 0) {
              end();
            }
          }

          private void end() {
            var text = line.toString().replace('\u00a0', ' ').replace('\u3000', ' ').strip();
            if (!text.isEmpty() && lines.size() < MOST_LINES) {
              lines.add(new Line(text, owner));
            }
            line.setLength(0);
          }
        });
    return lines;
  }

  private static Element owner(TextNode text, Element block) {
    for (var around = text.parent(); around != null; around = around.parent()) {
      if (around.equals(block) || breaks(around)) {
        return around;
      }
    }
    return block;
  }

  private static boolean isVisible(TextNode text) {
    var parent = text.parent();
    return parent == null || !UNSEEN.contains(parent.normalName());
  }

  private static boolean breaks(Node node) {
    return node instanceof Element element
        && (element.isBlock() || CELLS.contains(element.normalName()));
  }
}
