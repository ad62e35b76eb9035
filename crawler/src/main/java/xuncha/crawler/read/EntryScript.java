package xuncha.crawler.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a script that stands in a page may do for the page's lists, told from its code: whether it
/// writes, whether it writes links, whether it fetches something, and which blocks it speaks of.
///
/// @param code never long: a long one is a library or data
record EntryScript(String code) {
  private static final List<String> WRITING =
      List.of(
          "document.write",
          "innerHTML",
          "outerHTML",
          "insertAdjacent",
          "appendChild",
          "insertBefore",
          "replaceWith(",
          "appendTo(",
          ".append(",
          ".prepend(",
          ".html(",
          ".load(");
  private static final List<String> ASKING =
      List.of(
          "XMLHttpRequest",
          "fetch(",
          "ajax",
          "axios",
          "$http",
          ".getJSON(",
          ".get(",
          ".post(",
          ".load(");

  /// A link and what it is called. Links to nowhere, to the front page and those around pictures
  /// are buttons and advertisements.
  private static final Pattern LINK =
      Pattern.compile(
          "<a\\s[^<>]{0,300}?href\\s*=\\s*+[\\\\\"'`]*+(?!#|javascript|/[\\\\\"'])([^<>]{0,300})>(?!\\s*<img)((?:(?!<\\\\?/a).){0,300})",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// Where a text ends and something is added to it.
  private static final Pattern JOINED = Pattern.compile("[\"']\\s*\\+|\\+\\s*[\"']|\\$\\{");

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  /// A field, an element or a variable that may hold a title; pagers write numbers.
  private static final Pattern TITLED =
      Pattern.compile(
          "[\\w$)\\]]\\.(?!length)[a-z_$]|\\[|(?<![\\w$])(?![\\w$]*(?:page|index|curr|num|count|total))[a-z_$][\\w$]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MADE = Pattern.compile("createElement\\s*\\(\\s*[\"'](?:li|a)[\"']");

  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d\\d(?:-|/|\\.|年)\\d{1,2}(?:-|/|\\.|月)\\d{1,2}");
  private static final Pattern DATED_RECORD = Pattern.compile("[:,\\[]\\s*[\"']" + DAY.pattern());
  private static final Pattern TITLE = Pattern.compile("[\"'][^\"'\\n]{0,40}[\\u4e00-\\u9fff]{6}");

  boolean writes() {
    return has(WRITING);
  }

  boolean asks() {
    return has(ASKING);
  }

  boolean writesInPlace() {
    return code.contains("document.write");
  }

  private boolean has(List<String> words) {
    return words.stream().anyMatch(code::contains);
  }

  /// Whether it writes entries: links to addresses that it puts together, or one with a date.
  boolean writesLinks() {
    if (code.contains(".href") && MADE.matcher(code).find()) {
      return true;
    }
    if (!code.contains("href")) {
      return false;
    }
    var link = LINK.matcher(code);
    while (link.find()) {
      if (isEntry(link.group(1), TAG.matcher(link.group(2)).replaceAll(""))) {
        return true;
      }
    }
    return false;
  }

  /// Whether address and title are put together, or neither is and a date stands in the script.
  private boolean isEntry(String address, String title) {
    var joined = JOINED.matcher(title).find();
    return JOINED.matcher(address).find()
        ? joined && TITLED.matcher(title).find()
        : !joined && DAY.matcher(code).find();
  }

  /// Whether it holds titles with their dates as data.
  boolean carriesEntries() {
    return code.contains("20") && DATED_RECORD.matcher(code).find() && TITLE.matcher(code).find();
  }

  /// The names that it calls blocks of its page by: whole texts, and `#id` or `.class` in texts.
  Set<String> names() {
    var names = new HashSet<String>();
    var end = 0;
    for (var start = 1; start < code.length(); start = Math.max(start + 1, end)) {
      end = start;
      while (end < code.length() && isNameSign(code.charAt(end))) {
        end++;
      }
      if (end > start && isNamed(start, end)) {
        names.add(code.substring(start, end));
      }
    }
    return names;
  }

  private boolean isNamed(int start, int end) {
    var before = code.charAt(start - 1);
    return switch (before) {
      case '"', '\'' -> end < code.length() && code.charAt(end) == before;
      case '#' -> true;
      case '.' -> start > 1 && "\"' ,>".indexOf(code.charAt(start - 2)) >= 0;
      default -> false;
    };
  }

  private static boolean isNameSign(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
