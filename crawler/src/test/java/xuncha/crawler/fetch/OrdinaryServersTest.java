package xuncha.crawler.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import xuncha.crawler.fetch.Exchange.Answered;

class OrdinaryServersTest {
  @RegisterExtension
  static final WireMockExtension SITE =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final Fetcher FETCHER =
      Fetching.fetcher(Fetching.PATIENT.withUserAgent("xuncha (+inspection@example.cn)"));

  @AfterAll
  static void hangUp() {
    FETCHER.close();
  }

  @Test
  void aPageComesAsItIs() {
    SITE.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "Text/HTML; charset=utf-8")
                    .withHeader("Set-Cookie", "a=1")
                    .withHeader("Set-Cookie", "b=2")
                    .withBody("<p>巡查")));
    var answer = fetch("/");
    assertThat(new String(answer.body().bytes(), StandardCharsets.UTF_8)).isEqualTo("<p>巡查");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("text/html");
    assertThat(answer.cut()).isEmpty();
    assertThat(answer.address()).isEqualTo("127.0.0.1");
    assertThat(answer.took()).isPositive();
    assertThat(answer.header("SET-COOKIE")).isPresent();
  }

  @Test
  void saysWhoItIsAndWhatItTakes() {
    SITE.stubFor(any(anyUrl()).willReturn(aResponse()));
    fetch("/");
    SITE.verify(
        getRequestedFor(urlEqualTo("/"))
            .withHeader("User-Agent", matching(".*xuncha.*inspection@example.cn.*"))
            .withHeader("Accept-Encoding", equalTo("gzip, deflate, br"))
            .withoutHeader("Cookie"));
  }

  @Test
  void addressesAreSentAsABrowserWouldSendThem() {
    SITE.stubFor(any(anyUrl()).willReturn(aResponse()));
    fetch("/政务 公开/?q=搜索#top");
    SITE.verify(
        getRequestedFor(
            urlEqualTo("/%E6%94%BF%E5%8A%A1%20%E5%85%AC%E5%BC%80/?q=%E6%90%9C%E7%B4%A2")));
  }

  @Test
  void nothingIsFollowedAndNoCookieIsKept() {
    SITE.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(302)
                    .withHeader("Location", "/x")
                    .withHeader("Set-Cookie", "a=1")));
    assertThat(fetch("/").redirects()).isTrue();
    fetch("/");
    SITE.verify(2, getRequestedFor(urlEqualTo("/")).withoutHeader("Cookie"));
  }

  @Test
  void conditionsArePassedOnAndAreAnswered() {
    SITE.stubFor(
        get("/")
            .withHeader("If-None-Match", equalTo("\"v1\""))
            .willReturn(aResponse().withStatus(304)));
    var conditions = Map.of("if-none-match", "\"v1\"", "if-modified-since", "\n");
    var ask = new Ask(url("/"), "GET", conditions, Ask.Why.HOME, 1_000);
    var answer = (Answered) FETCHER.exchange(ask);
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.redirects()).isFalse();
    assertThat(answer.body().length()).isZero();
  }

  @Test
  void aHeadHasNoBody() {
    SITE.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Content-Length", "5000")));
    var ask = new Ask(url("/"), "HEAD", Map.of(), Ask.Why.LINK, 1_000);
    var answer = (Answered) FETCHER.exchange(ask);
    assertThat(answer.cut()).isEmpty();
    assertThat(answer.body().length()).isZero();
  }

  @Test
  void nothingButGetAndHeadLeaves() {
    var ask = new Ask(url("/"), "POST", Map.of(), Ask.Why.PAGE, 1_000);
    assertThatThrownBy(() -> FETCHER.exchange(ask)).hasMessageContaining("POST");
  }

  @Test
  void errorsAreAnswersToo() {
    SITE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("没有")));
    assertThat(fetch("/").body().length()).isEqualTo(6);
  }

  private static Answered fetch(String path) {
    return (Answered) FETCHER.exchange(Fetching.page(url(path)));
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + SITE.getPort() + path;
  }
}
