package xuncha.crawler.read.date;

import java.time.LocalTime;
import java.util.Optional;

/// A date seen in a list entry, not yet completed.
///
/// @param written what it says
/// @param time its time of day
/// @param label what the entry or the table's head calls it
/// @param slot where in the entry it stands, in a form that is equal for entries of one make
/// @param alone whether it is all that its element holds
/// @param inTitle whether it stands inside the title
/// @param apart whether it is kept from the title's words at their edge
/// @param raw what it was read from
record EntryDate(
    Written written,
    Optional<LocalTime> time,
    Label label,
    String slot,
    boolean alone,
    boolean inTitle,
    boolean apart,
    String raw) {

  /// How well such a date serves when nothing is known of the other entries; below zero not at all.
  int rank() {
    if (label == Label.OTHER || label == Label.DOCUMENT) {
      return -1;
    }
    int rank =
        switch (label) {
          case PUBLISHED -> 8;
          case PLAIN -> 5;
          case UPDATED -> 3;
          case LETTER -> 2;
          case OTHER, DOCUMENT, NONE -> 4;
        };
    rank += alone ? 2 : 0;
    rank += written instanceof Written.Full ? 1 : 0;
    return inTitle ? rank - 5 : rank;
  }

  /// Whether page counters and scores are written alike (1/20, 3-2), or it stands among a title's
  /// words and may be an event's.
  boolean doubtful() {
    return (apart && !alone) || scoreLike();
  }

  private boolean scoreLike() {
    return written instanceof Written.OfYear
        && label == Label.NONE
        && (raw.length() < 5 || raw.indexOf('/') >= 0)
        && raw.indexOf('月') < 0;
  }
}
