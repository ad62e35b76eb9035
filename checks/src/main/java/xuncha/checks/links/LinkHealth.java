package xuncha.checks.links;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.edition.Rule;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.LinkSurvey.TriedLink;

/// Links that lead nowhere send people away (D-21). A link is broken only when it failed twice in
/// the visit for a reason that is the other side's without doubt; a block, a time-out or a refused
/// connection may be meant for us alone. Links that we did not really try (budget, robots, not in
/// the capture) or were kept from are not counted as checked; where most were not seen, nothing is
/// said of the rest: most of the site's own that we tried, or most of all that there were, unless
/// those seen are as many as a sample takes.
@AutoService(Check.class)
public final class LinkHealth implements Check {
  @Override
  public String id() {
    return "link-health";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(LinkSurvey.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var survey = visit.the(LinkSurvey.class);
    var tried = survey.links().stream().filter(link -> !isOurs(link)).toList();
    var checked = tried.stream().filter(link -> !isBlocked(link)).toList();
    var broken = checked.stream().filter(LinkHealth::isBroken).toList();
    var blocked = tried.size() - checked.size();
    var internal = checked.stream().filter(TriedLink::internal).count();
    var measured =
        Measured.of("checked", checked.size())
            .and("broken", broken.size())
            .and("blocked", blocked)
            .and("internal", internal)
            .and("external", checked.size() - internal);
    var untried = survey.untried() + survey.links().size() - tried.size();
    if (checked.isEmpty()
        || (broken.isEmpty() && (isMostUnseen(tried) || isTooFew(visit.rule(), tried, untried)))) {
      return Outcome.inconclusive(nothingSeen(survey, tried), measured);
    }
    var unsure = tried.stream().filter(LinkHealth::isUnsure).count();
    var suspicious =
        broken.size() > visit.rule().share("suspiciousShare") * checked.size() && broken.size() > 1;
    return new Outcome.Conclusive(
        checked.size(),
        broken.stream().map(link -> finding(visit, link)).toList(),
        measured,
        sentence(checked.size(), broken.size(), blocked),
        suspicious ? 0.6 : 0.9,
        suspicious,
        List.of(
            new Observation(id(), "checked", checked.size(), "count"),
            new Observation(id(), "broken", broken.size(), "count"),
            new Observation(id(), "unsure", unsure, "count"),
            new Observation(id(), "untried", survey.untried(), "count")));
  }

  private static boolean isOurs(TriedLink link) {
    return link.failure().filter(why -> why.blame() == Blame.US).isPresent();
  }

  private static boolean isBroken(TriedLink link) {
    return link.confirmed() && link.failure().filter(why -> why.blame() == Blame.SITE).isPresent();
  }

  private static boolean isUnsure(TriedLink link) {
    return link.failure().isPresent() && !isBroken(link);
  }

  private static boolean isBlocked(TriedLink link) {
    return link.failure().filter(why -> why.kind() == Kind.BLOCKED).isPresent();
  }

  /// Whether we could see less than half of what the site itself has there, or nothing at all.
  private static boolean isMostUnseen(List<TriedLink> tried) {
    var own = tried.stream().filter(TriedLink::internal).toList();
    var unseen = own.stream().filter(LinkHealth::isUnsure).count();
    return unseen * 2 > own.size() || tried.stream().allMatch(LinkHealth::isUnsure);
  }

  /// Whether we left most links untried and saw too few for a sample of them.
  private static boolean isTooFew(Rule rule, List<TriedLink> tried, int untried) {
    var seen = tried.stream().filter(link -> !isUnsure(link)).count();
    return untried > seen && seen < rule.count("sample");
  }

  private static Failure nothingSeen(LinkSurvey survey, List<TriedLink> tried) {
    var kept = isMostUnseen(tried) ? survey.links() : List.<TriedLink>of();
    return kept.stream()
        .flatMap(link -> link.failure().stream())
        .findFirst()
        .or(survey::why)
        .or(() -> survey.links().stream().flatMap(link -> link.failure().stream()).findFirst())
        .orElse(new Failure(Kind.TOO_LITTLE, "no link"));
  }

  private static Sentence sentence(int checked, int broken, int blocked) {
    var zh = blocked == 0 ? "" : "（另有%d个疑似拦截，未计入）".formatted(blocked);
    var en = blocked == 0 ? "" : " (%d more were blocked, not counted)".formatted(blocked);
    return broken == 0
        ? new Sentence(
            "检查%d个链接，未发现失效".formatted(checked) + zh,
            "%d links checked, none broken".formatted(checked) + en)
        : new Sentence(
            "检查%d个链接，%d个失效".formatted(checked, broken) + zh,
            "%d of %d links are broken".formatted(broken, checked) + en);
  }

  private static Finding finding(Examination visit, TriedLink link) {
    var why = link.failure().orElseThrow();
    var measured =
        Measured.of("url", link.url())
            .and("from", link.from())
            .and("status", link.status())
            .and("cause", why.kind().id());
    var name = link.text().isBlank() ? link.url() : link.text();
    var severity =
        link.onHome()
            ? Severity.parse(visit.rule().text("homeSeverity")).orElse(visit.rule().severity())
            : visit.rule().severity();
    return visit.finding(
        severity,
        link.url(),
        measured,
        Measured.of("broken", 0),
        new Sentence(
            "链接“%s”失效：%s%s".formatted(name, why.kind().zh(), status(link)),
            "the link “%s” is broken: %s%s".formatted(name, why.kind().en(), status(link))),
        List.of(Evidence.of(link.source(), why.kind().id() + ": " + why.detail() + status(link))));
  }

  private static String status(TriedLink link) {
    return link.status() == 0 ? "" : " (HTTP " + link.status() + ")";
  }
}
