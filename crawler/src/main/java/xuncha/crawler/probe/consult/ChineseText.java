package xuncha.crawler.probe.consult;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A visible text cut into sentences that patterns can be held against: one width, simplified
/// characters (as far as these notices need them), no blanks.
///
/// @param sentences in text order
record ChineseText(List<Sentence> sentences) {
  /// Longer texts are no notices; what stands behind is not read.
  private static final int LONGEST = 60_000;

  private static final int LONGEST_SENTENCE = 400;

  private static final Pattern ENDS =
      Pattern.compile("[。；;！!？?\\r\\n\\u2028]+|(?<=[\\s。；;])(?=[(（]?\\d{1,2}[)）、.．](?!\\d))");

  private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");

  private static final String TRADITIONAL = "時內個條標題數過於間開辦電話點週雙請寫來書領導處則單設認證請須應無論網頁線統臺別總對發";
  private static final String SIMPLIFIED = "时内个条标题数过于间开办电话点周双请写来书领导处则单设认证请须应无论网页线统台别总对发";

  /// One sentence.
  ///
  /// @param raw as written, blanks folded
  /// @param text for matching
  record Sentence(String raw, String text) {}

  ChineseText {
    sentences = List.copyOf(sentences);
  }

  static ChineseText of(String text) {
    var sentences = new ArrayList<Sentence>();
    var bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    for (var raw : ENDS.splitAsStream(bounded).toList()) {
      for (var part : parts(BLANK.matcher(raw).replaceAll(" ").strip())) {
        var normal = normal(part);
        if (!normal.isEmpty()) {
          sentences.add(new Sentence(part, normal));
        }
      }
    }
    return new ChineseText(sentences);
  }

  /// The same words in one width and script, without blanks.
  static String normal(String text) {
    var folded = BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    var simple = new StringBuilder(folded.length());
    for (var i = 0; i < folded.length(); i++) {
      var c = folded.charAt(i);
      var at = TRADITIONAL.indexOf(c);
      simple.append(at < 0 ? c : SIMPLIFIED.charAt(at));
    }
    return simple.toString();
  }

  private static List<String> parts(String sentence) {
    var parts = new ArrayList<String>();
    for (var from = 0; from < sentence.length(); from += LONGEST_SENTENCE) {
      parts.add(sentence.substring(from, Math.min(sentence.length(), from + LONGEST_SENTENCE)));
    }
    return parts;
  }
}
