package xuncha.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// What the checks are called in Chinese; a check without a name is called by its id.
final class CheckNames {
  private static final Properties NAMES = load();

  private CheckNames() {}

  static String zh(String check) {
    return NAMES.getProperty(check, check);
  }

  private static Properties load() {
    var names = new Properties();
    try (var stream = CheckNames.class.getResourceAsStream("check-names.properties")) {
      if (stream == null) {
        throw new IllegalStateException("not shipped: check-names.properties");
      }
      names.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return names;
    } catch (IOException broken) {
      throw new UncheckedIOException("check-names.properties", broken);
    }
  }
}
