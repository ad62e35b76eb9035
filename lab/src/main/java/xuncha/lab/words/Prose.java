package xuncha.lab.words;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Titles, sentences and names, drawn by lot.
public final class Prose {
  private static final Map<String, List<Phrase>> TITLES = phrases("titles.txt");
  private static final Map<String, List<Phrase>> SENTENCES = phrases("prose.txt");
  private static final Map<String, List<String>> SLOTS = WordList.read("slots.txt").all();

  private Prose() {}

  /// A title.
  ///
  /// @param theme what it is about: `news`, `notice`, `policy`, …
  /// @param body whose site it stands on
  /// @param year the year it speaks of
  /// @param month the month it speaks of
  /// @param turn whose turn it is among the patterns, so that neighbours in a list differ
  public static String title(String theme, Body body, int year, int month, int turn, Lot lot) {
    var out = new StringBuilder();
    var patterns = of(TITLES, theme);
    patterns.get(Math.floorMod(turn, patterns.size())).say(out, slots(body, year, month, lot));
    return out.toString();
  }

  /// A sentence or paragraph of a text.
  ///
  /// @param theme as for titles, or `plain` and `overview`
  public static String sentence(String theme, Body body, int year, int month, Lot lot) {
    var out = new StringBuilder();
    var choices = SENTENCES.get(theme);
    lot.one(choices == null ? of(SENTENCES, "plain") : choices)
        .say(out, slots(body, year, month, lot));
    return out.toString();
  }

  /// All sentences of a theme in their own order, as a document with numbered parts has them.
  public static List<String> inOrder(String theme, Body body, int year, int month, Lot lot) {
    return of(SENTENCES, theme).stream()
        .map(phrase -> {
          var out = new StringBuilder();
          phrase.say(out, slots(body, year, month, lot));
          return out.toString();
        })
        .toList();
  }

  /// A person.
  public static String person(Lot lot) {
    return lot.one(slot("surname")) + lot.one(slot("given"));
  }

  /// One word of a slot such as `road` or `topic`.
  public static String word(String slot, Lot lot) {
    return lot.one(slot(slot));
  }

  private static Function<String, String> slots(Body body, int year, int month, Lot lot) {
    return name ->
        switch (name) {
          case "place" -> body.place();
          case "body" -> body.name();
          case "organ" -> body.organ();
          case "area" -> body.area();
          case "leader" -> body.leaderTitle() + person(lot);
          case "name" -> person(lot);
          case "year" -> Integer.toString(year);
          case "month" -> Integer.toString(month);
          case "count" -> Integer.toString(lot.between(3, 48));
          case "digit" -> Integer.toString(lot.between(1, 9));
          case "money" -> Integer.toString(lot.between(12, 980) * 10);
          case "people" -> Integer.toString(lot.between(8, 96) * 100);
          case "number" -> Integer.toString(lot.between(11, 399));
          case "phone" -> body.areaCode() + "-" + lot.digits(7);
          default -> lot.one(slot(name));
        };
  }

  private static List<String> slot(String name) {
    var words = SLOTS.get(name);
    if (words == null) {
      throw new IllegalArgumentException("no such slot: " + name);
    }
    return words;
  }

  private static List<Phrase> of(Map<String, List<Phrase>> lists, String theme) {
    var phrases = lists.get(theme);
    if (phrases == null) {
      throw new IllegalArgumentException("no such theme: " + theme);
    }
    return phrases;
  }

  private static Map<String, List<Phrase>> phrases(String resource) {
    return WordList.read(resource).all().entrySet().stream()
        .collect(
            toUnmodifiableMap(
                Map.Entry::getKey, entry -> entry.getValue().stream().map(Phrase::of).toList()));
  }
}
