package xuncha.crawler.read.date;

import java.util.Locale;
import java.util.Map;

/// Month names of the languages that foreign editions and foreign pages are written in.
final class Months {
  /// First three letters, accents removed, where they tell the month in English, German and French.
  private static final Map<String, Integer> BY_STEM =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("fev", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("avr", 4),
          Map.entry("may", 5),
          Map.entry("mai", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("aou", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("okt", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12),
          Map.entry("dez", 12));

  /// Whole names, so that "marine" or "second" is no month.
  private static final java.util.Set<String> NAMES =
      java.util.Set.of(
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "sept",
          "october",
          "november",
          "december",
          "januar",
          "janner",
          "jaenner",
          "februar",
          "marz",
          "maerz",
          "juni",
          "juli",
          "oktober",
          "dezember",
          "janvier",
          "janv",
          "fevrier",
          "fevr",
          "mars",
          "avril",
          "juin",
          "juillet",
          "juil",
          "aout",
          "septembre",
          "octobre",
          "novembre",
          "decembre",
          "jan",
          "feb",
          "mar",
          "mrz",
          "apr",
          "may",
          "mai",
          "jun",
          "jul",
          "aug",
          "sep",
          "oct",
          "okt",
          "nov",
          "dec",
          "dez",
          "fev",
          "avr");

  private Months() {}

  /// The month that `word` names, 1 to 12, or 0.
  static int named(String word) {
    var plain = plain(word);
    if (!NAMES.contains(plain)) {
      return 0;
    }
    return switch (plain) {
      case "juin" -> 6;
      case "juillet", "juil" -> 7;
      case "mrz", "maerz" -> 3;
      case "jaenner" -> 1;
      default -> BY_STEM.getOrDefault(plain.substring(0, 3), 0);
    };
  }

  private static String plain(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      plain.append(
          switch (lower.charAt(i)) {
            case 'ä', 'â' -> 'a';
            case 'é', 'è' -> 'e';
            case 'û', 'ü' -> 'u';
            default -> lower.charAt(i);
          });
    }
    return plain.toString();
  }
}
