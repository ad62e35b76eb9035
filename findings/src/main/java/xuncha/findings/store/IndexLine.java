package xuncha.findings.store;

import java.util.Map;

/// One line of a CDXJ index without its place in the file: the address turned round so that a
/// host's pages sort together (`cn,gov,hefei)/path`), the time (`yyyyMMddHHmmss`), and fields by
/// their usual names (`url`, `mime`, `status`, `digest`).
public record IndexLine(String key, String timestamp, Map<String, String> fields) {
  public IndexLine {
    fields = Map.copyOf(fields);
  }
}
