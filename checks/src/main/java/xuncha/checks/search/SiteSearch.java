package xuncha.checks.search;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.Beijing;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.SearchTrial;
import xuncha.findings.visit.SearchTrial.Query;
import xuncha.findings.visit.SearchTrial.Result;
import xuncha.findings.visit.SearchTrial.Way;

/// A citizen types the title of something that the site has published and finds it on the first
/// page of results (D-22); nothing has to be chosen first, nothing is left out, and words that
/// stand nowhere bring nothing. A share counted on few titles accuses only where the whole interval
/// around it lies under the limit.
@AutoService(Check.class)
public final class SiteSearch implements Check {
  private static final double SURE = 0.9;
  private static final double SURE_OF_NONE = 0.7;

  @Override
  public String id() {
    return "search";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(SearchTrial.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var trial = visit.the(SearchTrial.class);
    var rule = visit.rule();
    var today = Beijing.day(visit.asOf());
    var answers =
        Answers.of(
            trial,
            today,
            rule.period("freshnessLag"),
            rule.count("page"),
            rule.count("sectionTitles"));
    var way = trial.way();
    if (way.isEmpty()) {
      return trial
          .doubt()
          .map(doubt -> unseen(doubt, answers))
          .orElseGet(() -> none(visit, answers));
    }
    return trial
        .doubt()
        .map(doubt -> unseen(doubt, answers))
        .orElseGet(() -> asked(visit, answers, way.get()));
  }

  /// With a picture of what stood in the way, where there is one.
  private static Outcome unseen(Failure why, Answers answers) {
    var pictures = SearchFindings.pictures(answers.trial());
    return Outcome.inconclusive(why, SearchNumbers.measured(answers), List.of(), pictures);
  }

  private Outcome none(Examination visit, Answers answers) {
    var looked = answers.trial().looked();
    var sentence = new Sentence("网站未提供搜索功能", "the site has no search");
    if (looked.isEmpty()) {
      return Outcome.inconclusive(Failure.of(Kind.NOT_GATHERED), SearchNumbers.measured(answers));
    }
    var page = looked.getFirst();
    var finding =
        visit.finding(
            visit.rule().severity(),
            page.url(),
            Measured.of("found", false),
            Measured.of("found", true).and("official", false),
            sentence,
            looked.stream()
                .map(place -> Evidence.of(place.source(), place.url() + ": no search box"))
                .toList());
    return new Outcome.Conclusive(
        looked.size(),
        List.of(finding),
        SearchNumbers.measured(answers),
        sentence,
        SURE_OF_NONE,
        true,
        List.of());
  }

  private Outcome asked(Examination visit, Answers answers, Way way) {
    var trial = answers.trial();
    var counted = answers.counted();
    var gone = gone(answers, way);
    if (gone.isPresent()) {
      return gone(visit, answers, way, gone.get());
    }
    var findings = new ArrayList<Finding>();
    if (answers.requiresColumn()) {
      findings.add(SearchFindings.column(visit, answers, way));
    }
    var leftOut = answers.leftOut();
    leftOut.forEach(one -> findings.add(SearchFindings.missing(visit, trial, one, way)));
    if (answers.sameForNonsense() >= visit.rule().share("sameResultsShare")) {
      findings.add(SearchFindings.nonsense(visit, answers, way));
    }
    var rest =
        counted.stream()
            .filter(one -> leftOut.stream().noneMatch(out -> out.misses().contains(one)))
            .toList();
    switch (standing(visit, rest)) {
      case LOW -> findings.add(SearchFindings.low(visit, answers, way, rest));
      case UNSURE -> {
        if (findings.isEmpty()) {
          return unseen(unsure(answers), answers);
        }
      }
      case WELL -> {}
    }
    return new Outcome.Conclusive(
        Math.max(1, counted.size()),
        findings,
        SearchNumbers.measured(answers),
        SearchNumbers.sentence(visit, answers, findings, leftOut),
        SURE,
        !findings.isEmpty() && !answers.requiresColumn(),
        SearchNumbers.observations(id(), answers));
  }

  /// How titles fare.
  private enum Standing {
    WELL,
    LOW,
    UNSURE
  }

  private static Standing standing(Examination visit, List<Query> titles) {
    var rule = visit.rule();
    if (titles.size() < rule.count("minQueries")) {
      return Standing.UNSURE;
    }
    var found = Answers.within(titles, rule.count("page"));
    var limit = rule.share("successAt10");
    if (found >= limit * titles.size()) {
      return Standing.WELL;
    }
    var interval = Wilson.of(found, titles.size(), rule.share("confidence"));
    return interval.high() < limit ? Standing.LOW : Standing.UNSURE;
  }

  private static Failure unsure(Answers answers) {
    var failed = answers.trial().queries().stream().flatMap(one -> one.why().stream()).findFirst();
    var unclear =
        answers.trial().queries().stream().filter(one -> one.result() == Result.UNCLEAR).count();
    return failed.orElseGet(() ->
        unclear > 0
            ? new Failure(Kind.UNREADABLE, unclear + " pages of results could not be understood")
            : new Failure(Kind.TOO_LITTLE, answers.counted().size() + " titles asked for"));
  }

  // a form that leads nowhere

  /// The page that a plain form leads to does not exist, each time.
  private static Optional<Failure> gone(Answers answers, Way way) {
    var queries = answers.trial().queries();
    var all =
        queries.size() >= 2
            && way.plain()
            && queries.stream()
                .allMatch(one -> one.why().filter(why -> why.kind() == Kind.NOT_FOUND).isPresent());
    return all ? queries.getFirst().why() : Optional.empty();
  }

  private Outcome gone(Examination visit, Answers answers, Way way, Failure why) {
    var sentence = new Sentence("搜索不可用：提交后页面不存在", "the search leads to a page that does not exist");
    var finding =
        visit.finding(
            visit.rule().severity(),
            way.page(),
            Measured.of("url", way.url()).and("cause", why.kind().id()),
            Measured.of("found", true).and("official", false),
            sentence,
            SearchFindings.evidence(answers.trial(), answers.trial().queries()));
    return new Outcome.Conclusive(
        1,
        List.of(finding),
        SearchNumbers.measured(answers),
        sentence,
        SURE_OF_NONE,
        true,
        List.of());
  }
}
