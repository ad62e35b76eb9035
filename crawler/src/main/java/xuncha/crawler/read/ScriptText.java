package xuncha.crawler.read;

import java.util.regex.Pattern;

/// What can be read in scripts without running them.
final class ScriptText {
  private static final Pattern OPENED =
      Pattern.compile(
          "(?:location(?:\\.href)?\\s*=|location\\.(?:replace|assign)\\s*\\(|\\bopen\\s*\\()\\s*['\"]([^'\"]{1,500})['\"]");

  private static final Pattern HANDED =
      Pattern.compile("\\(\\s*['\"](https?://[^'\"\\s]{4,500})['\"]");

  private ScriptText() {}

  /// The literal address that a handler opens; empty when there is none.
  static String opened(String script) {
    if (!script.contains("ocation") && !script.contains("open")) {
      return "";
    }
    var found = OPENED.matcher(script);
    return found.find() ? found.group(1) : "";
  }

  /// The address in full that a handler hands to a function of the page's own as its first argument
  /// (openLinkWindow('https://…', 'title')); empty when there is none.
  static String handed(String script) {
    if (!script.contains("http")) {
      return "";
    }
    var found = HANDED.matcher(script);
    return found.find() ? found.group(1) : "";
  }
}
