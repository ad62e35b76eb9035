package xuncha.crawler.probe.consult;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;
import xuncha.findings.visit.Source;

/// What a site shows to one who looks a letter up: its labels are read as those of published
/// letters are, in the row or block that names the letter.
///
/// @param known whether it is the letter's page at all
/// @param replied the day of the reply; today where it is there without a day; empty before it
/// @param quote the words that tell, without what others could read the letter by
record LetterLook(boolean known, Optional<LocalDate> replied, String quote) {
  private static final int CLIMB = 10;
  private static final int MOST_PLACES = 5;
  private static final int LONGEST_QUOTE = 80;
  private static final int LEAD = 12;

  private static final Pattern ANSWERED = Pattern.compile("已(?:答复|回复|办结|办理完毕)");
  private static final Pattern WAITING =
      Pattern.compile("(?:未|待|尚未|暂无|没有|等待)(?:答复|回复|受理|办理|处理)|(?:受理|办理|处理)中");

  private static final LetterLook UNKNOWN = new LetterLook(false, Optional.empty(), "");

  /// Reads what came back.
  ///
  /// @param letter our number, which the letter's title and text name
  /// @param secrets the site's number for it, and the code beside it; never quoted
  static LetterLook of(Document page, String letter, List<String> secrets, Instant now) {
    var places = page.body().getElementsContainingOwnText(letter);
    if (places.isEmpty()) {
      return UNKNOWN;
    }
    var listed =
        new LetterFacts("", page.location(), now, Source.UNARCHIVED)
            .list(page).stream().filter(one -> one.title().contains(letter)).findFirst();
    return listed
        .filter(one -> one.standing() != Standing.UNKNOWN)
        .map(one -> listed(one, places.getFirst(), secrets, now))
        .orElseGet(() -> shown(block(places), letter, secrets, now));
  }

  private static LetterLook listed(
      Letter letter, Element place, List<String> secrets, Instant now) {
    var row = place.closest("tr, li, dl");
    return look(
        letter.standing(),
        letter.answered(),
        without(secrets, (row == null ? place : row).text()),
        0,
        now);
  }

  private static LetterLook shown(Element block, String letter, List<String> secrets, Instant now) {
    var values = LetterValues.of(block);
    var sent = LetterDates.first(values.all(LetterField.SENT), now);
    var answered = LetterDates.firstSince(values.all(LetterField.ANSWERED), sent, now);
    var text = without(secrets, block.text());
    var told = LetterStanding.of(values, answered.isPresent()).standing();
    var inWords = ANSWERED.matcher(text).find() && !WAITING.matcher(text).find();
    var standing = told == Standing.UNKNOWN && inWords ? Standing.ANSWERED : told;
    var at = answered.map(FoundDate::raw).map(text::indexOf).filter(found -> found >= 0);
    return look(standing, answered, text, at.orElseGet(() -> text.indexOf(letter)), now);
  }

  private static LetterLook look(
      Standing standing, Optional<FoundDate> answered, String text, int at, Instant now) {
    var from = Math.max(0, at - LEAD);
    var quote = text.substring(from, Math.min(text.length(), from + LONGEST_QUOTE)).strip();
    var day =
        answered
            .map(FoundDate::day)
            .or(() ->
                standing == Standing.ANSWERED ? Optional.of(Beijing.day(now)) : Optional.empty());
    return new LetterLook(true, day, quote);
  }

  /// The smallest block around a place that says how the letter fares; the whole page where none
  /// does.
  private static Element block(List<Element> places) {
    for (var place : places.subList(0, Math.min(MOST_PLACES, places.size()))) {
      var around = place;
      for (var level = 0; level < CLIMB && around != null; level++) {
        if (tells(LetterValues.of(around))) {
          return around;
        }
        around = around.parent();
      }
    }
    return places.getFirst().root();
  }

  private static boolean tells(LetterValues values) {
    return !values.all(LetterField.STATUS).isEmpty()
        || !values.all(LetterField.ANSWERED).isEmpty()
        || !values.all(LetterField.ANSWER).isEmpty();
  }

  private static String without(List<String> secrets, String text) {
    var safe = text;
    for (var secret : secrets) {
      safe = secret.isEmpty() ? safe : safe.replace(secret, "…");
    }
    return safe;
  }
}
