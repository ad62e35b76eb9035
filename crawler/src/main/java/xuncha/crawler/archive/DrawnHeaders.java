package xuncha.crawler.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.fetch.Exchange.Header;

/// What is said of a drawn page, in one field of its record.
final class DrawnHeaders {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DrawnHeaders() {}

  static String line(List<Header> headers) {
    var map = new LinkedHashMap<String, String>();
    headers.forEach(header -> map.put(header.name(), header.value()));
    return JSON.writeValueAsString(map);
  }

  /// Reads the line again; nothing when it is none of ours.
  static List<Header> read(String line) {
    try {
      return JSON.readValue(line, new TypeReference<Map<String, String>>() {}).entrySet().stream()
          .map(entry -> new Header(entry.getKey(), entry.getValue()))
          .toList();
    } catch (JacksonException foreign) {
      return List.of();
    }
  }
}
