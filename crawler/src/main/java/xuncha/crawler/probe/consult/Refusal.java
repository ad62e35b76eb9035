package xuncha.crawler.probe.consult;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xuncha.crawler.probe.consult.Reading.Said;

/// How a form refuses a text, so that the same refusal is known again.
///
/// @param off whether by a button that cannot be pressed
/// @param words what it says, numbers left out; of several the ones about the text
/// @param ofLength whether it says that the length is at fault
record Refusal(boolean off, Set<String> words, boolean ofLength) {
  private static final Pattern LENGTH =
      Pattern.compile(
          "字(?!母|体|号)|字符|长度|(?:太|过|较)[短长]|too (?:short|long)|length|characters?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT =
      Pattern.compile("内容|正文|诉求|留言|描述|详情|信件|来信|content|message", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER =
      Pattern.compile(
          "标题|主题|姓名|称呼|电话|手机|邮箱|地址|身份证|证件|验证码|校验码|密码|title|captcha", Pattern.CASE_INSENSITIVE);

  Refusal {
    words = Set.copyOf(words);
  }

  static Refusal of(Reading reading) {
    var length =
        reading.said().stream()
            .filter(Refusal::isOfLength)
            .map(Said::masked)
            .collect(Collectors.toSet());
    var content =
        reading.said().stream()
            .filter(Refusal::isOfContent)
            .map(Said::masked)
            .collect(Collectors.toSet());
    return new Refusal(
        reading.off(),
        !length.isEmpty() ? length : !content.isEmpty() ? content : reading.masked(),
        !length.isEmpty());
  }

  /// Whether that text was refused in the same way.
  boolean again(Reading reading) {
    if (!reading.stopped()) {
      return false;
    }
    if (off) {
      return reading.off();
    }
    return words.isEmpty()
        ? reading.said().isEmpty() && !reading.off()
        : !Collections.disjoint(words, reading.masked());
  }

  private static boolean isOfLength(Said said) {
    return LENGTH.matcher(said.words()).find()
        && (said.near() || !OTHER.matcher(said.words()).find());
  }

  private static boolean isOfContent(Said said) {
    return said.near()
        || (CONTENT.matcher(said.words()).find() && !OTHER.matcher(said.words()).find());
  }
}
