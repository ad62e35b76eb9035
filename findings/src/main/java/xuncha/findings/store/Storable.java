package xuncha.findings.store;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.site.Account;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;

/// What the vocabulary looks like in a column, and back. Pages bring whatever they like: PostgreSQL
/// takes no NUL and no half of a character in a text, and H2 no text beyond 1,048,576 characters.
final class Storable {
  private static final int LONGEST = 1_000_000;
  private static final int LONGEST_QUOTE = 4_000;
  private static final ObjectMapper JSON = JsonMapper.shared();
  private static final TypeReference<java.util.LinkedHashMap<String, Object>> VALUES =
      new TypeReference<>() {};
  private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

  private Storable() {}

  /// The text without what no column takes, cut where no column could hold it.
  static String text(String text) {
    return cut(whole(text), LONGEST);
  }

  static String of(Measured measured) {
    var json = whole(JSON.writeValueAsString(measured.values()));
    return json.length() <= LONGEST ? json : "{\"tooLarge\":" + json.length() + "}";
  }

  static Measured measured(String json) {
    return Measured.of(JSON.readValue(json, VALUES));
  }

  /// Quotes are for people and cut to what a person would read; as many pieces as fit.
  static String of(List<Evidence> evidence) {
    var json = whole(JSON.writeValueAsString(evidence.stream().map(Storable::quotable).toList()));
    return json.length() <= LONGEST
        ? json
        : of(evidence.subList(0, Math.max(1, evidence.size() / 2)));
  }

  static List<Evidence> evidence(String json) {
    return JSON.readValue(json, EVIDENCE);
  }

  static String of(Target target) {
    return whole(JSON.writeValueAsString(target));
  }

  static Target target(String kind, String json) {
    return kind.equals("site")
        ? JSON.readValue(json, Site.class)
        : JSON.readValue(json, Account.class);
  }

  private static Evidence quotable(Evidence evidence) {
    return new Evidence(
        evidence.kind(),
        cut(evidence.path(), LONGEST_QUOTE),
        cut(evidence.record(), LONGEST_QUOTE),
        cut(evidence.sha256(), LONGEST_QUOTE),
        cut(evidence.quote(), LONGEST_QUOTE));
  }

  private static String whole(String text) {
    if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
      return text;
    }
    var codePoints =
        text.codePoints().map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c).toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  /// Cut before a character that is written as two, never inside it.
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
