package xuncha.crawler.probe.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.edition.Editions;

class SearchBoxesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <form action="/so/s"><input name="qt" placeholder="请输入关键字"><button>搜索</button></form> | http://a.gov.cn/so/s?qt=%E6%94%BF%E7%AD%96
          <form action="/qwjs/"><input name="searchword" type="text"><input type="image" src="/images/search.png"></form> | http://a.gov.cn/qwjs/?searchword=%E6%94%BF%E7%AD%96
          <form action="/f?x=1"><input type=hidden name=site value=7><input type=search name=k></form> | http://a.gov.cn/f?site=7&k=%E6%94%BF%E7%AD%96
          <form role="search" action="/go"><input name="w"><button><svg></svg></button></form> | http://a.gov.cn/go?w=%E6%94%BF%E7%AD%96
          <div><input id="kw" placeholder="站内搜索"><a href="javascript:;" onclick="location.href='/s.html?w='+encodeURIComponent(document.getElementById('kw').value)">Go</a></div> | http://a.gov.cn/s.html?w=%E6%94%BF%E7%AD%96
          <div><input id="ss" title="搜索"><button onclick="find()">Go</button></div><script>var base='/web/';function find(){var v=$('#ss').val();window.open(base+'x');window.open('/web/r.jsp?a=1&key='+v+'&p=1')}</script> | http://a.gov.cn/web/r.jsp?a=1&key=%E6%94%BF%E7%AD%96&p=1
          """)
  void aBoxIsAskedAsABrowserWould(String html, String expected) {
    assertThat(asked(html)).contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<form action='/login'><input name='user' placeholder='用户名'><input type='password' name='p'><button>登录</button></form>",
        "<form action='/q'><input name='code' placeholder='请输入办件编号'><button>查询</button></form>",
        "<form action='/sub'><input name='email' placeholder='邮箱'><button>订阅</button></form>",
        "<form action='/w' method='post'><input name='title'><textarea name='content'></textarea><button>提交</button></form>"
      })
  void otherFormsAreNone(String html) {
    assertThat(found(html).boxes()).isEmpty();
  }

  @Test
  void wordsAreWrittenInTheCharsetOfTheForm() {
    var form = "<form action='/s' accept-charset='GBK'><input name='q' type='search'></form>";

    assertThat(asked(form)).contains("http://a.gov.cn/s?q=%D5%FE%B2%DF");
  }

  @Test
  void aChoiceOfColumnsIsSeenAndOneOfOrderIsNot() {
    var columns =
        "<form action='/s'><input name='q' type='search'><select name='c'><option value=''>--请选择--</option><option value='1'>政策文件</option><option value='2'>通知公告</option></select></form>";
    var order =
        "<form action='/s'><input name='q' type='search'><select name='c'><option value='1'>按时间</option><option value='2'>按相关度</option></select></form>";

    assertThat(found(columns).boxes().getFirst().choice())
        .hasValueSatisfying(choice -> {
          assertThat(choice.options())
              .extracting(SearchBox.Option::name)
              .containsExactly("政策文件", "通知公告");
          assertThat(choice.whole()).isFalse();
        });
    assertThat(found(order).boxes().getFirst().choice()).isEmpty();
  }

  @ParameterizedTest(name = "{0} / {1}: {2}")
  @CsvSource({
    "关于做好春耕备耕工作的通知, 关于做好春耕备耕工作的通知, true",
    "关于做好春耕备耕工作…, 关于做好春耕备耕工作的通知, true",
    "【通知】关于做好春耕备耕工作的通知 2020-03-01, 关于做好春耕备耕工作的通知, true",
    "2020年3月份居民消费价格变动情况, 2020年4月份居民消费价格变动情况, false",
    "关于做好秋收工作的通知, 关于做好春耕备耕工作的通知, false"
  })
  void titlesAreTheSameThroughCutsAndMarks(String shown, String title, boolean same) {
    assertThat(Title.of(shown).shows(Title.of(title))).isEqualTo(same);
  }

  @Test
  void whatARedirectWrapsIsTakenOut() {
    assertThat(
            PageAddress.key(
                "http://so.a.gov.cn/visit/link.do?url=http%3A%2F%2Fwww.a.gov.cn%2Fx%2F1.html&q=%E6%94%BF"))
        .isEqualTo(PageAddress.key("https://a.gov.cn/x/1.html"));
  }

  private static SearchBoxes.Found found(String html) {
    return SearchBoxes.in(
        Jsoup.parse("<html><body>" + html + "</body></html>", "http://a.gov.cn/"),
        "http://a.gov.cn/",
        "UTF-8",
        Editions.shipped("cn-2019").lexicon(),
        Set.of("政策文件", "通知公告"));
  }

  private static Optional<String> asked(String html) {
    return found(html).boxes().stream()
        .findFirst()
        .flatMap(box -> box.question("政策", Optional.empty()))
        .map(SearchBox.Question::url);
  }
}
