package xuncha.crawler.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.Failure;

class RobotsRulesTest {
  private static final String URL = "http://www.example.cn/robots.txt";

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      textBlock =
          """
          'User-agent: *\\nDisallow: /private/',                         /private/a.html, false
          'User-agent: *\\nDisallow: /private/',                         /public/a.html,  true
          'User-agent: *\\nDisallow:',                                   /a.html,         true
          'User-agent: *\\nDisallow: /\\n\\nUser-agent: xuncha\\nAllow: /', /a.html,         true
          'User-agent: XunCha\\nDisallow: /',                            /a.html,         false
          'User-agent: baiduspider\\nDisallow: /',                       /a.html,         true
          'User-agent: *\\nDisallow: /*.pdf$',                           /a.pdf,          false
          'User-agent: *\\nDisallow: /*.pdf$',                           /a.pdf.html,     true
          'User-agent: *\\nDisallow: /a\\nAllow: /a/b',                   /a/b/c,          true
          'User-agent:*\\nDisallow:/x',                                  /x,              false
          'Disallow: /',                                                /a.html,         true
          '',                                                           /a.html,         true
          'klingon',                                                    /a.html,         true
          """)
  void readsRulesAsRfc9309Says(String text, String path, boolean allowed) {
    var rules = rules(200, text.translateEscapes());
    assertThat(rules.refusal("http://www.example.cn" + path).isEmpty()).isEqualTo(allowed);
    assertThat(rules.trouble()).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoRule() {
    assertThat(refused(rules(200, "\ufeffUser-agent: *\nDisallow: /"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 412, 451, 204, 304})
  void withoutRulesEverythingIsAllowed(int status) {
    assertThat(refused(rules(status, "User-agent: *\nDisallow: /"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 429})
  void aServerInTroubleIsLeftAloneForNowAndTheReasonIsSaid(int status) {
    var rules = rules(status, "");
    assertThat(rules.refusal("http://www.example.cn/"))
        .hasValueSatisfying(why -> assertThat(why.detail()).contains(String.valueOf(status)));
    assertThat(rules.trouble()).isPresent();
  }

  @Test
  void aHostThatCannotBeReachedSaysWhy() {
    var why = Failure.of(Failure.Kind.CONNECT_TIMEOUT);
    assertThat(RobotsRules.unreachable(why).refusal("http://www.example.cn/")).hasValue(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>User-agent: *\nDisallow: /</body></html>",
        "\n\n  <html>\nUser-agent: *\nDisallow: /",
        "\ufeff<?xml version='1.0'?>\nUser-agent: *\nDisallow: /"
      })
  void aPageServedInItsPlaceIsNoRule(String page) {
    assertThat(refused(rules(200, page))).isFalse();
  }

  @Test
  void whatStandsBehindTheSizeLimitIsNotRead() {
    var long1 = "# filler\n".repeat(RobotsRules.MOST_BYTES / 9 + 1) + "User-agent: *\nDisallow: /";
    assertThat(refused(rules(200, long1))).isFalse();
  }

  @Test
  void anOperatorsOwnSitesMayBeReadRegardless() {
    assertThat(refused(RobotsRules.ignored())).isFalse();
  }

  @Test
  void aCrawlDelayIsPassedOnAndForbidsNothing() {
    var rules = rules(200, "User-agent: *\nCrawl-delay: 100000\nDisallow: /x");
    assertThat(rules.crawlDelay()).hasValue(Duration.ofSeconds(100_000));
    assertThat(refused(rules)).isFalse();
    assertThat(rules(200, "User-agent: *\nDisallow: /x").crawlDelay()).isEmpty();
  }

  @Test
  void sitemapsAreNamedAbsolutely() {
    var text = "Sitemap: http://www.example.cn/a.xml\nUser-agent: *\nSitemap: /b.xml";
    assertThat(rules(200, text).sitemaps())
        .containsExactlyInAnyOrder("http://www.example.cn/a.xml", "http://www.example.cn/b.xml");
  }

  @Test
  void noBytesWhateverAreTooMuchForIt() {
    var random = new Random(9309);
    for (var i = 0; i < 300; i++) {
      var bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertThat(RobotsRules.read(URL, 200, bytes).trouble()).isEmpty();
    }
  }

  private static boolean refused(RobotsRules rules) {
    return rules.refusal("http://www.example.cn/a.html").isPresent();
  }

  private static RobotsRules rules(int status, String text) {
    return RobotsRules.read(URL, status, text.getBytes(StandardCharsets.UTF_8));
  }
}
