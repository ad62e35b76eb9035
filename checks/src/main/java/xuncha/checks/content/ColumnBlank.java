package xuncha.checks.content;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import xuncha.checks.Check;
import xuncha.checks.Columns;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Column.State;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.SiteColumns;

/// A column that was announced and holds nothing (V-W-04c), or only a sentence such as 暂无信息 or
/// 栏目建设中. A column that could not be read is not blank, and may keep the others from passing (see
/// [Columns#noPass]). An empty place may still be filled by a script that nobody ran, so emptiness
/// without a sentence is for review.
@AutoService(Check.class)
public final class ColumnBlank implements Check {
  private static final double SURE_BY_NOTICE = 0.9;
  private static final double SURE_BY_EMPTINESS = 0.7;

  @Override
  public String id() {
    return "column-blank";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(SiteColumns.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var columns = Columns.distinct(visit.the(SiteColumns.class));
    var seen = columns.stream().filter(column -> column.state() != State.UNREAD).toList();
    var blank = seen.stream().filter(ColumnBlank::isBlank).toList();
    var unseen =
        columns.stream()
            .filter(column -> column.state() == State.UNREAD)
            .flatMap(column -> column.why().stream())
            .toList();
    var unread = unseen.size();
    var measured = Measured.of("columns", seen.size()).and("blank", blank.size());
    if (seen.isEmpty() && unseen.isEmpty()) {
      return Outcome.inconclusive(new Failure(Kind.TOO_LITTLE, "no column"), measured);
    }
    var why = Columns.noPass(unseen, seen.size());
    if (blank.isEmpty() && why.isPresent()) {
      return Outcome.inconclusive(why.get(), measured);
    }
    var veto = blank.size() >= visit.rule().count("veto");
    return new Outcome.Conclusive(
        seen.size(),
        blank.stream().map(column -> finding(visit, column, veto)).toList(),
        measured,
        sentence(seen.size(), blank.size(), unread),
        confidence(seen.size(), unread, blank),
        veto || blank.stream().anyMatch(column -> column.state() == State.BLANK),
        List.of(
            new Observation(id(), "columns", seen.size(), "count"),
            new Observation(id(), "blank", blank.size(), "count"),
            new Observation(id(), "unread", unread, "count")));
  }

  private static boolean isBlank(Column column) {
    return column.state() == State.BLANK || column.state() == State.NOTICE_ONLY;
  }

  private static Sentence sentence(int seen, int blank, int unread) {
    var zh = unread == 0 ? "" : "，另有%d个栏目无法判定".formatted(unread);
    var en = unread == 0 ? "" : "; %d could not be judged".formatted(unread);
    return blank == 0
        ? new Sentence(
            "%d个栏目均有内容".formatted(seen) + zh, "all %d columns have content".formatted(seen) + en)
        : new Sentence(
            "%d个栏目中%d个空白".formatted(seen, blank) + zh,
            "%d of %d columns are blank".formatted(blank, seen) + en);
  }

  private static double confidence(int seen, int unread, List<Column> blank) {
    if (blank.isEmpty()) {
      return SURE_BY_NOTICE * seen / (seen + unread);
    }
    return blank.stream().allMatch(column -> column.state() == State.NOTICE_ONLY)
        ? SURE_BY_NOTICE
        : SURE_BY_EMPTINESS;
  }

  private static Finding finding(Examination visit, Column column, boolean veto) {
    var notice = column.state() == State.NOTICE_ONLY ? column.notice() : "";
    var measured = Measured.of("name", column.name()).and("notice", notice);
    var sentence =
        notice.isEmpty()
            ? new Sentence(
                "“%s”栏目无内容".formatted(column.name()),
                "column %s has no content".formatted(column.name()))
            : new Sentence(
                "“%s”栏目无内容，仅显示“%s”".formatted(column.name(), notice),
                "column %s has no content but says “%s”".formatted(column.name(), notice));
    var quote = notice.isEmpty() ? "the place for entries is empty" : notice;
    return visit.finding(
        veto ? Severity.VETO : visit.rule().severity(),
        column.url(),
        measured,
        visit.threshold("vetoColumns", visit.rule().count("veto"), "veto"),
        sentence,
        List.of(Evidence.of(column.source(), quote)));
  }
}
