package xuncha.crawler.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpLiteralTest {
  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource(
      textBlock =
          """
          2001:db8:0:0:0:0:0:1,      2001:db8::1
          2001:0db8::0001,           2001:db8::1
          2001:db8:0:1:1:1:1:1,      2001:db8:0:1:1:1:1:1
          2001:db8:0:0:1:0:0:1,      2001:db8::1:0:0:1
          2001:0:0:1:0:0:0:1,        2001:0:0:1::1
          2001:DB8:A::,              2001:db8:a::
          0:0:0:0:0:0:0:1,           ::1
          0:0:0:0:0:0:0:0,           ::
          192.0.2.1,                 192.0.2.1
          """)
  void addressesAreWrittenAsPeopleWriteThem(String read, String written) {
    var address = IpLiteral.parse(read).orElseThrow();
    assertThat(IpLiteral.text(address)).isEqualTo(written);
    assertThat(IpLiteral.parse(written)).hasValue(address);
  }
}
