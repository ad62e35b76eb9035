package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Failed;
import xuncha.crawler.fetch.Exchange.Header;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;
import xuncha.lab.dns.DnsBook;
import xuncha.lab.dns.DnsManner;
import xuncha.lab.dns.DnsServer;

/// Addresses that are not globally routable are never connected to, however one is led to them.
class GuardedConnectionsTest {
  private final DnsBook book = new DnsBook();
  private final DnsServer dns = DnsServer.start(book);
  private final RawServer inner =
      RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");

  private NetworkProfile strict = NetworkProfile.system();
  private NetworkProfile lab = NetworkProfile.system();

  @BeforeEach
  void twoProfiles() {
    var ports = Map.of(80, inner.port());
    strict = new NetworkProfile(Optional.of(dns.address()), ports, false, Optional.empty());
    lab = new NetworkProfile(Optional.of(dns.address()), ports, true, Optional.empty());
  }

  @AfterEach
  void hangUp() {
    inner.close();
    dns.close();
  }

  @Test
  void aLaboratoryMayBeConnectedTo() {
    book.host("www.example.cn", "127.0.0.1");
    try (var fetcher = Fetching.fetcher(lab, Fetching.PATIENT)) {
      var answer = (Answered) fetcher.exchange(Fetching.page("http://www.example.cn/"));
      assertThat(answer.address()).isEqualTo("127.0.0.1");
      assertThat(inner.heads().getFirst()).contains("Host: www.example.cn\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://inner.example.cn/",
        "http://mixed6.example.cn/"
      })
  void whatIsNotPublicIsRefused(String url) {
    book.host("inner.example.cn", "127.0.0.1").host("mixed6.example.cn", "::1");
    assertThat(failure(strict, url).kind()).isEqualTo(Kind.PRIVATE_ADDRESS);
    assertThat(inner.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/"})
  void oddSpellingsOfAnAddressAreNamesThatNobodyHas(String url) {
    assertThat(failure(strict, url).kind())
        .isIn(Kind.NAME_UNRESOLVED, Kind.PRIVATE_ADDRESS, Kind.BAD_ADDRESS);
    assertThat(inner.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/admin", "//inner.example.cn/", "http://[::1]/"})
  void aRedirectToAPrivateAddressIsRefused(String location) {
    book.host("inner.example.cn", "127.0.0.1");
    try (var fetcher = Fetching.fetcher(strict, Fetching.PATIENT)) {
      Transport site =
          ask ->
              ask.url().equals("http://www.example.cn/")
                  ? to(ask, location)
                  : fetcher.exchange(ask);
      var trip = Trip.of(site, Fetching.page("http://www.example.cn/"), 5);
      assertThat(trip.failure()).map(Failure::kind).hasValue(Kind.PRIVATE_ADDRESS);
    }
    assertThat(inner.connections()).isZero();
  }

  /// The name was public when it was looked at, and private when it was connected to.
  @Test
  void aNameThatIsReboundMeanwhileIsRefusedAtTheSocket() {
    var client =
        Clients.make(strict, new AddressGuard(strict), Fetching.PATIENT)
            .newBuilder()
            .dns(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")))
            .build();
    var call = client.newCall(new Request.Builder().url("http://rebound.example.cn/").build());
    assertThatThrownBy(call::execute)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("private-address");
    assertThat(inner.connections()).isZero();
  }

  @Test
  void aNameIsAskedOnceARunSoThatNoneCanChangeItsMind() {
    book.host("www.example.cn", "127.0.0.1");
    try (var fetcher = Fetching.fetcher(lab, Fetching.PATIENT)) {
      for (var i = 0; i < 3; i++) {
        fetcher.exchange(Fetching.page("http://www.example.cn/" + i));
      }
    }
    assertThat(dns.journal()).hasSize(2); // A and AAAA
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({"3, NAME_UNRESOLVED", "2, RESOLVER_FAILED", "5, RESOLVER_FAILED"})
  void aNameThatCannotBeLookedUpSaysWhy(int rcode, Kind expected) {
    assertThat(Rcode.string(rcode)).isNotBlank();
    book.treat("www.example.cn", new DnsManner.Code(rcode, 100));
    assertThat(failure(lab, "http://www.example.cn/").kind()).isEqualTo(expected);
  }

  @Test
  void aNameWithoutAddressSaysSo() {
    book.host("www.example.cn");
    assertThat(failure(lab, "http://www.example.cn/").kind()).isEqualTo(Kind.NAME_WITHOUT_ADDRESS);
  }

  @Test
  void oneFamilyAloneIsOneFamilyAlone() {
    book.host("www.example.cn", "127.0.0.1");
    try (var fetcher = Fetching.fetcher(lab, Fetching.PATIENT)) {
      var over6 = fetcher.over(Family.IPV6).exchange(Fetching.page("http://www.example.cn/"));
      assertThat(((Failed) over6).why().kind()).isEqualTo(Kind.NAME_WITHOUT_ADDRESS);
      var over4 = fetcher.over(Family.IPV4).exchange(Fetching.page("http://www.example.cn/"));
      assertThat(over4).isInstanceOf(Answered.class);
    }
  }

  @Test
  void anAddressThatRefusesIsFollowedByTheNext() {
    book.host("www.example.cn", "127.0.0.99", "127.0.0.1");
    try (var fetcher = Fetching.fetcher(lab, Fetching.PATIENT)) {
      var answer = (Answered) fetcher.exchange(Fetching.page("http://www.example.cn/"));
      assertThat(answer.address()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void aPortThatNobodyServesRefuses() {
    book.host("www.example.cn", "127.0.0.1");
    inner.close();
    assertThat(failure(lab, "http://www.example.cn/").kind()).isEqualTo(Kind.CONNECTION_REFUSED);
  }

  private static Failure failure(NetworkProfile profile, String url) {
    try (var fetcher = Fetching.fetcher(profile, Fetching.PATIENT)) {
      return ((Failed) fetcher.exchange(Fetching.page(url))).why();
    }
  }

  private static Answered to(Ask ask, String location) {
    return new Answered(
        ask,
        Instant.EPOCH,
        Duration.ZERO,
        "192.0.2.1",
        302,
        List.of(new Header("Location", location)),
        Body.EMPTY,
        Optional.empty(),
        Source.UNARCHIVED);
  }
}
