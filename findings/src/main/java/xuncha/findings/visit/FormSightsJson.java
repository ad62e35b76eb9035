package xuncha.findings.visit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Earlier sights of a form as they are archived: JSON, field for field, so that a stored visit can
/// be judged again without the record.
public final class FormSightsJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private FormSightsJson() {}

  /// The bytes to archive; where they are archived is not in them.
  public static byte[] write(FormSights sights) {
    return JSON.writeValueAsBytes(sights.archivedAs(Source.UNARCHIVED));
  }

  /// What these bytes say.
  ///
  /// @param source where they were read
  /// @throws IllegalArgumentException when they are something else
  public static FormSights read(byte[] json, Source source) {
    try {
      return JSON.readValue(json, FormSights.class).archivedAs(source);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "no sights of a form: " + broken.getOriginalMessage(), broken);
    }
  }
}
