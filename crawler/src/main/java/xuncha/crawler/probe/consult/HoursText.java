package xuncha.crawler.probe.consult;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.probe.consult.LimitText.Interval;
import xuncha.crawler.probe.consult.LimitText.OpenHours;

/// Reads when a form is open: 受理时间 8:00-19:00, 早八点至晚七点, 周一至周五上午8点半到下午5点, 仅工作日开放.
///
/// Hours of telephones, windows and halls are not the form's, nor are the hours at which the staff
/// answers. The nearest words decide: those of the clause itself, then of the clauses before, of a
/// label on the line above, of the clauses after.
final class HoursText {
  private static final String DAY_PART = "早上|早|上午|凌晨|清晨|中午|下午|午后|晚上|晚|夜间|傍晚";
  private static final String TIME =
      "(DAY)?(\\d{1,2}|[一二三四五六七八九十两零〇]{1,3})(?::(\\d{2})(?::\\d{2})?|[点时](?:(半)|(\\d{1,2}|[一二三四五六七八九十零]{1,3})分?|整)?|\\.(\\d{2}))"
          .replace("DAY", DAY_PART);
  private static final String TO = "(?:-{1,2}|~|—{1,2}|–|至|到|―)";

  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![\\d.-]|\\d:)" + TIME + TO + "(次日|第二天)?(?:当日|当天)?" + TIME + "(?![\\d:-])");

  /// 8-19点: the first hour has no mark of its own.
  private static final Pattern BARE_RANGE =
      Pattern.compile(
          "(?<![\\d.:年月日-])((?:"
              + DAY_PART
              + "))?(\\d{1,2}|[一二三四五六七八九十]{1,3})"
              + TO
              + "((?:"
              + DAY_PART
              + "))?(\\d{1,2}|[一二三四五六七八九十]{1,3})[点时](?!间|候|段|限)");

  private static final Pattern WEEK =
      Pattern.compile("(?:周|星期|礼拜)([一二三四五六日天])(?:-|~|—{1,2}|–|至|到)(?:周|星期|礼拜)?([一二三四五六日天])");
  private static final Pattern WORKDAYS =
      Pattern.compile(
          "(?<![\\d一二两三四五六七八九十个])(?:法定)?工作日|(?:(?:法定)?节假?日|双休日|周末|休息日)[^,。]{0,6}?(?:除外|不开放|不受理|关闭|暂停|顺延)");
  private static final Pattern ALWAYS =
      Pattern.compile("24小时(?!之?内|以内|里)|二十四小时(?!之?内|以内)|全天候?|7[×xX*]24");
  private static final Pattern ONLY = Pattern.compile("仅|只(?!要)|限|方可|除外|不开放|不受理|关闭|暂停");

  /// Hours at which the form is shut, said instead of those at which it is open.
  private static final Pattern SHUT = Pattern.compile("^[^,]{0,6}(?:关闭|暂停|停止|不开放|不受理|不能|维护)");

  private static final Pattern OFFICE =
      Pattern.compile(
          "电话|热线|拨打|致电|来电|座机|传真|窗口|大厅|中心地|现场|来访|接访|接待|上访|走访|办公|上班|下班|作息|地址|地点|人工|客服|坐席"
              + "|邮寄|邮编|12345|值班|工作人员|网点|营业|门诊|参观|开馆|闭馆|乘车|公交|工作时间|服务大|取件|领取");
  private static final Pattern FORM =
      Pattern.compile("网上|在线|线上|留言|信箱|写信|来信|提交|系统|平台|栏目|表单|发帖|投稿|提问|通道|信件|建言|入口");
  private static final Pattern STAFF = Pattern.compile("答复|回复|办理|处理|反馈|回应|审核|办结|转办");
  private static final Pattern OPEN = Pattern.compile("开放|受理|提交|留言|写信|关闭|时段|方可|服务时间|接收|填写|发送|发布");
  private static final int LABEL = 14;

  private final ChineseText text;

  private HoursText(ChineseText text) {
    this.text = text;
  }

  static List<OpenHours> read(ChineseText text) {
    var reading = new HoursText(text);
    var found = new ArrayList<OpenHours>();
    for (var at = 0; at < text.sentences().size(); at++) {
      reading.sentence(at).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private record Found(int start, int end, Optional<Interval> interval) {}

  private Optional<OpenHours> sentence(int at) {
    var words = text.sentences().get(at).text();
    var hits = new ArrayList<Found>(ranges(words));
    if (hits.isEmpty()) {
      hits.addAll(wholeDays(words));
    }
    var intervals = new ArrayList<Interval>();
    var sure = 0.0;
    for (var hit : hits) {
      var confidence = aboutTheForm(at, words, hit);
      if (confidence > 0) {
        hit.interval().map(shown -> open(words, hit, shown)).ifPresent(intervals::add);
        sure = Math.max(sure, confidence);
      }
    }
    if (sure == 0) {
      return Optional.empty();
    }
    var days = days(words);
    intervals.sort(Comparator.comparingInt(Interval::opens));
    return Optional.of(
        new OpenHours(
            days,
            WORKDAYS.matcher(words).find(),
            intervals.stream().distinct().toList(),
            text.sentences().get(at).raw(),
            sure));
  }

  private static Interval open(String words, Found hit, Interval said) {
    return SHUT.matcher(words.substring(hit.end())).find() ? said.rest() : said;
  }

  private static List<Found> ranges(String words) {
    var found = new ArrayList<Found>();
    var rest = new StringBuilder(words);
    var matcher = RANGE.matcher(words);
    while (matcher.find()) {
      var nextDay = matcher.group(7) != null;
      interval(time(matcher, 0), time(matcher, 7), nextDay || matcher.group(8) != null)
          .ifPresent(
              known -> found.add(new Found(matcher.start(), matcher.end(), Optional.of(known))));
      for (var at = matcher.start(); at < matcher.end(); at++) {
        rest.setCharAt(at, ' ');
      }
    }
    var bare = BARE_RANGE.matcher(rest);
    while (bare.find()) {
      var from = Numerals.value(bare.group(2));
      var to = Numerals.value(bare.group(4));
      if (from.isPresent() && to.isPresent()) {
        interval(
                minutes(bare.group(1), from.getAsInt(), 0),
                minutes(bare.group(3), to.getAsInt(), 0),
                bare.group(3) != null)
            .ifPresent(known -> found.add(new Found(bare.start(), bare.end(), Optional.of(known))));
      }
    }
    return found;
  }

  /// Days without hours: open on working days only, or always.
  private static List<Found> wholeDays(String words) {
    var found = new ArrayList<Found>();
    var always = ALWAYS.matcher(words);
    if (always.find()) {
      found.add(new Found(always.start(), always.end(), Optional.empty()));
    }
    var workdays = WORKDAYS.matcher(words);
    var week = WEEK.matcher(words);
    if (found.isEmpty() && ONLY.matcher(words).find()) {
      if (workdays.find()) {
        found.add(new Found(workdays.start(), workdays.end(), Optional.empty()));
      } else if (week.find()) {
        found.add(new Found(week.start(), week.end(), Optional.empty()));
      }
    }
    return found;
  }

  /// How sure it is that the hours are the form's, 0 when they are not.
  private double aboutTheForm(int at, String words, Found hit) {
    var from = words.lastIndexOf(',', Math.max(0, hit.start() - 1)) + 1;
    var comma = words.indexOf(',', hit.end());
    var to = comma < 0 ? words.length() : comma;
    var clause = words.substring(Math.min(from, hit.start()), to);
    if (OFFICE.matcher(clause).find()) {
      return 0;
    }
    if (STAFF.matcher(clause).find() && !OPEN.matcher(clause).find()) {
      return 0;
    }
    var before = words.substring(0, Math.min(from, hit.start()));
    var behind = words.substring(to);
    var label = at == 0 ? "" : text.sentences().get(at - 1).text();
    var opens = OPEN.matcher(clause).find() || OPEN.matcher(before).find();
    if (FORM.matcher(clause).find()) {
      return opens ? 0.9 : 0.6;
    }
    var last = lastOf(before);
    if (last.isEmpty() && label.length() <= LABEL) {
      last = lastOf(label);
    }
    if (last.isPresent()) {
      return last.get() ? (opens ? 0.8 : 0.6) : 0;
    }
    return OFFICE.matcher(behind).find() || !opens ? 0 : 0.6;
  }

  /// Whether the last telling word is the form's; empty when there is none.
  private static Optional<Boolean> lastOf(String words) {
    var form = lastEnd(FORM.matcher(words));
    var office = lastEnd(OFFICE.matcher(words));
    return form < 0 && office < 0 ? Optional.empty() : Optional.of(form > office);
  }

  private static int lastEnd(Matcher matcher) {
    var end = -1;
    while (matcher.find()) {
      end = matcher.end();
    }
    return end;
  }

  private static Set<DayOfWeek> days(String words) {
    var week = WEEK.matcher(words);
    if (week.find()) {
      var first = "一二三四五六日".indexOf(week.group(1).replace('天', '日'));
      var last = "一二三四五六日".indexOf(week.group(2).replace('天', '日'));
      if (first <= last) {
        return EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
      }
    }
    return WORKDAYS.matcher(words).find()
        ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
        : EnumSet.allOf(DayOfWeek.class);
  }

  /// Minutes from midnight of the time in the six groups after `offset`, -1 when it is none.
  private static int time(Matcher matcher, int offset) {
    var hour = Numerals.value(matcher.group(offset + 2));
    var minute = 0;
    if (matcher.group(offset + 3) != null) {
      minute = Integer.parseInt(matcher.group(offset + 3));
    } else if (matcher.group(offset + 4) != null) {
      minute = 30;
    } else if (matcher.group(offset + 5) != null) {
      minute = Numerals.value(matcher.group(offset + 5)).orElse(-1);
    } else if (matcher.group(offset + 6) != null) {
      minute = Integer.parseInt(matcher.group(offset + 6));
    }
    return hour.isEmpty() ? -1 : minutes(matcher.group(offset + 1), hour.getAsInt(), minute);
  }

  private static int minutes(@Nullable String part, int hour, int minute) {
    if (hour > 24 || minute < 0 || minute > 59 || (hour == 24 && minute > 0)) {
      return -1;
    }
    var afternoon =
        part != null
            && (part.equals("下午")
                || part.equals("午后")
                || part.startsWith("晚")
                || part.equals("傍晚")
                || part.equals("夜间"));
    return ((afternoon && hour < 12 ? hour + 12 : hour) * 60) + minute;
  }

  /// An end that seems to be no later than the beginning is in the afternoon (8:30-5:30), unless
  /// the text says which part of the day or which day it is in.
  private static Optional<Interval> interval(int opens, int closes, boolean endIsPlain) {
    if (opens < 0 || closes < 0) {
      return Optional.empty();
    }
    var noon = 12 * 60;
    var afternoon = !endIsPlain && closes <= opens && closes < noon && closes + noon > opens;
    var end = afternoon ? closes + noon : closes;
    return end == opens ? Optional.empty() : Optional.of(new Interval(opens, end));
  }
}
