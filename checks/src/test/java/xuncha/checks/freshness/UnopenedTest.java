package xuncha.checks.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.visit.Item;

class UnopenedTest {
  @ParameterizedTest(name = "{1} on {0}: {2}")
  @CsvSource(
      textBlock =
          """
          http://www.example.gov.cn/, http://www.example.gov.cn/yw/1.html,   true
          http://www.example.gov.cn/, http://WWW.Example.gov.cn/yw/1.html,   true
          http://www.example.gov.cn/, http://www.news.example/yw/1.html,     false
          http://www.example.gov.cn/, http://www.example.gov.cn/yw/1.pdf,    false
          http://临水县.政务/,        http://临水县.政务/yw/1.html,          true
          http://临水县.政务/,        http://xn--miqy8kw4x.xn--zfr164b/yw/1.html, true
          http://临水县.政务/,        http://池阳县.政务/yw/1.html,          false
          http://www.example.gov.cn/, no address,                            false
          """)
  void looksForHeadlinesOfTheSitesOwnHost(String home, String url, boolean unopened) {
    var top = new Item("县委召开常委会会议研究部署工作", url, Optional.empty(), false);

    assertThat(new Unopened(Set.of()).among(List.of(top), home).isPresent()).isEqualTo(unopened);
  }
}
