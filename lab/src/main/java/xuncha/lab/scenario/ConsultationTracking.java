package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.site.ConsultManner.Way;

/// Ways to look up how a message fares.
@AutoService(Scenario.class)
public final class ConsultationTracking extends Consulting {
  /// As the service loader makes it.
  public ConsultationTracking() {
    super("consult-tracking");
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault("none", one -> one.untracked().telling("found", false)),
        fault(
            "none-behind-agreement",
            one -> one.by(Way.AGREEMENT).untracked().telling("found", false)),
        twin("link", one -> one),
        twin("notice", one -> one.untracked().noting("提交成功后请牢记查询码，凭查询码查看办理情况。")),
        trap("login", one -> one.by(Way.LOGIN).untracked()));
  }
}
