package xuncha.crawler.probe.consult;

import static xuncha.crawler.probe.consult.LetterField.ANSWER;
import static xuncha.crawler.probe.consult.LetterField.ANSWERED;
import static xuncha.crawler.probe.consult.LetterField.KIND;
import static xuncha.crawler.probe.consult.LetterField.SENT;
import static xuncha.crawler.probe.consult.LetterField.STATUS;
import static xuncha.crawler.probe.consult.LetterField.TITLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;
import xuncha.findings.visit.Source;

/// Reads published letters from the lists of a consultation box and from the letters' own pages.
///
/// @param box the column that publishes them, as the site names it
/// @param url the page's address
/// @param seenAt when the page was seen: nothing on it is younger
/// @param source where it is archived
public record LetterFacts(String box, String url, Instant seenAt, Source source) {

  /// The letters of a list, in page order. Letters of a list that tells neither time nor handling
  /// are not among them: read their own pages.
  ///
  /// @param page the page, parsed with its address as base
  public List<Letter> list(Element page) {
    return new LetterList(this).read(page);
  }

  /// The letter of its own page; empty when the page does not look like one.
  ///
  /// @param page the page, parsed with its address as base
  /// @param title what the list calls it; empty to take what the page says
  public Optional<Letter> detail(Element page, String title) {
    var values = LetterValues.of(page);
    var sent = LetterDates.first(values.all(SENT), seenAt);
    if (sent.isEmpty()
        || !(tells(values, ANSWERED) || tells(values, STATUS) || tells(values, ANSWER))) {
      return Optional.empty();
    }
    var answered = LetterDates.firstSince(values.all(ANSWERED), sent, seenAt);
    var standing = LetterStanding.of(values, answered.isPresent());
    var name = title.isEmpty() ? values.all(TITLE).stream().findFirst().orElse("") : title;
    return Optional.of(letter(name, url, firstOf(values, KIND), sent, answered, standing));
  }

  /// What list and own page say together: the page knows better, but an answer seen on either is an
  /// answer.
  public static Letter together(Letter inList, Letter own) {
    var answered =
        inList.standing() == Standing.ANSWERED && own.standing() != Standing.INVALID
            ? inList.standing()
            : own.standing();
    var standing = answered == Standing.UNKNOWN ? inList.standing() : answered;
    return new Letter(
        inList.title().isEmpty() ? own.title() : inList.title(),
        own.url(),
        own.box(),
        own.kind(),
        own.sent().or(inList::sent),
        own.answered().or(inList::answered),
        standing,
        standing == own.standing() ? own.confidence() : inList.confidence(),
        own.source());
  }

  Letter letter(
      String title,
      String address,
      String type,
      Optional<FoundDate> sent,
      Optional<FoundDate> answered,
      LetterStanding standing) {
    return new Letter(
        title,
        address,
        box,
        LetterKind.of(box, type),
        sent,
        answered,
        standing.standing(),
        standing.confidence(),
        source);
  }

  private static boolean tells(LetterValues values, LetterField field) {
    return !values.all(field).isEmpty();
  }

  private static String firstOf(LetterValues values, LetterField field) {
    return values.all(field).stream().findFirst().orElse("");
  }
}
