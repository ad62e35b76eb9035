package xuncha.crawler.probe.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Reading;
import xuncha.findings.edition.Editions;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Source;

class ResultSheetTest {
  private static final Lexicon LEXICON = Editions.shipped("cn-2019").lexicon();
  private static final ResultSheet.Phrases PHRASES = ResultSheet.Phrases.of(LEXICON);
  private static final List<String> PIECES =
      List.of(
          "<a href='/x/1.html'>关于做好春耕备耕工作的通知</a>",
          "<a href='javascript:open(\"/x/2.html\")'>关于放假的通知</a>",
          "<a title='<em>春耕</em>' href='?page=2'>…</a>",
          "<a href='http://[::1'>坏地址的链接在此</a>",
          "<a onclick='",
          "<p>找到相关结果约0条</p>",
          "<p>共 99999999999999999999 条结果</p>",
          "<p>请先选择栏目</p>",
          "<li class='",
          "<div style='display:none'>",
          "</div>",
          "<table><tr><td>",
          "<em>",
          "</a>",
          "<script>var a='</p>",
          "</script>",
          "<select><option>请选择",
          "{\"list\":[{\"title\":\"",
          "\",\"url\":\"",
          "\"}]}",
          "\u0000",
          "&#xD800;",
          "<svg><a xlink:href=x>",
          "<frameset>",
          "验证码");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>没有找到与“<em>春耕</em>”相关的内容</p>            | true  | false | false
          <p>为您找到相关结果约0条</p>                          | true  | false | false
          <p>为您找到相关结果约20条</p>                         | false | false | false
          <p style="display: none">没有找到相关内容</p>         | false | false | false
          <p>请先选择要检索的栏目！</p>                         | false | true  | false
          <select><option>请选择栏目</option></select>          | false | false | false
          <p>您的搜索过于频繁，请稍后再试</p>                   | false | false | true
          """)
  void whatAPageSaysOfItsResultsIsUnderstood(
      String html, boolean none, boolean choose, boolean busy) {
    var sheet = read("<html><body><div class=main>" + html + "</div></body></html>", "text/html");

    assertThat(sheet.saysNone()).isEqualTo(none);
    assertThat(sheet.saysChoose()).isEqualTo(choose);
    assertThat(sheet.saysBusy()).isEqualTo(busy);
  }

  @Test
  void whereSomethingWasKeptFromADrawnPageNothingIsSaidToBeThere() {
    var html = "<html><body><div class=main><p>没有找到相关内容</p></div></body></html>";

    assertThat(drawn(html, "").saysNone()).isTrue();
    assertThat(drawn(html, "REFUSED http://a.gov.cn/api POST").saysNone()).isFalse();
    assertThat(drawn(html, "REFUSED http://a.gov.cn/api POST").content()).isFalse();
  }

  @Test
  void anythingIsReadWithinBoundsAndTheSameTwice() {
    var random = new Random(4);
    for (var round = 0; round < 400; round++) {
      var html =
          random
              .ints(random.nextInt(60), 0, PIECES.size())
              .mapToObj(PIECES::get)
              .collect(Collectors.joining());
      var type = random.nextInt(4) == 0 ? "application/json" : "text/html";
      var sheet = read(html, type);
      assertThat(sheet.groups()).hasSizeLessThanOrEqualTo(80);
      assertThat(sheet.groups().values()).allMatch(hits -> hits.size() <= 60);
      assertThat(read(html, type)).isEqualTo(sheet);
      var asked = new Layout.Asked("春耕备耕", Optional.empty(), sheet);
      assertThat(new Layout(List.of(asked, asked)).of(asked).rank()).isZero();
    }
  }

  @Test
  void bytesOfNoKindAreReadToo() {
    var random = new Random(9);
    for (var round = 0; round < 100; round++) {
      var bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      assertThat(sheet(answer(bytes, "text/html", Map.of(), Ask.Why.SEARCH), false)).isNotNull();
    }
  }

  private static ResultSheet read(String html, String type) {
    var bytes = html.getBytes(StandardCharsets.UTF_8);
    return sheet(answer(bytes, type + "; charset=utf-8", Map.of(), Ask.Why.SEARCH), false);
  }

  private static ResultSheet drawn(String html, String unseen) {
    var headers = unseen.isEmpty() ? Map.<String, String>of() : Map.of(Reading.UNSEEN, unseen);
    var bytes = ("\uFEFF" + html).getBytes(StandardCharsets.UTF_8);
    return sheet(answer(bytes, "text/html; charset=utf-8", headers, Ask.Why.DRAWN), true);
  }

  private static ResultSheet sheet(Exchange.Answered answer, boolean drawn) {
    var read = new PageReader(LEXICON).read(Reading.of(answer));
    return ResultSheet.of(new Sought.Page(read, answer, Duration.ZERO, drawn), PHRASES);
  }

  private static Exchange.Answered answer(
      byte[] bytes, String type, Map<String, String> more, Ask.Why why) {
    var headers = new java.util.ArrayList<Exchange.Header>();
    headers.add(new Exchange.Header("content-type", type));
    more.forEach((name, value) -> headers.add(new Exchange.Header(name, value)));
    return new Exchange.Answered(
        new Ask("http://www.a.gov.cn/so?q=x", "GET", Map.of(), why, 1 << 20),
        Instant.EPOCH,
        Duration.ZERO,
        "",
        200,
        headers,
        Body.of(bytes),
        Optional.empty(),
        Source.UNARCHIVED);
  }
}
