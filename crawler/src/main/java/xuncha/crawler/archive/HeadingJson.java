package xuncha.crawler.archive;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.site.Account;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Vantage;

/// A visit's heading as its archive keeps it.
final class HeadingJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private HeadingJson() {}

  static byte[] write(Heading heading) {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", heading.target().kind());
    map.put("target", heading.target());
    map.put("asOf", heading.asOf().toString());
    map.put("at", heading.at().toString());
    map.put("vantage", heading.vantage());
    map.put("edition", heading.edition());
    map.put("settings", heading.settings());
    return JSON.writeValueAsBytes(map);
  }

  /// Reads it again; empty when it is none of ours.
  static Optional<Heading> read(byte[] block) {
    try {
      var tree = JSON.readTree(block);
      var target = tree.path("target");
      return Optional.of(
          new Heading(
              tree.path("kind").asString("").equals("site")
                  ? JSON.treeToValue(target, Site.class)
                  : JSON.treeToValue(target, Account.class),
              Instant.parse(tree.path("asOf").asString("")),
              Instant.parse(tree.path("at").asString("")),
              JSON.treeToValue(tree.path("vantage"), Vantage.class),
              tree.path("edition").asString(""),
              JSON.convertValue(
                  tree.path("settings"), new TypeReference<Map<String, Object>>() {})));
    } catch (JacksonException | java.time.DateTimeException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
