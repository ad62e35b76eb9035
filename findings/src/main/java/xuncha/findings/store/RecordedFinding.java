package xuncha.findings.store;

import java.time.Instant;
import java.util.List;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;

/// A finding as one run left it.
///
/// @param run the run
/// @param at when the visit began
/// @param id the same from run to run for the same problem
/// @param target the target's id
/// @param check the check's id
/// @param indicator the indicator it counts under
/// @param severity how much it weighs
/// @param subject the page, column or post at fault
/// @param measured what was measured; for a fixed finding, when it was last seen
/// @param threshold what the edition allows
/// @param summary the sentence for people
/// @param evidence what it rests on
/// @param state where it stood after the run; a person's later decision counts
/// @param firstSeen the first visit that saw it
/// @param lastSeen the last visit up to this run that saw it
public record RecordedFinding(
    String run,
    Instant at,
    String id,
    String target,
    String check,
    String indicator,
    Severity severity,
    String subject,
    Measured measured,
    Measured threshold,
    Sentence summary,
    List<Evidence> evidence,
    FindingState state,
    Instant firstSeen,
    Instant lastSeen) {
  public RecordedFinding {
    evidence = List.copyOf(evidence);
  }
}
