package xuncha.findings.visit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Letters of our own as they are archived: JSON, field for field, so that a stored visit can be
/// judged again without the journal.
public final class OwnLettersJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private OwnLettersJson() {}

  /// The bytes to archive; where they are archived is not in them.
  public static byte[] write(OwnLetters letters) {
    return JSON.writeValueAsBytes(letters.archivedAs(Source.UNARCHIVED));
  }

  /// What these bytes say.
  ///
  /// @param source where they were read
  /// @throws IllegalArgumentException when they are something else
  public static OwnLetters read(byte[] json, Source source) {
    try {
      return JSON.readValue(json, OwnLetters.class).archivedAs(source);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "no letters of our own: " + broken.getOriginalMessage(), broken);
    }
  }
}
