package xuncha.crawler.probe.consult;

import static xuncha.crawler.probe.consult.LetterField.ANSWER;
import static xuncha.crawler.probe.consult.LetterField.ANSWERED;
import static xuncha.crawler.probe.consult.LetterField.STATUS;

import java.util.Optional;
import java.util.regex.Pattern;
import xuncha.findings.visit.Letters.Standing;

/// What a page says of a letter's handling, and how sure that is.
///
/// @param standing what it says
/// @param confidence 0 to 1; a status in words is surer than an empty place
record LetterStanding(Standing standing, double confidence) {
  private static final Pattern INVALID =
      Pattern.compile("不予受理|不受理|无效|已?退回|重复(?:信件|来信|件)|撤销|撤回|作废|不属于|不予公开");
  private static final Pattern WAITING =
      Pattern.compile(
          "未(?:回复|答复|办结|办理|处理|解答|反馈|受理)|待(?:回复|答复|办理|处理|受理|审核|办结)|(?:办理|处理|受理|审核|交办|转办)中|正在(?:办理|处理|受理)|暂无(?:回复|答复|内容)?|尚无|已(?:提交|受理|转办|交办|接收|转交)|^否$|无(?:回复|答复)");
  private static final Pattern ANSWERED_WORD =
      Pattern.compile(
          "已(?:回复|答复|办结|办理|处理|解答|反馈|完成|办复|回信|回应)|^(?:办结|办理完毕|回复完毕|完成|是|回复|答复)$|(?:回复|答复|办理|处理)(?:完毕|完成|成功)");
  private static final Pattern NOTHING = Pattern.compile("[-—–/\\s　.。无]*");
  private static final int SHORTEST_ANSWER = 6;

  static final LetterStanding UNKNOWN = new LetterStanding(Standing.UNKNOWN, 0.5);

  /// The standing that the values of a page tell.
  ///
  /// @param answerDated whether a date of the answer was read
  static LetterStanding of(LetterValues values, boolean answerDated) {
    var status = values.all(STATUS).stream().flatMap(text -> word(text).stream()).findFirst();
    var answer = values.all(ANSWER).stream().filter(text -> !text.isEmpty()).findFirst();
    if (status.filter(known -> known == Standing.INVALID).isPresent()) {
      return new LetterStanding(Standing.INVALID, 0.9);
    }
    if (answerDated || answer.filter(LetterStanding::isAnswer).isPresent()) {
      return new LetterStanding(Standing.ANSWERED, 0.95);
    }
    if (status.isPresent()) {
      return new LetterStanding(status.get(), 0.9);
    }
    if (answer.filter(text -> WAITING.matcher(text).find()).isPresent()) {
      return new LetterStanding(Standing.WAITING, 0.85);
    }
    var places = !values.all(ANSWERED).isEmpty() || !values.all(ANSWER).isEmpty();
    return places && empty(values) ? new LetterStanding(Standing.WAITING, 0.7) : UNKNOWN;
  }

  /// The standing that a word such as 已回复 or 办理中 names; empty when it names none.
  static Optional<Standing> word(String text) {
    var word = text.strip();
    if (word.length() > 20) {
      return Optional.empty();
    }
    if (INVALID.matcher(word).find()) {
      return Optional.of(Standing.INVALID);
    }
    if (ANSWERED_WORD.matcher(word).find()) {
      return Optional.of(Standing.ANSWERED);
    }
    return WAITING.matcher(word).find() ? Optional.of(Standing.WAITING) : Optional.empty();
  }

  /// Whether nothing stands in a place: blank, a dash, 无.
  static boolean nothing(String text) {
    return NOTHING.matcher(text).matches();
  }

  private static boolean isAnswer(String text) {
    return text.length() >= SHORTEST_ANSWER
        && !(text.length() < 20 && WAITING.matcher(text).find());
  }

  private static boolean empty(LetterValues values) {
    return values.all(ANSWERED).stream().allMatch(LetterStanding::nothing)
        && values.all(ANSWER).stream().allMatch(LetterStanding::nothing);
  }
}
