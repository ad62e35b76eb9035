package xuncha.findings.store;

import java.time.Instant;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Verdict;

/// A verdict as it stands in the record: one per run, target and check.
///
/// @param run the run
/// @param at when the visit began
/// @param target the target's id
/// @param targetKind `site` or `account`
/// @param url where a person would look at the target
/// @param check the check's id
/// @param revision the check's revision
/// @param verdict what it came to
/// @param reason why it could not be told or does not apply; empty otherwise
/// @param confidence 0 to 1; 0 where nothing could be told
/// @param measured what was measured
/// @param summary the sentence for people
/// @param needsReview whether a person should look before it is published
public record RecordedVerdict(
    String run,
    Instant at,
    String target,
    String targetKind,
    String url,
    String check,
    int revision,
    Verdict verdict,
    String reason,
    double confidence,
    Measured measured,
    Sentence summary,
    boolean needsReview) {}
