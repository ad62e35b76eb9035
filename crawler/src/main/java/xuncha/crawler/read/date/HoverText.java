package xuncha.crawler.read.date;

import java.time.Instant;
import java.util.Optional;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;

/// What some systems show of an entry only while the pointer rests on it, in its link's `title`:
/// 标题、作者、发布时间、点击数, one a line. Without a label of publication a date there is the title's.
public final class HoverText {
  private static final int LONGEST = 600;
  private static final double SURE = 0.85;

  private HoverText() {}

  /// The date that the text calls one of publication.
  public static Optional<FoundDate> published(String text, Instant seenAt) {
    if (text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    var today = Beijing.day(seenAt);
    return DateText.mentions(text).stream()
        .filter(mention -> Label.before(text, mention.start()) == Label.PUBLISHED)
        .flatMap(mention ->
            mention.fullDay(true).stream()
                .filter(day -> !mention.span() && !day.isAfter(today))
                .map(day ->
                    new FoundDate(
                        day, mention.timeInChina(), Provenance.LIST, SURE, mention.raw())))
        .findFirst();
  }
}
