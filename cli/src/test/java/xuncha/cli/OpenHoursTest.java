package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.checks.Examiner;
import xuncha.crawler.CrawlSettings;
import xuncha.crawler.Crawler;
import xuncha.crawler.archive.Replay;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.store.Vault;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Verdict;
import xuncha.scheduler.Progress;

/// A form whose hours no page states, visited at several times on several days.
class OpenHoursTest {
  private static final Edition EDITION = Editions.shipped("cn-2019");
  private static final Examiner EXAMINER = new Examiner().only(Set.of("consult-open-hours"));
  private static final LocalDate START = LocalDate.of(2020, 3, 2);
  private static final String ARTICLES =
      "<ul><li><a href=\"/1.html\">关于做好春季农业生产工作的通知</a> 2020-03-01</li></ul>";
  private static final String FORM =
      "<h2>网上咨询</h2><form action=\"/send.do\" method=\"post\"><p>姓名：<input name=\"xm\"></p><p>标题：<input name=\"bt\"></p>"
          + "<p>内容：<textarea name=\"nr\"></textarea></p><input type=\"submit\" value=\"提交\"></form>";
  private static final String SHUT = "<h2>网上咨询</h2><p>现在不在受理时间内，请在开放时间内提交。</p>";

  @TempDir private Path folder;
  private final AtomicBoolean open = new AtomicBoolean();
  private final HttpServer server;

  OpenHoursTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          var page =
              switch (exchange.getRequestURI().getPath()) {
                case "/" -> "<h1>示例市人民政府</h1><a href=\"/zixun.html\">网上咨询</a>" + ARTICLES;
                case "/zixun.html" -> open.get() ? FORM : SHUT;
                default -> "";
              };
          var bytes =
              ("<html><head><title>示例市人民政府</title></head><body>" + page + "</body></html>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void daysOfVisitsShowTheHours() {
    try (var ledger = Ledger.open("jdbc:h2:mem:open-hours", InstantSource.system())) {
      assertThat(visit(ledger, 0, "03:00").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(visit(ledger, 0, "07:00").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      for (var day = 0; day < 3; day++) {
        for (var time : List.of("07:40", "08:20", "18:50", "19:20")) {
          visit(ledger, day, time);
        }
      }
      var last = visit(ledger, 3, "12:00");

      assertThat(last.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(last.measured().values())
          .containsEntry("opens", "08:00")
          .containsEntry("closes", "19:00")
          .containsEntry("source", "probe");
      assertThat(replayed(last.run())).isEqualTo(last.summary());
    }
  }

  private RecordedVerdict visit(Ledger ledger, int day, String time) {
    open.set(time.compareTo("08:00") >= 0 && time.compareTo("19:00") < 0);
    var at = START.plusDays(day).atTime(LocalTime.parse(time)).atZone(Beijing.ZONE).toInstant();
    var clock = startingAt(at);
    var run = ledger.begin(Run.Kind.ON_DEMAND, at, EDITION.id(), List.of(site()));
    try (var inspection =
        new Inspection(settings(), network(), EDITION, EXAMINER, Map.of(), clock)) {
      inspection.carryOut(ledger, run, Progress.SILENT);
    }
    try (var verdicts = ledger.verdicts(run.id())) {
      return verdicts.findFirst().orElseThrow();
    }
  }

  /// A clock that goes, from that moment on.
  private static InstantSource startingAt(Instant at) {
    var now = Clock.systemUTC();
    return Clock.offset(now, Duration.between(now.instant(), at));
  }

  private Sentence replayed(String run) {
    var file = folder.resolve("vault").resolve(Vault.path(run, site()));
    try (var replay = Replay.open(List.of(file), Replay.Said.NOTHING)) {
      var visit =
          Crawler.again(
              replay.visits().getFirst(),
              CrawlSettings.defaults(),
              EDITION,
              Matters.of(EXAMINER, EDITION));
      return EXAMINER.examine(visit, EDITION).getFirst().outcome().summary();
    }
  }

  private Site site() {
    return Site.at("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static NetworkProfile network() {
    return new NetworkProfile(Optional.empty(), Map.of(), true, Optional.empty());
  }

  private Settings settings() {
    var usual = CrawlSettings.defaults();
    return Settings.defaults()
        .withData(folder)
        .withBrowser(Settings.defaults().browser().unused())
        .withCrawl(
            new CrawlSettings(
                new CrawlSettings.Pace(Duration.ZERO, 64),
                usual.budget(),
                usual.attempts(),
                usual.userAgent(),
                usual.obeyRobots(),
                Vault.Retention.ALL));
  }
}
