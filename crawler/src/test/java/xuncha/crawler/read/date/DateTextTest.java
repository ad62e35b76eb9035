package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
  /// 2024-09-12 01:30 in Beijing, still the day before in Greenwich.
  private static final Instant SEEN = Instant.parse("2024-09-11T17:30:00Z");

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          2024-09-10, 2024-09-10
          2024/9/10, 2024-09-10
          2024.09.10, 2024-09-10
          2024年9月10日, 2024-09-10
          2024 年 9 月 10 日, 2024-09-10
          ２０２４年０９月１０日, 2024-09-10
          ２０２４－０９－１０, 2024-09-10
          2024年09月10, 2024-09-10
          2024年9月10号, 2024-09-10
          24年9月10日, 2024-09-10
          2024 - 09 - 10, 2024-09-10
          二〇二四年九月十日, 2024-09-10
          二○二四年十二月三十一日, 2024-12-31
          二零二四年十一月二十日, 2024-11-20
          二〇二四年三月廿一日, 2024-03-21
          [2024-09-10], 2024-09-10
          （2024-09-10）, 2024-09-10
          2024-09-10T16:24:00+08:00, 2024-09-10
          20240910, 2024-09-10
          20240910092400, 2024-09-10
          24-09-10 08:00, 2024-09-10
          [09-10], 2024-09-10
          09月10日, 2024-09-10
          9月10日, 2024-09-10
          9/10, 2024-09-10
          12-25, 2023-12-25
          02-29, 2024-02-29
          刚刚, 2024-09-12
          3小时前, 2024-09-11
          1小时前, 2024-09-12
          30分钟前, 2024-09-12
          昨天, 2024-09-11
          昨天 22:10, 2024-09-11
          前天, 2024-09-10
          2天前, 2024-09-10
          1周前, 2024-09-05
          1个月前, 2024-08-12
          'September 10, 2024', 2024-09-10
          'Sept. 10, 2024', 2024-09-10
          10 September 2024, 2024-09-10
          10. September 2024, 2024-09-10
          10th of September 2024, 2024-09-10
          10.09.2024, 2024-09-10
          3. März 2024, 2024-03-03
          12 août 2024, 2024-08-12
          1er juillet 2024, 2024-07-01
          'Tue, 10 Sep 2024 08:00:00 GMT', 2024-09-10
          Tue Sep 10 16:24:00 CST 2024, 2024-09-10
          25/09/2023, 2023-09-25
          09/25/2023, 2023-09-25
          """)
  void readsTheFormsThatPeopleWrite(String text, LocalDate day) {
    assertThat(only(text)).contains(day);
  }

  @ParameterizedTest(name = "{0} is no date")
  @CsvSource(
      textBlock =
          """
          2024-02-30
          2024-13-01
          2023年2月29日
          13月40日
          0557-5061216
          010-12345678
          400-166-0656
          13805570910
          192.168.20.24
          v2016.08.10
          皖ICP备20240910号
          皖公网安备 34010202600910号
          〔2024〕23号
          (2024) 9
          2006-2010
          3.14
          50%
          http://www.example.org/2024-09-10/1.html
          2024-09-10-3
          file_2024.09.10.1
          1:2024
          32/45
          第9-10条
          second 2024
          marine 10 2024
          一九年
          """)
  void passesOverWhatOnlyLooksLikeOne(String text) {
    assertThat(
            DateText.mentions(text).stream()
                .filter(mention -> mention.written().day(SEEN).isPresent()))
        .isEmpty();
  }

  @Test
  void readsTheTimeBesideTheDate() {
    assertThat(time("2024-09-10 09:24")).contains("09:24");
    assertThat(time("2024年09月10日08:29")).contains("08:29");
    assertThat(time("2024-09-10 星期二 下午3:05")).contains("15:05");
    assertThat(time("2024-09-10T16:24:31Z")).contains("16:24:31");
    assertThat(time("2007-08-20-23:59:59")).contains("23:59:59");
    assertThat(time("2024年9月10日16时20分")).contains("16:20");
    assertThat(time("2023-08-19 10∶08")).contains("10:08");
    assertThat(time("2024-09-10 25:99")).isEmpty();
  }

  @Test
  void tellsInstantsAsTheDayOfTheirReaders() {
    var mention = DateText.mentions("2024-09-10T18:00:00Z").getFirst();

    assertThat(mention.fullDay(true)).contains(LocalDate.of(2024, 9, 11));
    assertThat(mention.fullDay(false)).contains(LocalDate.of(2024, 9, 10));
  }

  @Test
  void marksBothEndsOfASpan() {
    assertThat(DateText.mentions("展期：2024年5月8日至2024年5月10日")).allMatch(Mention::span).hasSize(2);
    assertThat(DateText.mentions("2024.5.8 - 2024.5.10")).allMatch(Mention::span).isNotEmpty();
    assertThat(DateText.mentions("2024.5.8-2024.5.10")).allMatch(Mention::span);
    assertThat(DateText.mentions("2024-05-08 发布")).noneMatch(Mention::span);
  }

  @Test
  void findsEveryDateOfALine() {
    assertThat(DateText.mentions("成文日期 2024-09-08 发布日期 2024-09-10 更新 2024-09-11"))
        .extracting(mention -> mention.fullDay(true).orElseThrow())
        .containsExactly(
            LocalDate.of(2024, 9, 8), LocalDate.of(2024, 9, 10), LocalDate.of(2024, 9, 11));
  }

  @Test
  void readsAmericanOrderWhenTold() {
    assertThat(DateText.mentions("09/10/2024", true).getFirst().fullDay(false))
        .contains(LocalDate.of(2024, 9, 10));
    assertThat(DateText.mentions("09/10/2024", false).getFirst().fullDay(false))
        .contains(LocalDate.of(2024, 10, 9));
  }

  private static Optional<LocalDate> only(String text) {
    var mentions = DateText.mentions(text);
    assertThat(mentions).as(text).hasSize(1);
    return mentions.getFirst().written().day(SEEN);
  }

  private static Optional<String> time(String text) {
    return DateText.mentions(text).getFirst().time().map(Object::toString);
  }
}
