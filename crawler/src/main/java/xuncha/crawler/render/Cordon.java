package xuncha.crawler.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What a page that is acted on does without: workers, peer connections and whatever else reaches
/// the network by ways on which requests cannot be stopped one by one. Scripts find something in
/// their place that is silent, and each attempt is told.
final class Cordon {
  private static final String CODE = code();

  /// Stands before what it tells through the page's console; no page can guess it.
  private final String word = UUID.randomUUID().toString();

  /// What every document runs before its own scripts.
  String script() {
    return "(" + CODE + ")('" + word + "')";
  }

  /// The attempt that a line on the console tells of.
  Optional<Attempt> told(String line) {
    if (!line.startsWith(word)) {
      return Optional.empty();
    }
    var parts = line.split(" ", 3);
    return parts.length == 3 ? Optional.of(Attempts.barred(parts[2])) : Optional.empty();
  }

  private static String code() {
    try (var script = Cordon.class.getResourceAsStream("cordon.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cordon.js", broken);
    }
  }
}
