package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlDatesTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          http://a.gov.cn/zwgk/202409/t20240910_123.html, 2024-09-10
          http://a.gov.cn/art/2024/9/10/art_12_345.html, 2024-09-10
          http://a.gov.cn/2024-09/10/content_123.htm, 2024-09-10
          http://a.gov.cn/2024/09-10/123.html, 2024-09-10
          http://a.gov.cn/2024/0910/123.html, 2024-09-10
          http://a.gov.cn/c/2024-09-10/123.shtml, 2024-09-10
          http://a.gov.cn/jcws2/20240910/b5c2db3d781e4c7f.html, 2024-09-10
          http://a.gov.cn/html/2024/09/10/1.html, 2024-09-10
          /meldungen/29-10-2021, 2021-10-29
          """)
  void readsTheAddressesOfCommonSystems(String url, LocalDate day) {
    assertThat(UrlDates.of(url)).contains(day);
  }

  @ParameterizedTest(name = "{0} names no day")
  @CsvSource(
      textBlock =
          """
          http://a.gov.cn/col/col20241/index.html
          http://a.gov.cn/content/post_143831.html
          http://a.gov.cn/2024/meitijujiao/8516.html
          http://2024-09-10.example.org/
          http://a.gov.cn/art_1621004_30332664.html
          http://a.gov.cn/202413/t20241345_1.html
          javascript:void(0)
          ''
          """)
  void inventsNone(String url) {
    assertThat(UrlDates.of(url)).isEmpty();
  }
}
