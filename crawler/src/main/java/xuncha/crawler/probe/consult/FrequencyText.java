package xuncha.crawler.probe.consult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xuncha.crawler.probe.consult.ChineseText.Sentence;
import xuncha.crawler.probe.consult.LimitText.Frequency;

/// Reads how often one may write: 每人每天限提交一条, 每日一次, 24小时内只能提交1次, 3次/天.
///
/// Codes sent by SMS, votes, log-ins and what the staff does daily are not limits of writing. One
/// matter per letter is no limit per day, nor is a request not to send the same letter twice.
final class FrequencyText {
  private static final String N = "(" + Numerals.PATTERN + ")";

  /// The time within which; groups: hours, days.
  private static final String PERIOD =
      "(?:(?<hours>"
          + Numerals.PATTERN
          + ")个?小时(?:之内|以内|内|里|只|仅|限|最多|至多)"
          + "|每(?<everyHours>"
          + Numerals.PATTERN
          + ")个?小时"
          + "|每(?<everyDays>[2-9二两三四五六七八九十]|\\d{2})[天日]"
          + "|(?<days>[2-9二两三四五六七八九十]|\\d{2})[天日](?:之内|以内|内)"
          + "|(?<week>每周|每星期|[1一]周(?:之内|以内|内))"
          + "|(?<month>每个?月|[1一]个月(?:之内|以内|内))"
          + "|(?<day>每个?(?:自然)?[天日]|单日|当[天日]|同[1一][天日]|(?<![第\\d十某另月])[1一]个?(?:自然)?[天日](?![内之以]*(?:答|回|办))))";

  private static final String GAP = "[^,。:;\\d]{0,14},?[^,。;\\d]{0,8}?";
  private static final String LIMIT =
      "(?:仅限|只限|限|只能|仅能|只可|仅可|只允许|仅允许|最多|至多|不(?:得|能|可|应|要)?(?:超过|多于)|上限|可以?|允许)";
  private static final String COUNT = N + "(?:次|条|封|件|份|篇|则|信(?!息)|个?(?:问题|事项|诉求|留言|信件|帖子?))";

  private static final List<Pattern> LIMITED =
      List.of(
          Pattern.compile(PERIOD + GAP + LIMIT + "[^,。;\\d]{0,10}?" + COUNT),
          Pattern.compile(LIMIT + "[^,。;\\d]{0,8}?" + PERIOD + "[^,。;\\d]{0,10}?" + COUNT));

  /// Without a word that limits: 每人每天一条.
  private static final Pattern BARE = Pattern.compile(PERIOD + "[^,。;\\d不未]{0,8}?" + COUNT);

  private static final Pattern SLASH =
      Pattern.compile(COUNT + "(?:/|每)(?:人[/每])?(?:(?<day>[天日])|(?<hours>\\d{1,2})小时)");

  private static final Pattern AGAIN =
      Pattern.compile(
          PERIOD + GAP + "(?:不得|不能|不可|不允许|请勿|禁止|无法)(?<how>再次?|多次|重复)(?:提交|留言|写信|发送|发表|咨询|反映|投递)");

  private static final Pattern WRITING =
      Pattern.compile("提交|留言|写信|来信|发信|发帖|发表|发送|咨询|反映|提问|诉求|信件|信箱|投诉|建议|填写|发起|投稿|递交");
  private static final Pattern PERSON =
      Pattern.compile("每人|每位|每名|每个(?!问题|事项)|[1一]人|同[1一](?!问题|事项|内容|诉求|主题|信件|件事)|每户");
  private static final Pattern OTHER =
      Pattern.compile(
          "验证码|校验码|短信|投票|点赞|评价|评分|评选|签到|登录|登陆|密码|查询|更新|下载|上传|预约|取号|抽奖|转发|刷新|阅读|公布|通报|巡查|检查|报送|汇总");
  private static final Pattern STAFF = Pattern.compile("处理|审核|办理|整理|答复|回复|收取|查看|转办|交办|梳理|受理");
  private static final Pattern SAME =
      Pattern.compile("同[1一](?:个|件|条|封)?(?:问题|事项|内容|诉求|主题|信件|事)|相同|同样");

  private FrequencyText() {}

  static List<Frequency> read(ChineseText text) {
    var found = new ArrayList<Frequency>();
    for (var sentence : text.sentences()) {
      first(sentence).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static Optional<Frequency> first(Sentence sentence) {
    var words = sentence.text();
    if (OTHER.matcher(words).find() && !WRITING.matcher(words).find()) {
      return Optional.empty();
    }
    for (var pattern : LIMITED) {
      var matcher = pattern.matcher(words);
      while (matcher.find()) {
        if (aboutWriting(words, matcher, false)) {
          return frequency(matcher, sentence, 0.9);
        }
      }
    }
    return bare(sentence).or(() -> slash(sentence)).or(() -> again(sentence));
  }

  private static Optional<Frequency> bare(Sentence sentence) {
    var matcher = BARE.matcher(sentence.text());
    while (matcher.find()) {
      if (aboutWriting(sentence.text(), matcher, true)) {
        return frequency(matcher, sentence, 0.8);
      }
    }
    return Optional.empty();
  }

  /// Whether the words around speak of people who write, and not of what a system or the staff
  /// does.
  private static boolean aboutWriting(String words, MatchResult match, boolean bare) {
    var within = match.group();
    var before = words.substring(Math.max(0, match.start() - 12), match.start());
    if (OTHER.matcher(within).find() || OTHER.matcher(before).find()) {
      return false;
    }
    if (STAFF.matcher(within).find() && !PERSON.matcher(before + within).find()) {
      return false;
    }
    var around =
        before + within + words.substring(match.end(), Math.min(words.length(), match.end() + 8));
    return WRITING.matcher(around).find()
        || PERSON.matcher(before + within).find()
        || (!bare && WRITING.matcher(words).find());
  }

  private static Optional<Frequency> slash(Sentence sentence) {
    var matcher = SLASH.matcher(sentence.text());
    if (!matcher.find() || !aboutWriting(sentence.text(), matcher, false)) {
      return Optional.empty();
    }
    var hours = matcher.group("hours") == null ? 24 : Integer.parseInt(matcher.group("hours"));
    return frequency(Numerals.value(matcher.group(1)), Duration.ofHours(hours), sentence, 0.8);
  }

  private static Optional<Frequency> again(Sentence sentence) {
    var matcher = AGAIN.matcher(sentence.text());
    if (!matcher.find() || SAME.matcher(sentence.text()).find()) {
      return Optional.empty();
    }
    var sure = matcher.group("how").equals("重复") ? 0.5 : 0.8;
    return frequency(OptionalInt.of(1), period(matcher), sentence, sure);
  }

  private static Optional<Frequency> frequency(Matcher matcher, Sentence sentence, double sure) {
    var count = matcher.group(matcher.groupCount());
    return frequency(Numerals.value(count == null ? "" : count), period(matcher), sentence, sure);
  }

  private static Optional<Frequency> frequency(
      OptionalInt times, Duration per, Sentence sentence, double sure) {
    return times.isEmpty() || times.getAsInt() < 1 || per.isZero()
        ? Optional.empty()
        : Optional.of(new Frequency(times.getAsInt(), per, sentence.raw(), sure));
  }

  private static Duration period(Matcher matcher) {
    if (matcher.group("day") != null) {
      return Duration.ofDays(1);
    }
    if (matcher.group("week") != null) {
      return Duration.ofDays(7);
    }
    if (matcher.group("month") != null) {
      return Duration.ofDays(30);
    }
    return number(matcher, "hours")
        .or(() -> number(matcher, "everyHours"))
        .map(Duration::ofHours)
        .or(() ->
            number(matcher, "days").or(() -> number(matcher, "everyDays")).map(Duration::ofDays))
        .orElse(Duration.ZERO);
  }

  private static Optional<Integer> number(Matcher matcher, String group) {
    var written = matcher.group(group);
    var value = written == null ? OptionalInt.empty() : Numerals.value(written);
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }
}
