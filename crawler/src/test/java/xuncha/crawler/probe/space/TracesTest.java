package xuncha.crawler.probe.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://www.example.gov.cn/a.html,                              http://www.example.gov.cn/a.html
          http://www.example.gov.cn/a;jsessionid=1A2B?id=7&ticket=ST-1#x, http://www.example.gov.cn/a?id=7
          http://me:secret@www.example.gov.cn/a?token=1,                 http://www.example.gov.cn/a
          http://www.example.gov.cn/a?x=abcdef0123456789abcdef,          http://www.example.gov.cn/a
          http://www.example.gov.cn/a?page=2&back=http://b.gov.cn/0123456789, http://www.example.gov.cn/a?page=2&back=http://b.gov.cn/0123456789
          http://www.example.gov.cn/a?Code=9&flag,                       http://www.example.gov.cn/a?flag
          javascript:void(0),                                            ''
          """)
  void noAddressLetsAnotherPersonIn(String url, String cleaned) {
    assertThat(Traces.cleaned(url)).isEqualTo(cleaned);
  }

  @Test
  void onePageHasManyAddresses() {
    assertThat(Traces.same("http://a.gov.cn/index.html?st=1", "https://a.gov.cn/")).isTrue();
    assertThat(Traces.same("http://a.gov.cn/1.html", "http://a.gov.cn/2.html")).isFalse();
    assertThat(Traces.bare("http://a.gov.cn/1.html?id=2&token=3"))
        .isEqualTo("http://a.gov.cn/1.html");
  }
}
