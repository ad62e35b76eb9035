package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.checks.Examiner;
import xuncha.crawler.CrawlSettings;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.probe.consult.Consent;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.store.Vault;
import xuncha.findings.verdict.Verdict;
import xuncha.scheduler.Progress;

/// Really writing to a site: only with consent and the operator's word, journalled, within budget.
class AuthorisedLettersTest {
  private static final Edition EDITION = Editions.shipped("cn-2019");
  private static final Examiner EXAMINER =
      new Examiner().only(Set.of("consult-daily-limit", "consult-tracking"));

  /// A Thursday.
  private static final LocalDate DAY = LocalDate.of(2020, 3, 5);

  private static final String QUERY =
      "<h2>信件查询</h2><form action=\"/cx.do\" method=\"post\"><p>信件编号：<input type=\"text\" name=\"no\"></p>"
          + "<p>查询密码：<input type=\"text\" name=\"mm\"></p><input type=\"submit\" value=\"查询\"></form>";

  @TempDir private Path folder;
  private final HttpServer server;
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private final List<String> talk = new ArrayList<>();
  private volatile String captcha = "";
  private volatile boolean answered;

  AuthorisedLettersTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body =
        URLDecoder.decode(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
    var page =
        switch (exchange.getRequestURI().getPath()) {
          case "/" -> "<h1>示例市人民政府</h1><a href=\"/zixun.html\">网上咨询</a>";
          case "/zixun.html" -> form();
          case "/cx.html" -> QUERY;
          case "/send.do" -> taken(body);
          case "/cx.do" -> shown(body);
          default -> "";
        };
    var bytes =
        ("<html><head><title>示例市人民政府</title></head><body>" + page + "</body></html>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String form() {
    return ("<h2>网上咨询</h2><form action=\"/send.do\" method=\"post\"><input type=\"hidden\" name=\"token\" value=\"t1\">"
            + "<p>姓名：<input name=\"xm\"></p><p>联系电话：<input name=\"dh\"></p><p>标题：<input name=\"bt\"></p>"
            + "<p>是否公开：<input type=\"radio\" name=\"gk\" value=\"1\" checked>公开<input type=\"radio\" name=\"gk\" value=\"0\">不公开</p>"
            + "<p>内容：<textarea name=\"nr\"></textarea></p>%s<input type=\"submit\" value=\"提交\"></form><a href=\"/cx.html\">信件查询</a>")
        .formatted(captcha);
  }

  private String taken(String body) {
    letters.add(body);
    return letters.size() == 1
        ? "<p>提交成功！您的信件编号：A20200305，查询密码：887766，请牢记。</p>"
        : "<script>alert('您今天已经提交过信件，每人每天只能提交1条！');history.back()</script>";
  }

  private String shown(String body) {
    if (!body.contains("no=A20200305") || !body.contains("mm=887766")) {
      return "<p>没有查到信件</p>";
    }
    var title = letters.getFirst().replaceAll(".*bt=([^&]*).*", "$1");
    return "<h2>"
        + title
        + "</h2>"
        + (answered ? "<p>答复时间：2020-03-06</p><p>答复内容：您好，来信收悉。</p>" : "<p>状态：办理中</p>");
  }

  @Test
  void withoutConsentOrTheOperatorsWordNothingIsSent() {
    try (var ledger = Ledger.open("jdbc:h2:mem:letters-none", Clock.systemUTC())) {
      visit(ledger, Map.of(), true, DAY, "09:00");
      visit(ledger, Map.of("other.gov.cn", consent(DAY, 2)), true, DAY, "09:05");
      visit(ledger, consents(DAY, 2), false, DAY, "09:10");
      visit(ledger, consents(DAY.minusDays(1), 2), true, DAY, "09:15");
    }

    assertThat(letters).isEmpty();
    assertThat(folder.resolve("submissions.jsonl")).doesNotExist();
    assertThat(talk).singleElement().asString().contains("consent ended");
  }

  @Test
  void theSecondLetterOfADayMeetsTheLimitAndTheReplyIsCounted() throws IOException {
    try (var ledger = Ledger.open("jdbc:h2:mem:letters-two", Clock.systemUTC())) {
      var before = visit(ledger, consents(DAY, 2), true, DAY, "09:00");
      visit(ledger, consents(DAY, 2), true, DAY, "10:00");
      visit(ledger, consents(DAY, 2), true, DAY, "11:00");
      answered = true;
      visit(ledger, consents(DAY, 2), true, DAY.plusDays(1), "09:00");
      var after = visit(ledger, consents(DAY, 2), true, DAY.plusDays(1), "10:00");

      assertThat(letters).hasSize(2);
      assertThat(letters.getFirst())
          .contains("网站巡查测试", "XC2020030501", "token=t1", "gk=0", "dh=13800000000");
      assertThat(verdict(before, "consult-daily-limit").verdict()).isEqualTo(Verdict.PASS);
      assertThat(verdict(after, "consult-daily-limit").verdict()).isEqualTo(Verdict.FAIL);
      assertThat(verdict(after, "consult-daily-limit").measured().values())
          .containsEntry("perDay", 1)
          .containsEntry("source", "probe");
      assertThat(verdict(after, "consult-tracking").measured().values())
          .containsEntry("by", "query");
    }
    var journal = folder.resolve("submissions.jsonl");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(journal)).contains("\"replied\":\"2020-03-06\"");
    assertThat(talk).noneMatch(line -> line.contains("A20200305") || line.contains("887766"));
  }

  @Test
  void aPictureIsLeftToPeople() {
    captcha = "<p>验证码：<input name=\"yzm\"></p>";
    try (var ledger = Ledger.open("jdbc:h2:mem:letters-captcha", Clock.systemUTC())) {
      visit(ledger, consents(DAY, 1), true, DAY, "09:00");
    }

    assertThat(letters).isEmpty();
    assertThat(talk).singleElement().asString().contains("picture");
  }

  private List<RecordedVerdict> visit(
      Ledger ledger, Map<String, Consent> consents, boolean submit, LocalDate day, String time) {
    var at = LocalDateTime.of(day, LocalTime.parse(time)).atZone(Beijing.ZONE).toInstant();
    var now = Clock.systemUTC();
    var clock = Clock.offset(now, Duration.between(now.instant(), at));
    var run = ledger.begin(Run.Kind.ON_DEMAND, at, EDITION.id(), List.of(site()));
    try (var inspection =
        new Inspection(settings(consents), network(), EDITION, EXAMINER, Map.of(), clock)) {
      if (submit) {
        inspection.submitting(talk::add);
      }
      inspection.carryOut(ledger, run, Progress.SILENT);
    }
    try (var verdicts = ledger.verdicts(run.id())) {
      return verdicts.toList();
    }
  }

  private static RecordedVerdict verdict(List<RecordedVerdict> all, String check) {
    return all.stream().filter(one -> one.check().equals(check)).findFirst().orElseThrow();
  }

  private Map<String, Consent> consents(LocalDate until, int perDay) {
    return Map.of(site().id(), consent(until, perDay));
  }

  private static Consent consent(LocalDate until, int perDay) {
    return new Consent("书面同意", until, perDay, "巡查员", "13800000000", "");
  }

  private Site site() {
    return Site.at("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static NetworkProfile network() {
    return new NetworkProfile(Optional.empty(), Map.of(), true, Optional.empty());
  }

  private Settings settings(Map<String, Consent> consents) {
    var usual = CrawlSettings.defaults();
    var plain = Settings.defaults();
    return new Settings(
        "",
        folder.toString(),
        "",
        1,
        "test",
        new CrawlSettings(
            new CrawlSettings.Pace(Duration.ZERO, 64),
            usual.budget(),
            usual.attempts(),
            usual.userAgent(),
            usual.obeyRobots(),
            Vault.Retention.ALL),
        plain.ipv6(),
        plain.browser().unused(),
        "",
        consents);
  }
}
