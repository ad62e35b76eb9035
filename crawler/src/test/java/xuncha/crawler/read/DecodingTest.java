package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {
  private static final String TEXT = "关于做好2024年度全县防汛抗旱工作的通知，请各乡镇人民政府认真贯彻执行。";

  @ParameterizedTest(name = "bytes {0}, header {1}, meta {2} → {3}")
  @CsvSource(
      textBlock =
          """
          UTF-8,        'text/html; charset=utf-8',        utf-8,           UTF-8
          UTF-8,        text/html,                         utf-8,           UTF-8
          UTF-8,        text/html,                         '',              UTF-8
          GB18030,      'text/html; charset=GB2312',       '',              GBK
          GB18030,      text/html,                         gb2312,          GBK
          GB18030,      text/html,                         GB18030,         gb18030
          GB18030,      text/html,                         '',              gb18030
          GB18030,      'text/html; charset=utf-8',        '',              gb18030
          GB18030,      'text/html; charset=utf-8',        gb2312,          GBK
          GB18030,      'text/html; charset=ISO-8859-1',   gbk,             GBK
          GB18030,      'text/html; charset=ISO-8859-1',   '',              gb18030
          UTF-8,        'text/html; charset=gb2312',       '',              UTF-8
          UTF-8,        text/html,                         gbk,             UTF-8
          UTF-8,        'text/html; charset=utf8mb4',      '',              UTF-8
          GB18030,      'text/html; charset=klingon',      x-nobody,        gb18030
          Big5-HKSCS,   'text/html; charset=big5',         '',              Big5
          UTF-16LE,     text/html,                         '',              UTF-16LE
          UTF-16BE,     text/html,                         '',              UTF-16BE
          """)
  void readsWhatTheBytesAreWhateverTheyAreCalled(
      String bytes, String header, String meta, String expected) {
    var text = bytes.startsWith("Big5") ? "關於做好全縣防汛抗旱工作的通知，請各鄉鎮公所認真辦理。" : TEXT;
    var tag = meta.isEmpty() ? "" : "<meta charset=\"" + meta + "\">";
    var page =
        "<html><head>" + tag + "<title>t</title></head><body><p>" + text + "</p></body></html>";

    var decoded = Decoding.of(page.getBytes(Charset.forName(bytes)), header);

    assertThat(decoded.charset()).isEqualTo(expected);
    assertThat(decoded.text()).contains(text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"UTF-8, UTF-8", "UTF-16LE, UTF-16LE", "UTF-16BE, UTF-16BE"})
  void believesTheByteOrderMarkBeforeAnyone(String charset, String expected) {
    var bytes = ("\uFEFF<p>" + TEXT).getBytes(Charset.forName(charset));

    var decoded = Decoding.of(bytes, "text/html; charset=gb2312");

    assertThat(decoded.charset()).isEqualTo(expected);
    assertThat(decoded.text()).isEqualTo("<p>" + TEXT);
  }

  @Test
  void overlooksAFewBrokenBytesInALongPage() throws java.io.IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(TEXT.repeat(5).getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE6);
    bytes.write(TEXT.repeat(5).getBytes(StandardCharsets.UTF_8));

    assertThat(Decoding.of(bytes.toByteArray(), "text/html; charset=utf-8").charset())
        .isEqualTo("UTF-8");
  }

  @Test
  void leavesLatinPagesLatin() {
    var bytes =
        "<p>Über die Größe der Straße: früher naïve café señor"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Decoding.of(bytes, "text/html; charset=iso-8859-1").text())
        .contains("Größe der Straße");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<meta charset=gb2312>`, GBK
          `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">`, GBK
          `<meta content='text/html;charset=GBK' http-equiv=content-type>`, GBK
          `<!-- <meta charset=big5> --><meta charset=gbk>`, GBK
          `<script>document.write('<meta charset="big5">')</script><meta charset=gbk>`, GBK
          `<meta name=a content="charset=big5"><meta charset="gbk">`, GBK
          `<meta charset="no-such"><meta charset="gbk">`, GBK
          `<meta charset=utf-16>`, UTF-8
          `<?xml version="1.0" encoding="GB2312"?><root/>`, GBK
          `<title>none</title>`, none
          """)
  void findsTheDeclarationThatAParserWouldSee(String head, String expected) {
    assertThat(MetaPrescan.of(head.getBytes(StandardCharsets.UTF_8)).orElse("none"))
        .isEqualTo(expected);
  }

  @Test
  void findsADeclarationThatComesLate() {
    var page = "<html><head><script>" + "var a = 1;".repeat(900) + "</script><meta charset=gbk>";

    assertThat(MetaPrescan.of(page.getBytes(StandardCharsets.UTF_8))).contains("GBK");
  }
}
