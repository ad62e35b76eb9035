package xuncha.crawler.read;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import xuncha.findings.visit.Link.Region;

/// The lines of a page's main part outside links, and which of them tell something: a sentence, a
/// label with its value, a number of something. Names of fields, buttons and columns tell nothing.
///
/// @param words all of them, without the page's own name, pagers, heads of tables and lines that
///   say that nothing is there
/// @param statements those that tell something
/// @param sentences those among them that tell it in whole and excuse nothing
/// @param around what the page tells outside of its main part
record MainLines(TextLines words, TextLines statements, TextLines sentences, TextLines around) {
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PAGER =
      Pattern.compile(
          "(?:共|第|每页|转到|跳转|当前)\\s*\\d*\\s*[/／]?\\s*\\d*\\s*[条页个项篇]|页次|页码|总[条记页]数?|记录数|上一?页[\\s\\d/.…<>|]*下一?页");

  /// A number with its unit, in a field of its own.
  private static final Pattern VALUE = Pattern.compile("[+-]?\\d[\\d.,]*\\s?[^\\d\\s]{0,4}");

  private static final int LONGEST_VALUE = 16;

  /// Whom to call, and nothing else; a day is none.
  private static final Pattern CALL =
      Pattern.compile("(?!(?:19|20)\\d{4,6}$)(?:\\(?0\\d{2,3}\\)?[- ]?)?\\d{5,11}");

  /// Somebody and what they are: 张三 县长. Heads of tables are parted too.
  private static final Pattern PAIR =
      Pattern.compile(
          "(?!.*(?:标题|名称|时间|日期|序号|编号|文号|来源|发布|操作|状态|类型|类别|浏览|点击|首页|返回|更多|打印|关闭|分享|收藏))\\p{L}{2}\\s+\\p{L}{2}");

  private static final String SENTENCE = "。！？；!?";

  /// What dates and times consist of.
  private static final String OF_DATES = "年月日时分秒星期周一二三四五六";

  /// Names of fields are shorter; what is longer and nobody else has may be all that there is.
  private static final int NAME = 4;

  /// Where lines are gathered.
  private record Gathered(
      StringBuilder words,
      StringBuilder statements,
      StringBuilder sentences,
      StringBuilder around) {
    Gathered() {
      this(new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
    }
  }

  static MainLines of(Sheet sheet, Regions regions, String title, Signs signs) {
    var gathered = new Gathered();
    var text = sheet.text();
    var at = 0;
    var start = 0;
    for (var end = text.indexOf("\n"); start < text.length(); end = text.indexOf("\n", start)) {
      end = end < 0 ? text.length() : end;
      while (at + 1 < sheet.size() && sheet.from(at + 1) <= start) {
        at++;
      }
      var around = around(sheet, at, end);
      if (isLoose(sheet, around)) {
        var line = text.substring(start, end).strip();
        if (regions.at(around) != Region.MAIN) {
          gathered.around().append(plain(line)).append('\n');
        } else if (signs.absence().test(line)) {
          // one field of a filled table may well say so
          gathered.statements().append(isOneOfARow(sheet, around) ? line + "\n" : "");
        } else if (!title.contains(line) && !isFrame(line, title)) {
          var told = isHeading(sheet.tag(around)) ? Telling.NOTHING : tells(line, title);
          gather(gathered, line, signs.excuse().test(line) ? told.hedged() : told);
          if (told == Telling.NOTHING) {
            value(sheet, around, line, title).ifPresent(gathered.statements()::append);
          }
        }
      }
      start = end + 1;
    }
    return new MainLines(
        TextLines.of(gathered.words()),
        TextLines.of(gathered.statements()),
        TextLines.of(gathered.sentences()),
        TextLines.of(gathered.around()));
  }

  /// Whether the line says where the reader is, how many pages there are, or what a script has yet
  /// to put there.
  private static boolean isFrame(String line, String title) {
    return PathLine.says(line)
        || line.contains("{{")
        || PAGER.matcher(line).find()
        || (PathLine.is(line)
            && title.contains(line.substring(PathLine.lastSign(line) + 1).strip()));
  }

  private static void gather(Gathered gathered, String line, Telling told) {
    var plain = plain(line);
    gathered.words().append(plain).append('\n');
    if (told != Telling.NOTHING) {
      gathered.statements().append(plain).append('\n');
    }
    if (told == Telling.WHOLE) {
      gathered.sentences().append(plain).append('\n');
    }
  }

  /// Pages of one template differ in their numbers. A number alone stays long enough to be a line.
  private static String plain(String line) {
    var plain = DIGITS.matcher(line).replaceAll("0");
    return plain.equals("0") ? "00" : plain;
  }

  /// The row of a table in which the line is a number, and another field says of what.
  private static Optional<String> value(Sheet sheet, int around, String line, String title) {
    if (line.length() > LONGEST_VALUE
        || !VALUE.matcher(line).matches()
        || !isOneOfARow(sheet, around)) {
      return Optional.empty();
    }
    var at = around;
    while (!sheet.tag(at).equals("td")) {
      at = sheet.parent(at);
    }
    var row = sheet.line(sheet.parent(at));
    var named = row.chars().filter(Character::isLetter).limit(2).count() == 2;
    return named && !isFrame(row, title) ? Optional.of(plain(row) + "\n") : Optional.empty();
  }

  /// What signs of other things are looked for in lines.
  ///
  /// @param absence whether a line says that nothing is there
  /// @param excuse whether it may be an excuse
  record Signs(Predicate<String> absence, Predicate<String> excuse) {}

  /// How much a line tells.
  enum Telling {
    /// The name of something.
    NOTHING,
    /// Something, or an excuse.
    PERHAPS,
    /// A sentence, or a label with its value.
    WHOLE;

    Telling hedged() {
      return this == WHOLE ? PERHAPS : this;
    }
  }

  /// How much a line tells.
  ///
  /// @param title a value that only repeats the page's name tells nothing
  static Telling tells(String line, String title) {
    var colon = Math.max(line.lastIndexOf(':'), line.lastIndexOf('：'));
    if (colon >= 0) {
      var value = line.substring(colon + 1).strip();
      return value.length() < 2 || title.contains(value) ? Telling.NOTHING : Telling.WHOLE;
    }
    for (var i = 0; i < SENTENCE.length(); i++) {
      if (line.indexOf(SENTENCE.charAt(i)) >= 0) {
        return SENTENCE.charAt(i) == '。' ? Telling.WHOLE : Telling.PERHAPS;
      }
    }
    var letters = 0;
    var digits = 0;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      letters += Character.isLetter(c) && OF_DATES.indexOf(c) < 0 ? 1 : 0;
    }
    return letters > NAME
            || (digits > 0 && letters >= NAME - 1)
            || (letters >= 2 && line.length() <= NAME + 2 && PAIR.matcher(line).matches())
            || (digits > NAME && CALL.matcher(line).matches())
        ? Telling.PERHAPS
        : Telling.NOTHING;
  }

  private static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  /// Whether the line is all that a field of a table says, and other fields of its row say
  /// something too.
  private static boolean isOneOfARow(Sheet sheet, int around) {
    var at = around;
    while (sheet.parent(at) >= 0 && !sheet.tag(at).equals("td")) {
      at = sheet.parent(at);
    }
    return sheet.tag(at).equals("td")
        && sheet.letters(at) == sheet.letters(around)
        && loose(sheet, sheet.parent(at)) > loose(sheet, at);
  }

  private static int loose(Sheet sheet, int at) {
    return sheet.letters(at) - sheet.linked(at);
  }

  /// The innermost element that holds the line to its end.
  private static int around(Sheet sheet, int innermost, int end) {
    var at = innermost;
    while (sheet.to(at) < end && sheet.parent(at) >= 0) {
      at = sheet.parent(at);
    }
    return at;
  }

  private static boolean isLoose(Sheet sheet, int at) {
    return sheet.size() > 0
        && !sheet.tag(at).equals("th")
        && sheet.linked(at) * 2 < Math.max(1, sheet.letters(at))
        && sheet.hidden(at) * 2 < Math.max(1, sheet.letters(at));
  }
}
