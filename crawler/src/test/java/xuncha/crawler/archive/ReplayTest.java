package xuncha.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Failed;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Captures that other programs made, and files that only pretend to be captures.
class ReplayTest {
  private static final String HTML = "Content-Type: text/html\r\n";

  @TempDir Path folder;

  @Test
  void theHomePageAndTheTimeAreMadeOutOfAForeignCapture() throws IOException {
    var capture =
        join(
            record("warcinfo", "", "2020-03-31T01:00:00Z", "software: Wget\r\n"),
            response(
                "http://a.gov.cn/robots.txt",
                "2020-03-31T01:00:01Z",
                "HTTP/1.1 404 Not Found\r\n\r\n"),
            response(
                "http://a.gov.cn/",
                "2020-03-31T01:00:02Z",
                "HTTP/1.0 302 Found\r\nLocation: /index.html\r\n\r\n"),
            response(
                "http://a.gov.cn/index.html",
                "2020-03-31T01:00:03Z",
                "HTTP/2 200\r\n" + HTML + "\r\nhome"),
            response(
                "http://a.gov.cn/x",
                "2020-03-31T01:00:09Z",
                "HTTP/1.1 200 OK\r\n" + HTML + "\r\nx"));

    try (var replay = open(capture, Replay.Said.NOTHING)) {
      var visit = replay.visits().getFirst();
      assertThat(visit.heading().target().url()).isEqualTo("http://a.gov.cn/");
      assertThat(visit.heading().asOf()).isEqualTo("2020-03-31T01:00:09Z");
      assertThat(text(visit.exchange(ask("http://a.gov.cn/index.html")))).isEqualTo("home");
      assertThat(visit.instant()).isEqualTo("2020-03-31T01:00:03Z");
    }
  }

  @Test
  void aPersonMayNameAnotherTargetAndTime() throws IOException {
    var capture =
        response(
            "http://a.gov.cn/", "2020-03-31T01:00:02Z", "HTTP/1.1 200 OK\r\n" + HTML + "\r\nx");
    var said =
        new Replay.Said(
            Optional.of("http://a.gov.cn/sub/"),
            Optional.of(Instant.parse("2020-04-01T00:00:00Z")));
    try (var replay = open(capture, said)) {
      var heading = replay.visits().getFirst().heading();
      assertThat(heading.target().url()).isEqualTo("http://a.gov.cn/sub/");
      assertThat(heading.asOf()).isEqualTo("2020-04-01T00:00:00Z");
    }
  }

  @Test
  void chunksAndCompressionAreUndone() throws IOException {
    var packed = gzip("内容".getBytes(StandardCharsets.UTF_8));
    var chunked =
        join(
            bytes("5;x=y\r\n"),
            Arrays.copyOf(packed, 5),
            bytes("\r\n" + Integer.toHexString(packed.length - 5) + "\r\n"),
            Arrays.copyOfRange(packed, 5, packed.length),
            bytes("\r\n0\r\n\r\n"));
    var head = "HTTP/1.1 200 OK\r\n" + HTML + "Content-Encoding: gzip\r\n";
    var capture =
        join(
            response(
                "http://a.gov.cn/",
                "2020-03-31T01:00:02Z",
                join(bytes(head + "Transfer-Encoding: chunked\r\n\r\n"), chunked)),
            response(
                "http://a.gov.cn/undone",
                "2020-03-31T01:00:02Z",
                bytes(head + "Transfer-Encoding: chunked\r\n\r\nplain already")),
            response(
                "http://a.gov.cn/broken",
                "2020-03-31T01:00:02Z",
                join(bytes(head + "\r\n"), Arrays.copyOf(packed, 12))));

    try (var replay = open(capture, Replay.Said.NOTHING)) {
      var visit = replay.visits().getFirst();
      assertThat(text(visit.exchange(ask("http://a.gov.cn/")))).isEqualTo("内容");
      assertThat(text(visit.exchange(ask("http://a.gov.cn/undone")))).isEqualTo("plain already");
      assertThat(
              ((Answered) visit.exchange(ask("http://a.gov.cn/broken"))).cut().orElseThrow().kind())
          .isEqualTo(Kind.BODY_TRUNCATED);
    }
  }

  /// As over the wire: a body counts as far as it could be had.
  @Test
  void whatBrowsersForgiveIsForgivenInACaptureToo() throws IOException {
    var text = "one two three ".repeat(200);
    var packed = gzip(text.getBytes(StandardCharsets.UTF_8));
    var checksum = packed.clone();
    checksum[packed.length - 6] ^= 1;
    var trailing = join(packed, bytes("<!-- appended by a proxy -->"));
    var half = Arrays.copyOf(packed, packed.length - 20);

    assertThat(unpacked(checksum))
        .satisfies(answer -> assertThat(text(answer)).isEqualTo(text))
        .satisfies(answer -> assertThat(answer.cut()).isEmpty());
    assertThat(unpacked(trailing))
        .satisfies(answer -> assertThat(text(answer)).isEqualTo(text))
        .satisfies(answer -> assertThat(answer.cut()).isEmpty());
    assertThat(unpacked(half))
        .satisfies(answer -> assertThat(text(answer)).isNotEmpty())
        .satisfies(answer -> assertThat(text).startsWith(text(answer)))
        .satisfies(
            answer -> assertThat(answer.cut()).map(Failure::kind).hasValue(Kind.BODY_TRUNCATED));
  }

  private Answered unpacked(byte[] packed) throws IOException {
    var head = "HTTP/1.1 200 OK\r\n" + HTML + "Content-Encoding: gzip\r\n\r\n";
    var capture = response("http://a.gov.cn/", "2020-03-31T01:00:02Z", join(bytes(head), packed));
    try (var replay = open(capture, Replay.Said.NOTHING)) {
      return (Answered) replay.visits().getFirst().exchange(ask("http://a.gov.cn/"));
    }
  }

  @Test
  void aRevisitShowsWhatItRefersTo() throws IOException {
    var capture =
        join(
            response(
                "http://a.gov.cn/",
                "2020-03-31T01:00:02Z",
                "HTTP/1.1 200 OK\r\n" + HTML + "\r\nonce"),
            record(
                "revisit",
                "WARC-Target-URI: http://a.gov.cn/copy\r\nWARC-Refers-To-Target-URI: http://a.gov.cn/\r\n",
                "2020-03-31T01:00:03Z",
                "HTTP/1.1 200 OK\r\n" + HTML + "\r\n"),
            record(
                "revisit",
                "WARC-Target-URI: http://a.gov.cn/lost\r\nWARC-Payload-Digest: sha1:NOBODY\r\n",
                "2020-03-31T01:00:03Z",
                "HTTP/1.1 200 OK\r\n\r\n"));
    try (var replay = open(capture, Replay.Said.NOTHING)) {
      var visit = replay.visits().getFirst();
      assertThat(text(visit.exchange(ask("http://a.gov.cn/copy")))).isEqualTo("once");
      assertThat(why(visit.exchange(ask("http://a.gov.cn/lost")))).isEqualTo(Kind.NOT_GATHERED);
    }
  }

  @Test
  void whatACaptureLacksWasNotGatheredAndIsNotBroken() throws IOException {
    var capture =
        join(
            response(
                "http://a.gov.cn/", "2020-03-31T01:00:02Z", "HTTP/1.1 200 OK\r\n" + HTML + "\r\nx"),
            response("http://a.gov.cn/garbled", "2020-03-31T01:00:02Z", "\u0000\u0001 no http"));
    try (var replay = open(capture, Replay.Said.NOTHING)) {
      var visit = replay.visits().getFirst();
      assertThat(why(visit.exchange(ask("http://a.gov.cn/none")))).isEqualTo(Kind.NOT_GATHERED);
      assertThat(why(visit.exchange(ask("http://a.gov.cn/garbled")))).isEqualTo(Kind.NOT_GATHERED);
      var head = new Ask("http://a.gov.cn/", "HEAD", java.util.Map.of(), Why.LINK, 10);
      assertThat(visit.exchange(head))
          .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.body().length()).isZero());
      assertThat(text(visit.exchange(ask("http://a.gov.cn/")))).isEqualTo("x");
      assertThat(why(visit.exchange(ask("http://a.gov.cn/")))).isEqualTo(Kind.NOT_GATHERED);
    }
  }

  @Test
  void oneGzipMemberManyOrNoneAreAllRead() throws IOException {
    var one =
        response(
            "http://a.gov.cn/", "2020-03-31T01:00:02Z", "HTTP/1.1 200 OK\r\n" + HTML + "\r\nx");
    var two =
        response(
            "http://a.gov.cn/b", "2020-03-31T01:00:02Z", "HTTP/1.1 200 OK\r\n" + HTML + "\r\ny");
    for (var capture : List.of(join(one, two), gzip(join(one, two)), join(gzip(one), gzip(two)))) {
      try (var replay = open(capture, Replay.Said.NOTHING)) {
        assertThat(text(replay.visits().getFirst().exchange(ask("http://a.gov.cn/b"))))
            .isEqualTo("y");
      }
    }
  }

  @Test
  void aCaptureThatBreaksOffCountsAsFarAsItGoes() throws IOException {
    var one =
        response(
            "http://a.gov.cn/", "2020-03-31T01:00:02Z", "HTTP/1.1 200 OK\r\n" + HTML + "\r\nx");
    var cut = join(gzip(one), Arrays.copyOf(gzip(one), 40));
    try (var replay = open(cut, Replay.Said.NOTHING)) {
      var visit = replay.visits().getFirst();
      assertThat(text(visit.exchange(ask("http://a.gov.cn/")))).isEqualTo("x");
      assertThat(visit.incomplete().orElseThrow().kind()).isEqualTo(Kind.NOT_GATHERED);
    }
  }

  @Test
  void whereverACaptureIsCutItIsNotTakenForWhole() throws IOException {
    var one =
        response(
            "http://a.gov.cn/", "2020-03-31T01:00:02Z", "HTTP/1.1 200 OK\r\n" + HTML + "\r\nx");
    for (var whole : List.of(join(one, one), gzip(join(one, one)), join(gzip(one), gzip(one)))) {
      var begun = whole.length / 2 + 10; // fewer bytes of a gzip member are taken for padding
      var told = whole.length - "\r\n\r\n".length(); // after that only the record's end is lost
      for (var length = begun; length < told; length++) {
        try (var replay = open(Arrays.copyOf(whole, length), Replay.Said.NOTHING)) {
          assertThat(replay.visits().getFirst().incomplete())
              .as("%d of %d bytes", length, whole.length)
              .isPresent();
        } catch (Replay.Unusable refused) {
          assertThat(refused).hasMessageContaining("not a WARC file that can be read");
        }
      }
      try (var replay = open(whole, Replay.Said.NOTHING)) {
        assertThat(replay.visits().getFirst().incomplete()).isEmpty();
      }
    }
  }

  @Test
  void aFileThatIsNoCaptureIsRefusedInOneSentenceThatNamesIt() throws IOException {
    var endless = new ByteArrayOutputStream();
    endless.write(bytes("WARC/1.0\r\nX: "));
    endless.write(new byte[40 << 20]);
    for (var nonsense :
        List.of(
            new byte[0],
            bytes("hello"),
            bytes("<html>"),
            gzip(new byte[1 << 20]),
            gzip(endless.toByteArray()),
            bytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n"),
            record(
                "response",
                "WARC-Target-URI: http://a/\r\n",
                "yesterday",
                "HTTP/1.1 200 OK\r\n\r\n"))) {
      assertThatThrownBy(() -> open(nonsense, Replay.Said.NOTHING).close())
          .isInstanceOf(Replay.Unusable.class)
          .hasMessageContaining("capture.warc")
          .message()
          .doesNotContain("\n");
    }
    assertThatThrownBy(
            () -> Replay.open(List.of(folder.resolve("missing")), Replay.Said.NOTHING).close())
        .isInstanceOf(Replay.Unusable.class);
  }

  @Test
  void damagedCapturesEndInAnErrorOrInAnswersAndNothingElse() throws IOException {
    var random = new Random(20200331);
    var whole =
        join(
            response(
                "http://a.gov.cn/", "2020-03-31T01:00:02Z", "HTTP/1.1 200 OK\r\n" + HTML + "\r\nx"),
            response(
                "http://a.gov.cn/b",
                "2020-03-31T01:00:02Z",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
            record(
                "revisit",
                "WARC-Target-URI: http://a.gov.cn/c\r\nWARC-Refers-To-Target-URI: http://a.gov.cn/\r\n",
                "2020-03-31T01:00:03Z",
                ""));
    for (var i = 0; i < 400; i++) {
      var damaged = whole.clone();
      for (var hits = 0; hits <= random.nextInt(6); hits++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      var packed = random.nextBoolean() ? damaged : gzip(damaged);
      var cut = Arrays.copyOf(packed, random.nextInt(packed.length) + 1);
      try (var replay = open(random.nextBoolean() ? packed : cut, Replay.Said.NOTHING)) {
        for (var visit : replay.visits()) {
          for (var url : List.of("http://a.gov.cn/", "http://a.gov.cn/b", "http://a.gov.cn/c")) {
            assertThat(visit.exchange(ask(url))).isNotNull();
          }
        }
      } catch (Replay.Unusable refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  private Replay open(byte[] capture, Replay.Said said) throws IOException {
    var file = folder.resolve("capture.warc.gz"); // the name promises what the bytes may not keep
    Files.write(file, capture);
    return Replay.open(List.of(file), said);
  }

  private static Ask ask(String url) {
    return Ask.page(url, Why.PAGE, 1 << 20);
  }

  private static String text(Exchange exchange) {
    assertThat(exchange).isInstanceOf(Answered.class);
    return new String(((Answered) exchange).body().bytes(), StandardCharsets.UTF_8);
  }

  private static Kind why(Exchange exchange) {
    assertThat(exchange).isInstanceOf(Failed.class);
    return ((Failed) exchange).why().kind();
  }

  private static byte[] response(String url, String date, String http) {
    return response(url, date, bytes(http));
  }

  private static byte[] response(String url, String date, byte[] http) {
    return record("response", "WARC-Target-URI: <" + url + ">\r\n", date, http);
  }

  private static byte[] record(String type, String fields, String date, String block) {
    return record(type, fields, date, bytes(block));
  }

  private static byte[] record(String type, String fields, String date, byte[] block) {
    var head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:"
            + java.util.UUID.nameUUIDFromBytes(join(bytes(type + fields + date), block))
            + ">\r\n"
            + fields
            + "WARC-Date: "
            + date
            + "\r\nContent-Type: application/http\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return join(bytes(head), block, bytes("\r\n\r\n"));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
