package xuncha.findings.visit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// A publication date as read from a page, with where it came from and how sure that is.
///
/// @param day the calendar day in China
/// @param time the time of day where the page gives one
/// @param from how it was found
/// @param confidence 0 to 1; below 0.5 nobody may be accused on it
/// @param raw the characters it was read from
public record FoundDate(
    LocalDate day, Optional<LocalTime> time, Provenance from, double confidence, String raw) {

  /// How a date was found, most trustworthy first in ordinary circumstances.
  public enum Provenance {
    /// Visible, with a label such as 发布时间.
    LABELLED,
    /// Visible in the list beside the item's title.
    LIST,
    /// A `time` element or microdata.
    TIME_ELEMENT,
    /// Visible near the headline, without a label.
    BYLINE,
    /// JSON-LD or another structured island.
    STRUCTURED,
    /// `<meta name="PubDate">` and its relatives.
    META,
    /// A script variable.
    SCRIPT,
    /// The date in the item's address.
    URL,
    /// "3 小时前", "昨天": counted from when the page was seen.
    RELATIVE,
    /// Read from the item's own page because its list gives none.
    ARTICLE,
    /// Read from another list of the site that has the same item.
    OTHER_LIST,
    /// Somewhere in the text; a guess.
    TEXT
  }

  /// As sure as a date must be for anybody to rely on it.
  private static final double TRUSTED = 0.5;

  public FoundDate {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence out of range: " + confidence);
    }
  }

  /// Whether it may be relied on; nobody may be accused on any other.
  public boolean isTrusted() {
    return confidence >= TRUSTED;
  }

  /// The same date, said to be found another way.
  public FoundDate as(Provenance other, double sure) {
    return new FoundDate(day, time, other, sure, raw);
  }
}
