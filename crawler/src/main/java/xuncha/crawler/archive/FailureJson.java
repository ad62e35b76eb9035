package xuncha.crawler.archive;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.fetch.Ask;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Failures as the archive keeps them.
final class FailureJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private FailureJson() {}

  /// The block of a metadata record that stands where a response would.
  static byte[] write(Ask ask, Failure why) {
    return JSON.writeValueAsBytes(
        Map.of(
            "url", ask.url(),
            "method", ask.method(),
            "why", ask.why().name(),
            "failure", plain(why)));
  }

  /// Reads it again; empty when it is none of ours.
  static Optional<Failure> read(byte[] block) {
    try {
      return failure(JSON.readTree(block).path("failure"));
    } catch (JacksonException foreign) {
      return Optional.empty();
    }
  }

  /// One line, for a record's field.
  static String line(Failure why) {
    return JSON.writeValueAsString(plain(why));
  }

  /// Reads the line again.
  static Optional<Failure> read(String line) {
    try {
      return failure(JSON.readTree(line));
    } catch (JacksonException foreign) {
      return Optional.empty();
    }
  }

  private static Map<String, String> plain(Failure why) {
    return Map.of("kind", why.kind().name(), "detail", why.detail());
  }

  private static Optional<Failure> failure(JsonNode node) {
    try {
      var kind = Kind.valueOf(node.path("kind").asString(""));
      return Optional.of(new Failure(kind, node.path("detail").asString("")));
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }
}
