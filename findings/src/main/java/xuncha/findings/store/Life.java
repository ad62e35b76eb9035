package xuncha.findings.store;

import java.time.Instant;

/// The life of a finding as far as visits can tell it.
///
/// @param state [FindingState#OPEN], [FindingState#FIXED] or [FindingState#REOPENED]
/// @param firstSeen the first visit that saw it
/// @param lastSeen the last visit that saw it
/// @param judged the latest visit that looked conclusively, whether it saw it or not
record Life(FindingState state, Instant firstSeen, Instant lastSeen, Instant judged) {

  /// Seen for the first time.
  static Life bornAt(Instant at) {
    return new Life(FindingState.OPEN, at, at, at);
  }

  /// Seen by a visit at that time. A visit older than the latest judgement widens what is known of
  /// the past and changes nothing in the present.
  Life seenAt(Instant at) {
    var first = at.isBefore(firstSeen) ? at : firstSeen;
    if (at.isBefore(judged)) {
      return new Life(state, first, at.isAfter(lastSeen) ? at : lastSeen, judged);
    }
    var now = state == FindingState.FIXED ? FindingState.REOPENED : state;
    return new Life(now, first, at, at);
  }

  /// Not seen by a visit at that time which looked conclusively.
  Life missedAt(Instant at) {
    return at.isBefore(judged) ? this : new Life(FindingState.FIXED, firstSeen, lastSeen, at);
  }
}
