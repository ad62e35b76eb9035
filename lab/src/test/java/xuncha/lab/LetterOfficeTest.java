package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xuncha.findings.Beijing;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.ConsultManner;
import xuncha.lab.site.Office;
import xuncha.lab.system.OfficePages;
import xuncha.lab.system.SiteSystem;
import xuncha.lab.system.Systems;

/// What one who writes to a simulated site is answered, at the times of its clock.
class LetterOfficeTest {
  private static final Pattern RECEIPT = Pattern.compile("编号\\D{1,3}(\\d{13})\\D+(\\d{6})");

  private final Province province = Province.ofDays(5, Province.AS_OF);
  private final LocalDate today = Beijing.day(province.asOf());
  private Instant now = province.asOf();

  @ParameterizedTest(name = "{0} on day {1} at {2}: open {3}")
  @CsvSource(
      textBlock =
          """
          unstated,         1, 07:59, false
          unstated,         1, 08:00, true
          unstated,         3, 18:59, true
          unstated,         3, 19:00, false
          always-open,      2, 03:00, true
          always-open,      2, 19:30, true
          shut-one-evening, 2, 17:59, true
          shut-one-evening, 2, 18:30, false
          shut-one-evening, 3, 00:10, true
          shut-one-evening, 3, 18:30, true
          """)
  void opensAndShutsByTheClock(String variant, int day, String time, boolean open) {
    var desk = new Desk(plan("consult-open-hours/" + variant));
    set(day, time);
    assertThat(desk.get("/xiexin.html").contains("<textarea")).isEqualTo(open);
    assertThat(desk.get("/xiexin.html").contains("受理")).isNotEqualTo(open);
    assertThat(desk.get("/")).contains("/xiexin.html");
    desk.write("13800000000");
    assertThat(desk.host.letters()).hasSize(open ? 1 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void takesOneLetterADayOfAPersonAndShowsWhatBecomesOfIt(Blueprint plan) {
    var desk = new Desk(plan);
    set(1, "09:00");
    var receipt = RECEIPT.matcher(desk.write("13800000000"));
    assertThat(receipt.find()).isTrue();
    assertThat(desk.write("13800000000")).containsPattern("今[天日]|24小时|每日");
    assertThat(desk.write("13900000000")).containsPattern(RECEIPT);
    assertThat(desk.lookUp(receipt.group(1), receipt.group(2))).contains("&lt;b&gt;路灯", "办理中");
    assertThat(desk.lookUp(receipt.group(1), "1")).contains("没有查到");

    set(2, "09:00");
    assertThat(desk.lookUp(receipt.group(1), receipt.group(2)))
        .contains("&lt;b&gt;路灯", "已回复", today.plusDays(2).toString());
    assertThat(desk.write("13800000000")).containsPattern(RECEIPT);
    assertThat(desk.host.letters())
        .extracting(LabLetter::taken)
        .containsExactly(true, false, true, true);
  }

  /// The office that takes one letter a day, on every site system in every layout.
  static Stream<Named<Blueprint>> designs() {
    var plan = Province.healthy(5, 3, 30, Province.AS_OF).hosts().get(2).plan();
    return Systems.all().stream()
        .map(SiteSystem::id)
        .flatMap(system ->
            IntStream.range(0, ConsultManner.LAYOUTS)
                .mapToObj(layout ->
                    Named.of(
                        system + " " + layout,
                        plan.withSystem(system)
                            .consulting(
                                ConsultManner.open(layout).takenBy(Office.OPEN.taking(1))))));
  }

  @Test
  void takesNothingButWhatItsOwnFormSends() {
    set(1, "09:00");
    var desk = new Desk(plan("consult-daily-limit/takes-several"));
    assertThat(desk.post("/xiexin.do", "xm=a&dh=1&bt=b&content=c")).contains("失效");
    assertThat(desk.ask("GET", "/xiexin.do", "")).isEmpty();
    assertThat(desk.host.letters()).noneMatch(LabLetter::taken);
  }

  @Test
  void leavesPicturesToPeople() {
    set(1, "09:00");
    var desk = new Desk(plan("consult-daily-limit/needs-a-picture"));
    assertThat(desk.get("/xiexin.html")).contains("验证码");
    assertThat(desk.write("13800000000")).contains("验证码错误");
    assertThat(desk.host.letters()).noneMatch(LabLetter::taken);
  }

  @Test
  void givesNoNumberWhereItHasNone() {
    set(1, "09:00");
    var desk = new Desk(plan("consult-daily-limit/gives-no-number"));
    assertThat(desk.write("13800000000")).contains("提交成功").doesNotContainPattern(RECEIPT);
    assertThat(desk.lookUp("", "")).contains("没有查到");
  }

  private void set(int day, String time) {
    now =
        LocalDateTime.of(today.plusDays(day), LocalTime.parse(time))
            .atZone(Beijing.ZONE)
            .toInstant();
  }

  private Blueprint plan(String scenario) {
    return province.carrying(scenario).getFirst().plan();
  }

  /// One site and somebody who writes to it.
  private final class Desk {
    private final Blueprint plan;
    private final SiteHost host;
    private final Charset charset;

    Desk(Blueprint plan) {
      this.plan = plan;
      this.host = new SiteHost(plan, () -> now);
      this.charset =
          plan.system().equals("tables") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }

    String get(String path) {
      return ask("GET", path, "");
    }

    String write(String phone) {
      var letter = "&xm=a&gk=0&content=c&dh=" + phone;
      var title = "&bt=" + URLEncoder.encode("<b>路灯", charset);
      return post("/xiexin.do", "token=" + OfficePages.token(plan) + letter + title);
    }

    String lookUp(String number, String code) {
      return post("/xinjiancx.do", "no=" + number + "&code=" + code);
    }

    String post(String path, String body) {
      return ask("POST", path, body);
    }

    String ask(String method, String path, String body) {
      var bytes = body.getBytes(StandardCharsets.US_ASCII);
      var request = new Request(plan.secure(), method, plan.domain(), path, "", Map.of(), bytes);
      return host.answer(request) instanceof Reply.Whole whole
          ? new String(whole.body(), charset)
          : "";
    }
  }
}
