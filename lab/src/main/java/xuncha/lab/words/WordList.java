package xuncha.lab.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A resource of lines in `[sections]`.
final class WordList {
  private final Map<String, List<String>> sections;

  private WordList(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  static WordList read(String name) {
    var sections = new LinkedHashMap<String, List<String>>();
    var lines = new ArrayList<String>();
    for (var line : text(name).lines().toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        lines = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), lines);
      } else if (!line.isBlank()) {
        lines.add(line);
      }
    }
    return new WordList(sections);
  }

  List<String> section(String name) {
    var lines = sections.get(name);
    if (lines == null) {
      throw new IllegalArgumentException("no such section: " + name);
    }
    return lines;
  }

  Map<String, List<String>> all() {
    return sections;
  }

  private static String text(String name) {
    try (var in = WordList.class.getResourceAsStream("/xuncha/lab/words/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
