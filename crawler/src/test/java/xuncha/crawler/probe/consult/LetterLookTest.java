package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a page that came back says of our letter, among all that it says of others'.
class LetterLookTest {
  private static final Instant NOW = Instant.parse("2020-04-07T01:00:00Z");
  private static final String NOBODY = "-";

  @ParameterizedTest(name = "{0} → known {1}, answered {2}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          <p>没有查到信件</p>                                                          | false | -
          <p>网站巡查测试信件 XC2020040101</p>                                        | true | -
          <h2>XC2020040101</h2><p>状态：办理中</p>                                    | true | -
          <h2>XC2020040101</h2><p>状态：待受理</p><p>办理时间：</p>                   | true | -
          <h2>XC2020040101</h2><p>反馈日期：2020年4月3日</p>                          | true | 2020-04-03
          <h2>XC2020040101</h2><p>处理时间</p><p>2020/04/03 09:12</p>                 | true | 2020-04-03
          <h2>XC2020040101</h2><p>官方回复：您好，来信收悉，路灯已经修好。</p>        | true | 2020-04-07
          <h2>XC2020040101</h2><p>该信件已回复。</p>                                  | true | 2020-04-07
          <h2>XC2020040101</h2><p>该信件尚未回复。</p>                                | true | -
          <ul><li>路灯不亮 状态：已回复 回复时间：2020-04-02</li></ul><div><h2>XC2020040101</h2><p>状态：受理中</p></div> | true | -
          <table><tr><th>标题</th><th>写信时间</th><th>状态</th><th>答复时间</th></tr><tr><td><a href="/1">XC2020040101</a></td><td>2020-04-01</td><td>已受理</td><td></td></tr></table> | true | -
          <table><tr><th>标题</th><th>写信时间</th><th>状态</th><th>答复时间</th></tr><tr><td><a href="/1">XC2020040101</a></td><td>2020-04-01</td><td>已答复</td><td>2020-04-02</td></tr></table> | true | 2020-04-02
          <table><tr><th>标题</th><th>写信时间</th><th>状态</th><th>答复时间</th></tr><tr><td><a href="/2">路灯</a></td><td>2020-03-01</td><td>已答复</td><td>2020-03-02</td></tr><tr><td><a href="/1">XC2020040101</a></td><td>2020-04-01</td><td>办理中</td><td></td></tr></table> | true | -
          """)
  void readsTheLettersOwnStanding(String page, boolean known, String replied) {
    var look = look(page);
    assertThat(look.known()).isEqualTo(known);
    assertThat(look.replied().map(Object::toString).orElse(NOBODY)).isEqualTo(replied);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          <h2>XC2020040101</h2><p>信件编号：A20200401887766 查询码：583921</p>
          <p>查询码：583921</p><p>编号 A20200401887766</p><p>XC2020040101</p>
          <h2>XC2020040101</h2><p>A20200401887766 答复时间：2020-04-03</p>
          """)
  void neverQuotesWhatOthersCouldReadTheLetterBy(String page) {
    assertThat(look(page).quote()).isNotEmpty().doesNotContain("887766", "583921");
  }

  private static LetterLook look(String page) {
    var tree = Jsoup.parse("<html><body>" + page + "</body></html>", "http://www.a.gov.cn/");
    return LetterLook.of(tree, "XC2020040101", List.of("A20200401887766", "583921"), NOW);
  }
}
