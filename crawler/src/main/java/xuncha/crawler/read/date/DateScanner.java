package xuncha.crawler.read.date;

import static xuncha.crawler.read.date.Characters.digit;
import static xuncha.crawler.read.date.Characters.han;
import static xuncha.crawler.read.date.Characters.hanDigit;
import static xuncha.crawler.read.date.Characters.latin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.read.date.Written.Plainness;

/// One pass over one text. Every attempt looks a bounded number of characters ahead and the pass
/// never steps back, so time is linear.
final class DateScanner {
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;
  private static final int GAP = 3;
  private static final List<TimeWord> TIME_WORDS = List.of(TimeWord.values());
  private static final List<DayWord> DAY_WORDS = List.of(DayWord.values());

  /// The ideographs with which a date may begin: a bit for each character.
  private static final long[] BEGINNINGS = beginnings();

  private final String original;
  private final char[] text;
  private final boolean monthFirst;
  private final List<Mention> found = new ArrayList<>();

  /// Where the attempt at hand has read to.
  private int at;

  /// Whether the last date found began a span whose end comes next.
  private boolean spanOpen;

  DateScanner(String original, boolean monthFirst) {
    this.original = original;
    this.text = Characters.plain(original);
    this.monthFirst = monthFirst;
  }

  List<Mention> scan() {
    int i = beginning(0);
    while (i < text.length) {
      var written = attempt(i);
      i = beginning(written == null ? next(i) : keep(i, written));
    }
    return found;
  }

  /// The first place from `from` on where a date may begin. A loop of its own, for it looks at
  /// every character of every page.
  private int beginning(int from) {
    int i = from;
    while (i < text.length && !begins(i)) {
      i = next(i);
    }
    return i;
  }

  /// A date begins where a number, a name or a word of time begins.
  private boolean begins(int i) {
    char c = text[i];
    char before = i == 0 ? ' ' : text[i - 1];
    if (digit(c)) {
      return !digit(before) && !latin(before) && before != '_' && !joined(i);
    }
    if (latin(c)) {
      return !latin(before) && !digit(before) && "jfmasondJFMASOND".indexOf(c) >= 0;
    }
    return (BEGINNINGS[c >> 6] & 1L << c) != 0;
  }

  private static long[] beginnings() {
    var bits = new long[1 << 10];
    for (int c = 0x3007; c <= Character.MAX_VALUE; c++) {
      if (hanDigit((char) c) >= 0 || beginsWord((char) c)) {
        bits[c >> 6] |= 1L << c;
      }
    }
    return bits;
  }

  /// Whether a [DayWord] begins so.
  private static boolean beginsWord(char c) {
    return switch (c) {
      case '刚', '剛', '今', '昨', '前', '半' -> true;
      default -> false;
    };
  }

  /// Whether the number at `i` is the tail of something longer: 1.2024-09-10, /2024-09-10/.
  private boolean joined(int i) {
    if (i < 2) {
      return false;
    }
    char mark = text[i - 1];
    char before = text[i - 2];
    if (mark == '年' && digit(before)) {
      return true; // the rest of a date that does not exist: 2023年2月29日
    }
    return (mark == '.' || mark == '-' || mark == '/' || mark == ':')
        && (digit(before) || (latin(before) && mark != ':'));
  }

  private int next(int i) {
    if (digit(text[i])) {
      return endOfDigits(i);
    }
    int end = i + 1;
    while (latin(text[i]) && end < text.length && latin(text[end])) {
      end++;
    }
    return end;
  }

  private @Nullable Written attempt(int i) {
    at = i;
    char c = text[i];
    if (digit(c)) {
      return number(i, endOfDigits(i));
    }
    if (latin(c)) {
      return monthName(i);
    }
    if (hanDigit(c) >= 0) {
      return hanDate(i);
    }
    return word(i);
  }

  private @Nullable Written number(int i, int end) {
    return switch (end - i) {
      case 8, 12, 14 -> compact(i, end);
      case 4 -> yearFirst(i);
      case 1, 2 -> small(i, end);
      case 3 -> ago(i, end);
      default -> null;
    };
  }

  /// 20240910, 202409101530, 20240910153000: the time is read by [#compactTime].
  private @Nullable Written compact(int i, int end) {
    at = end;
    if (end < text.length && (latin(text[end]) || "_%号號期次".indexOf(text[end]) >= 0)) {
      return null;
    }
    return full(value(i, i + 4), value(i + 4, i + 6), value(i + 6, i + 8), Plainness.COMPACT);
  }

  /// 2024-09-10, 2024年9月10日, 2024-09, 2024 Sep 10.
  private @Nullable Written yearFirst(int i) {
    int year = value(i, i + 4);
    at = i + 4;
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      return null;
    }
    skipSpaces(GAP);
    char mark = peek();
    if (mark == '年') {
      return yearMonthDay(year);
    }
    return mark == '-' || mark == '/' || mark == '.' ? separated(year, mark) : null;
  }

  private @Nullable Written yearMonthDay(int year) {
    at++;
    skipSpaces(GAP);
    int month = shortNumber();
    skipSpaces(GAP);
    if (month < 0 || peek() != '月') {
      return null;
    }
    at++;
    int afterMonth = at;
    skipSpaces(GAP);
    int day = shortNumber();
    if (day < 0) {
      at = afterMonth;
      return ofMonth(year, month);
    }
    int afterDay = at;
    skipSpaces(GAP);
    if (peek() == '日' || peek() == '号' || peek() == '號') {
      at++;
    } else if (peek() == '-' || peek() == '/' || peek() == '月') {
      return null;
    } else {
      at = afterDay;
      if (counts(afterMonth, afterDay)) {
        at = afterMonth;
        return ofMonth(year, month);
      }
    }
    return full(year, month, day, Plainness.PLAIN);
  }

  /// Whether the number after a 月 is no day: the first in a calendar's row (2024年3月 28 29), or one
  /// that counts something (2024年3月 12件).
  private boolean counts(int afterMonth, int afterDay) {
    int next = afterDay;
    while (charAt(next) == ' ' && next - afterDay < GAP) {
      next++;
    }
    int end = endOfDigits(next);
    boolean another = next > afterDay && end > next && end - next <= 2 && !timeLike(next);
    char after = charAt(afterDay);
    return another || (charAt(afterMonth) == ' ' && han(after) && "星周週上下".indexOf(after) < 0);
  }

  private @Nullable Written separated(int year, char mark) {
    at++;
    skipSpaces(GAP);
    int month = shortNumber();
    if (month < 0) {
      return null;
    }
    int afterMonth = at;
    skipSpaces(GAP);
    if (peek() != mark) {
      at = afterMonth;
      return clear(afterMonth) && peek() != '月' ? ofMonth(year, month) : null;
    }
    at++;
    skipSpaces(GAP);
    int day = shortNumber();
    if (day < 0 || !clear(at)) {
      return null;
    }
    return full(year, month, day, Plainness.PLAIN);
  }

  /// Whether nothing at `i` continues the number: 2024-09-10-3 is a file's name.
  private boolean clear(int i) {
    char c = charAt(i);
    if (digit(c) || c == '%' || c == '_') {
      return false;
    }
    if (c == '-' || c == '/' || c == '.') {
      return !digit(charAt(i + 1)) || timeLike(i + 1);
    }
    return !latin(c) || ((c == 'T' || c == 't') && timeLike(i + 1)) || c == 'Z';
  }

  private boolean timeLike(int i) {
    int end = endOfDigits(i);
    return end - i >= 1 && end - i <= 2 && charAt(end) == ':' && digit(charAt(end + 1));
  }

  /// One or two digits: 10 September 2024, 10.09.2024, 9月10日, 09-10, 24-09-10, 24年9月10日, 3小时前.
  private @Nullable Written small(int i, int end) {
    int first = value(i, end);
    at = end;
    char mark = peek();
    if (mark == '月' || (mark == ' ' && charAt(end + 1) == '月')) {
      return monthDay(first);
    }
    if (mark == '年' && end - i == 2) {
      var date = 2000 + first <= LATEST_YEAR ? yearMonthDay(2000 + first) : null;
      return date instanceof Written.Full(var day, _)
          ? new Written.Full(day, Plainness.SHORT_YEAR)
          : null;
    }
    if ((mark == '-' || mark == '/' || mark == '.') && digit(charAt(end + 1))) {
      var date = threeNumbers(first, end - i, mark);
      if (date != null) {
        return date;
      }
      at = end;
      return twoNumbers(first, mark);
    }
    var named = dayOfNamedMonth(first);
    if (named != null) {
      return named;
    }
    return ago(i, end);
  }

  private @Nullable Written monthDay(int month) {
    skipSpaces(1);
    at++;
    skipSpaces(GAP);
    int day = shortNumber();
    skipSpaces(1);
    if (day < 0 || !(peek() == '日' || peek() == '号' || peek() == '號')) {
      return null;
    }
    at++;
    return ofYear(month, day);
  }

  /// 10.09.2024, 9/10/2024, 24-09-10.
  private @Nullable Written threeNumbers(int first, int firstWidth, char mark) {
    at++;
    int secondStart = at;
    int second = shortNumber();
    int secondWidth = at - secondStart;
    int gap = at;
    skipSpaces(1);
    if (second < 0 || peek() != mark) {
      at = gap;
      return null;
    }
    at++;
    skipSpaces(1);
    int lastStart = at;
    int lastEnd = endOfDigits(at);
    at = lastEnd;
    if (!clear(lastEnd) && !latin(charAt(lastEnd))) {
      return null;
    }
    if (lastEnd - lastStart == 4) {
      return yearLast(first, second, value(lastStart, lastEnd), mark);
    }
    if (lastEnd - lastStart != 2 || firstWidth != 2 || secondWidth != 2) {
      return null;
    }
    int last = value(lastStart, lastEnd);
    return mark == '.'
        ? full(2000 + last, second, first, Plainness.SHORT_YEAR)
        : full(2000 + first, second, last, Plainness.SHORT_YEAR);
  }

  private @Nullable Written yearLast(int first, int second, int year, char mark) {
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      return null;
    }
    if (mark == '.') {
      return full(year, second, first, Plainness.PLAIN);
    }
    boolean either = first <= 12 && second <= 12 && first != second;
    boolean firstIsMonth = either ? monthFirst : second > 12;
    var how = either ? Plainness.EITHER_ORDER : Plainness.PLAIN;
    return firstIsMonth ? full(year, first, second, how) : full(year, second, first, how);
  }

  /// 09-10, 9/10: the least certain form; callers ask where it stands.
  private @Nullable Written twoNumbers(int month, char mark) {
    at++;
    int day = shortNumber();
    if (mark == '.'
        || day < 0
        || !clear(at)
        || (han(peek()) && "年月日号第条款章节期页届次".indexOf(peek()) >= 0)) {
      return null;
    }
    return ofYear(month, day);
  }

  /// 10 September 2024, 10. September 2024, 1er mars 2024, 10th of Sept. 2024.
  private @Nullable Written dayOfNamedMonth(int day) {
    int start = at;
    if (peek() == '.') {
      at++;
    } else if (latin(peek())) {
      var ordinal = wordAt(at);
      if (ordinal.equals("st")
          || ordinal.equals("nd")
          || ordinal.equals("rd")
          || ordinal.equals("th")
          || ordinal.equals("er")) {
        at += 2;
      }
    }
    skipSpacesAnd('-', 2);
    if (wordAt(at).equals("of") || wordAt(at).equals("de")) {
      at += 2;
      skipSpaces(1);
    }
    var name = wordAt(at);
    int month = Months.named(name);
    if (month == 0) {
      at = start;
      return null;
    }
    at += name.length();
    if (peek() == '.') {
      at++;
    }
    skipSpacesAnd(',', 2);
    skipSpacesAnd('-', 2);
    int year = yearNumber();
    if (year < 0) {
      at = start;
      return null;
    }
    return full(year, month, day, Plainness.PLAIN);
  }

  /// September 10, 2024; Sep 10 16:24:00 CST 2024 (how some servers print a date).
  private @Nullable Written monthName(int i) {
    var name = wordAt(i);
    int month = Months.named(name);
    if (month == 0) {
      return null;
    }
    at = i + name.length();
    if (peek() == '.') {
      at++;
    }
    skipSpacesAnd('-', 2);
    int day = shortNumber();
    if (day < 0 || digit(peek())) {
      return null;
    }
    var suffix = wordAt(at);
    if (suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd") || suffix.equals("th")) {
      at += 2;
    }
    if (peek() == '.') {
      at++;
    }
    skipSpacesAnd(',', 3);
    int resume = at;
    int year = yearNumber();
    if (year < 0 && timeLike(resume)) {
      at = Math.min(text.length, resume + 8);
      skipSpaces(1);
      at += wordAt(at).length();
      skipSpaces(1);
      year = yearNumber();
    }
    return year < 0 ? null : full(year, month, day, Plainness.PLAIN);
  }

  private int yearNumber() {
    int end = endOfDigits(at);
    int year = end - at == 4 ? value(at, end) : -1;
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      return -1;
    }
    at = end;
    return year;
  }

  /// 二〇二四年九月十日.
  private @Nullable Written hanDate(int i) {
    int year = 0;
    int end = i;
    while (end < text.length && end - i < 4 && hanDigit(text[end]) >= 0) {
      year = year * 10 + hanDigit(text[end++]);
    }
    if (end - i < 4 || charAt(end) != '年' || (i > 0 && hanDigit(text[i - 1]) >= 0)) {
      return null;
    }
    int monthEnd = endOfHanNumber(end + 1);
    int dayEnd = endOfHanNumber(monthEnd + 1);
    if (charAt(monthEnd) != '月' || charAt(dayEnd) != '日') {
      return null;
    }
    at = dayEnd + 1;
    return full(
        year,
        Characters.hanNumber(text, end + 1, monthEnd),
        Characters.hanNumber(text, monthEnd + 1, dayEnd),
        Plainness.PLAIN);
  }

  private int endOfHanNumber(int i) {
    int end = i;
    while (end < text.length
        && end - i < 4
        && (hanDigit(text[end]) >= 0 || "十廿卅".indexOf(text[end]) >= 0)) {
      end++;
    }
    return end;
  }

  /// 3小时前, 12 分钟前, 2天前, 1个月前, 3 hours ago.
  private @Nullable Written ago(int i, int end) {
    long amount = value(i, end);
    at = end;
    skipSpaces(1);
    for (var word : TIME_WORDS) {
      if (word.matches(text, at)) {
        at += word.length();
        return new Written.Ago(amount, word.unit());
      }
    }
    return null;
  }

  /// 刚刚, 昨天, 前天, 半小时前.
  private @Nullable Written word(int i) {
    for (var word : DAY_WORDS) {
      if (word.matches(text, i)) {
        at = i + word.length();
        return new Written.Ago(word.amount(), word.unit());
      }
    }
    return null;
  }

  private int keep(int start, Written written) {
    int dateEnd = at;
    var time =
        written instanceof Written.Full(_, var how) && how == Plainness.COMPACT
            ? compactTime(start, dateEnd)
            : null;
    Optional<ZoneOffset> offset = Optional.empty();
    if (time == null) {
      at = dateEnd;
      time = TimeText.read(this.text, dateEnd);
    }
    int end = dateEnd;
    if (time != null) {
      end = Math.clamp(time.end(), dateEnd, text.length);
      offset = time.offset();
    }
    // 报名 5月8日至10日 发布 5月7日: what ends a span does not begin another
    boolean closes = spanOpen && start - found.getLast().end() <= 2 * GAP;
    spanOpen = !closes && opensSpan(end);
    boolean span = closes || spanOpen;
    found.add(
        new Mention(
            written,
            time == null ? Optional.empty() : Optional.of(time.time()),
            offset,
            start,
            end,
            span,
            original.substring(start, end)));
    return end;
  }

  private @Nullable TimeText compactTime(int start, int end) {
    if (end - start < 12) {
      return null;
    }
    int hour = value(start + 8, start + 10);
    int minute = value(start + 10, start + 12);
    int second = end - start == 14 ? value(start + 12, start + 14) : 0;
    return hour < 24 && minute < 60 && second < 60
        ? new TimeText(LocalTime.of(hour, minute, second), Optional.empty(), end)
        : null;
  }

  /// 5月8日至10日, 2024.5.8-2024.5.10.
  private boolean opensSpan(int end) {
    int i = end;
    while (i < text.length && text[i] == ' ' && i - end < GAP) {
      i++;
    }
    char mark = charAt(i);
    if (mark != '-' && mark != '~' && mark != '至' && mark != '到') {
      return false;
    }
    i++;
    while (charAt(i) == ' ' || charAt(i) == '-') {
      if (++i - end > 2 * GAP) {
        return false;
      }
    }
    return digit(charAt(i));
  }

  private static @Nullable Written full(int year, int month, int day, Plainness how) {
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      return null;
    }
    try {
      return new Written.Full(LocalDate.of(year, month, day), how);
    } catch (DateTimeException _) {
      return null; // 30 February: no date
    }
  }

  private static @Nullable Written ofYear(int month, int day) {
    try {
      return new Written.OfYear(MonthDay.of(month, day));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Written ofMonth(int year, int month) {
    return month >= 1 && month <= 12 ? new Written.OfMonth(YearMonth.of(year, month)) : null;
  }

  /// The one- or two-digit number at hand, or -1 when there is none or a longer one.
  private int shortNumber() {
    int end = endOfDigits(at);
    if (end == at || end - at > 2) {
      return -1;
    }
    int value = value(at, end);
    at = end;
    return value;
  }

  private int value(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (text[i] - '0');
    }
    return value;
  }

  private int endOfDigits(int i) {
    int end = i;
    while (end < text.length && digit(text[end])) {
      end++;
    }
    return end;
  }

  private String wordAt(int i) {
    int end = i;
    while (end < text.length
        && end - i < 12
        && (latin(text[end]) || (text[end] >= 0xC0 && text[end] < 0x180))) {
      end++;
    }
    return new String(text, i, end - i).toLowerCase(java.util.Locale.ROOT);
  }

  private void skipSpaces(int most) {
    for (int n = 0; n < most && peek() == ' '; n++) {
      at++;
    }
  }

  private void skipSpacesAnd(char other, int most) {
    for (int n = 0; n < most && (peek() == ' ' || peek() == other); n++) {
      at++;
    }
  }

  private char peek() {
    return charAt(at);
  }

  private char charAt(int i) {
    return i >= 0 && i < text.length ? text[i] : '\n';
  }

  /// Spans of time that end in 前 or ago.
  private enum TimeWord {
    SECONDS("秒前", ChronoUnit.SECONDS),
    SECONDS_CLOCK("秒钟前", ChronoUnit.SECONDS),
    MINUTES("分钟前", ChronoUnit.MINUTES),
    MINUTES_TRADITIONAL("分鐘前", ChronoUnit.MINUTES),
    MINUTES_SHORT("分前", ChronoUnit.MINUTES),
    HOURS("小时前", ChronoUnit.HOURS),
    HOURS_TRADITIONAL("小時前", ChronoUnit.HOURS),
    HOURS_COUNTED("个小时前", ChronoUnit.HOURS),
    DAYS("天前", ChronoUnit.DAYS),
    DAYS_FORMAL("日前", ChronoUnit.DAYS),
    WEEKS("周前", ChronoUnit.WEEKS),
    WEEKS_COUNTED("个星期前", ChronoUnit.WEEKS),
    MONTHS("个月前", ChronoUnit.MONTHS),
    YEARS("年前", ChronoUnit.YEARS),
    MINUTES_ENGLISH("minutes ago", ChronoUnit.MINUTES),
    HOURS_ENGLISH("hours ago", ChronoUnit.HOURS),
    DAYS_ENGLISH("days ago", ChronoUnit.DAYS);

    private final String word;
    private final ChronoUnit unit;

    TimeWord(String word, ChronoUnit unit) {
      this.word = word;
      this.unit = unit;
    }

    boolean matches(char[] text, int at) {
      return DateScanner.matches(text, at, word);
    }

    int length() {
      return word.length();
    }

    ChronoUnit unit() {
      return unit;
    }
  }

  /// Words that name a day or moment by themselves.
  private enum DayWord {
    JUST_NOW("刚刚", 0, ChronoUnit.DAYS),
    JUST_NOW_TRADITIONAL("剛剛", 0, ChronoUnit.DAYS),
    TODAY("今天", 0, ChronoUnit.DAYS),
    TODAY_FORMAL("今日", 0, ChronoUnit.DAYS),
    YESTERDAY("昨天", 1, ChronoUnit.DAYS),
    YESTERDAY_FORMAL("昨日", 1, ChronoUnit.DAYS),
    DAY_BEFORE("前天", 2, ChronoUnit.DAYS),
    HALF_AN_HOUR("半小时前", 30, ChronoUnit.MINUTES),
    HALF_A_DAY("半天前", 12, ChronoUnit.HOURS);

    private final String word;
    private final long amount;
    private final ChronoUnit unit;

    DayWord(String word, long amount, ChronoUnit unit) {
      this.word = word;
      this.amount = amount;
      this.unit = unit;
    }

    boolean matches(char[] text, int at) {
      return DateScanner.matches(text, at, word);
    }

    int length() {
      return word.length();
    }

    long amount() {
      return amount;
    }

    ChronoUnit unit() {
      return unit;
    }
  }

  private static boolean matches(char[] text, int at, String word) {
    if (at + word.length() > text.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
