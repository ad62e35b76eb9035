package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.site.ConsultManner.Way;

/// Forms that are open part of the time, and hours that are not theirs.
@AutoService(Scenario.class)
public final class ConsultationHours extends Consulting {
  /// As the service loader makes it.
  public ConsultationHours() {
    super("consult-open-hours");
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault(
            "words",
            one ->
                one.noting("网上留言开放时间：8:00-19:00，其他时间不予受理。")
                    .telling("opens", "08:00")
                    .telling("closes", "19:00")),
        fault(
            "chinese",
            one ->
                one.noting("本信箱每日早八点至晚七点开放。").telling("opens", "08:00").telling("closes", "19:00")),
        fault(
            "week",
            one ->
                one.noting("写信受理时间：周一至周五9:00-17:00。")
                    .telling("opens", "09:00")
                    .telling("closes", "17:00")),
        fault(
            "shut-now",
            one ->
                one.by(Way.CLOSED)
                    .noting("网上留言开放时间：9:00-18:00。")
                    .telling("opens", "09:00")
                    .telling("closes", "18:00")),
        twin("always", one -> one.noting("网上留言24小时开放。")),
        trap("telephone", one -> one.noting("咨询电话：0550-3021234，接听时间8:00-12:00。")),
        trap("hall", one -> one.noting("政务服务大厅办公时间：上午8:30-12:00，下午14:30-17:30。")),
        trap("answers", one -> one.noting("我们将在工作日9:00-17:00答复您的来信。")));
  }
}
