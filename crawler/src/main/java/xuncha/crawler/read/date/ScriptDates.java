package xuncha.crawler.read.date;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import xuncha.findings.Beijing;

/// Dates in scripts: JSON-LD, state objects, variables and dates that a script writes into the
/// page.
final class ScriptDates {
  private static final int LONGEST = 150_000;
  private static final int SHORT = 400;
  private static final int MOST = 24;
  private static final String QUOTES = "\"'`";

  /// Keys as they end, lower case and without underscores: cmsPublishingDate, __$pubtime,
  /// date_published.
  private static final Pattern KEY =
      Pattern.compile(
          ".{0,12}?(?:date(?:published|created|modified)"
              + "|(?:pub|publish|published|publishing|publication|release|released|post|posted|news|docrel"
              + "|firstpublish|firstpublished|create|created|crt|upload|update|updated)(?:time|date|at|on)"
              + "|^ct)");

  /// What a script says.
  ///
  /// @param key the name it gives the date, lower case
  /// @param day the day
  /// @param raw as written
  /// @param at where in the script
  record Said(String key, LocalDate day, String raw, int at) {
    boolean updated() {
      return key.contains("modified") || key.contains("update");
    }

    boolean published() {
      return !updated() && !key.contains("create") && !key.contains("upload");
    }
  }

  private ScriptDates() {}

  /// The keyed dates of one script, at most 24. Looks at what stands around each colon and equals
  /// sign, once.
  static List<Said> keyed(String script, boolean inChina) {
    var said = new ArrayList<Said>();
    int end = Math.min(script.length(), LONGEST);
    int colon = mark(script, ':', 1, end);
    int equals = mark(script, '=', 1, end);
    while (Math.min(colon, equals) < end && said.size() < MOST) {
      int mark = Math.min(colon, equals);
      said(script, mark, inChina).ifPresent(said::add);
      colon = colon == mark ? mark(script, ':', mark + 1, end) : colon;
      equals = equals == mark ? mark(script, '=', mark + 1, end) : equals;
    }
    return said;
  }

  /// What stands in one object with one of the page's titles: in the state of a page that scripts
  /// build, the article's own record among those of others.
  static Optional<Said> beside(List<String> titles, String script, List<Said> said) {
    for (var title : titles) {
      int at = quoted(script, title);
      if (at >= 0) {
        var objects = new Braces(script, Math.min(script.length(), LONGEST));
        int own = objects.around(at);
        return said.stream()
            .filter(one -> one.published() && own >= 0 && objects.around(one.at()) == own)
            .findFirst();
      }
    }
    return Optional.empty();
  }

  /// Where the whole title stands in quotes.
  private static int quoted(String script, String title) {
    int at = script.indexOf(title);
    while (at >= 0) {
      int end = at + title.length();
      boolean whole =
          at > 0
              && end < script.length()
              && QUOTES.indexOf(script.charAt(at - 1)) >= 0
              && script.charAt(end) == script.charAt(at - 1);
      if (whole) {
        return at;
      }
      at = script.indexOf(title, end);
    }
    return -1;
  }

  /// The innermost brace that is open at each place, strings left out.
  private static final class Braces {
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();

    Braces(String script, int end) {
      var stack = new ArrayDeque<Integer>();
      for (int i = 0; i < end; i++) {
        char c = script.charAt(i);
        if (QUOTES.indexOf(c) >= 0) {
          i = endOfString(script, i, end);
        } else if (c == '{') {
          stack.push(i);
          mark(i, i);
        } else if (c == '}') {
          stack.poll();
          mark(i, stack.isEmpty() ? -1 : stack.getFirst());
        }
      }
    }

    private static int endOfString(String script, int start, int end) {
      int i = start + 1;
      while (i < end && script.charAt(i) != script.charAt(start)) {
        i += script.charAt(i) == '\\' ? 2 : 1;
      }
      return i;
    }

    private void mark(int place, int brace) {
      places.add(place);
      open.add(brace);
    }

    /// The place of the brace, -1 where none is open.
    int around(int place) {
      int found = Collections.binarySearch(places, place);
      int before = found >= 0 ? found : -found - 2;
      return before < 0 ? -1 : open.get(before);
    }
  }

  private static int mark(String script, char mark, int from, int end) {
    int at = from < end ? script.indexOf(mark, from, end) : -1;
    return at < 0 ? end : at;
  }

  private static Optional<Said> said(String script, int mark, boolean inChina) {
    var value = value(script, mark + 1);
    if (value.length() < 8) {
      return Optional.empty();
    }
    var key = key(script, mark);
    if (key.length() < 2 || !KEY.matcher(key).matches()) {
      return Optional.empty();
    }
    return day(value, inChina).map(day -> new Said(key, day, value, mark));
  }

  /// The name before the mark, bare of quotes, escapes and underscores.
  private static String key(String script, int mark) {
    int end = mark;
    while (end > 0 && mark - end < 6 && " \t\"'\\".indexOf(script.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < 40 && named(script.charAt(start - 1))) {
      start--;
    }
    return script.substring(start, end).replaceAll("[_$]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean named(char c) {
    return Characters.latin(c) || c == '_' || c == '$';
  }

  /// The value after the mark: a quoted string or a number, also as the argument of a function. It
  /// begins with a digit, else it is no date of ours.
  private static String value(String script, int from) {
    int start = from;
    while (start < script.length()
        && start - from < 4
        && " \"'\\".indexOf(script.charAt(start)) >= 0) {
      start++;
    }
    if (start < script.length() && Characters.latin(script.charAt(start))) {
      int call = script.indexOf('(', start);
      if (call > 0 && call - start < 40) {
        start = call + 1;
        while (start < script.length() && "\"' ".indexOf(script.charAt(start)) >= 0) {
          start++;
        }
      }
    }
    if (start == script.length() || !Characters.digit(script.charAt(start))) {
      return "";
    }
    int end = start + 1;
    while (end < script.length()
        && end - start < 40
        && "\"';,}<)\n\\".indexOf(script.charAt(end)) < 0) {
      end++;
    }
    return script.substring(start, end);
  }

  /// What a short script in the body puts where it stands, as `document.write("2024-09-10")` does:
  /// the one date among its literals, else nothing.
  static String written(String script) {
    if (script.length() > SHORT || script.length() < 8) {
      return "";
    }
    var dates =
        DateText.mentions(script).stream()
            .filter(mention -> plain(mention) && quoted(script, mention))
            .map(Mention::raw)
            .distinct()
            .toList();
    return dates.size() == 1 ? dates.getFirst() : "";
  }

  private static boolean plain(Mention mention) {
    return mention.written() instanceof Written.Full(_, var how) && how == Written.Plainness.PLAIN;
  }

  private static boolean quoted(String script, Mention mention) {
    int before = mention.start() - 1;
    return before >= 0 && "\"'> :：".indexOf(script.charAt(before)) >= 0;
  }

  private static Optional<LocalDate> day(String value, boolean inChina) {
    var text = value.strip();
    if (text.matches("[0-9]{10}|[0-9]{13}")) {
      long number = Long.parseLong(text);
      var at = text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      return Optional.of(Beijing.day(at));
    }
    return DateText.mentions(text).stream()
        .filter(mention -> mention.written() instanceof Written.Full)
        .findFirst()
        .flatMap(mention -> mention.fullDay(inChina));
  }
}
