package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.findings.visit.OwnLetters.Taken;
import xuncha.lab.Province;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.ConsultManner;
import xuncha.lab.site.LettersManner;
import xuncha.lab.site.Office;
import xuncha.lab.system.OfficePages;
import xuncha.lab.system.SiteSystem;
import xuncha.lab.system.Systems;

/// What sites answer to letters and to those who look letters up, on every site system, in every
/// layout and every naming.
class LetterAnswersTest {
  private static final Consent CONSENT =
      new Consent("书面同意", LocalDate.of(2020, 12, 31), 2, "巡查员", "13800000000", "");
  private static final String LETTER = "XC2020040101";
  private static final String NUMBER = "2020040104711";
  private static final LocalDate ASKED = LocalDate.of(2020, 4, 1);
  private static final Instant NOW = Instant.parse("2020-04-07T01:00:00Z");

  /// Needs a browser to be read at all.
  private static final String SHELL = "shell";

  static Stream<Named<Blueprint>> designs() {
    var plan = Province.healthy(5, 3, 30, Province.AS_OF).hosts().get(2).plan();
    return Systems.all().stream()
        .map(SiteSystem::id)
        .filter(system -> !system.equals(SHELL))
        .flatMap(system ->
            IntStream.range(0, ConsultManner.LAYOUTS * LettersManner.WORDINGS)
                .mapToObj(
                    at -> Named.of(system + " " + at, designed(plan.withSystem(system), at))));
  }

  private static Blueprint designed(Blueprint plan, int at) {
    var letters = new LettersManner(at / ConsultManner.LAYOUTS, LettersManner.Answers.PROMPT);
    var manner = ConsultManner.open(at % ConsultManner.LAYOUTS).takenBy(Office.OPEN);
    return plan.answeringLetters(letters).consulting(manner);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void aLetterIsFilledIn(Blueprint site) throws LetterDraft.Unanswerable {
    var page = page(site, get(site, "/xiexin.html"));
    var form = ConsultForm.in(page).orElseThrow();
    assertThat(LetterDraft.of(form, CONSENT, LETTER, 0))
        .extracting(Pair::name)
        .containsExactlyInAnyOrder("token", "xm", "dh", "bt", "content", "gk");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void theReceiptIsRead(Blueprint site) {
    var pages = new OfficePages(site);
    var taken = Receipt.of(page(site, pages.taken(GET, NUMBER, "583921")));
    assertThat(taken.taken()).isEqualTo(Taken.ACCEPTED);
    assertThat(taken.number()).isEqualTo(NUMBER);
    assertThat(taken.code()).isEqualTo("583921");
    assertThat(taken.quote()).doesNotContain(NUMBER, "583921");
    var unnumbered = Receipt.of(page(site, pages.taken(GET, "", "")));
    assertThat(unnumbered.taken()).isEqualTo(Taken.ACCEPTED);
    assertThat(unnumbered.number() + unnumbered.code()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void aLetterTooManyIsToldFromOneThatIsWrong(Blueprint site) {
    var pages = new OfficePages(site);
    assertThat(Receipt.of(page(site, pages.tooMany(GET, 1))).taken()).isEqualTo(Taken.TOO_MANY);
    assertThat(Receipt.of(page(site, pages.refused(GET, "验证码错误！"))).taken())
        .isEqualTo(Taken.REFUSED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void aLetterIsLookedUpWithNumberAndCode(Blueprint site) {
    var page = page(site, get(site, "/xinjiancx.html"));
    assertThat(LetterQuery.on(page, NUMBER, "583921").orElseThrow().fields())
        .containsExactly(new Pair("no", NUMBER), new Pair("code", "583921"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void aLookShowsTheReplyAndItsDay(Blueprint site) {
    var pages = new OfficePages(site);
    assertThat(read(site, pages.unknown(GET)).known()).isFalse();
    var waiting = read(site, shown(pages, Optional.empty()));
    assertThat(waiting.known()).isTrue();
    assertThat(waiting.replied()).isEmpty();
    var answered = read(site, shown(pages, Optional.of(ASKED.plusDays(1))));
    assertThat(answered.replied()).contains(ASKED.plusDays(1));
    assertThat(waiting.quote() + answered.quote()).doesNotContain(NUMBER);
  }

  private static Reply shown(OfficePages pages, Optional<LocalDate> answered) {
    return pages.shown(GET, NUMBER, "网站巡查测试信件 " + LETTER, "测试信件，编号" + LETTER, ASKED, answered);
  }

  private static LetterLook read(Blueprint site, Reply reply) {
    return LetterLook.of(page(site, reply), LETTER, List.of(NUMBER, "583921"), NOW);
  }

  private static final Request GET =
      new Request(false, "GET", "", "/xinjiancx.do", "", Map.of(), new byte[0]);

  private static Reply get(Blueprint site, String path) {
    var request = new Request(false, "GET", site.domain(), path, "", Map.of(), new byte[0]);
    return Systems.of(site.system()).answer(site, request);
  }

  private static Document page(Blueprint site, Reply reply) {
    var charset = site.system().equals("tables") ? "GB18030" : StandardCharsets.UTF_8.name();
    var bytes = ((Reply.Whole) reply).body();
    return Jsoup.parse(new String(bytes, Charset.forName(charset)), site.root());
  }
}
