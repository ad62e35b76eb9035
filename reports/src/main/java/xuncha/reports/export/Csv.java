package xuncha.reports.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedFinding;
import xuncha.findings.store.RecordedObservation;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;

/// A run's verdicts, findings or observations as CSV for spreadsheets: UTF-8 with a BOM, by which
/// Excel knows it; text that a spreadsheet would run as a formula is made harmless.
public final class Csv {
  /// What turns the direction of writing, so that a cell reads otherwise than it is (Unicode
  /// Technical Report 36, "Bidirectional Text Spoofing").
  private static final Pattern TURNS =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private final Ledger ledger;

  public Csv(Ledger ledger) {
    this.ledger = ledger;
  }

  /// One row per verdict; `out` is flushed, not closed.
  public void verdicts(String run, OutputStream out) {
    var names = names(run);
    write(
        out,
        List.of(
            "run",
            "at",
            "target",
            "name",
            "organiser",
            "url",
            "targetKind",
            "check",
            "verdict",
            "reason",
            "confidence",
            "needsReview",
            "summary",
            "summaryEn",
            "measured"),
        ledger.verdicts(run).map(verdict -> row(verdict, names)));
  }

  /// One row per finding; `out` is flushed, not closed.
  public void findings(String run, OutputStream out) {
    var names = names(run);
    write(
        out,
        List.of(
            "run",
            "at",
            "id",
            "target",
            "name",
            "organiser",
            "check",
            "indicator",
            "severity",
            "state",
            "subject",
            "summary",
            "summaryEn",
            "firstSeen",
            "lastSeen",
            "measured",
            "threshold",
            "evidence"),
        ledger.findings(run).map(finding -> row(finding, names)));
  }

  /// One row per observation; `out` is flushed, not closed.
  public void observations(String run, OutputStream out) {
    write(
        out,
        List.of("run", "at", "target", "check", "name", "value", "unit"),
        ledger.observations(run).map(Csv::row));
  }

  private Map<String, Target> names(String run) {
    return ledger.targets(run).stream().collect(Collectors.toMap(Target::id, Function.identity()));
  }

  private static List<Object> row(RecordedVerdict verdict, Map<String, Target> names) {
    var target = names.get(verdict.target());
    return List.of(
        verdict.run(),
        Lines.time(verdict.at()),
        verdict.target(),
        target == null ? "" : target.name(),
        target == null ? "" : target.organiser(),
        verdict.url(),
        verdict.targetKind(),
        verdict.check(),
        verdict.verdict().id(),
        verdict.reason(),
        verdict.confidence(),
        verdict.needsReview(),
        verdict.summary().zh(),
        verdict.summary().en(),
        json(verdict.measured()));
  }

  private static List<Object> row(RecordedFinding finding, Map<String, Target> names) {
    var target = names.get(finding.target());
    return List.of(
        finding.run(),
        Lines.time(finding.at()),
        finding.id(),
        finding.target(),
        target == null ? "" : target.name(),
        target == null ? "" : target.organiser(),
        finding.check(),
        finding.indicator(),
        finding.severity().id(),
        finding.state().id(),
        finding.subject(),
        finding.summary().zh(),
        finding.summary().en(),
        Lines.time(finding.firstSeen()),
        Lines.time(finding.lastSeen()),
        json(finding.measured()),
        json(finding.threshold()),
        finding.evidence().stream().map(Csv::words).collect(Collectors.joining("\n")));
  }

  private static List<Object> row(RecordedObservation observation) {
    return List.of(
        observation.run(),
        Lines.time(observation.at()),
        observation.target(),
        observation.check(),
        observation.name(),
        observation.value(),
        observation.unit());
  }

  private static String words(Evidence evidence) {
    return Stream.of(evidence.path(), evidence.record(), evidence.quote())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String json(Measured measured) {
    return JsonMapper.shared().writeValueAsString(measured.values());
  }

  private static void write(OutputStream out, List<String> header, Stream<List<Object>> rows) {
    try {
      var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
      writer.write('\uFEFF');
      var printer = new CSVPrinter(writer, CSVFormat.EXCEL);
      printer.printRecord(header);
      for (var each = rows.iterator(); each.hasNext(); ) {
        printer.printRecord(each.next().stream().map(Csv::harmless).toList());
      }
      printer.flush();
      writer.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// An apostrophe keeps a spreadsheet from running foreign text as a formula (OWASP, "CSV
  /// Injection": = + - @ | tab and return; the full-width signs count as formulas in East Asian
  /// locales). Numbers of ours stay numbers.
  private static Object harmless(Object cell) {
    if (!(cell instanceof String written) || written.isEmpty()) {
      return cell;
    }
    var text = TURNS.matcher(written).replaceAll("");
    if (text.isEmpty()) {
      return text;
    }
    var first = text.stripLeading().isEmpty() ? ' ' : text.stripLeading().charAt(0);
    var dangerous = "=+-@|＝＋－＠".indexOf(first) >= 0 || "\t\r\n".indexOf(text.charAt(0)) >= 0;
    return dangerous ? "'" + text : text;
  }
}
