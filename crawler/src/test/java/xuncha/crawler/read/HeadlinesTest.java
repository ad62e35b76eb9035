package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which of a page's headings is its headline.
class HeadlinesTest {
  @ParameterizedTest(name = "{1} under the title {0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          采购项目成交公告              | <div class='detail_header'><h2>采购项目成交公告</h2></div>TEXT<h2>相关公告</h2> | 采购项目成交公告
          某县人民政府-全县防汛会议召开  | <div class='header'><h1>某县人民政府</h1></div><h2>书记县长强调</h2><h1>全县防汛会议召开</h1>TEXT | 全县防汛会议召开
          山水新闻_某县人民政府         | <div><h2>新闻中心</h2></div><h2>山水新闻</h2>TEXT | 山水新闻
          某县人民政府                  | <h2>全县防汛会议召开</h2>TEXT<h2>相关稿件：</h2> | 全县防汛会议召开
          """)
  void takesTheOneThatTheTitleRepeatsElseTheHighest(String title, String body, String headline) {
    var text = "<p>%s</p>".formatted("县政府今天召开会议，研究部署下一阶段的重点工作。".repeat(15));
    var html =
        "<html><head><title>%s</title></head><body>%s</body></html>"
            .formatted(title, body.replace("TEXT", text));

    assertThat(Pages.page("a/1.html", html).facts().headline()).isEqualTo(headline);
  }
}
