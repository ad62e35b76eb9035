package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameBodyTest {
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          www.hefei.gov.cn,     hefei.gov.cn,          true
          www.hefei.gov.cn,     zwgk.hefei.gov.cn,     true
          hefei.gov.cn,         www.hefei.gov.cn,      true
          czj.hefei.gov.cn,     www.hefei.gov.cn,      false
          czj.hefei.gov.cn,     zwgk.czj.hefei.gov.cn, true
          www.ah.gov.cn,        ah.gov.cn,             true
          www.ah.gov.cn,        czt.ah.gov.cn,         false
          czt.ah.gov.cn,        www.ah.gov.cn,         false
          czt.ah.gov.cn,        jyt.ah.gov.cn,         false
          czt.ah.gov.cn,        zwgk.czt.ah.gov.cn,    true
          www.hefei.gov.cn,     www.wuhu.gov.cn,       false
          www.example.com,      news.example.com,      true
          192.0.2.7,            192.0.2.8,             false
          """)
  void knowsTheHostsOfOneBody(String home, String host, boolean same) {
    assertThat(SameBody.is(home, host)).isEqualTo(same);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          www.ah.gov.cn,    public.ah.gov.cn, true
          czj.hefei.gov.cn, www.hefei.gov.cn, true
          www.hefei.gov.cn, www.wuhu.gov.cn,  false
          192.0.2.7,        192.0.2.8,        false
          """)
  void knowsTheHostsThatMayBeOfOneBody(String home, String host, boolean perhaps) {
    assertThat(SameBody.mayBe(home, host)).isEqualTo(perhaps);
  }
}
