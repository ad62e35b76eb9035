package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.site.ConsultManner.Way;

/// Ways to look up how a message fares.
@AutoService(Scenario.class)
public final class ConsultationTracking implements Scenario {
  private static final Consulting SITES = new Consulting("consult-tracking");

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
        SITES.fault("none", one -> one.untracked().telling("found", false)),
        SITES.fault(
            "none-behind-agreement",
            one -> one.by(Way.AGREEMENT).untracked().telling("found", false)),
        SITES.twin("link", one -> one),
        SITES.twin("notice", one -> one.untracked().noting("提交成功后请牢记查询码，凭查询码查看办理情况。")),
        SITES.trap("login", one -> one.by(Way.LOGIN).untracked()));
  }
}
