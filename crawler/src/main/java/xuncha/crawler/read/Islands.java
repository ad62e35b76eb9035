package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.visit.Item;

/// Lists that a page carries as data for its own scripts: JSON, arrays and objects in scripts,
/// `document.write`, XML with HTML in CDATA (`<record>`), whether in a script, a comment, a text
/// area or an answer of their own. The same readers take the answers of data addresses.
final class Islands {
  private static final JsonMapper LENIENT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(60)
                          .maxStringLength(2_000_000)
                          .build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();
  private static final Pattern ROW =
      Pattern.compile(
          "new\\s+Array\\s*\\(((?:\\s*(?:\"[^\"\\n]*\"|'[^'\\n]*'|-?\\d+)\\s*,?){2,20})\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]*)\"|'([^'\\n]*)'|(-?\\d+)");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "document\\s*\\.\\s*write(?:ln)?\\s*\\(\\s*(?:\"((?:[^\"\\\\]|\\\\.){4,4000})\"|'((?:[^'\\\\]|\\\\.){4,4000})')\\s*\\)");
  private static final Pattern RECORD =
      Pattern.compile(
          "<record(?:\\s[^>]{0,200})?>\\s*(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?\\s*</record>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final int MOST_LITERALS = 30;
  private static final int LONGEST = 2_000_000;

  private final Records records;
  private final String base;

  /// @param base the address that addresses in the islands are relative to
  Islands(Records records, String base) {
    this.records = records;
    this.base = base;
  }

  /// A fragment of HTML that islands were unpacked into, and the entries that were data.
  ///
  /// @param markup HTML to be read like a page; empty when there was none
  /// @param items entries of the best list of records
  record Unpacked(String markup, List<Item> items) {}

  /// What the scripts, comments and text areas of a page carry.
  Unpacked inPage(Sheet sheet) {
    var markup = new StringBuilder();
    List<Item> best = List.of();
    for (var i = 0; i < sheet.scripts().size(); i++) {
      var script = sheet.scripts().get(i);
      var code = sheet.codes().get(i);
      if (code.length() < 40 || code.length() > LONGEST) {
        continue;
      }
      markup.append(recordMarkup(code));
      if (script.attr("type").contains("template")) {
        continue;
      }
      markup.append(written(code));
      var items = inScript(code);
      best = Records.worth(items) > Records.worth(best) ? items : best;
    }
    for (var comment : sheet.comments()) {
      markup.append(recordMarkup(comment));
    }
    for (var at = 0; at < sheet.size(); at++) {
      if (sheet.tag(at).equals("textarea")) {
        markup.append(recordMarkup(sheet.element(at).wholeText()));
      }
    }
    return new Unpacked(markup.toString(), best);
  }

  /// The entries of an answer that is data and not a page.
  Unpacked inAnswer(String body) {
    var text = body.strip();
    if (text.startsWith("<")) {
      var markup = recordMarkup(text);
      return markup.isEmpty() ? new Unpacked("", inXml(text)) : new Unpacked(markup, List.of());
    }
    var start = text.startsWith("{") || text.startsWith("[") ? 0 : text.indexOf('(') + 1;
    var tree = parsed(text.toCharArray(), start);
    var items = tree == null ? List.<Item>of() : records.in(tree);
    return new Unpacked(items.isEmpty() && tree != null ? markupIn(tree) : "", items);
  }

  /// HTML that a data answer carries in one of its strings.
  private static String markupIn(JsonNode tree) {
    var longest = "";
    for (var value : tree.findValues("html")) {
      longest = value.asString("").length() > longest.length() ? value.asString("") : longest;
    }
    for (var node : tree) {
      if (node.isString()
          && node.asString().contains("<a ")
          && node.asString().length() > longest.length()) {
        longest = node.asString();
      }
    }
    return longest;
  }

  // scripts

  private List<Item> inScript(String code) {
    var rows = new ArrayList<Map<String, String>>();
    List<Item> best = List.of();
    var objects = LENIENT.createArrayNode();
    var text = code.toCharArray();
    var tried = 0;
    var from = 0;
    for (var start = literal(text, from);
        tried < MOST_LITERALS && start >= 0;
        start = literal(text, from)) {
      tried++;
      var tree = parsed(text, start);
      from = start + 1;
      if (tree == null) {
        continue;
      }
      if (tree.isObject() && tree.size() > 1) {
        objects.add(tree);
      }
      var items = records.in(tree);
      if (Records.worth(items) > Records.worth(best)) {
        best = items;
        from = start + Math.min(code.length() - start - 1, 2 + tree.toString().length() / 2);
      }
    }
    if (code.contains("Array")) {
      var row = ROW.matcher(code);
      while (row.find() && rows.size() < 300) {
        rows.add(quoted(row.group(1)));
      }
    }
    for (var other : List.of(records.items(rows), records.in(objects))) {
      best = Records.worth(other) > Records.worth(best) ? other : best;
    }
    return best;
  }

  /// Where the next array or object begins that stands as a value: behind `=`, `(`, `:` or
  /// `return`, and holding something; -1 when there is none. Looks at nothing before `from`.
  private static int literal(char[] code, int from) {
    for (var at = from; at < code.length; at++) {
      if ((code[at] == '[' || code[at] == '{') && isValue(code, from, at) && holds(code, at + 1)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isValue(char[] code, int from, int at) {
    var before = at - 1;
    while (before >= from && isSpace(code[before])) {
      before--;
    }
    if (before < from) {
      return false;
    }
    return switch (code[before]) {
      case '=', '(', ':' -> true;
      case 'n' -> before - 5 >= from && new String(code, before - 5, 6).equals("return");
      default -> false;
    };
  }

  private static boolean holds(char[] code, int inside) {
    var at = inside;
    while (at < code.length && isSpace(code[at])) {
      at++;
    }
    if (at == code.length) {
      return false;
    }
    var c = code[at];
    return c == '['
        || c == '{'
        || c == '"'
        || c == '\''
        || c == '_'
        || (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z');
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static Map<String, String> quoted(String row) {
    var fields = new LinkedHashMap<String, String>();
    var value = QUOTED.matcher(row);
    while (value.find()) {
      var text =
          value.group(1) != null
              ? value.group(1)
              : value.group(2) != null ? value.group(2) : value.group(3);
      fields.put("#" + fields.size(), text);
    }
    return fields;
  }

  /// The HTML that `document.write` writes literally.
  static String written(String code) {
    if (!code.contains("document.write")) {
      return "";
    }
    var markup = new StringBuilder();
    var found = WRITTEN.matcher(code);
    while (found.find()) {
      var text = found.group(1) != null ? found.group(1) : found.group(2);
      if (text.indexOf('<') >= 0 && !text.contains("<scr")) {
        markup.append(text.replace("\\\"", "\"").replace("\\'", "'").replace("\\/", "/"));
      }
    }
    return markup.indexOf("<a") >= 0 ? markup.toString() : "";
  }

  /// The value that begins at `start`; null when it is no literal. What a script holds beside
  /// literals is not ours to understand, so failing here is an answer.
  private static @Nullable JsonNode parsed(char[] text, int start) {
    if (start < 0 || start >= text.length) {
      return null;
    }
    try (var parser = LENIENT.createParser(text, start, text.length - start)) {
      return parser.readValueAsTree();
    } catch (JacksonException noLiteral) {
      return null;
    }
  }

  // XML

  /// The HTML in `<record>` elements, as one list.
  private static String recordMarkup(String text) {
    if (!text.contains("<record")) {
      return "";
    }
    var found = RECORD.matcher(text);
    var markup = new StringBuilder();
    var rows = false;
    while (found.find()) {
      var record = found.group(1).strip();
      if (record.contains("<a")) {
        rows |= record.regionMatches(true, 0, "<tr", 0, 3);
        markup.append(record.startsWith("<li") || rows ? record : "<div>" + record + "</div>");
      }
    }
    if (markup.isEmpty()) {
      return "";
    }
    return rows ? "<table>" + markup + "</table>" : "<div>" + markup + "</div>";
  }

  /// RSS, Atom and any XML whose repeated elements have a title.
  private List<Item> inXml(String text) {
    Document xml = Jsoup.parse(text, base, Parser.xmlParser());
    var rows = new ArrayList<Map<String, String>>();
    for (var element : xml.getAllElements()) {
      if (element.childrenSize() >= 2 && isRecord(element) && rows.size() < 300) {
        rows.add(fields(element));
      }
    }
    return records.items(rows);
  }

  private static boolean isRecord(Element element) {
    for (var child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      var name = child.tagName().toLowerCase(Locale.ROOT);
      if (name.contains("title") && child.childrenSize() == 0) {
        var self = element.tagName().toLowerCase(Locale.ROOT);
        return !self.equals("channel") && !self.equals("feed") && !self.equals("image");
      }
    }
    return false;
  }

  private static Map<String, String> fields(Element element) {
    var fields = new LinkedHashMap<String, String>();
    for (var child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      var value = child.hasAttr("href") ? child.attr("href") : child.wholeText().strip();
      fields.putIfAbsent(child.tagName().toLowerCase(Locale.ROOT), value);
    }
    return fields;
  }
}
