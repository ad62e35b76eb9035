package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Header;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

class TripTest {
  private static final String HOME = "http://www.example.cn/";
  private static final String ELSEWHERE = "http://news.example.cn/x";

  private final List<Ask> asked = new ArrayList<>();

  @Test
  void aPageThatIsWhereItWasAskedForIsOneHop() {
    var trip = trip(_ -> answer(200));
    assertThat(trip.hops()).hasSize(1);
    assertThat(trip.failure()).isEmpty();
    assertThat(trip.answer()).isPresent();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          /index.html,               http://www.example.cn/index.html
          'a b/中文.html?q=搜索#top', http://www.example.cn/a%20b/%E4%B8%AD%E6%96%87.html?q=%E6%90%9C%E7%B4%A2
          //other.example.cn,        http://other.example.cn/
          https://www.example.cn/,   https://www.example.cn/
          http://中文.cn/,            http://xn--fiq228c.cn/
          ' /x ',                    http://www.example.cn/x
          ?a=1,                      http://www.example.cn/?a=1
          """)
  void followsALocationAsABrowserWould(String location, String expected) {
    var trip = trip(ask -> ask.url().equals(HOME) ? to(302, location) : answer(200));
    assertThat(trip.failure()).isEmpty();
    assertThat(trip.last().ask().url()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "303", "307", "308", "300"})
  void followsEveryRedirect(int status) {
    var trip = trip(ask -> ask.url().equals(HOME) ? to(status, "/x") : answer(200));
    assertThat(trip.hops()).hasSize(2);
    assertThat(asked).allMatch(ask -> ask.method().equals("GET"));
  }

  @Test
  void aRedirectToItselfIsALoop() {
    var trip = trip(_ -> to(302, HOME));
    assertThat(trip.failure()).map(Failure::kind).hasValue(Kind.REDIRECT_LOOP);
    assertThat(trip.hops()).hasSize(1);
  }

  @Test
  void aLoopOverSeveralHopsIsFound() {
    var trip = trip(ask -> to(302, ask.url().endsWith("/a") ? "/b" : "/a"));
    assertThat(trip.failure()).map(Failure::kind).hasValue(Kind.REDIRECT_LOOP);
    assertThat(trip.hops()).hasSize(3);
  }

  @Test
  void aChainWithoutEndIsLeft() {
    var trip = trip(ask -> to(302, ask.url() + "x"));
    assertThat(trip.failure()).map(Failure::kind).hasValue(Kind.TOO_MANY_REDIRECTS);
    assertThat(trip.hops()).hasSize(6);
  }

  @Test
  void aSiteThatSetsACookieAndSendsItsVisitorToTheSameAddressIsNoLoop() {
    var trip =
        trip(ask ->
            ask.headers().getOrDefault("cookie", "").contains("seen=1")
                ? answer(200)
                : to(302, HOME, "seen=1; Path=/"));
    assertThat(trip.failure()).isEmpty();
    assertThat(trip.hops()).hasSize(2);
  }

  @Test
  void cookiesStayWithTheirHost() {
    trip(ask -> ask.url().equals(HOME) ? to(302, ELSEWHERE, "secret=1") : answer(200));
    assertThat(asked.getLast().headers()).doesNotContainKey("cookie");
  }

  @Test
  void aCookieThatIsSetAnewEachTimeStillEndsSomewhere() {
    var trip = trip(_ -> to(302, HOME, "n=" + asked.size()));
    assertThat(trip.failure()).map(Failure::kind).hasValue(Kind.TOO_MANY_REDIRECTS);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "weixin://dl/business",
    "http://",
    "'http://a b/'",
    "mailto:a@b.cn"
  })
  void aRedirectOutOfTheWebIsNoAddress(String location) {
    var trip = trip(_ -> to(302, location));
    assertThat(trip.failure()).map(Failure::kind).hasValue(Kind.BAD_ADDRESS);
  }

  @Test
  void aRedirectThatLeadsNowhereIsAPage() {
    assertThat(trip(_ -> answer(302)).failure()).isEmpty();
    assertThat(trip(_ -> to(302, "  ")).failure()).isEmpty();
  }

  @Test
  void aFailedHopEndsIt() {
    var why = Failure.of(Kind.CONNECTION_REFUSED);
    var trip =
        trip(ask ->
            ask.url().equals(HOME)
                ? to(302, "/x")
                : new Exchange.Failed(ask, Instant.EPOCH, Duration.ofSeconds(2), why));
    assertThat(trip.failure()).hasValue(why);
    assertThat(trip.answer()).isEmpty();
    assertThat(trip.took()).isEqualTo(Duration.ofSeconds(2).plusMillis(5));
  }

  @Test
  void conditionsAreForTheAddressThatWasAskedAlone() {
    var ask = new Ask(HOME, "GET", Map.of("if-none-match", "\"1\""), Ask.Why.HOME, 1_000);
    var onward =
        Trip.of(
            next -> next.url().equals(HOME) ? at(next, to(302, "/x")) : at(next, answer(200)),
            ask,
            5);
    assertThat(onward.last().ask().headers()).doesNotContainKey("if-none-match");

    var unchanged = Trip.of(next -> at(next, answer(304)), ask, 5);
    assertThat(unchanged.last().ask().headers()).containsEntry("if-none-match", "\"1\"");
    assertThat(unchanged.failure()).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          200,
          206,
          304,
          400, CLIENT_ERROR
          401, BLOCKED
          403, BLOCKED
          404, NOT_FOUND
          410, NOT_FOUND
          412, BLOCKED
          429, BLOCKED
          500, SERVER_ERROR
          502, SERVER_ERROR
          503, UNAVAILABLE
          599, SERVER_ERROR
          """)
  void aStatusBecomesAReason(int status, Kind expected) {
    assertThat(trip(_ -> answer(status)).failure().map(Failure::kind))
        .isEqualTo(Optional.ofNullable(expected));
  }

  /// Answers without their ask, to be told by [#at].
  private interface Site {
    Exchange answer(Ask ask);
  }

  private Trip trip(Site site) {
    return Trip.of(
        ask -> {
          asked.add(ask);
          return at(ask, site.answer(ask));
        },
        Ask.page(HOME, Ask.Why.HOME, 1_000),
        5);
  }

  private static Exchange at(Ask ask, Exchange exchange) {
    return exchange instanceof Answered got
        ? new Answered(
            ask,
            got.at(),
            got.took(),
            got.address(),
            got.status(),
            got.headers(),
            got.body(),
            got.cut(),
            got.source())
        : exchange;
  }

  private static Exchange answer(int status) {
    return answer(status, List.of());
  }

  private static Exchange to(int status, String location) {
    return answer(status, List.of(new Header("Location", location)));
  }

  private static Exchange to(int status, String location, String cookie) {
    return answer(
        status, List.of(new Header("Location", location), new Header("Set-Cookie", cookie)));
  }

  private static Exchange answer(int status, List<Header> headers) {
    return new Answered(
        Ask.page(HOME, Ask.Why.HOME, 1_000),
        Instant.EPOCH,
        Duration.ofMillis(5),
        "192.0.2.1",
        status,
        headers,
        Body.EMPTY,
        Optional.empty(),
        Source.UNARCHIVED);
  }
}
