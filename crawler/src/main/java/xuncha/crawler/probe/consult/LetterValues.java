package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// The labelled values of a page or of a block: 来信时间：2020-04-01 状态：已回复. A label's value stands
/// behind it in the same line, or in the next cell or line, up to the next label.
final class LetterValues {
  private static final int MOST_LINES = 3000;
  private static final int LONGEST_VALUE = 300;

  private static final Pattern LABEL =
      Pattern.compile(
          LetterField.BEFORE
              + Arrays.stream(LetterField.values())
                  .map(field -> "(?<" + field.name() + ">" + field.names() + ")")
                  .collect(Collectors.joining("|", "(?:", ")"))
              + LetterField.AFTER
              + "\\s*[\\]】)）]?\\s*[:：]?");

  private final Map<LetterField, List<String>> values = new EnumMap<>(LetterField.class);

  private LetterValues() {}

  /// The values in `block`, read from its visible lines.
  static LetterValues of(Element block) {
    var read = new LetterValues();
    LetterField open = null;
    for (var line : lines(block)) {
      var matcher = LABEL.matcher(line);
      var from = 0;
      while (matcher.find()) {
        read.add(open, line.substring(from, matcher.start()));
        open = field(matcher);
        read.begin(open);
        from = matcher.end();
      }
      read.add(open, line.substring(from));
    }
    return read;
  }

  /// Every value of a field in page order; a label with nothing behind it gives an empty one.
  List<String> all(LetterField field) {
    return values.getOrDefault(field, List.of());
  }

  private static LetterField field(Matcher matcher) {
    for (var field : LetterField.values()) {
      if (matcher.group(field.name()) != null) {
        return field;
      }
    }
    throw new IllegalStateException("a label of no field: " + matcher.group());
  }

  private void begin(LetterField field) {
    values.computeIfAbsent(field, key -> new ArrayList<>()).add("");
  }

  /// Lengthens the value that is open.
  private void add(@Nullable LetterField field, String text) {
    var list = field == null ? null : values.get(field);
    if (list != null && list.getLast().length() < LONGEST_VALUE) {
      list.set(list.size() - 1, (list.getLast() + " " + text.strip()).strip());
    }
  }

  /// The visible text, cut where blocks and cells end; inline elements are parted by a blank.
  static List<String> lines(Element block) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    block.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text && visible(text)) {
              line.append(' ').append(text.text());
            } else if (breaks(node)) {
              end();
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (breaks(node)) {
              end();
            }
          }

          private void end() {
            var text = line.toString().replace('\u00a0', ' ').replace('\u3000', ' ').strip();
            if (!text.isEmpty() && lines.size() < MOST_LINES) {
              lines.add(text);
            }
            line.setLength(0);
          }
        });
    var rest = line.toString().strip();
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }

  private static boolean visible(TextNode text) {
    return !(text.parent() instanceof Element parent)
        || !List.of("script", "style", "noscript", "template").contains(parent.normalName());
  }

  private static boolean breaks(Node node) {
    return node instanceof Element element
        && (element.isBlock()
            || List.of("br", "td", "th", "dt", "dd", "li").contains(element.normalName()));
  }
}
