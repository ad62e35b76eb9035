package xuncha.crawler.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// The head of one WARC 1.1 record. Written here and not by jwarc's builders, which cut dates to
/// the second: a replay needs to the nanosecond when things happened.
final class RecordHead {
  private final StringBuilder text = new StringBuilder("WARC/1.1\r\n");

  RecordHead(String type, String id, Instant date) {
    with("WARC-Type", type).with("WARC-Record-ID", id).with("WARC-Date", date.toString());
  }

  /// A new record's name.
  static String newId() {
    return "<urn:uuid:" + UUID.randomUUID() + ">";
  }

  /// One more field; an empty value is left out.
  RecordHead with(String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(HttpHead.oneLine(value)).append("\r\n");
    }
    return this;
  }

  /// The bytes before the block, the empty line included.
  ///
  /// @param type the block's media type
  /// @param length of the block, bytes
  byte[] before(String type, long length) {
    with("Content-Type", type).with("Content-Length", String.valueOf(length));
    return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
