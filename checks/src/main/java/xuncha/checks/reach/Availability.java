package xuncha.checks.reach;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.checks.reach.Tries.Try;
import xuncha.findings.Beijing;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomeAttempts.Attempt;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.Source;

/// A site that does not open serves nobody (V-W-02). Fails when the share of failed tries that are
/// certainly the site's reaches the edition's limit; passes when all failed tries together stay
/// under it; says nothing in between. What each failure weighs is told at [Weight].
@AutoService(Check.class)
public final class Availability implements Check {
  /// As an administrator finds it in the site's own log.
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Beijing.ZONE);

  private static final int MOST_EVIDENCE = 10;

  @Override
  public String id() {
    return "availability";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of();
  }

  /// A home page that could not be had is this check's very subject.
  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(HomeAttempts.class, HomePage.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var tries = Tries.of(attempts(visit), visit.rule().duration("slow"));
    if (tries.all().isEmpty()) {
      return Outcome.inconclusive(nothingTried(visit));
    }
    var limit = visit.rule().share("failedShare");
    if (tries.share(tries.sure()) >= limit) {
      return fail(visit, tries);
    }
    if (tries.share(tries.failed()) < limit) {
      return pass(tries);
    }
    var doubt = tries.doubt().orElseThrow();
    return Outcome.inconclusive(doubt, measured(tries, tries.failed()));
  }

  /// The tries; where none were recorded the way home itself was one.
  private static List<Attempt> attempts(Examination visit) {
    var recorded = visit.attempt(HomeAttempts.class).found().map(HomeAttempts::attempts);
    var home = visit.attempt(HomePage.class);
    var notThere = home.found().flatMap(Availability::shownInstead);
    if (recorded.isPresent() && !recorded.get().isEmpty()) {
      return recorded.get().stream().map(attempt -> unlessEmpty(attempt, notThere)).toList();
    }
    return switch (home) {
      case Gathered.Got<HomePage>(var got) ->
          List.of(
              new Attempt(
                  got.page().at(),
                  Duration.ofMillis(got.page().tookMs()),
                  notThere,
                  got.page().source()));
      case Gathered.Missing<HomePage>(var why) ->
          List.of(
              new Attempt(
                  visit.at(),
                  Duration.ZERO,
                  Optional.of(moreTelling(why, visit)),
                  Source.UNARCHIVED));
    };
  }

  private static Failure moreTelling(Failure home, Examination visit) {
    return home.kind() == Failure.Kind.NOT_GATHERED
            && visit.attempt(HomeAttempts.class) instanceof Gathered.Missing<HomeAttempts>(var why)
        ? why
        : home;
  }

  /// Answered with 200, yet not the site: a page for maintenance, a server's default page, a
  /// challenge. A page that only waits for its scripts has opened.
  private static Optional<Failure> shownInstead(HomePage home) {
    return home.page().state() == PageState.EMPTY_SHELL
        ? Optional.empty()
        : home.page().failure(home.page().finalUrl());
  }

  private static Attempt unlessEmpty(Attempt attempt, Optional<Failure> notThere) {
    return attempt.failure().isPresent() || notThere.isEmpty()
        ? attempt
        : new Attempt(attempt.at(), attempt.took(), notThere, attempt.source());
  }

  private static Failure nothingTried(Examination visit) {
    return attempts(visit).stream()
        .flatMap(attempt -> attempt.failure().stream())
        .findFirst()
        .orElse(Failure.of(Failure.Kind.NOT_GATHERED));
  }

  private Outcome pass(Tries tries) {
    var sentence =
        new Sentence(
            "首页可以打开：" + tries.all().size() + "次访问均在时限内成功",
            "the home page opens: all of " + tries.all().size() + " tries in time");
    var confidence = tries.all().size() > 1 ? 0.95 : 0.8;
    return new Outcome.Conclusive(
        tries.all().size(),
        List.of(),
        measured(tries, tries.failed()),
        tries.failed().isEmpty() ? sentence : mostly(tries),
        confidence,
        false,
        observations(tries, tries.failed()));
  }

  private static Sentence mostly(Tries tries) {
    var failed = tries.failed().size();
    var all = tries.all().size();
    return new Sentence(
        "首页可以打开：%d次访问中失败%d次，低于限度".formatted(all, failed),
        "the home page opens: %d of %d tries failed, under the limit".formatted(failed, all));
  }

  private Outcome fail(Examination visit, Tries tries) {
    var sure = tries.sure();
    var measured = measured(tries, sure);
    var limit = visit.rule().share("failedShare");
    var sentence = sentence(tries, sure, limit);
    var finding =
        visit.finding(
            visit.rule().severity(),
            visit.site().url(),
            measured,
            visit
                .threshold("ratio", limit, "failedShare", "slow")
                .and("slowMs", visit.rule().duration("slow").toMillis()),
            sentence,
            sure.stream().limit(MOST_EVIDENCE).map(Availability::evidence).toList());
    var confidence = tries.plain() ? 0.95 : 0.7;
    return new Outcome.Conclusive(
        tries.all().size(),
        List.of(finding),
        measured,
        sentence,
        confidence,
        !tries.plain(),
        observations(tries, sure));
  }

  private static Sentence sentence(Tries tries, List<Try> sure, double limit) {
    var first = sure.getFirst().attempt().failure();
    var zh = first.map(why -> why.kind().zh()).orElse("打开过慢");
    var en = first.map(why -> why.kind().en()).orElse("too slow");
    var percent = String.format(Locale.ROOT, "%.0f%%", limit * 100);
    return new Sentence(
        "首页不能打开：%d次访问中失败%d次（%s），达到%s的限度".formatted(tries.all().size(), sure.size(), zh, percent),
        "the home page does not open: %d of %d tries failed (%s), the limit is %s"
            .formatted(sure.size(), tries.all().size(), en, percent));
  }

  private static Evidence evidence(Try one) {
    var attempt = one.attempt();
    var what =
        attempt
            .failure()
            .map(why -> why.kind().id() + (why.detail().isEmpty() ? "" : ": " + why.detail()))
            .orElse(Tries.SLOW);
    var at = CLOCK.format(attempt.at());
    return Evidence.of(
        attempt.source(), at + " " + what + ", " + attempt.took().toMillis() + " ms");
  }

  private static Measured measured(Tries tries, List<Try> failures) {
    return Measured.of("attempts", tries.all().size())
        .and("failures", failures.size())
        .and("ratio", tries.share(failures))
        .and("slowestMs", tries.slowest().toMillis())
        .and("cause", tries.cause().orElse(null));
  }

  private List<Observation> observations(Tries tries, List<Try> failures) {
    return List.of(
        new Observation(id(), "attempts", tries.all().size(), "count"),
        new Observation(id(), "failures", failures.size(), "count"),
        new Observation(id(), "slowest", tries.slowest().toMillis(), "ms"));
  }
}
