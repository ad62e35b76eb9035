package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

/// When a body that is not whole lacks something of its page.
class CutPagesTest {
  @ParameterizedTest(name = "{0}, {1} → {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<html><p>正文</p></html>`,                   BODY_TRUNCATED,   false
          `<HTML>正文</HTML>  <!-- cached 12 -->`,      BODY_TRUNCATED,   false
          `<html><p>正文</p></html>`,                   CONNECTION_RESET, false
          `<html><p>正文</p>`,                          BODY_TRUNCATED,   true
          `<html><p>正文 </htm`,                        BODY_TRUNCATED,   true
          ``,                                           BODY_TRUNCATED,   true
          `<html><p>正文</p></html>`,                   BODY_TOO_LARGE,   true
          `<html><p>正文</p></html>`,                   BODY_UNDECODABLE, true
          `<html><p>正文</p></html>`,                   RESPONSE_TIMEOUT, true
          """)
  void aDocumentThatCameToItsEndIsAPage(String body, Kind cut, boolean lacking) {
    assertThat(answer(body, cut).lacking().isPresent()).isEqualTo(lacking);
  }

  private static Exchange.Answered answer(String body, Kind cut) {
    return new Exchange.Answered(
        Ask.page("http://www.example.gov.cn/", Why.PAGE, 1 << 20),
        Instant.EPOCH,
        Duration.ZERO,
        "192.0.2.1",
        200,
        List.of(),
        Body.of(body.getBytes(StandardCharsets.UTF_8)),
        Optional.of(Failure.of(cut)),
        Source.UNARCHIVED);
  }
}
