package xuncha.crawler.read.date;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import xuncha.findings.Beijing;

/// Dates in scripts: JSON-LD, state objects, variables and dates that a script writes into the
/// page.
final class ScriptDates {
  private static final int LONGEST = 150_000;
  private static final int SHORT = 400;
  private static final int MOST = 24;

  /// A key that speaks of publication, and the string or number that follows it. Every repetition
  /// is bounded.
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(?<![a-z])[_$]{0,4}(?<key>(?:date_?published|(?:pub|publish|published|release|post|news|"
              + "doc_?rel|first_?publish(?:ed)?|original_?pub)_?(?:time|date|at|on)|pubtime|ct|"
              + "create_?time|date_?created|crtime|upload_?date|date_?modified|update_?time))"
              + "[\"']?\\s{0,3}[:=]\\s{0,3}(?:[a-z_.]{1,40}\\()?"
              + "[\"']?(?<value>[^\"';,}<)\\n]{6,40})");

  /// What a script says.
  ///
  /// @param key the name it gives the date, lower case; empty for one that it writes
  record Said(String key, LocalDate day, String raw, int place) {
    boolean published() {
      return key.contains("pub")
          || key.contains("release")
          || key.contains("news")
          || key.equals("ct")
          || key.contains("post")
          || key.contains("docrel")
          || key.contains("doc_rel");
    }

    boolean updated() {
      return key.contains("modified") || key.contains("update");
    }
  }

  private ScriptDates() {}

  /// The keyed dates of one script, at most 24.
  static List<Said> keyed(String script, boolean inChina) {
    var said = new ArrayList<Said>();
    var matcher = KEY.matcher(script.length() > LONGEST ? script.substring(0, LONGEST) : script);
    while (said.size() < MOST && matcher.find()) {
      var value = matcher.group("value");
      var key = matcher.group("key").toLowerCase(java.util.Locale.ROOT);
      day(value, inChina).ifPresent(day -> said.add(new Said(key, day, value, 0)));
    }
    return said;
  }

  /// The date that a short script in the body writes: `document.write("2024-09-10")`.
  static List<Said> written(String script, boolean inChina) {
    if (script.length() > SHORT) {
      return List.of();
    }
    var dates =
        DateText.mentions(script).stream()
            .filter(mention ->
                mention.written() instanceof Written.Full(_, var how)
                    && how == Written.Plainness.PLAIN)
            .toList();
    if (dates.isEmpty()) {
      return List.of();
    }
    var first = dates.getFirst();
    return first.fullDay(inChina).stream()
        .map(day -> new Said("", day, first.raw(), first.start()))
        .toList();
  }

  private static java.util.Optional<LocalDate> day(String value, boolean inChina) {
    var text = value.strip();
    if (text.matches("[0-9]{10}|[0-9]{13}")) {
      long number = Long.parseLong(text);
      var at = text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      return java.util.Optional.of(Beijing.day(at));
    }
    return DateText.mentions(text).stream()
        .filter(mention -> mention.written() instanceof Written.Full)
        .findFirst()
        .flatMap(mention -> mention.fullDay(inChina));
  }
}
