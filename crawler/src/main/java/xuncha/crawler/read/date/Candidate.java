package xuncha.crawler.read.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;

/// One answer that a page offers.
///
/// @param day the day in China
/// @param time its time
/// @param from where it stands
/// @param trust how often such a date is the publication date, 0 to 1, before others are heard
/// @param raw as written
record Candidate(
    LocalDate day, Optional<LocalTime> time, Provenance from, double trust, String raw) {

  /// Whether two answers come from unlike places, so that their agreement means something.
  boolean independentOf(Candidate other) {
    return witness() != other.witness();
  }

  private Witness witness() {
    return switch (from) {
      case LABELLED, LIST, BYLINE, RELATIVE, TEXT, ARTICLE, OTHER_LIST, TIME_ELEMENT ->
          Witness.READERS;
      case STRUCTURED, META, SCRIPT -> Witness.MACHINES;
      case URL -> Witness.ADDRESS;
    };
  }

  FoundDate found(double confidence) {
    var shown = raw.length() > 80 ? raw.substring(0, 80) : raw;
    return new FoundDate(day, time, from, confidence, shown);
  }

  /// For whom the date was put there.
  private enum Witness {
    READERS,
    MACHINES,
    ADDRESS
  }
}
