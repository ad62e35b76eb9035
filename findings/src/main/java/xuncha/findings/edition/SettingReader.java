package xuncha.findings.edition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.findings.edition.Yaml.Plain;
import xuncha.findings.edition.Yaml.Rows;
import xuncha.findings.edition.Yaml.Table;

/// Reads one setting or word list: a value with its source and whether that source is official.
final class SettingReader {
  private static final int SHORTEST_SOURCE = 8;
  private final Mistakes mistakes;

  SettingReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /// The setting at `key`; empty after saying what is wrong with it.
  ///
  /// @param valueKey `value` in editions, `words` in lexicons
  Optional<Setting> read(Yaml yaml, String key, String valueKey, Shape shape) {
    if (!(yaml instanceof Table table)) {
      mistakes.add(yaml, key, "write {" + valueKey + ": …, source: …, official: true|false}");
      return Optional.empty();
    }
    knownKeys(table, key, Set.of(valueKey, "unit", "source", "official"));
    var value = value(table, key, valueKey, shape);
    var source = source(table, key);
    var official = official(table, key);
    var unit = unit(table, key, shape);
    if (value.isEmpty() || source.isEmpty() || official.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Setting(value.get(), unit.get(), source.get(), official.get()));
  }

  /// Says so for every key that is not among `known`.
  void knownKeys(Table table, String key, Set<String> known) {
    table
        .entries()
        .forEach((name, at) -> {
          if (!known.contains(name)) {
            var choice = String.join(", ", known.stream().sorted().toList());
            var place = key.isEmpty() ? name : key + "." + name;
            mistakes.add(at, place, "unknown key; known are " + choice);
          }
        });
  }

  private Optional<Object> value(Table table, String key, String valueKey, Shape shape) {
    var written = table.entries().get(valueKey);
    if (written == null) {
      mistakes.add(table, key + "." + valueKey, "missing; every setting has a value");
      return Optional.empty();
    }
    var value = plain(written);
    var wrong = shape.mistake(value);
    wrong.ifPresent(what -> mistakes.add(written, key + "." + valueKey, what));
    return wrong.isPresent() ? Optional.empty() : Optional.of(value);
  }

  private static Object plain(Yaml yaml) {
    return switch (yaml) {
      case Plain(_, var value) -> value;
      case Rows(_, var rows) -> rows.stream().map(SettingReader::plain).toList();
      case Table _ -> List.of(yaml); // fits no shape, so that it is refused
    };
  }

  private Optional<String> source(Table table, String key) {
    var written = table.entries().get("source");
    if (written instanceof Plain(_, String text) && text.strip().length() >= SHORTEST_SOURCE) {
      return Optional.of(text.strip());
    }
    mistakes.add(
        written == null ? table : written,
        key + ".source",
        "missing; name the document and item, or \"our choice: \" and the reason");
    return Optional.empty();
  }

  private Optional<Boolean> official(Table table, String key) {
    var written = table.entries().get("official");
    if (written instanceof Plain(_, Boolean official)) {
      return Optional.of(official);
    }
    mistakes.add(
        written == null ? table : written,
        key + ".official",
        "write true when the source is the indicators' own text, else false");
    return Optional.empty();
  }

  private Optional<String> unit(Table table, String key, Shape shape) {
    var written = table.entries().get("unit");
    if (written instanceof Plain(_, String text) && !text.isBlank()) {
      return Optional.of(text);
    }
    if (written == null && !shape.needsUnit()) {
      return Optional.of("");
    }
    mistakes.add(written == null ? table : written, key + ".unit", "say what the number counts");
    return Optional.empty();
  }
}
