package xuncha.reports.export;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xuncha.findings.Beijing;
import xuncha.findings.store.RecordedFinding;
import xuncha.findings.store.RecordedObservation;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Sentence;

/// The objects of schema version 1, one method per line type. The JSON Schemas beside this class
/// say the same, and the tests hold them to it.
final class Lines {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(Beijing.ZONE);

  private Lines() {}

  static Map<String, @Nullable Object> of(Run run) {
    var line = head("run", run.id(), run.started());
    line.put("kind", run.kind().id());
    line.put("asOf", time(run.asOf()));
    line.put("edition", run.edition());
    line.put("targets", run.targets());
    line.put("finishedAt", run.finished().map(Lines::time).orElse(null));
    return line;
  }

  static Map<String, @Nullable Object> of(RecordedVerdict verdict) {
    var line = head("verdict", verdict.run(), verdict.at());
    line.put("target", verdict.target());
    line.put("url", verdict.url());
    line.put("targetKind", verdict.targetKind());
    line.put("check", verdict.check());
    line.put("revision", verdict.revision());
    line.put("verdict", verdict.verdict().id());
    if (!verdict.reason().isEmpty()) {
      line.put("reason", verdict.reason());
    }
    line.put("confidence", verdict.confidence());
    line.put("measured", verdict.measured().values());
    line.put("summary", sentence(verdict.summary()));
    line.put("needsReview", verdict.needsReview());
    return line;
  }

  static Map<String, @Nullable Object> of(RecordedFinding finding) {
    var line = head("finding", finding.run(), finding.at());
    line.put("id", finding.id());
    line.put("target", finding.target());
    line.put("check", finding.check());
    line.put("indicator", finding.indicator());
    line.put("severity", finding.severity().id());
    line.put("subject", finding.subject());
    line.put("measured", finding.measured().values());
    line.put("threshold", finding.threshold().values());
    line.put("summary", sentence(finding.summary()));
    line.put("state", finding.state().id());
    line.put("firstSeen", time(finding.firstSeen()));
    line.put("lastSeen", time(finding.lastSeen()));
    line.put("evidence", finding.evidence().stream().map(Lines::of).toList());
    return line;
  }

  static Map<String, @Nullable Object> of(RecordedObservation observation) {
    var line = head("observation", observation.run(), observation.at());
    line.put("target", observation.target());
    line.put("check", observation.check());
    line.put("name", observation.name());
    line.put("value", observation.value());
    line.put("unit", observation.unit());
    return line;
  }

  /// RFC 3339 with Beijing's offset, to the millisecond.
  static String time(Instant instant) {
    return RFC_3339.format(instant);
  }

  private static Map<String, @Nullable Object> head(String type, String run, Instant at) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("schema", JsonLines.SCHEMA);
    line.put("type", type);
    line.put("run", run);
    line.put("at", time(at));
    return line;
  }

  private static Map<String, String> sentence(Sentence sentence) {
    var both = new LinkedHashMap<String, String>();
    both.put("zh", sentence.zh());
    both.put("en", sentence.en());
    return both;
  }

  private static Map<String, String> of(Evidence evidence) {
    var piece = new LinkedHashMap<String, String>();
    piece.put("kind", evidence.kind().id());
    piece.put("path", evidence.path());
    piece.put("record", evidence.record());
    piece.put("sha256", evidence.sha256());
    piece.put("quote", evidence.quote());
    piece.values().removeIf(String::isEmpty);
    return piece;
  }
}
