package xuncha.findings.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// A YAML document that remembers its lines, so that a mistake can be pointed at.
sealed interface Yaml {
  /// Where the value begins, counted from 1.
  int line();

  /// Keys and values in file order.
  record Table(int line, Map<String, Yaml> entries) implements Yaml {}

  /// Values in file order.
  record Rows(int line, List<Yaml> rows) implements Yaml {}

  /// A `String`, `BigDecimal` or `Boolean`; an empty value is the empty string.
  record Plain(int line, Object value) implements Yaml {}

  /// Reads one document. What is no YAML, or says a key twice, is a mistake.
  static Yaml read(String text, Mistakes mistakes) {
    var factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return value(parser);
    } catch (JacksonException notYaml) {
      var at = notYaml.getLocation();
      var place = new Plain(at == null ? 1 : at.getLineNr(), "");
      mistakes.add(place, "(syntax)", firstLine(notYaml.getOriginalMessage()) + "; mend the YAML");
      return new Table(1, Map.of());
    }
  }

  private static Yaml value(JsonParser parser) {
    var line = parser.currentTokenLocation().getLineNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Table(line, entries(parser));
      case START_ARRAY -> new Rows(line, rows(parser));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Plain(line, number(parser.getString()));
      case VALUE_TRUE -> new Plain(line, true);
      case VALUE_FALSE -> new Plain(line, false);
      case VALUE_STRING -> new Plain(line, parser.getString());
      case null, default -> new Plain(line, "");
    };
  }

  private static Map<String, Yaml> entries(JsonParser parser) {
    var entries = new LinkedHashMap<String, Yaml>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = parser.currentName();
      parser.nextToken();
      entries.put(key, value(parser));
    }
    return entries;
  }

  private static List<Yaml> rows(JsonParser parser) {
    var rows = new ArrayList<Yaml>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      rows.add(value(parser));
    }
    return rows;
  }

  /// YAML has numbers that Java's decimal reader has not (`0x10`, `.inf`, `1_000`); those stay text
  /// and are refused where a number is wanted.
  private static Object number(String written) {
    try {
      return new BigDecimal(written);
    } catch (NumberFormatException notDecimal) {
      return written;
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("not YAML").strip();
  }
}
