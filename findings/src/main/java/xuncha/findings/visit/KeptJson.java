package xuncha.findings.visit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// [Keepable] artifacts as they are archived: JSON, field for field.
public final class KeptJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private KeptJson() {}

  /// The bytes to archive; where they are archived is not in them.
  public static <A extends Keepable<A>> byte[] write(A artifact) {
    return JSON.writeValueAsBytes(artifact.archivedAs(Source.UNARCHIVED));
  }

  /// What these bytes say.
  ///
  /// @param source where they were read
  /// @throws IllegalArgumentException when they are something else
  public static <A extends Keepable<A>> A read(Class<A> type, byte[] json, Source source) {
    try {
      return JSON.readValue(json, type).archivedAs(source);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "no " + type.getSimpleName() + ": " + broken.getOriginalMessage(), broken);
    }
  }
}
