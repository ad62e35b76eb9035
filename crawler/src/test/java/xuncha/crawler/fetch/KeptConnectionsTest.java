package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Failed;
import xuncha.crawler.manners.Deadline;
import xuncha.findings.visit.Failure.Kind;

class KeptConnectionsTest {
  private static final String ROBOTS =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 30\r\n\r\nUser-agent: *\nCrawl-delay: 20\n";

  private static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @Test
  void oneConnectionServesManyExchanges() {
    try (var server = RawServer.speaking((_, out, _) -> say(out, WHOLE));
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      for (var i = 0; i < 4; i++) {
        assertThat(ok(fetcher, server)).isTrue();
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void oneThatTheServerClosedMeanwhileIsNotHeldAgainstTheSite() {
    try (var server =
            RawServer.speaking((connection, out, _) -> {
              say(out, WHOLE);
              connection.close();
            });
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      for (var i = 0; i < 4; i++) {
        assertThat(ok(fetcher, server)).isTrue();
      }
    }
  }

  @Test
  void whatTheExchangeBeforeLeftOverIsNotTakenForAnAnswer() {
    try (var server = RawServer.speaking((_, out, _) -> say(out, WHOLE + "and some more"));
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      for (var i = 0; i < 4; i++) {
        assertThat(ok(fetcher, server)).isTrue();
      }
    }
  }

  @Test
  void aRequestTimeoutOnAnIdleConnectionIsNoAnswer() {
    try (var server =
            RawServer.speaking((connection, out, _) -> {
              say(out, WHOLE + "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
              connection.shutdownOutput();
            });
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      assertThat(ok(fetcher, server)).isTrue();
      assertThat(ok(fetcher, server)).isTrue();
    }
  }

  @Test
  void aFreshConnectionIsTriedOnce() {
    try (var server = RawServer.speaking((connection, _, _) -> connection.close());
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      assertThat(ok(fetcher, server)).isFalse();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aRetryAfterOfZeroIsNotObeyedInSilence() {
    var busy = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
    try (var server = RawServer.speaking((_, out, _) -> say(out, busy));
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      var answer = (Answered) fetcher.exchange(Fetching.page(server.url("/")));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("retry-after")).hasValue("0");
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void theVisitsEndIsOursAndNotTheSites() {
    try (var server = RawServer.speaking((_, _, _) -> {});
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      var soon = Deadline.in(Duration.ofMillis(200), InstantSource.system());
      var exchange =
          ScopedValue.where(Deadline.OF_VISIT, soon)
              .call(() -> fetcher.exchange(Fetching.page(server.url("/"))));
      assertThat(((Failed) exchange).why().kind()).isEqualTo(Kind.BUDGET);
      var over = new Deadline(Instant.EPOCH);
      var late =
          ScopedValue.where(Deadline.OF_VISIT, over)
              .call(() -> fetcher.exchange(Fetching.page(server.url("/"))));
      assertThat(((Failed) late).why().kind()).isEqualTo(Kind.BUDGET);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void aHostThatWantsTimeBetweenRequestsGetsIt() {
    try (var server = RawServer.speaking((_, out, _) -> say(out, ROBOTS));
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      fetcher.exchange(Ask.page(server.url("/robots.txt"), Ask.Why.ROBOTS, Fetching.MAX));

      // twenty seconds from now is later than the visit's end
      var soon = Deadline.in(Duration.ofSeconds(5), InstantSource.system());
      var next =
          ScopedValue.where(Deadline.OF_VISIT, soon)
              .call(() -> fetcher.exchange(Fetching.page(server.url("/"))));

      assertThat(((Failed) next).why().kind()).isEqualTo(Kind.BUDGET);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void anInterruptedVisitSaysSoAndStaysInterrupted() throws InterruptedException {
    try (var server = RawServer.speaking((_, _, _) -> {});
        var fetcher = Fetching.fetcher(Fetching.PATIENT)) {
      var ended = new AtomicReference<Exchange>();
      var stayed = new AtomicBoolean();
      var visit =
          Thread.ofVirtual()
              .start(() -> {
                ended.set(fetcher.exchange(Fetching.page(server.url("/"))));
                stayed.set(Thread.interrupted());
              });
      while (server.heads().isEmpty() && !Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      visit.interrupt();
      visit.join();
      assertThat(ended.get())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.why().kind()).isEqualTo(Kind.NOT_GATHERED));
      assertThat(stayed).isTrue();
    }
  }

  private static boolean ok(Fetcher fetcher, RawServer server) {
    return fetcher.exchange(Fetching.page(server.url("/"))) instanceof Answered answer
        && answer.status() == 200
        && new String(answer.body().bytes(), StandardCharsets.UTF_8).equals("ok");
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
