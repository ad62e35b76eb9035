package xuncha.crawler.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.fetch.SearchPost.Field;
import xuncha.findings.visit.Failure.Kind;

/// The one door through which a body leaves.
class SearchPostTest {
  private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
  private final Fetcher fetcher = Fetching.fetcher(Fetching.PATIENT);

  @BeforeEach
  void open() {
    site.start();
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.stop();
  }

  @Test
  void aSearchFormIsSentOnce() {
    site.stubFor(any(anyUrl()).willReturn(aResponse().withBody("<p>结果</p>")));
    var form = post(StandardCharsets.UTF_8, new Field("webid", "hidden", "1"), words());

    var exchange =
        fetcher.exchange(Ask.search(url("/search.do"), url("/"), form.orElseThrow(), 1_000));

    assertThat(exchange).isInstanceOf(Exchange.Answered.class);
    site.verify(
        1,
        postRequestedFor(urlEqualTo("/search.do"))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withRequestBody(equalTo("webid=1&keyword=%E8%A7%84%E5%88%92+a")));
  }

  @Test
  void itIsWrittenInTheCharsetOfItsPage() {
    var form = post(Charset.forName("GBK"), words()).orElseThrow();

    assertThat(new String(form.sent(), StandardCharsets.US_ASCII))
        .isEqualTo("keyword=%B9%E6%BB%AE+a");
  }

  @Test
  void whatFollowsARedirectIsAskedForByGetAndAFormIsNeverSentOn() {
    site.stubFor(
        any(urlEqualTo("/search.do"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/found")));
    site.stubFor(
        any(urlEqualTo("/again.do"))
            .willReturn(aResponse().withStatus(307).withHeader("Location", "/found")));
    site.stubFor(any(urlEqualTo("/found")).willReturn(aResponse().withBody("ok")));
    var form = post(StandardCharsets.UTF_8, words()).orElseThrow();

    var followed = Trip.of(fetcher, Ask.search(url("/search.do"), url("/"), form, 1_000), 5);
    var refused = Trip.of(fetcher, Ask.search(url("/again.do"), url("/"), form, 1_000), 5);

    assertThat(followed.failure()).isEmpty();
    assertThat(refused.failure())
        .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(Kind.UNREADABLE));
    site.verify(1, getRequestedFor(urlEqualTo("/found")).withoutHeader("Content-Type"));
    site.verify(0, postRequestedFor(urlEqualTo("/found")));
  }

  @Test
  void nothingElseIsPosted() {
    for (var why : Ask.Why.values()) {
      var ask = new Ask(url("/"), "POST", Map.of(), why, 1_000);
      assertThatThrownBy(() -> fetcher.exchange(ask)).hasMessageContaining("POST");
    }
    var form = post(StandardCharsets.UTF_8, words()).map(Posted.class::cast);
    assertThat(form).isPresent();
    for (var why : Ask.Why.values()) {
      if (why != Ask.Why.SEARCH && why != Ask.Why.RESOURCE) {
        assertThatThrownBy(() -> new Ask(url("/"), "POST", Map.of(), why, 1_000, form))
            .hasMessageContaining("search");
      }
    }
    assertThatThrownBy(() -> new Ask(url("/"), "PUT", Map.of(), Ask.Why.SEARCH, 1_000, form))
        .hasMessageContaining("POST");
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "a log-in, password, pwd",
    "a log-in without its password field, text, username",
    "a letter, textarea, nr",
    "a letter in one line, text, content",
    "a particular of a person, text, phone",
    "a particular of a person, hidden, idcard",
    "a file, file, f",
    "an address for mail, email, e",
    "a telephone number, tel, t",
    "a number that was sent, text, yzm",
    "a second thing to write, text, from",
    "a date, date, d"
  })
  void aFormThatTakesMoreThanASearchWordIsNotSent(String what, String type, String name) {
    assertThat(post(StandardCharsets.UTF_8, words(), new Field(name, type, ""))).as(what).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/login.do",
    "/user/register",
    "/message/save.do",
    "/hd/letterSubmit",
    "/xinxiang/write",
    "/vote.jsp",
    "/comment/add",
    "not an address"
  })
  void anAddressWhereSomethingIsDoneIsNotSentTo(String address) {
    assertThat(
            SearchPost.of(
                address.startsWith("/") ? url(address) : address,
                List.of(words()),
                "keyword",
                "规划 a",
                StandardCharsets.UTF_8))
        .isEmpty();
  }

  @Test
  void noFormWithAnythingPersonalInItPassesWhateverStandsAroundIt() {
    var random = new Random(7);
    var types = List.of("hidden", "select", "radio", "checkbox", "submit", "text", "search");
    var worse =
        List.of(
            new Field("p", "password", ""),
            new Field("t", "textarea", ""),
            new Field("f", "file", ""),
            new Field("mobile", "hidden", "1"),
            new Field("realname", "text", ""));
    for (var round = 0; round < 500; round++) {
      var fields = new ArrayList<Field>();
      fields.add(words());
      for (var more = random.nextInt(6); more > 0; more--) {
        fields.add(new Field("x" + more, types.get(random.nextInt(types.size())), "1"));
      }
      fields.add(random.nextInt(fields.size() + 1), worse.get(random.nextInt(worse.size())));
      assertThat(post(StandardCharsets.UTF_8, fields.toArray(Field[]::new))).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"keyword":"规划","page":1,"filters":{"site":["a"]}} | true
          {"keyword":"规划","mobile":""}                       | false
          {"content":"规划"}                                   | false
          {"searchContent":"规划"}                             | true
          {"keyword":"规划","again":"规划"}                    | false
          {"keyword":"规划 局"}                                | false
          {"keyword":"规划","form":{"login":{"password":1}}}   | false
          ["规划"]                                             | false
          {"keyword":"规划"                                    | false
          """)
  void aScriptsQuestionIsSentWhereItCanOnlyBeASearch(String json, boolean sent) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    assertThat(SearchPost.json(url("/api/search"), body, "规划").isPresent()).isEqualTo(sent);
    assertThat(SearchPost.json(url("/api/letter/save"), body, "规划")).isEmpty();
  }

  @Test
  void whatTheCharsetCannotSayIsWrittenAsBrowsersDo() {
    assertThat(FormText.of("〇𠮷a", StandardCharsets.ISO_8859_1))
        .isEqualTo("%26%2312295%3B%26%23134071%3Ba");
    assertThat(FormText.of("政策 *-._~", StandardCharsets.UTF_8))
        .isEqualTo("%E6%94%BF%E7%AD%96+*-._%7E");
  }

  private static Field words() {
    return new Field("keyword", "text", "");
  }

  private Optional<SearchPost> post(Charset charset, Field... fields) {
    return SearchPost.of(url("/search.do"), List.of(fields), "keyword", "规划 a", charset);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + (site.isRunning() ? site.port() : 1) + path;
  }
}
