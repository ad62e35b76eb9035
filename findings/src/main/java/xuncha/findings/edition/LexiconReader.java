package xuncha.findings.edition;

import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a file of word lists: list name, then `words`, `source`, `official`.
final class LexiconReader {
  private static final Pattern LIST_NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final Shape WORDS = new Shape.Words(true, Set.of());

  private LexiconReader() {}

  static Lexicon read(String file, String text) {
    var mistakes = new Mistakes(file);
    var settings = new SettingReader(mistakes);
    var lists = new LinkedHashMap<String, Setting>();
    if (Yaml.read(text, mistakes) instanceof Yaml.Table(_, var entries)) {
      entries.forEach((name, list) -> {
        if (!LIST_NAME.matcher(name).matches()) {
          mistakes.add(list, name, "name lists like column.news");
        }
        settings.read(list, name, "words", WORDS).ifPresent(read -> lists.put(name, read));
      });
    } else {
      mistakes.add("not a table of word lists");
    }
    mistakes.refuse();
    return new Lexicon(lists);
  }
}
