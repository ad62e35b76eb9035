package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.site.ConsultManner.Way;

/// Forms that take one message a day, and sentences that only sound like it.
@AutoService(Scenario.class)
public final class ConsultationDaily extends Consulting {
  /// As the service loader makes it.
  public ConsultationDaily() {
    super("consult-daily-limit");
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault("words", one -> one.noting("每人每天只能提交1条留言。").telling("perDay", 1)),
        fault("chinese", one -> one.noting("同一用户一天内限写一封信。").telling("perDay", 1)),
        fault("hours", one -> one.noting("24小时内最多提交1次。").telling("perDay", 1)),
        fault(
            "before-agreement",
            one -> one.by(Way.AGREEMENT).noting("每人每日限提交一条留言，请勿重复提交。").telling("perDay", 1)),
        twin("three", one -> one.noting("每人每天最多提交3条留言。").telling("perDay", 3)),
        trap("matter", one -> one.noting("一事一信，同一事项请勿重复提交。")),
        trap("codes", one -> one.noting("短信验证码每天最多发送5次。")),
        trap("staff", one -> one.noting("工作人员每天处理一次来信。")));
  }
}
