package xuncha.crawler.probe.consult;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import xuncha.findings.visit.OwnLetters.Taken;

/// What a site answers to a letter: whether it took it, and by what it can be looked up.
///
/// @param number empty where none is given
/// @param code what is asked beside the number; empty where none is given
/// @param quote the words that tell
record Receipt(Taken taken, String number, String code, String quote) {
  private static final int LONGEST_QUOTE = 120;

  private static final Pattern SAID =
      Pattern.compile(
          "(?:alert|confirm|layer\\.(?:msg|alert)|\\$\\.messager\\.alert)\\s*\\(\\s*(['\"])(.{1,200}?)\\1");
  private static final Pattern DONE =
      Pattern.compile("(?<!未|不|没)(?:提交|发送|留言|保存|写信|投递|受理|操作|咨询)(?:已经?)?成功|成功(?:提交|发送|受理|留言)");
  private static final Pattern TOO_MANY =
      Pattern.compile(
          "(?:今天|今日|当天|当日|每[天日]|24小时|一天|1天)[^。！!；;]{0,20}(?:已|只能|限|超过|不能|上限|达到|无法|请明[天日])"
              + "|(?:请|可)?(?:明天|明日|次日|隔[天日])[^。！!；;]{0,6}再|过于频繁|频繁提交|提交(?:过于)?频繁|次数[^。！!；;]{0,6}(?:超|上限|已满|用完)");
  private static final Pattern THANKS = Pattern.compile("已(?:经)?(?:收到|提交|受理)|感谢您的|谢谢您的");
  private static final Pattern NOT = Pattern.compile("失败|错误|有误|不能为空|请填写|请输入|请选择|不正确|无效|异常");

  private static final String TOKEN =
      "(?:为|是|[:：])?\\s*[“\"\\[【]?\\s*([A-Za-z0-9][A-Za-z0-9-]{3,31})";
  private static final Pattern NUMBER =
      Pattern.compile("(?:(?:查询|信件|受理|来信|留言|咨询|办件|回执|流水)(?:编)?(?:号码|单号|号)|编号|单号)" + TOKEN);
  private static final Pattern CODE = Pattern.compile("(?:查询密码|查询码|查询口令|密码|口令)" + TOKEN);

  /// Reads the page that came back.
  static Receipt of(Document page) {
    var text = new StringBuilder(page.text());
    for (var script : page.select("script")) {
      var said = SAID.matcher(script.data());
      while (said.find()) {
        text.append(' ').append(said.group(2));
      }
    }
    return of(text.toString());
  }

  private static Receipt of(String text) {
    var done = DONE.matcher(text);
    var tooMany = TOO_MANY.matcher(text);
    var thanks = THANKS.matcher(text);
    var not = NOT.matcher(text);
    if (done.find()) {
      return accepted(text, done.start());
    }
    if (tooMany.find()) {
      return new Receipt(Taken.TOO_MANY, "", "", around(text, tooMany.start()));
    }
    if (not.find()) {
      return new Receipt(Taken.REFUSED, "", "", around(text, not.start()));
    }
    return thanks.find()
        ? accepted(text, thanks.start())
        : new Receipt(Taken.UNCLEAR, "", "", around(text, 0));
  }

  private static Receipt accepted(String text, int at) {
    var code = first(CODE, text);
    var number = first(NUMBER, text);
    // whoever has the number can read the letter
    var quote = hidden(hidden(around(text, at), number), code);
    return number.isEmpty()
        ? new Receipt(Taken.ACCEPTED, code, "", quote)
        : new Receipt(Taken.ACCEPTED, number, code, quote);
  }

  private static String hidden(String text, String secret) {
    return secret.isEmpty() ? text : text.replace(secret, "…");
  }

  private static String first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String around(String text, int at) {
    var from = Math.max(0, at - LONGEST_QUOTE / 4);
    return text.substring(from, Math.min(text.length(), from + LONGEST_QUOTE)).strip();
  }
}
