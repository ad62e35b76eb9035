package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsultPageTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          http://a.gov.cn/letter/add.do,          true
          http://a.gov.cn/letter/addLetter.jsp,   true
          http://a.gov.cn/letter/toAdd.do?id=1,   true
          http://a.gov.cn/letter/address.html,    false
          http://a.gov.cn/letter/post,            true
          http://a.gov.cn/letter/post.do,         true
          http://a.gov.cn/letter/post_letter.jsp, true
          http://a.gov.cn/letter/postcode.html,   false
          http://a.gov.cn/letter/outpost.html,    false
          http://a.gov.cn/letter/tijiao.do,       true
          http://a.gov.cn/add/index.html,         false
          http://a.gov.cn/letter/index.html?save, false
          """)
  void whatIsCalledLikeADeedIsNeverAskedFor(String url, boolean deed) {
    assertThat(ConsultPage.isDeed(url)).isEqualTo(deed);
  }
}
