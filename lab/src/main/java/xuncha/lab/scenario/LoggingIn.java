package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.FAIL;
import static xuncha.lab.Truth.Expect.INCONCLUSIVE;
import static xuncha.lab.Truth.Expect.PASS;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.site.SpaceManner;
import xuncha.lab.site.SpaceManner.Back;
import xuncha.lab.site.SpaceManner.Way;

/// Log-ins that lead back to the page one came from, and log-ins that do not.
@AutoService(Scenario.class)
public final class LoggingIn implements Scenario {
  @Override
  public String check() {
    return "login-return";
  }

  @Override
  public String area() {
    return "space";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault("to-home", SpaceManner.GOOD.back(Back.HOME)),
        fault("to-space", SpaceManner.GOOD.back(Back.SPACE)),
        fault("to-home-from-other-host", SpaceManner.GOOD.by(Way.OTHER_HOST).back(Back.HOME)),
        twin("by-address", SpaceManner.GOOD),
        twin("by-referer", SpaceManner.GOOD.back(Back.REFERER)),
        twin("by-refresh", SpaceManner.GOOD.back(Back.REFRESH)),
        twin("by-script", SpaceManner.GOOD.back(Back.SCRIPT)),
        twin("other-host", SpaceManner.GOOD.by(Way.OTHER_HOST)),
        trap("captcha", SpaceManner.GOOD.by(Way.CAPTCHA).back(Back.HOME)),
        trap("message", SpaceManner.GOOD.by(Way.MESSAGE).back(Back.HOME)),
        trap("script-only", SpaceManner.GOOD.by(Way.SCRIPT).back(Back.HOME)),
        trap("refused", SpaceManner.GOOD.by(Way.REFUSED).back(Back.HOME)));
  }

  private static Variant fault(String name, SpaceManner manner) {
    return Variant.fault(name, site -> site.withSpace(manner))
        .saying("login-return", FAIL)
        .saying("user-space", PASS);
  }

  private static Variant twin(String name, SpaceManner manner) {
    return Variant.twin(name, site -> site.withSpace(manner))
        .saying("login-return", PASS)
        .saying("user-space", PASS);
  }

  private static Variant trap(String name, SpaceManner manner) {
    return Variant.trap(name, site -> site.withSpace(manner))
        .saying("login-return", INCONCLUSIVE)
        .saying("user-space", INCONCLUSIVE);
  }
}
