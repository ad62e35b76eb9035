package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          http://www.example.cn,                  http://www.example.cn/
          HTTP://WWW.Example.CN:80/A,             http://www.example.cn/A
          https://example.cn:443/,                https://example.cn/
          http://example.cn:8080/x,               http://example.cn:8080/x
          ' http://example.cn/ ',                 http://example.cn/
          http://example.cn/a b,                  http://example.cn/a%20b
          http://example.cn/栏目/1.html,           http://example.cn/%E6%A0%8F%E7%9B%AE/1.html
          http://example.cn/?k=政务,               http://example.cn/?k=%E6%94%BF%E5%8A%A1
          http://example.cn/%C4%A3%zz,            http://example.cn/%C4%A3%zz
          http://example.cn/a/../b/./c,           http://example.cn/b/c
          http://example.cn\\a,                   http://example.cn/a
          http://example.cn/a#b,                  http://example.cn/a
          http://user:secret@example.cn/,         http://example.cn/
          http://安徽.中国/,                       http://xn--49ss1h.xn--fiqs8s/
          http://[::1]:8080/,                     http://[::1]:8080/
          http:/example.cn/x,                     http://example.cn/x
          """)
  void isWrittenAsABrowserWouldSendIt(String text, String expected) {
    assertThat(WebAddress.of(text.replace("\\\\", "\\"))).map(WebAddress::url).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "www.example.cn",
        "ftp://example.cn/",
        "javascript:void(0)",
        "http://",
        "http://exa mple.cn/",
        "http://example.cn:99999/",
        "http://[::1/",
        "mailto:a@example.cn"
      })
  void whatIsNoWebAddressIsNone(String text) {
    assertThat(WebAddress.of(text)).isEmpty();
  }

  @Test
  void partsAreThere() {
    var address = WebAddress.of("https://www.example.cn:8443/a/b.html?c=d").orElseThrow();
    assertThat(address.host()).isEqualTo("www.example.cn");
    assertThat(address.port()).isEqualTo(8443);
    assertThat(address.path()).isEqualTo("/a/b.html");
    assertThat(WebAddress.of("http://[2001:db8::1]/").orElseThrow().host())
        .isEqualTo("2001:db8::1");
  }

  @Test
  void nobodyMeansAnAddressOfAHundredThousandCharacters() {
    assertThat(WebAddress.of("http://example.cn/" + "a/".repeat(50_000))).isEmpty();
  }

  @Test
  void noTextWhateverIsTooMuchForIt() {
    var random = new Random(3986);
    var sound = "http://user@www.example.cn:8080/a/../b%20c?d=e&f#g";
    for (var i = 0; i < 2_000; i++) {
      var text = new StringBuilder(sound);
      for (var j = 0; j < 4; j++) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x3000));
      }
      WebAddress.of(text.toString())
          .ifPresent(one -> assertThat(WebAddress.of(one.url())).hasValue(one));
    }
  }
}
