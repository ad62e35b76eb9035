package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.crawler.probe.consult.LimitText.Bound;
import xuncha.crawler.probe.consult.LimitText.Part;

class LimitTextTest {
  @ParameterizedTest(name = "{0} → {1}…{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          内容不少于50字                                   | 50  |
          内容不得少于五十个字                              | 50  |
          留言内容不能少于５０字                            | 50  |
          正文不得低于二十字                                | 20  |
          内容至少 10 个字符                                | 10  |
          内容最少输入15个汉字                              | 15  |
          信件内容不得少于壹拾伍字                          | 15  |
          诉求描述需在10字以上                              | 10  |
          内容字数不少于十个                                | 10  |
          內容不得少於三十個字                              | 30  |
          内容10-500字                                      | 10  | 500
          内容字数在10至1000之间                            | 10  | 1000
          请输入10～2000字的内容                            | 10  | 2000
          内容（10字—800字）                                | 10  | 800
          内容不超过500字                                   |     | 500
          留言内容不得超过一千字                            |     | 1000
          内容请控制在一千五百字以内                        |     | 1500
          限500字                                           |     | 500
          限一千字以内                                      |     | 1000
          内容最多可输入1,000个字                           |     | 1000
          字数一般不要超过1000字                            |     | 1000
          正文1000字以内                                    |     | 1000
          内容（500字以内）                                 |     | 500
          字数上限：800                                     |     | 800
          最多字数500，最少字数20                           | 20  | 500
          字数限制：10-600                                  | 10  | 600
          内容不少于10字、不超过500字                       | 10  | 500
          标题不超过30字，内容不少于20字，不超过2000字      | 20  | 2000
          内容不少于20字，标题不少于5字                     | 20  |
          少于10个字的留言将不予受理                        | 10  |
          内容不足15字的，系统将无法提交                    | 15  |
          超过500字无法提交                                 |     | 500
          内容超过1000字的请以附件形式上传                  |     | 1000
          内容须超过10个字方可提交                          | 11  |
          请将内容写得少于500字                             |     | 499
          您还可以输入300字                                 |     | 300
          0/500                                             |     | 500
          内容≥10字                                         | 10  |
          """)
  void readsHowLongAMessageMustOrMayBe(
      String notice, @Nullable Integer least, @Nullable Integer most) {
    var limits = LimitText.read(notice);

    assertThat(limits.minLength()).as("least").isEqualTo(number(least));
    assertThat(limits.maxLength()).as("most").isEqualTo(number(most));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "标题不少于5字",
        "标题不超过30个字",
        "密码至少6个字符",
        "姓名2-10个字",
        "用户名不少于4个字符",
        "回复内容不少于50字",
        "单位答复不得少于一百字",
        "建议内容不少于20字左右",
        "最好写50字以上",
        "请用100字左右描述您的问题",
        "附件名不超过20字",
        "本月共收到来信50封，字数统计中",
        "内容不超过1000字节",
        "我市有五十字号老店",
        "关于印发十字路口整治方案的通知",
        "第50字段为必填",
        "电话：0551-12345678",
        "2020年4月1日-5月30日",
        "搜索关键词至少2个字",
        "一般20字以上即可"
      })
  void otherNumbersAreNoLengthOfTheContent(String notice) {
    var limits = LimitText.read(notice);

    assertThat(limits.minLength()).as("least").isEmpty();
    assertThat(limits.maxLength()).as("most").isEmpty();
  }

  @Test
  void theTitlesLengthIsTheTitles() {
    var limits = LimitText.read("标题：（不少于4字，不超过40字）\n内容：（不少于20字）");

    assertThat(limits.length(Part.TITLE, Bound.LEAST))
        .hasValueSatisfying(l -> assertThat(l.characters()).isEqualTo(4));
    assertThat(limits.length(Part.TITLE, Bound.MOST))
        .hasValueSatisfying(l -> assertThat(l.characters()).isEqualTo(40));
    assertThat(limits.minLength()).hasValue(20);
    assertThat(limits.maxLength()).isEmpty();
  }

  @Test
  void aLabelOnTheLineAboveNamesTheField() {
    assertThat(LimitText.read("标题\n限30字以内\n内容\n限500字以内").maxLength()).hasValue(500);
  }

  @Test
  void ofTwoStatementsTheMilderOneCounts() {
    assertThat(LimitText.read("内容不少于50字。\n内容不少于20字。").minLength()).hasValue(20);
  }

  @Test
  void theQuoteIsTheSentenceAsWritten() {
    var limits = LimitText.read("温馨提示：\n１、留言内容不少于 ５０ 字；\n2、请文明用语");

    assertThat(limits.lengths())
        .singleElement()
        .satisfies(l -> assertThat(l.quote()).contains("留言内容不少于 ５０ 字"));
  }

  @ParameterizedTest(name = "{0} → {1} a day")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          每人每天限提交一条留言                            | 1
          每人每天只能提交1次                               | 1
          同一手机号每日最多可提交3条                       | 3
          同一IP地址，24小时内只能提交一次                  | 1
          二十四小时内限写信两封                            | 2
          24小時之內最多提交1 次                            | 1
          一天内只能提交一封信件                            | 1
          每个账号每天提交次数不超过五次                    | 5
          提交频率：每日一次                                | 1
          每人每日仅限1件                                   | 1
          限每人每天1条                                     | 1
          最多每天提交2条留言                               | 2
          一人一天一信                                      | 1
          留言次数：3次/天                                  | 3
          每日提交上限为５条                                | 5
          您当天最多可以提交2个问题                         | 2
          每人每三天限提交一次                              | 1
          每周限提交2件信件                                 | 2
          12小时内只能留言1次                               | 2
          同一用户24小时内不得再次提交                      | 1
          每个身份证号每天可提交2次咨询                     | 2
          """)
  void readsHowOftenOneMayWrite(String notice, int perDay) {
    assertThat(LimitText.read(notice).perDay()).hasValue(perDay);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "验证码每天最多发送5次",
        "每人每天可投票一次",
        "每日更新一次",
        "工作人员每天查看一次信箱",
        "我们将在24小时内回复",
        "来信将于1个工作日内受理，5个工作日内答复",
        "一事一信，每封信件限反映一个事项",
        "请勿重复提交",
        "同一问题24小时内请勿重复提交",
        "60秒内只能提交一次",
        "1小时内只能提交1次",
        "每次只能上传1个附件",
        "每天登录一次可得积分",
        "信件每日处理一次",
        "5月1日提交一次",
        "第一日提交材料3份",
        "短信验证码24小时内限发10条",
        "办理情况每日通报一次"
      })
  void otherFrequenciesAreNoLimitOfWriting(String notice) {
    assertThat(LimitText.read(notice).perDay()).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          受理时间：8:00-19:00                              | 08:00-19:00             | MTWTFSS
          网上受理时间：每天8：00—19：00                    | 08:00-19:00             | MTWTFSS
          本信箱开放时间为早八点至晚七点                    | 08:00-19:00             | MTWTFSS
          留言时间：上午8点半到下午5点                      | 08:30-17:00             | MTWTFSS
          提交时间：周一至周五 8:30-12:00，14:30-17:30      | 08:30-12:00 14:30-17:30 | MTWTF
          在线提交时间：工作日９：００～１７：００          | 09:00-17:00             | MTWTF*
          系统开放时段8时至20时                             | 08:00-20:00             | MTWTFSS
          受理时间：8:30-5:30                               | 08:30-17:30             | MTWTFSS
          网上留言受理时间：上午9:00-11:30，下午2:30-5:00   | 09:00-11:30 14:30-17:00 | MTWTFSS
          本栏目每天8-19点开放                              | 08:00-19:00             | MTWTFSS
          留言平台开放时间：星期一到星期五早上9点至下午五点半 | 09:00-17:30           | MTWTF
          请在8.30-17.30之间提交留言                        | 08:30-17:30             | MTWTFSS
          本信箱仅在工作日开放                              | ''                      | MTWTF*
          本系统24小时开放                                  | ''                      | MTWTFSS
          信箱受理时间：工作日（节假日除外）8:00至18:00     | 08:00-18:00             | MTWTF*
          留言系统每日二十二时至次日六时关闭                | 06:00-22:00             | MTWTFSS
          """)
  void readsWhenTheFormIsOpen(String notice, String intervals, String days) {
    var hours = LimitText.read(notice).openHours();

    assertThat(hours).isPresent();
    assertThat(
            hours.orElseThrow().intervals().stream()
                .map(i -> i.from() + "-" + i.to())
                .collect(Collectors.joining(" ")))
        .isEqualTo(intervals);
    assertThat(hours.orElseThrow().days()).hasSize(days.replace("*", "").length());
    assertThat(hours.orElseThrow().workdaysOnly()).isEqualTo(days.endsWith("*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "咨询电话：0551-12345678（工作日8:30-17:30）",
        "热线受理时间：8:00-19:00",
        "咨询电话：0551-12345678，受理时间：8:00-17:00",
        "办公时间：周一至周五 8:30-12:00 14:00-17:30",
        "政务服务大厅工作时间9:00-17:00",
        "接访时间：每周三8:30-11:30",
        "工作人员将于工作日8:30-17:30回复您的留言",
        "我们将在5个工作日内答复（节假日除外）",
        "信件办理期限为5个工作日(节假日除外)",
        "发布时间：2020-04-01 08:30",
        "来信时间：2020-04-01 08:30:15",
        "人工客服在线时间：9:00-18:00",
        "24小时内答复",
        "12345热线24小时受理",
        "地址：长江路8-19号",
        "受理时间：8:30-17:30，联系电话：0551-12345678",
        "会议时间：9:00-11:00"
      })
  void otherHoursAreNotTheForms(String notice) {
    assertThat(LimitText.read(notice).openHours()).isEmpty();
  }

  @Test
  void theHoursOfTheFormAreToldFromThoseOfTheTelephone() {
    var hours = LimitText.read("网上留言受理时间：8:00-19:00。\n电话咨询时间：9:00-17:00。").openHours();

    assertThat(hours)
        .hasValueSatisfying(h -> assertThat(h.intervals().getFirst().from()).isEqualTo("08:00"));
  }

  @Test
  void openAroundTheClockIsNoLimit() {
    assertThat(LimitText.read("本平台全天24小时接收留言").openHours())
        .hasValueSatisfying(hours -> assertThat(hours.always()).isTrue());
    assertThat(LimitText.read("本平台仅周一至周五接收留言").openHours())
        .hasValueSatisfying(
            hours -> assertThat(hours.days()).doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
  }

  @Test
  void aNoticeMayStateEverything() {
    var limits =
        LimitText.read(
            """
            写信须知
            1、来信请实名，标题不超过20字，内容不少于50字；
            2、每人每天只能提交1封来信；
            3、信箱开放时间：8:00-19:00；
            4、我们将在5个工作日内答复；
            5、咨询电话：0551-12345678，工作时间9:00-17:00。
            """);

    assertThat(limits.minLength()).hasValue(50);
    assertThat(limits.perDay()).hasValue(1);
    assertThat(limits.openHours().map(h -> h.intervals().size())).isEqualTo(Optional.of(1));
  }

  @Test
  void nonsenseNeverCrashesAndNeverTakesLong() {
    var random = new Random(8);
    var words = "每人天日限提交一条次十百千万字不少于超过以上内8:00-19点至时工作周五到,。（）()\n 0123".split("", -1);
    for (var round = 0; round < 300; round++) {
      var text =
          random.ints(400, 0, words.length).mapToObj(n -> words[n]).collect(Collectors.joining());
      assertThatCode(() -> LimitText.read(text)).doesNotThrowAnyException();
    }
    assertThatCode(() -> LimitText.read("一".repeat(100_000))).doesNotThrowAnyException();
    assertThatCode(() -> LimitText.read("每天".repeat(30_000))).doesNotThrowAnyException();
  }

  private static OptionalInt number(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
