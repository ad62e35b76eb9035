package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.archive.Replay;
import xuncha.crawler.archive.WarcArchive;
import xuncha.findings.store.Vault;
import xuncha.findings.store.Vault.Retention;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.LinkSurvey.TriedLink;
import xuncha.findings.visit.Validators;
import xuncha.findings.visit.Validators.Given;
import xuncha.findings.visit.Visit;

class RereadingTest {
  private static final Instant SOME_DAY = Instant.parse("2020-03-30T02:00:00Z");

  @TempDir Path folder;
  private final SmallSite web = new SmallSite();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void aLinkedPageThatHasNotChangedIsNotSentAgainAndStillOpens() {
    linkedPage("\"v1\"");
    var first = visit(List.of());
    var second = visit(given(first));

    assertThat(given(first)).containsExactly(new Given(page(), "\"v1\"", ""));
    assertThat(web.asked()).containsOnlyOnce("GET /page.html", "GET /page.html unchanged");
    assertThat(link(second).failure()).isEmpty();
    assertThat(link(second).status()).isEqualTo(304);
    assertThat(given(second)).isEqualTo(given(first));
  }

  @Test
  void aPageThatHasChangedIsReadAnew() {
    linkedPage("\"v1\"");
    var first = visit(List.of());
    linkedPage("\"v2\"");
    var second = visit(given(first));

    assertThat(web.asked()).filteredOn("GET /page.html"::equals).hasSize(2);
    assertThat(given(second)).containsExactly(new Given(page(), "\"v2\"", ""));
  }

  @Test
  void aPageThatIsGoneMeanwhileIsBrokenWhateverItOnceCameWith() {
    linkedPage("\"v1\"");
    var first = visit(List.of());
    web.tagged("/page.html", "", "").answers("/page.html", 404, "");
    var second = visit(given(first));

    assertThat(link(second).failure()).isPresent();
    assertThat(given(second)).isEmpty();
  }

  @Test
  void thePagesThatTellHowFreshTheSiteIsAreAlwaysReadAsTheyAre() {
    web.tagged("/", "\"h1\"", home());
    visit(List.of(new Given(web.url("/"), "\"h1\"", "")));

    assertThat(web.asked()).contains("GET /").doesNotContain("GET / unchanged");
  }

  @Test
  void onceInAWeekALinkedPageIsReadInFullAllTheSame() {
    var remembered = List.of(new Given("http://a.gov.cn/b.html", "\"v1\"", "a date"));
    var asked =
        Stream.iterate(SOME_DAY, day -> day.plus(Duration.ofDays(1)))
            .limit(14)
            .map(day -> new Rereading(remembered, day).conditions("http://a.gov.cn/b.html"))
            .toList();

    assertThat(asked).filteredOn(headers -> headers.isEmpty()).hasSize(2);
    assertThat(asked)
        .filteredOn(headers -> !headers.isEmpty())
        .allSatisfy(
            headers -> assertThat(headers).containsOnlyKeys("if-none-match", "if-modified-since"));
  }

  @Test
  void theArchiveSaysThatItStandsForWhatWasSentEarlierAndAReplayComesToTheSame() throws Exception {
    linkedPage("\"v1\"");
    var remembered = given(visit(List.of()));
    var vault = new Vault(folder, Retention.ALL);
    var live = visit(remembered, new WarcArchive(vault, "run"));
    vault.file("run", web.site(), List.of());
    var file = folder.resolve(Vault.path("run", web.site()));

    try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING);
        var warc = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(warc.readAllBytes(), StandardCharsets.UTF_8))
          .contains("WARC-Type: revisit", "revisit/server-not-modified");
      var again =
          Crawler.again(
              replay.visits().getFirst(), CrawlSettings.defaults(), Crawls.EDITION, List.of());
      assertThat(again).isEqualTo(live);
    }
  }

  private void linkedPage(String tag) {
    web.page("/", home())
        .tagged(
            "/page.html",
            tag,
            "<html><head><title>会议召开</title></head><body><h1>会议召开</h1><p>"
                + "县政府召开常务会议，研究部署重点工作。".repeat(20)
                + "</p></body></html>");
  }

  /// Linked from the footer, so that only its opening matters.
  private static String home() {
    return "<html><head><title>某县人民政府</title></head><body><p>"
        + "本县位于省境东部，交通便利。".repeat(20)
        + "</p><div class='footer'><a href='/page.html'>会议召开</a></div></body></html>";
  }

  private Visit visit(List<Given> remembered) {
    return visit(remembered, Archive.none());
  }

  /// On a day on which the page is not due to be read in full.
  private Visit visit(List<Given> remembered, Archive archive) {
    var tried = List.of(new Given(page(), "x", ""));
    var day =
        Stream.iterate(SOME_DAY, one -> one.plus(Duration.ofDays(1)))
            .filter(one -> !new Rereading(tried, one).conditions(page()).isEmpty())
            .findFirst()
            .orElseThrow();
    return Crawls.visit(web.site(), archive, InstantSource.fixed(day), remembered);
  }

  private String page() {
    return web.url("/page.html");
  }

  private static List<Given> given(Visit visit) {
    return visit.attempt(Validators.class).found().orElseThrow().given();
  }

  private TriedLink link(Visit visit) {
    return visit.attempt(LinkSurvey.class).found().orElseThrow().links().stream()
        .filter(link -> link.url().equals(page()))
        .findFirst()
        .orElseThrow();
  }
}
