package xuncha.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the settings file: only what differs from the defaults need be in it. Unknown keys and
/// values out of range are refused, one line per mistake.
final class SettingsFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private SettingsFile() {}

  /// The defaults, with what the file says instead.
  ///
  /// @throws ExitStatus.BadInput when the file cannot be read or says something that cannot be
  static Settings read(Path file) {
    return settings(tree(file), file);
  }

  private static Settings settings(JsonNode tree, Path file) {
    var merged = (ObjectNode) YAML.valueToTree(Settings.defaults());
    var mistakes = new ArrayList<String>();
    merge(merged, tree, "", file, mistakes);
    if (!mistakes.isEmpty()) {
      throw new ExitStatus.BadInput(mistakes);
    }
    try {
      return YAML.treeToValue(merged, Settings.class);
    } catch (JacksonException wrong) {
      throw new ExitStatus.BadInput(file + ": " + sentence(wrong));
    }
  }

  /// Every setting in the file's own form, so that [#kept] can read it back.
  static String text(Settings settings) {
    return YAML.writeValueAsString(settings);
  }

  /// The settings that [#text] wrote, perhaps by an older version: what it did not know is as the
  /// defaults have it.
  static Settings kept(String text) {
    return settings(YAML.readTree(text), Path.of("the run's settings"));
  }

  /// Every key with its value, for comparison with the reference file.
  static JsonNode asTree(Settings settings) {
    return YAML.valueToTree(settings);
  }

  private static JsonNode tree(Path file) {
    try {
      var tree = YAML.readTree(Files.readAllBytes(file));
      return tree.isMissingNode() || tree.isNull() ? YAML.createObjectNode() : tree;
    } catch (IOException unreadable) {
      throw new ExitStatus.BadInput(file + ": cannot be read; is the path right?");
    } catch (JacksonException wrong) {
      throw new ExitStatus.BadInput(
          file + ":" + wrong.getLocation().getLineNr() + ": " + wrong.getOriginalMessage());
    }
  }

  /// Takes from the file what it says; a mapping that is empty by default holds keys of its own.
  private static void merge(
      ObjectNode into, JsonNode from, String path, Path file, List<String> mistakes) {
    if (!from.isObject()) {
      mistakes.add(
          file + ": " + (path.isEmpty() ? "the file" : path) + " must hold keys and values");
      return;
    }
    from.forEachEntry((key, value) -> {
      var name = path.isEmpty() ? key : path + "." + key;
      var known = into.get(key);
      if (known == null) {
        mistakes.add(file + ": unknown key " + name + "; reference.yaml lists all keys");
      } else if (known.isObject() && !known.isEmpty()) {
        merge((ObjectNode) known, value, name, file, mistakes);
      } else {
        into.set(key, value);
      }
    });
  }

  /// The words of the record that refused the value, else where it stands and what to do.
  private static String sentence(JacksonException wrong) {
    var cause = wrong.getCause();
    var key =
        wrong.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : key + ": not such a value as belongs there; reference.yaml shows one";
  }
}
