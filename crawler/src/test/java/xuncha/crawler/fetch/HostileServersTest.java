package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.crawler.fetch.Fetching.MAX;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Failed;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Whatever the other side does, the exchange ends within its budget and says why.
class HostileServersTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final Fetcher PATIENT = Fetching.fetcher(Fetching.PATIENT);
  private static final Fetcher HASTY = Fetching.fetcher(Fetching.HASTY);

  @AfterAll
  static void hangUp() {
    PATIENT.close();
    HASTY.close();
  }

  @Test
  void anEndlessBodyIsCutAtItsBudget() {
    try (var server = RawServer.speaking((_, out, _) -> endless(out, OK + "\r\n"))) {
      var answer = answered(server, PATIENT);
      assertThat(answer.body().length()).isEqualTo((int) MAX);
      assertThat(kind(answer)).isEqualTo(Kind.BODY_TOO_LARGE);
    }
  }

  @Test
  void aBodyOfExactlyTheBudgetIsWhole() {
    try (var server = RawServer.saying(OK + "\r\n" + "x".repeat((int) MAX))) {
      var answer = answered(server, PATIENT);
      assertThat(answer.body().length()).isEqualTo((int) MAX);
      assertThat(answer.cut()).isEmpty();
    }
  }

  @Test
  void aGzipBombDoesNotBurst() throws IOException {
    var bomb = gzip(new byte[16 << 20]);
    try (var server = RawServer.saying(join(OK + "Content-Encoding: gzip\r\n\r\n", bomb))) {
      var answer = (Answered) PATIENT.exchange(Ask.page(server.url("/"), Ask.Why.PAGE, 8 << 20));
      assertThat(kind(answer)).isEqualTo(Kind.BODY_UNDECODABLE);
      assertThat(answer.body().length()).isLessThan(4 << 20);
    }
  }

  @Test
  void aSlowDripEndsWithTheExchangesTime() {
    try (var server = RawServer.speaking((_, out, _) -> drip(out, OK + "\r\n"))) {
      var answer = answered(server, HASTY);
      assertThat(kind(answer)).isEqualTo(Kind.RESPONSE_TIMEOUT);
      assertThat(answer.body().length()).isPositive();
    }
  }

  @Test
  void slowlyDrippingHeadersEndWithTheExchangesTime() {
    try (var server = RawServer.speaking((_, out, _) -> drip(out, OK + "X-Long: "))) {
      assertThat(failure(server, HASTY).kind()).isEqualTo(Kind.RESPONSE_TIMEOUT);
    }
  }

  @Test
  void silenceIsATimeout() {
    try (var server = RawServer.speaking((_, _, _) -> {})) {
      assertThat(failure(server, HASTY).kind()).isEqualTo(Kind.RESPONSE_TIMEOUT);
    }
  }

  /// Long before the exchange's own time is over. In the handshake of TLS nobody ever speaks.
  @ParameterizedTest(name = "{0} after: {1}")
  @CsvSource(
      textBlock =
          """
          http,  ''
          http,  'HTTP/1.1 200 OK\\r\\nX-'
          http,  'HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhalf'
          https, ''
          """)
  void whoFallsSilentIsNotWaitedForToTheEnd(String scheme, String said) {
    try (var server = RawServer.speaking((_, out, _) -> say(out, said.translateEscapes()));
        var fetcher = Fetching.fetcher(Fetching.IMPATIENT)) {
      var url = server.url("/").replaceFirst("http", scheme);
      var why =
          switch (fetcher.exchange(Fetching.page(url))) {
            case Failed failed -> failed.why();
            case Answered answer -> answer.cut().orElseThrow();
          };
      assertThat(why.kind()).isEqualTo(Kind.RESPONSE_TIMEOUT);
      assertThat(why.detail()).doesNotContain("not over");
    }
  }

  @Test
  void aFloodOfHeadersIsNoHttp() {
    try (var server = RawServer.speaking((_, out, _) -> endless(out, OK + "X-Flood: "))) {
      assertThat(failure(server, PATIENT).kind()).isEqualTo(Kind.NOT_HTTP);
    }
  }

  @Test
  void moreHeaderLinesThanAnyoneNeedsAreNoHttp() {
    try (var server = RawServer.saying(OK + "X-Line: 1\r\n".repeat(200) + "\r\n")) {
      assertThat(failure(server, PATIENT).kind()).isEqualTo(Kind.NOT_HTTP);
    }
  }

  @Test
  void aHundredThousandNestedTagsAreOnlyBytes() {
    var deep = "<div>".repeat(50_000);
    try (var server = RawServer.saying(OK + "\r\n" + deep)) {
      assertThat(answered(server, PATIENT).body().length()).isEqualTo(deep.length());
    }
  }

  @Test
  void nonsenseForACharsetIsPassedOn() {
    try (var server =
        RawServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=\"klingon\r\n\r\nx")) {
      assertThat(answered(server, PATIENT).header("Content-Type"))
          .hasValue("text/html;charset=\"klingon");
    }
  }

  @Test
  void whatCameBeforeAResetIsKept() {
    try (var server =
        RawServer.speaking((connection, out, head) -> {
          say(out, OK + "Content-Length: 1000\r\n\r\nhalf");
          awaitNothing(head);
          connection.setSoLinger(true, 0);
          connection.close();
        })) {
      assertThat(exchange(server, PATIENT))
          .isInstanceOfSatisfying(
              Answered.class,
              got -> {
                assertThat(kind(got)).isEqualTo(Kind.CONNECTION_RESET);
                assertThat(new String(got.body().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("half");
              });
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          'Content-Length: 100\\r\\n\\r\\nshort',                     BODY_TRUNCATED,   short
          'Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nfirst\\r\\n',   BODY_TRUNCATED,   first
          'Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nfirst\\r\\nzz', BODY_UNDECODABLE, first
          'Transfer-Encoding: chunked\\r\\n\\r\\n-5\\r\\nfirst\\r\\n',  BODY_UNDECODABLE, ''
          'Content-Encoding: gzip\\r\\n\\r\\nplain',                  BODY_UNDECODABLE, ''
          'Content-Encoding: gzip\\r\\n\\r\\nplainly not gzip',       BODY_UNDECODABLE, ''
          'Content-Encoding: br\\r\\n\\r\\nplainly not brotli',       BODY_UNDECODABLE, ''
          'Content-Encoding: gzip,br,gzip,br\\r\\n\\r\\nlayers',      BODY_UNDECODABLE, ''
          """)
  void aBodyThatIsNotWholeSaysSo(String rest, Kind cut, String kept) {
    try (var server = RawServer.saying(OK + rest.translateEscapes())) {
      var answer = answered(server, PATIENT);
      assertThat(kind(answer)).isEqualTo(cut);
      assertThat(text(answer)).isEqualTo(kept);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          'Content-Length: 5\\r\\n\\r\\nwhole and more'
          'Content-Length: nonsense\\r\\n\\r\\nwhole'
          'Content-Length: -1\\r\\n\\r\\nwhole'
          'Content-Encoding: utf-8\\r\\n\\r\\nwhole'
          'Content-Encoding: \\r\\n\\r\\nwhole'
          'Content-Length: 99\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nwhole\\r\\n0\\r\\n\\r\\n'
          """)
  void whatABrowserWouldShowIsWhole(String rest) {
    try (var server = RawServer.saying(OK + rest.translateEscapes())) {
      var answer = answered(server, PATIENT);
      assertThat(text(answer)).isEqualTo("whole");
      assertThat(answer.cut()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          '<html>HTTP/0.9 it is</html>',   NOT_HTTP
          'HTTP/1.1 200 OK\\r\\nContent-Length: -3\\r\\n\\r\\nwhole', NOT_HTTP
          'HTTP/1.1 abc Nonsense\\r\\n\\r\\n', NOT_HTTP
          'SSH-2.0-OpenSSH_9.2\\r\\n',      NOT_HTTP
          'HTTP/1.1 200 OK\\r\\nContent-', CONNECTION_RESET
          '',                              CONNECTION_RESET
          """)
  void whatIsNoAnswerSaysSo(String text, Kind expected) {
    try (var server = RawServer.saying(text.translateEscapes())) {
      assertThat(failure(server, PATIENT).kind()).isEqualTo(expected);
    }
  }

  private static Failure failure(RawServer server, Fetcher fetcher) {
    return ((Failed) exchange(server, fetcher)).why();
  }

  private static Answered answered(RawServer server, Fetcher fetcher) {
    return (Answered) exchange(server, fetcher);
  }

  private static Exchange exchange(RawServer server, Fetcher fetcher) {
    return fetcher.exchange(Fetching.page(server.url("/")));
  }

  private static Kind kind(Answered answer) {
    return answer.cut().orElseThrow().kind();
  }

  private static String text(Answered answer) {
    return new String(answer.body().bytes(), StandardCharsets.UTF_8);
  }

  private static void awaitNothing(String head) {
    assertThat(head).startsWith("GET ");
  }

  private static void endless(OutputStream out, String first) throws IOException {
    say(out, first);
    var more = "x".repeat(64 * 1024);
    for (; ; ) {
      say(out, more);
    }
  }

  /// Never long enough silent to be given up for silence.
  private static void drip(OutputStream out, String first) throws IOException {
    say(out, first);
    for (; ; ) {
      LockSupport.parkNanos(20_000_000);
      say(out, "x");
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      packing.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] join(String head, byte[] body) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write(head.getBytes(StandardCharsets.ISO_8859_1));
    all.write(body);
    return all.toByteArray();
  }
}
