package xuncha.crawler.read;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import xuncha.findings.visit.Form;

/// Tells pages where people write to the body, or are answered, from all others. Those few are
/// looked into more closely when all are read, so being one costs a page little and misses cost a
/// second request.
final class Talk {
  private static final int LONGEST = 200_000;
  private static final int FIELDS = 4;

  /// Labels of a letter's times and handling, words of its standing, and what stands above forms.
  private static final Pattern SIGNS =
      Pattern.compile(
          "[信言询问诉复办结理交映馈助议件答](?:的)?[ \\u00a0\\u3000]?(?:时间|日期)"
              + "|(?:办理|处理|回复|答复|受理|信件)(?:状态|情况|结果|内容|意见)"
              + "|[已未待](?:回复|答复|办结|办理|处理|受理)"
              + "|查询[码号]|(?:信件|受理|留言|咨询|办件)编号|须知|阅读并同意|我同意|(?:受理|开放)时间|(?:登录|登陆)后");

  /// What a sign begins with: the expression is tried there alone, for the search for its many
  /// branches at every character would be a quarter of all reading.
  private static final BitSet BEGINNINGS =
      "信言询问诉复办结理交映馈助议件答处回受已未待查留咨须阅我开登".chars().collect(BitSet::new, BitSet::set, BitSet::or);

  private Talk() {}

  static boolean in(CharSequence text, List<Form> forms) {
    return forms.stream().anyMatch(Talk::takesText) || says(text);
  }

  private static boolean says(CharSequence text) {
    var end = Math.min(text.length(), LONGEST);
    var sign = SIGNS.matcher(text);
    for (var at = 0; at < end; at++) {
      if (BEGINNINGS.get(text.charAt(at)) && sign.region(at, end).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /// Whether one can write more into it than a search word or a password.
  private static boolean takesText(Form form) {
    return form.fields().stream().anyMatch(field -> field.type().equals("textarea"))
        || form.fields().stream().filter(Talk::isTyped).count() >= FIELDS;
  }

  private static boolean isTyped(Form.Field field) {
    return switch (field.type()) {
      case "text", "tel", "email", "number" -> true;
      default -> false;
    };
  }
}
