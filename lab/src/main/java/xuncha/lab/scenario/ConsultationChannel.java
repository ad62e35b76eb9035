package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.Truth.Expect;
import xuncha.lab.site.ConsultManner.Way;

/// Somewhere to ask and suggest, however one gets there, and other things in its place.
@AutoService(Scenario.class)
public final class ConsultationChannel extends Consulting {
  /// As the service loader makes it.
  public ConsultationChannel() {
    super("consult-channel");
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault("none", one -> one.by(Way.NONE).telling("access", "none")),
        fault("petition-only", one -> one.by(Way.PETITION).telling("access", "none")),
        fault("reporting-only", one -> one.by(Way.REPORTING).telling("access", "none")),
        fault("hotline-only", one -> one.by(Way.HOTLINE).telling("access", "none")),
        fault("mail-only", one -> one.by(Way.MAIL).telling("access", "none")),
        fault("phone-only", one -> one.by(Way.PHONE).telling("access", "none")),
        fault("broken", one -> one.by(Way.BROKEN).telling("access", "none"))
            .saying("link-health", Expect.FAIL),
        twin("open", one -> one),
        twin("agreement", one -> one.by(Way.AGREEMENT)),
        twin("wizard", one -> one.by(Way.WIZARD)),
        twin("frame", one -> one.by(Way.FRAME)),
        twin("other-host", one -> one.by(Way.OTHER_HOST)),
        trap("login", one -> one.by(Way.LOGIN)),
        trap("closed", one -> one.by(Way.CLOSED)));
  }
}
