package xuncha.checks.freshness;

import com.google.auto.service.AutoService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xuncha.checks.Check;
import xuncha.checks.Columns;
import xuncha.checks.Examination;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Rule;
import xuncha.findings.edition.UpdateWindow;
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
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;

/// Columns that were opened and then forgotten (V-W-04). Every column whose entries carry dates is
/// held to the window of its kind, counted back from the reference time in Beijing days. Left out,
/// and counted: columns that could not be read, old ones to which scripts may have added what was
/// not seen, columns whose entries cannot be dated or run from old to new; they may keep the others
/// from passing (see [Columns#noPass]). Left out and not counted: kinds that need no updating, and
/// pages that are no lists. Where the kind is a guess the most lenient window holds.
@AutoService(Check.class)
public final class ColumnFreshness implements Check {
  @Override
  public String id() {
    return "column-freshness";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(SiteColumns.class);
  }

  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(SitePages.class); // may date entries that their lists do not
  }

  @Override
  public Outcome examine(Examination visit) {
    var today = Beijing.day(visit.asOf());
    var window = new UpdateWindow(visit.rule(), today);
    var judged = 0;
    var blind = new ArrayList<Failure>();
    var stale = new ArrayList<StaleColumn>();
    for (var column : Columns.distinct(visit.the(SiteColumns.class))) {
      if (column.state() == State.UNREAD) {
        column.why().filter(why -> mayHideAList(why, column, window)).ifPresent(blind::add);
      } else if (needsUpdating(column, window)) {
        var items = items(visit, column);
        var dated = Dated.of(items, today.plus(visit.rule().period("futureTolerance")));
        var earliest = window.earliest(column.kind(), column.confidence());
        if (dated.isEmpty()) {
          continue; // names and pictures, of leaders or offices
        }
        if (fresh(dated, earliest)) {
          judged++;
        } else if (column.why().isPresent()) {
          blind.add(column.why().get());
        } else if (provenStale(visit, column, items, dated, earliest)) {
          judged++;
          var newest = dated.newest().orElseThrow();
          var sure = window.knows(column.confidence());
          stale.add(StaleColumn.of(column, newest, today, earliest, sure));
        } else {
          blind.add(
              new Failure(Kind.TOO_LITTLE, "entries without a reliable date: " + column.name()));
        }
      }
    }
    return outcome(visit, judged, blind, stale);
  }

  /// A page that was read and shows a picture or a few words is no list that we did not see.
  private static boolean mayHideAList(Failure why, Column column, UpdateWindow window) {
    return why.kind() != Kind.TOO_LITTLE && window.binds(column.kind());
  }

  /// Lists of entries only; introductions and the like are no dated columns.
  private static boolean needsUpdating(Column column, UpdateWindow window) {
    return column.state() == State.LISTED
        && !column.items().isEmpty()
        && window.binds(column.kind());
  }

  private static List<Item> items(Examination visit, Column column) {
    return column.items().stream().map(visit.the(KnownDates.VIEW)::complete).toList();
  }

  private static boolean fresh(Dated dated, LocalDate earliest) {
    return dated.newest().map(Dated::day).filter(day -> !day.isBefore(earliest)).isPresent();
  }

  private static boolean provenStale(
      Examination visit, Column column, List<Item> items, Dated dated, LocalDate earliest) {
    return dated.newest().isPresent()
        && (dated.isDatedByLists(visit.rule().share("minDatedShare"))
            || isSampled(visit, items, dated))
        && !dated.maybeSince(earliest)
        && !dated.oldestFirst()
        && visit.the(Unopened.VIEW).among(items, column.url()).isEmpty();
  }

  private static boolean isSampled(Examination visit, List<Item> items, Dated dated) {
    return new Sample(items).descends(visit.rule().count("minLeading"), dated.trusted());
  }

  private Outcome outcome(
      Examination visit, int judged, List<Failure> blind, List<StaleColumn> stale) {
    var measured = Measured.of("columns", judged).and("stale", stale.size());
    if (judged == 0 && blind.isEmpty()) {
      return Outcome.inconclusive(new Failure(Kind.TOO_LITTLE, "no dated column"), measured);
    }
    var why = Columns.noPass(blind, judged);
    if (stale.isEmpty() && why.isPresent()) {
      return Outcome.inconclusive(why.get(), measured);
    }
    var findings = findings(visit, stale);
    var veto = findings.stream().anyMatch(finding -> finding.severity() == Severity.VETO);
    return new Outcome.Conclusive(
        judged,
        findings,
        measured,
        sentence(judged, stale.size(), blind.size()),
        confidence(judged, blind.size(), stale),
        veto || stale.stream().anyMatch(one -> !one.important() || one.opened()),
        List.of(
            new Observation(id(), "columns", judged, "count"),
            new Observation(id(), "stale", stale.size(), "count"),
            new Observation(id(), "not-judged", blind.size(), "count")));
  }

  private static Sentence sentence(int judged, int stale, int blind) {
    var zh = blind == 0 ? "" : "，另有%d个栏目无法判定".formatted(blind);
    var en = blind == 0 ? "" : "; %d could not be judged".formatted(blind);
    return stale == 0
        ? new Sentence(
            "%d个栏目均在时限内更新".formatted(judged) + zh,
            "all %d columns are up to date".formatted(judged) + en)
        : new Sentence(
            "%d个栏目中%d个超期未更新".formatted(judged, stale) + zh,
            "%d of %d columns are past their limit".formatted(stale, judged) + en);
  }

  private static double confidence(int judged, int blind, List<StaleColumn> stale) {
    return stale.stream()
        .mapToDouble(one -> one.newest().date().orElseThrow().confidence())
        .min()
        .orElse(blind == 0 ? 0.9 : 0.9 * judged / (judged + blind));
  }

  private static List<Finding> findings(Examination visit, List<StaleColumn> stale) {
    var rule = visit.rule();
    var current = stale.stream().filter(StaleColumn::current).count();
    var currentVeto = current >= rule.count("vetoCurrent");
    var otherVeto = stale.size() - current >= rule.count("vetoOther");
    return stale.stream()
        .map(one -> {
          var veto = one.current() ? currentVeto : otherVeto;
          return finding(visit, one, veto ? Severity.VETO : ordinary(rule, one));
        })
        .toList();
  }

  private static Severity ordinary(Rule rule, StaleColumn one) {
    return one.important()
        ? rule.severity()
        : Severity.parse(rule.text("otherSeverity")).orElse(Severity.MINOR);
  }

  private static Finding finding(Examination visit, StaleColumn one, Severity severity) {
    var column = one.column();
    var measured =
        Measured.of("name", column.name())
            .and("kind", column.kind().id())
            .and("newest", one.day().toString())
            .and("days", one.days())
            .and("limitDays", one.limitDays());
    var setting = (one.sureOfKind() ? column.kind() : ColumnKind.OTHER).id() + "Limit";
    return visit.finding(
        severity,
        column.url(),
        measured,
        visit.threshold("limitDays", one.limitDays(), setting),
        new Sentence(
            "“%s”栏目%d天未更新（限%d天），最新一条日期为%s"
                .formatted(column.name(), one.days(), one.limitDays(), one.day()),
            "column %s: nothing new for %d days (limit %d), the newest entry is of %s"
                .formatted(column.name(), one.days(), one.limitDays(), one.day())),
        evidence(visit, one));
  }

  /// The column as it was seen, and the article where that told the date.
  private static List<Evidence> evidence(Examination visit, StaleColumn one) {
    var quote = one.newest().title() + " " + one.newest().date().orElseThrow().raw();
    var column = Stream.of(Evidence.of(one.column().source(), quote));
    return one.opened()
        ? Stream.concat(column, article(visit, one).stream()).toList()
        : column.toList();
  }

  private static Optional<Evidence> article(Examination visit, StaleColumn one) {
    return visit.attempt(SitePages.class).found().stream()
        .flatMap(all -> all.pages().stream())
        .filter(page -> one.newest().url().equals(page.url()))
        .findFirst()
        .map(page -> Evidence.of(page.source(), one.newest().date().orElseThrow().raw()));
  }
}
