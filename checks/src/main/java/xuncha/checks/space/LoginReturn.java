package xuncha.checks.space;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.UserSpace;

/// Whoever logs in must get back to the page they were on (D-16). Said only of a log-in that
/// succeeded and of a page that was seen to come after it.
@AutoService(Check.class)
public final class LoginReturn implements Check {
  private static final double SURE = 0.85;

  @Override
  public String id() {
    return "login-return";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(UserSpace.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var space = visit.the(UserSpace.class);
    var login = space.login();
    if (login.landed().isEmpty()) {
      var why = login.why().orElseGet(() -> new Failure(Failure.Kind.UNREADABLE, login.url()));
      return Outcome.inconclusive(why, Measured.of("url", known(login.url())));
    }
    var measured = Measured.of("url", login.url()).and("returned", login.returned());
    if (login.returned()) {
      var sentence =
          new Sentence("登录后能返回原页面", "after logging in one gets back to the page one came from");
      return new Outcome.Conclusive(1, List.of(), measured, sentence, SURE, false, List.of());
    }
    var landed = login.landed().get();
    var sentence =
        new Sentence(
            "登录后未返回原页面，停在 %s".formatted(landed),
            "after logging in one does not get back, but to %s".formatted(landed));
    var finding =
        visit.finding(
            visit.rule().severity(),
            login.url(),
            measured.and("from", login.from()).and("landed", landed),
            Measured.of("returned", true).and("official", false),
            sentence,
            List.of(Evidence.of(space.source(), "from %s to %s".formatted(login.from(), landed))));
    return new Outcome.Conclusive(1, List.of(finding), measured, sentence, SURE, true, List.of());
  }

  private static @Nullable String known(String url) {
    return url.isEmpty() ? null : url;
  }
}
