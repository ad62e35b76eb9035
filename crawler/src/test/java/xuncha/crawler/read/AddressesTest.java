package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  private final Addresses page =
      new Addresses("http://www.linshui.gov.cn/zwgk/tzgg/index.html?p=1", StandardCharsets.UTF_8);

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          1.html,                     http://www.linshui.gov.cn/zwgk/tzgg/1.html
          ./1.html,                   http://www.linshui.gov.cn/zwgk/tzgg/1.html
          ../zcwj/1.html,             http://www.linshui.gov.cn/zwgk/zcwj/1.html
          ../../../../1.html,         http://www.linshui.gov.cn/1.html
          /1.html#top,                http://www.linshui.gov.cn/1.html
          http://www.linshui.gov.cn/zwgk/1.html, http://www.linshui.gov.cn/zwgk/1.html
          http://www.linshui.gov.cn/zwgk/../1.html, http://www.linshui.gov.cn/1.html
          'http://www.linshui.gov.cn/a"b', http://www.linshui.gov.cn/a%22b
          http://www.linshui.gov.cn.evil.example/1, http://www.linshui.gov.cn.evil.example/1
          ?p=2,                       http://www.linshui.gov.cn/zwgk/tzgg/index.html?p=2
          //img.linshui.gov.cn/a.png, http://img.linshui.gov.cn/a.png
          HTTPS://WWW.AH.GOV.CN,      https://www.ah.gov.cn/
          http://www.ah.gov.cn:80/a,  http://www.ah.gov.cn/a
          http://www.ah.gov.cn:8080/, http://www.ah.gov.cn:8080/
          'http:\\\\www.ah.gov.cn\\a\\b.html', http://www.ah.gov.cn/a/b.html
          ' 1.html ',                 http://www.linshui.gov.cn/zwgk/tzgg/1.html
          附件 1.doc,                 http://www.linshui.gov.cn/zwgk/tzgg/%E9%99%84%E4%BB%B6%201.doc
          http:1.html,                http://www.linshui.gov.cn/zwgk/tzgg/1.html
          #,                          ''
          javascript:void(0),         ''
          mailto:a@b.cn,              ''
          tel:12345,                  ''
          'data:image/png;base64,xx', ''
          '${item.url}',              ''
          '{{url}}',                  ''
          """)
  void resolvesAsABrowserWould(String written, String expected) {
    assertThat(page.absolute(written)).isEqualTo(expected);
  }

  @Test
  void writesAQueryInThePagesOwnEncoding() {
    var old = new Addresses("http://www.linshui.gov.cn/", Charset.forName("GB18030"));

    assertThat(old.absolute("/s?q=通知")).isEqualTo("http://www.linshui.gov.cn/s?q=%CD%A8%D6%AA");
  }
}
