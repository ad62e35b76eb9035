package xuncha.lab.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The letters that a site publishes, and when they were answered.
public final class Letters {
  /// How many days may pass before an unanswered letter is overdue (over three months).
  public static final int TERM_DAYS = 92;

  private static final int WELL_PAST_DAYS = 110;

  private Letters() {}

  /// One letter.
  ///
  /// @param item its entry in the list; its day is the day of the question
  /// @param answered the day of the answer, empty while there is none
  public record Letter(LabItem item, Optional<LocalDate> answered) {
    /// Days from the question to the reference time.
    public long age(LocalDate today) {
      return ChronoUnit.DAYS.between(item.day(), today);
    }
  }

  /// The letters of a column, in the order of its entries.
  public static List<Letter> of(Blueprint site, LabColumn column) {
    return IntStream.range(0, column.size())
        .mapToObj(index -> of(site, Contents.item(site, column, index)))
        .toList();
  }

  /// The letter behind an entry.
  public static Letter of(Blueprint site, LabItem item) {
    var lot = site.lot(item.column().slug(), item.index(), "answer");
    var chosen = isChosen(site, item);
    var days =
        switch (site.letters().answers()) {
          case PROMPT -> lot.between(0, 4);
          case SLOW -> lot.between(9, 24);
          case ONE_OPEN -> chosen ? Integer.MAX_VALUE : lot.between(0, 4);
          case ONE_LATE -> chosen ? TERM_DAYS + 8 : lot.between(0, 4);
        };
    var answered = item.day().plusDays(days);
    return new Letter(
        item, answered.isAfter(site.today()) ? Optional.empty() : Optional.of(answered));
  }

  /// The first letter well past the term, or the oldest one where none is.
  private static boolean isChosen(Blueprint site, LabItem item) {
    var last = item.index() == item.column().size() - 1;
    return past(site, item)
        ? item.index() == 0 || !past(site, Contents.item(site, item.column(), item.index() - 1))
        : last;
  }

  private static boolean past(Blueprint site, LabItem item) {
    return ChronoUnit.DAYS.between(item.day(), site.today()) > WELL_PAST_DAYS;
  }
}
