package xuncha.findings.edition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xuncha.findings.edition.Yaml.Plain;
import xuncha.findings.edition.Yaml.Table;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;

/// Reads one edition file strictly: what is unknown, missing, of the wrong type or out of range is
/// a mistake; all mistakes of a file are told at once.
final class EditionReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> KEYS =
      Set.of("edition", "extends", "title", "effective", "lexicon", "checks");
  private static final Set<String> RULE_KEYS = Set.of("indicator", "severity", "settings");

  /// Stands for a setting whose own mistake has been told already.
  private static final Setting REFUSED = new Setting("", "", "", false);

  private final Mistakes mistakes;
  private final SettingReader settings;

  EditionReader(String file) {
    mistakes = new Mistakes(file);
    settings = new SettingReader(mistakes);
  }

  Edition read(String text) {
    if (!(Yaml.read(text, mistakes) instanceof Table root)) {
      mistakes.add("not a table; begin with \"edition: some-id\"");
      mistakes.refuse();
      throw new IllegalStateException("refused above");
    }
    mistakes.refuse(); // after broken syntax everything else would seem to be missing too
    settings.knownKeys(root, "", KEYS);
    var base = base(root);
    var id = text(root, "", "edition", Optional.empty());
    if (!ID.matcher(id).matches()) {
      mistakes.add(root, "edition", "write an id of a-z, 0-9 and hyphens");
    }
    var title = title(root, base.map(Edition::title));
    var effective = effective(root, base.map(Edition::effective));
    var lexicon = lexicon(root, base.map(Edition::lexicon));
    var rules = rules(root, base.map(Edition::rules).orElse(Map.of()));
    mistakes.refuse();
    return new Edition(id, title, effective, rules, lexicon);
  }

  private Optional<Edition> base(Table root) {
    var written = root.entries().get("extends");
    if (written == null) {
      return Optional.empty();
    }
    var own = root.entries().get("edition");
    if (written instanceof Plain(_, String id)
        && Editions.shippedIds().contains(id)
        && !(own instanceof Plain(_, var self) && self.equals(id))) {
      return Optional.of(Editions.shipped(id));
    }
    mistakes.add(
        written, "extends", "write another edition: " + String.join(", ", Editions.shippedIds()));
    // The file is refused; what it would inherit is not known, so nothing of it is missing either.
    return Optional.of(Editions.shipped(Editions.shippedIds().getFirst()));
  }

  private Sentence title(Table root, Optional<Sentence> inherited) {
    var written = root.entries().get("title");
    if (written instanceof Table table) {
      settings.knownKeys(table, "title", Set.of("zh", "en"));
      return new Sentence(
          text(table, "title.", "zh", Optional.empty()),
          text(table, "title.", "en", Optional.empty()));
    }
    if (written != null || inherited.isEmpty()) {
      mistakes.add(place(written, root), "title", "write {zh: …, en: …}");
    }
    return inherited.orElse(new Sentence("?", "?"));
  }

  private LocalDate effective(Table root, Optional<LocalDate> inherited) {
    var written = root.entries().get("effective");
    if (written == null && inherited.isPresent()) {
      return inherited.get();
    }
    try {
      if (written instanceof Plain(_, String day)) {
        return LocalDate.parse(day);
      }
    } catch (DateTimeException notADay) {
      mistakes.add(place(written, root), "effective", "not a day: " + notADay.getMessage());
      return LocalDate.EPOCH;
    }
    mistakes.add(place(written, root), "effective", "write the first day in force, 2019-04-01");
    return LocalDate.EPOCH;
  }

  private Lexicon lexicon(Table root, Optional<Lexicon> inherited) {
    var written = root.entries().get("lexicon");
    if (written == null && inherited.isPresent()) {
      return inherited.get();
    }
    if (written instanceof Plain(_, String id) && Editions.hasLexicon(id)) {
      return Editions.lexicon(id);
    }
    mistakes.add(place(written, root), "lexicon", "write the id of a lexicon, lexicon-2020");
    return new Lexicon(Map.of());
  }

  private Map<String, Rule> rules(Table root, Map<String, Rule> inherited) {
    var rules = new LinkedHashMap<>(inherited);
    var written = root.entries().get("checks");
    if (written instanceof Table checks) {
      settings.knownKeys(checks, "checks", Vocabulary.CHECKS.keySet());
      Vocabulary.CHECKS.forEach((check, shapes) -> {
        var rule = checks.entries().get(check);
        if (rule != null) {
          rules.put(check, rule(check, rule, shapes, Optional.ofNullable(rules.get(check))));
        }
      });
    } else if (written != null) {
      mistakes.add(written, "checks", "write a table of check ids");
    }
    for (var check : Vocabulary.CHECKS.keySet().stream().sorted().toList()) {
      if (!rules.containsKey(check)) {
        mistakes.add(root, "checks." + check, "missing; add it or extend an edition that has it");
      }
    }
    return rules;
  }

  private Rule rule(String check, Yaml yaml, Map<String, Shape> shapes, Optional<Rule> inherited) {
    var key = "checks." + check;
    if (!(yaml instanceof Table table)) {
      mistakes.add(yaml, key, "write {indicator: …, severity: …, settings: {…}}");
      return new Rule(check, "?", Severity.NOTICE, Map.of());
    }
    settings.knownKeys(table, key, RULE_KEYS);
    var indicator = text(table, key + ".", "indicator", inherited.map(Rule::indicator));
    var severity = severity(table, key, inherited.map(Rule::severity));
    var read = settings(table, key, shapes, inherited.map(Rule::settings).orElse(Map.of()));
    return new Rule(check, indicator, severity, read);
  }

  private Severity severity(Table table, String key, Optional<Severity> inherited) {
    var written = table.entries().get("severity");
    if (written == null && inherited.isPresent()) {
      return inherited.get();
    }
    var read =
        written instanceof Plain(_, String text)
            ? Severity.parse(text)
            : Optional.<Severity>empty();
    if (read.isEmpty()) {
      mistakes.add(place(written, table), key + ".severity", "write veto, major, minor or notice");
    }
    return read.orElse(Severity.NOTICE);
  }

  private Map<String, Setting> settings(
      Table table, String key, Map<String, Shape> shapes, Map<String, Setting> inherited) {
    var all = new LinkedHashMap<>(inherited);
    var path = key + ".settings";
    var written = table.entries().get("settings");
    if (written instanceof Table entries) {
      settings.knownKeys(entries, path, shapes.keySet());
      shapes.forEach((name, shape) -> {
        var yaml = entries.entries().get(name);
        if (yaml != null) {
          settings
              .read(yaml, path + "." + name, "value", shape)
              .ifPresentOrElse(read -> all.put(name, read), () -> all.put(name, REFUSED));
        }
      });
    } else if (written != null) {
      mistakes.add(written, path, "write a table of settings");
    }
    for (var name : shapes.keySet().stream().sorted().toList()) {
      if (!all.containsKey(name)) {
        mistakes.add(place(written, table), path + "." + name, "missing");
      }
    }
    return all;
  }

  private String text(Table table, String path, String key, Optional<String> inherited) {
    var written = table.entries().get(key);
    if (written instanceof Plain(_, String text) && !text.isBlank()) {
      return text.strip();
    }
    if (written != null || inherited.isEmpty()) {
      mistakes.add(place(written, table), path + key, "write a text");
    }
    return inherited.orElse("?");
  }

  private static Yaml place(@Nullable Yaml written, Table around) {
    return written == null ? around : written;
  }
}
