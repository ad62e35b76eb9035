package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.FAIL;
import static xuncha.lab.Truth.Expect.INCONCLUSIVE;
import static xuncha.lab.Truth.Expect.PASS;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import xuncha.findings.visit.UserSpace.Kind;
import xuncha.lab.site.SpaceManner;
import xuncha.lab.site.SpaceManner.Way;

/// Spaces that keep what their person did, and empty ones.
@AutoService(Scenario.class)
public final class KeptHistory implements Scenario {
  @Override
  public String check() {
    return "user-space";
  }

  @Override
  public String area() {
    return "space";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault("empty", SpaceManner.GOOD.keeping(Set.of())),
        fault("empty-on-one-page", SpaceManner.GOOD.keeping(Set.of()).onePage()),
        fault(
            "no-reading", SpaceManner.GOOD.keeping(EnumSet.of(Kind.CONSULTATIONS, Kind.SERVICES))),
        fault(
            "no-consultations", SpaceManner.GOOD.keeping(EnumSet.of(Kind.SERVICES, Kind.BROWSING))),
        fault("forgets", SpaceManner.GOOD.forgetful()),
        twin("tabs", SpaceManner.GOOD),
        twin("one-page", SpaceManner.GOOD.onePage()),
        Variant.trap(
                "behind-captcha",
                site -> site.withSpace(SpaceManner.GOOD.keeping(Set.of()).by(Way.CAPTCHA)))
            .saying("user-space", INCONCLUSIVE)
            .saying("login-return", INCONCLUSIVE));
  }

  private static Variant fault(String name, SpaceManner manner) {
    return Variant.fault(name, site -> site.withSpace(manner)).saying("user-space", FAIL);
  }

  private static Variant twin(String name, SpaceManner manner) {
    return Variant.twin(name, site -> site.withSpace(manner)).saying("user-space", PASS);
  }
}
