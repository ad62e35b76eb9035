package xuncha.crawler.read;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import xuncha.findings.visit.Link.Region;

/// The lines of a page's main part outside links, and which of them tell something: a sentence, a
/// label with its value, a number of something. Names of fields, buttons and columns tell nothing.
///
/// @param words all of them, without the page's own name, pagers, heads of tables and lines that
///   say that nothing is there
/// @param statements those that tell something
/// @param around what the page tells outside of its main part
record MainLines(TextLines words, TextLines statements, TextLines around) {
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PAGER =
      Pattern.compile("(?:共|第|每页|转到|跳转|当前)\\s*\\d*\\s*[/／]?\\s*\\d*\\s*[条页个项篇]|页次|页码|总[条记页]数?|记录数");

  private static final String SENTENCE = "。！？；!?";

  /// What dates and times consist of.
  private static final String OF_DATES = "年月日时分秒星期周一二三四五六";

  /// Names of fields are shorter; what is longer and nobody else has may be all that there is.
  private static final int NAME = 4;

  /// Where lines are gathered.
  private record Gathered(StringBuilder words, StringBuilder statements, StringBuilder around) {}

  static MainLines of(Sheet sheet, Regions regions, String title, Predicate<String> absence) {
    var gathered = new Gathered(new StringBuilder(), new StringBuilder(), new StringBuilder());
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
        } else if (absence.test(line)) {
          // one field of a filled table may well say so
          gathered.statements().append(isOneOfARow(sheet, around) ? line + "\n" : "");
        } else if (!title.contains(line) && !PathLine.says(line) && !PAGER.matcher(line).find()) {
          gather(gathered, line, title, isHeading(sheet.tag(around)));
        }
      }
      start = end + 1;
    }
    return new MainLines(
        TextLines.of(gathered.words()),
        TextLines.of(gathered.statements()),
        TextLines.of(gathered.around()));
  }

  private static void gather(Gathered gathered, String line, String title, boolean heading) {
    var plain = plain(line);
    gathered.words().append(plain).append('\n');
    if (!heading && states(line, title)) {
      gathered.statements().append(plain).append('\n');
    }
  }

  /// Pages of one template differ in their numbers.
  private static String plain(String line) {
    return DIGITS.matcher(line).replaceAll("0");
  }

  /// Whether a line tells something.
  ///
  /// @param title a value that only repeats the page's name tells nothing
  static boolean states(String line, String title) {
    for (var i = 0; i < SENTENCE.length(); i++) {
      if (line.indexOf(SENTENCE.charAt(i)) >= 0) {
        return true;
      }
    }
    var colon = Math.max(line.lastIndexOf(':'), line.lastIndexOf('：'));
    if (colon >= 0) {
      var value = line.substring(colon + 1).strip();
      return value.length() > 1 && !title.contains(value);
    }
    var letters = 0;
    var digits = 0;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      letters += Character.isLetter(c) && OF_DATES.indexOf(c) < 0 ? 1 : 0;
    }
    return letters > NAME || (digits > 0 && letters >= NAME - 1);
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
