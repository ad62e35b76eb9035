package xuncha.findings.visit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A log-in as it is archived: JSON, field for field, so that a stored visit can be judged again.
public final class UserSpaceJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private UserSpaceJson() {}

  /// The bytes to archive; where they are archived is not in them.
  public static byte[] write(UserSpace space) {
    return JSON.writeValueAsBytes(space.archivedAs(Source.UNARCHIVED));
  }

  /// What these bytes say.
  ///
  /// @param source where they were read
  /// @throws IllegalArgumentException when they are something else
  public static UserSpace read(byte[] json, Source source) {
    try {
      return JSON.readValue(json, UserSpace.class).archivedAs(source);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("no log-in: " + broken.getOriginalMessage(), broken);
    }
  }
}
