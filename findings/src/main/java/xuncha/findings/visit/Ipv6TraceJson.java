package xuncha.findings.visit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A trace as it is archived: JSON, field for field, so that a stored visit can be judged again.
public final class Ipv6TraceJson {
  /// The media type of the archive's record.
  public static final String MEDIA_TYPE = "application/json";

  private static final JsonMapper JSON = JsonMapper.shared();

  private Ipv6TraceJson() {}

  /// The bytes to archive; where they are archived is not in them.
  public static byte[] write(Ipv6Trace trace) {
    return JSON.writeValueAsBytes(trace.archivedAs(Source.UNARCHIVED));
  }

  /// The trace in these bytes.
  ///
  /// @param source where they were read
  /// @throws IllegalArgumentException when they hold no trace
  public static Ipv6Trace read(byte[] json, Source source) {
    try {
      return JSON.readValue(json, Ipv6Trace.class).archivedAs(source);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("no IPv6 trace: " + broken.getOriginalMessage(), broken);
    }
  }
}
