package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Failed;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.lab.dns.DnsBook;
import xuncha.lab.dns.DnsServer;

class CertificatesTest {
  private static final String HOST = "www.example.cn";

  private static final Authority OURS = Authority.named("Our Root");
  private static final Authority STRANGER = Authority.named("Some Root");
  private static final DnsServer DNS = DnsServer.start(new DnsBook().host(HOST, "127.0.0.1"));
  private static Optional<Path> trust = Optional.empty();

  @BeforeAll
  static void publish(@TempDir Path folder) throws IOException {
    trust = Optional.of(OURS.writeTo(folder.resolve("ca.pem")));
  }

  @AfterAll
  static void hangUp() {
    DNS.close();
  }

  @Test
  void aSoundCertificateOfTheProfilesAuthorityIsBelieved() {
    try (var server = serving(OURS.issue(HOST));
        var fetcher = fetcher(server)) {
      var answer = (Answered) fetcher.exchange(Fetching.page("https://" + HOST + "/"));
      assertThat(new String(answer.body().bytes(), StandardCharsets.UTF_8)).isEqualTo("ok");
    }
  }

  @Test
  void anExpiredOneIsNamed() {
    assertThat(fault(OURS.issue(HOST, -400, -35))).satisfies(is(Kind.TLS_CERTIFICATE, "expired"));
  }

  @Test
  void oneOfTheFutureIsNamed() {
    assertThat(fault(OURS.issue(HOST, 30, 400)))
        .satisfies(is(Kind.TLS_CERTIFICATE, "not yet valid"));
  }

  @Test
  void oneForAnotherNameIsNamed() {
    assertThat(fault(OURS.issue("other.example.cn")))
        .satisfies(is(Kind.TLS_CERTIFICATE, "other.example.cn"));
  }

  @Test
  void aSelfSignedOneIsNamed() {
    assertThat(fault(Authority.selfSigned(HOST)))
        .satisfies(is(Kind.TLS_CERTIFICATE, "self-signed"));
  }

  @Test
  void anUnknownIssuerIsNamed() {
    assertThat(fault(STRANGER.issue(HOST))).satisfies(is(Kind.TLS_CERTIFICATE, "Some Root"));
  }

  /// Browsers fetch the missing link; so the site is not to blame before one has tried.
  @Test
  void aChainWithAMissingLinkIsNotHeldAgainstTheSite() {
    assertThat(fault(OURS.intermediate("Some Link").issueNamingItsIssuer(HOST)))
        .satisfies(is(Kind.TLS_HANDSHAKE, "Some Link"));
  }

  @Test
  void plainSpeechOnTheTlsPortIsAFailedHandshake() {
    try (var server = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n");
        var fetcher = fetcher(server)) {
      assertThat(failure(fetcher)).satisfies(is(Kind.TLS_HANDSHAKE, ""));
    }
  }

  @Test
  void hangingUpInTheHandshakeIsAFailedHandshake() {
    try (var server = RawServer.hangingUp();
        var fetcher = fetcher(server)) {
      assertThat(failure(fetcher)).satisfies(is(Kind.TLS_HANDSHAKE, ""));
    }
  }

  private static Consumer<Failure> is(Kind kind, String detail) {
    return failure -> {
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.detail()).contains(detail);
    };
  }

  private static Failure fault(Authority.Identity identity) {
    try (var server = serving(identity);
        var fetcher = fetcher(server)) {
      return failure(fetcher);
    }
  }

  private static Failure failure(Fetcher fetcher) {
    return ((Failed) fetcher.exchange(Fetching.page("https://" + HOST + "/"))).why();
  }

  private static RawServer serving(Authority.Identity identity) {
    return RawServer.over(identity.sockets(), (_, out, _) -> say(out));
  }

  private static Fetcher fetcher(RawServer server) {
    var profile =
        new NetworkProfile(Optional.of(DNS.address()), Map.of(443, server.port()), true, trust);
    return Fetching.fetcher(profile, Fetching.PATIENT);
  }

  private static void say(OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
