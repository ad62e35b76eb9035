package xuncha.findings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.verdict.Verdict;

/// Rows of the store as the vocabulary's records.
final class Rows {
  private Rows() {}

  static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getString("id"),
        named(Run.Kind.class, row.getString("kind")),
        Times.at(row, "as_of"),
        row.getString("edition"),
        Times.at(row, "started"),
        Times.maybeAt(row, "finished"),
        row.getInt("targets"));
  }

  static Target target(ResultSet row) throws SQLException {
    return Storable.target(row.getString("kind"), row.getString("registered"));
  }

  static Life life(ResultSet row) throws SQLException {
    return new Life(
        named(FindingState.class, row.getString("state")),
        Times.at(row, "first_seen"),
        Times.at(row, "last_seen"),
        Times.at(row, "judged"));
  }

  static RecordedVerdict verdict(ResultSet row) throws SQLException {
    return new RecordedVerdict(
        row.getString("run"),
        Times.at(row, "visited"),
        row.getString("target"),
        row.getString("kind"),
        row.getString("url"),
        row.getString("check_id"),
        row.getInt("revision"),
        named(Verdict.class, row.getString("verdict")),
        row.getString("reason"),
        row.getDouble("confidence"),
        Storable.measured(row.getString("measured")),
        sentence(row),
        row.getBoolean("needs_review"));
  }

  static RecordedFinding finding(ResultSet row) throws SQLException {
    return new RecordedFinding(
        row.getString("run"),
        Times.at(row, "visited"),
        row.getString("finding"),
        row.getString("target"),
        row.getString("check_id"),
        row.getString("indicator"),
        named(Severity.class, row.getString("severity")),
        row.getString("subject"),
        Storable.measured(row.getString("measured")),
        Storable.measured(row.getString("threshold")),
        sentence(row),
        Storable.evidence(row.getString("evidence")),
        named(FindingState.class, row.getString("standing")),
        Times.at(row, "first_seen"),
        Times.at(row, "last_seen"));
  }

  static RecordedObservation observation(ResultSet row) throws SQLException {
    return new RecordedObservation(
        row.getString("run"),
        Times.at(row, "at"),
        row.getString("target"),
        row.getString("check_id"),
        row.getString("name"),
        row.getDouble("amount"),
        row.getString("unit"));
  }

  static Validator validator(ResultSet row) throws SQLException {
    return new Validator(
        row.getString("url"), row.getString("etag"), row.getString("last_modified"));
  }

  private static Sentence sentence(ResultSet row) throws SQLException {
    return new Sentence(row.getString("summary_zh"), row.getString("summary_en"));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String id) {
    return Enum.valueOf(type, id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
