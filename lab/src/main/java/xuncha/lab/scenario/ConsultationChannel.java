package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.Truth.Expect;
import xuncha.lab.site.ConsultManner.Way;

/// Somewhere to ask and suggest, however one gets there, and other things in its place.
@AutoService(Scenario.class)
public final class ConsultationChannel implements Scenario {
  private static final Consulting SITES = new Consulting("consult-channel");

  @Override
  public String check() {
    return SITES.check();
  }

  @Override
  public String area() {
    return "consult";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        SITES.fault("none", one -> one.by(Way.NONE).telling("access", "none")),
        SITES.fault("petition-only", one -> one.by(Way.PETITION).telling("access", "none")),
        SITES.fault("reporting-only", one -> one.by(Way.REPORTING).telling("access", "none")),
        SITES.fault("hotline-only", one -> one.by(Way.HOTLINE).telling("access", "none")),
        SITES.fault("mail-only", one -> one.by(Way.MAIL).telling("access", "none")),
        SITES.fault("phone-only", one -> one.by(Way.PHONE).telling("access", "none")),
        SITES
            .fault("broken", one -> one.by(Way.BROKEN).telling("access", "none"))
            .saying("link-health", Expect.FAIL),
        SITES.twin("open", one -> one),
        SITES.twin("agreement", one -> one.by(Way.AGREEMENT)),
        SITES.twin("wizard", one -> one.by(Way.WIZARD)),
        SITES.twin("frame", one -> one.by(Way.FRAME)),
        SITES.twin("other-host", one -> one.by(Way.OTHER_HOST)),
        SITES.trap("login", one -> one.by(Way.LOGIN)),
        SITES.trap("closed", one -> one.by(Way.CLOSED)));
  }
}
