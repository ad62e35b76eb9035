package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xuncha.crawler.probe.consult.LimitText.Bound;
import xuncha.crawler.probe.consult.LimitText.Length;
import xuncha.crawler.probe.consult.LimitText.Part;

/// Reads how long a message may or must be: 不少于十个字, 10-500字, 限500字, 少于10字的不予受理.
///
/// Advice (建议, 最好, 左右) demands nothing. Lengths of names, passwords and answers are no limits of
/// the message.
final class LengthText {
  private static final String N = "(" + Numerals.PATTERN + ")";
  private static final String UNIT = "个?(?:汉字|中文字符|英文字符|中文|字符|文字|字(?![节段母体号样典幕面迹数]))";
  private static final String INCLUSIVE = "(?:\\(?(?:包?含|包括)(?:本数|标点(?:符号)?)?\\)?)?";
  private static final String LINK = "(?:字数|字符数|字符|文字|[:为是要需须应在于有达可能]|输入|填写|提供|达到){0,4}";
  private static final String TO = "(?:-{1,2}|~|—{1,2}|–|至|到|―)";

  /// 10-500字, 10字至500字, 在10到500字之间.
  private static final Pattern RANGE =
      Pattern.compile(N + INCLUSIVE + "(?:" + UNIT + ")?" + TO + N + INCLUSIVE + UNIT);

  private static final Pattern LEAST_BEFORE =
      Pattern.compile(
          "(?:不(?:得|能|可|应|要|宜|允许)?(?:少于|低于|小于|短于)|至少|最少|最低|最短|起码|大于等于|大于或等于|下限|>=|≥)"
              + LINK
              + N
              + INCLUSIVE
              + UNIT);

  private static final Pattern LEAST_AFTER =
      Pattern.compile(N + INCLUSIVE + UNIT + INCLUSIVE + "(?:及|或)?(?:以上|之上|起(?!草|诉))" + INCLUSIVE);

  private static final Pattern MOST_BEFORE =
      Pattern.compile(
          "(?:(?:不(?:得|能|可|应|要|宜|允许)?|请?勿|切勿|别)(?:超过|超出|超|多于|大于|高于|长于)|至多|最多|最大|最长|最高|上限|小于等于|小于或等于|<=|≤"
              + "|控制|限制|限定|仅限|限于|限)"
              + LINK
              + N
              + INCLUSIVE
              + UNIT
              + "(?!"
              + INCLUSIVE
              + "(?:及|或)?以上)");

  private static final Pattern MOST_AFTER =
      Pattern.compile(N + INCLUSIVE + UNIT + INCLUSIVE + "(?:以内|之内|内(?!容)|以下|之下|及以下|为限|为上限|封顶)");

  private static final Pattern SHORTER =
      Pattern.compile(
          "(?<!不|不得|不能|不可|不应|不要|不宜|不允许)(?:少于|不足|不到|不满|未满|未达到?|达不到|小于|低于)" + LINK + N + UNIT);

  private static final Pattern LONGER =
      Pattern.compile("(?<!不|不得|不能|不可|不应|不要|不宜|不允许|勿|别|未)(?:超过|超出|多于|大于)" + LINK + N + UNIT);

  /// 还可输入500字; 0/500.
  private static final Pattern COUNTER =
      Pattern.compile(
          "(?:还|尚)?[可能]以?再?(?:输入|填写|写)" + N + UNIT + "|(?<![\\d/.:-])0/" + N + "(?![\\d/.:-])");

  /// A number after 字数 counts characters even without saying so: 最多字数500, 字数不少于十个.
  private static final Pattern UNSAID =
      Pattern.compile(
          "((?:字数|字符数|(?:内容|标题|文字)长度)[^,\\d]{0,14}(?:\\d{1,5}(?:"
              + TO
              + "\\d{1,5})?(?!\\d|[,.]\\d|"
              + TO
              + "\\d|个?(?:汉字|中文|字|英文))|"
              + Numerals.PATTERN
              + "个(?!汉字|中文|字|英文)))");

  private static final Pattern ADVICE = Pattern.compile("建议|最好|尽量|尽可能|左右|大约|约(?!束)|大概|为宜|推荐");
  private static final Pattern MILD_ADVICE = Pattern.compile("一般|通常|原则上");
  private static final Pattern REFUSED =
      Pattern.compile(
          "不予|不受理|不作|无法|不能提交|不可提交|不得提交|不能成功|无效|退回|驳回|失败|拒绝|视为|不接受|提示|报错|截断|截取|附件|分次|分条|分开");
  private static final Pattern DEMAND = Pattern.compile("请|须|需|应|必须|要求|方可|才能|才可|务必");

  private final ChineseText text;
  private final List<Length> found = new ArrayList<>();

  private LengthText(ChineseText text) {
    this.text = text;
  }

  static List<Length> read(ChineseText text) {
    var reading = new LengthText(text);
    for (var at = 0; at < text.sentences().size(); at++) {
      reading.sentence(at);
    }
    return List.copyOf(reading.found);
  }

  private void sentence(int at) {
    var sentence = UNSAID.matcher(text.sentences().get(at).text()).replaceAll("$1字");
    var rest = new StringBuilder(sentence);
    each(RANGE, rest, m -> range(at, sentence, m));
    each(LEAST_BEFORE, rest, m -> add(at, sentence, m, Bound.LEAST, value(m)));
    each(MOST_BEFORE, rest, m -> add(at, sentence, m, Bound.MOST, value(m)));
    each(LEAST_AFTER, rest, m -> above(at, sentence, m));
    each(MOST_AFTER, rest, m -> add(at, sentence, m, Bound.MOST, value(m)));
    each(SHORTER, rest, m -> shorter(at, sentence, m));
    each(LONGER, rest, m -> longer(at, sentence, m));
    each(COUNTER, rest, m -> add(at, sentence, m, Bound.MOST, value(m)));
  }

  private interface Reader {
    void read(MatchResult match);
  }

  /// Reads every match and blots it out, so that no number is read twice.
  private static void each(Pattern pattern, StringBuilder rest, Reader reader) {
    var matcher = pattern.matcher(rest.toString());
    while (matcher.find()) {
      reader.read(matcher.toMatchResult());
      for (var at = matcher.start(); at < matcher.end(); at++) {
        rest.setCharAt(at, ' ');
      }
    }
  }

  private void range(int at, String sentence, MatchResult match) {
    var least = Numerals.value(match.group(1));
    var most = Numerals.value(match.group(2));
    if (least.isPresent() && most.isPresent() && least.getAsInt() <= most.getAsInt()) {
      add(at, sentence, match, Bound.LEAST, least);
      add(at, sentence, match, Bound.MOST, most);
    }
  }

  /// 10字以上 demands; 500字以上请上传附件 caps.
  private void above(int at, String sentence, MatchResult match) {
    var refused = REFUSED.matcher(after(sentence, match)).find();
    add(at, sentence, match, refused ? Bound.MOST : Bound.LEAST, value(match));
  }

  /// 少于10字的不予受理 demands ten; 请少于500字 caps at 499.
  private void shorter(int at, String sentence, MatchResult match) {
    var value = value(match);
    if (REFUSED.matcher(after(sentence, match)).find()) {
      add(at, sentence, match, Bound.LEAST, value);
    } else if (DEMAND.matcher(clauseBefore(sentence, match)).find() && value.isPresent()) {
      add(at, sentence, match, Bound.MOST, OptionalInt.of(value.getAsInt() - 1));
    }
  }

  /// 超过500字无法提交 caps; 须超过10字 demands eleven.
  private void longer(int at, String sentence, MatchResult match) {
    var value = value(match);
    if (REFUSED.matcher(after(sentence, match)).find()) {
      add(at, sentence, match, Bound.MOST, value);
    } else if (DEMAND.matcher(clauseBefore(sentence, match)).find() && value.isPresent()) {
      add(at, sentence, match, Bound.LEAST, OptionalInt.of(value.getAsInt() + 1));
    }
  }

  private void add(int at, String sentence, MatchResult match, Bound bound, OptionalInt value) {
    var clause = clauseBefore(sentence, match) + match.group() + near(sentence, match);
    var mild = MILD_ADVICE.matcher(clause).find();
    if (value.isEmpty() || ADVICE.matcher(clause).find() || (mild && bound == Bound.LEAST)) {
      return;
    }
    var part = part(at, sentence, match);
    found.add(
        new Length(
            part.part(),
            bound,
            value.getAsInt(),
            text.sentences().get(at).raw(),
            mild ? 0.6 : part.sure()));
  }

  private static OptionalInt value(MatchResult match) {
    for (var group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return Numerals.value(match.group(group));
      }
    }
    return OptionalInt.empty();
  }

  private static String after(String sentence, MatchResult match) {
    return sentence.substring(match.end());
  }

  private static String near(String sentence, MatchResult match) {
    return sentence.substring(match.end(), Math.min(sentence.length(), match.end() + 3));
  }

  private static String clauseBefore(String sentence, MatchResult match) {
    var comma = sentence.lastIndexOf(',', match.start());
    return sentence.substring(comma + 1, match.start());
  }

  // What the length belongs to: the word right after (不少于10字的标题), else the last one before it in
  // the sentence, else a short label on the line above.

  private record Guess(Part part, double sure) {}

  private static final Pattern PART =
      Pattern.compile(
          "(?<title>标题|主题|题目|题名|主旨|(?:信件|来信|留言)名称)"
              + "|(?<other>姓名|称呼|昵称|网名|用户名|账号|帐号|密码|口令|验证码|校验码|查询码|地址|住址|电话|手机|号码|身份证|邮箱|邮编|职业"
              + "|单位|附件|文件名|图片|签名|关键[词字]|搜索|检索|评论|评价|(?:回复|答复|回信|追问|追评)(?:内容|意见|信息)?|备注|摘要|简介)"
              + "|(?<content>内容|正文|详情|描述|诉求|留言|信件|来信|建议|问题|意见|咨询|写信|事由|理由|反映|提问|文字)");

  private static final Pattern PART_AFTER = Pattern.compile("^的(?:" + PART.pattern() + ")");

  private static final int LABEL = 12;

  private Guess part(int at, String sentence, MatchResult match) {
    var after = PART_AFTER.matcher(after(sentence, match));
    if (after.find()) {
      return guess(after);
    }
    return last(sentence.substring(0, match.start()))
        .or(() -> label(at))
        .orElse(new Guess(Part.CONTENT, 0.6));
  }

  private Optional<Guess> label(int at) {
    var above = at == 0 ? "" : text.sentences().get(at - 1).text();
    return above.length() <= LABEL ? last(above) : Optional.empty();
  }

  private static Optional<Guess> last(String before) {
    var matcher = PART.matcher(before);
    var last = Optional.<Guess>empty();
    while (matcher.find()) {
      last = Optional.of(guess(matcher));
    }
    return last;
  }

  private static Guess guess(Matcher matcher) {
    if (matcher.group("title") != null) {
      return new Guess(Part.TITLE, 0.9);
    }
    return new Guess(matcher.group("other") != null ? Part.OTHER : Part.CONTENT, 0.9);
  }
}
