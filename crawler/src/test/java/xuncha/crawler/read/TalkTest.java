package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where people write to the body or are answered.
class TalkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "来信时间", "留言 日期", "提问时间", "咨询时间", "投诉的时间", "回复日期", "办理时间", "受理日期", "提交时间", "反映日期", "反馈时间",
        "求助时间", "建议时间", "信件日期", "解答时间", "办理状态", "处理结果", "回复内容", "答复意见", "受理情况", "信件状态", "已办结",
        "未回复", "待受理", "查询码", "查询号", "信件编号", "受理编号", "留言编号", "咨询编号", "办件编号", "写信须知", "阅读并同意", "我同意",
        "受理时间", "开放时间", "登录后", "登陆后"
      })
  void isToldByItsSigns(String sign) {
    assertThat(Talk.in("县长信箱 " + sign + "：", List.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "发布时间：2025-05-20", "关于受理申请的公告", "已经回到办公室", "登录"})
  void isNotToldByOtherWords(String text) {
    assertThat(Talk.in(text, List.of())).isFalse();
  }
}
