package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plain addresses are those that the full parser would leave as they are.
class PlainAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.ah.gov.cn/",
        "https://www.ah.gov.cn/zwyw/ztzl/index.html",
        "http://a.cn/col/col1/index.html?uid=1&pageNum=2",
        "http://a.cn//x//y/?",
        "http://a.cn/art/2020/3/27/art_1_2.html?a=b=c&&d+e:~!$()*,;@"
      })
  void areReadAtOnce(String text) {
    assertThat(PlainAddress.in(text)).contains(parsed(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http:",
        "http://",
        "http://a.cn",
        "HTTP://a.cn/",
        "http://A.cn/",
        "http://a.cn:80/",
        "http://u@a.cn/",
        "http://1.2.3.4/",
        "http://[::1]/",
        "http://a..cn/",
        "http://.cn/",
        "http://xn--fiqs8s.cn/",
        "http://a.cn/x/../y",
        "http://a.cn/.x",
        "http://a.cn/%2e/",
        "http://a.cn/x#y",
        "http://a.cn/公开",
        "http://a.cn/?q='",
        "ftp://a.cn/"
      })
  void othersAreLeftToTheParser(String text) {
    assertThat(PlainAddress.in(text)).isEmpty();
  }

  @Test
  void neverDisagreesWithTheParser() {
    var random = new Random(7);
    var beginnings = new String[] {"", "http://", "https://a", "http://a.cn/"};
    var pieces =
        new String[] {
          "http://",
          "https://",
          "a",
          "b-",
          "-c",
          "cn",
          "gov.cn",
          ".",
          "..",
          "/",
          "//",
          "/.",
          "?",
          "&",
          "=",
          "+",
          "%",
          "%41",
          "1",
          "0x7f",
          "255",
          ":",
          "80",
          "@",
          "xn--",
          "_",
          "~",
          "$",
          ";",
          "'",
          "ab--cd",
          "A",
          "é",
          "\\",
          "|",
          "[",
          "]",
          "#",
          " "
        };
    var plain = 0;
    for (var n = 0; n < 60_000; n++) {
      var text = new StringBuilder(beginnings[random.nextInt(beginnings.length)]);
      for (var i = random.nextInt(6); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      var found = PlainAddress.in(text.toString());
      plain += found.isPresent() ? 1 : 0;
      found.ifPresent(
          address -> assertThat(address).as(text.toString()).isEqualTo(parsed(text.toString())));
    }
    assertThat(plain).isGreaterThan(500);
  }

  private static WebAddress parsed(String text) {
    var url = HttpUrl.get(text);
    return new WebAddress(url.toString(), url.host(), url.port(), url.encodedPath());
  }
}
