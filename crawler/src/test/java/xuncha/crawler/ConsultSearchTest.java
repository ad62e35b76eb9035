package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.probe.consult.ConsultSearch;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.Consultation.Limit;

class ConsultSearchTest {
  private static final String FORM =
      """
      <form action="/save" method="post"><p>姓名 <input name="xm"></p><p>标题 <input name="bt"></p>
      <p>内容 <textarea name="nr" %s></textarea></p><p>验证码 <input name="yzm"></p><button>提交</button></form>
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "我要写信, CONSULTATION",
    "领导信箱, CONSULTATION",
    "咨询投诉, CONSULTATION",
    "咨询、投诉、举报, CONSULTATION",
    "网上信访, PETITION",
    "信访举报, REPORTING",
    "纪检监察信箱, REPORTING",
    "我要投诉, COMPLAINT",
    "12345热线, HOTLINE"
  })
  void aChannelIsForWhatItIsCalled(String link, Kind kind) {
    var found = found(Map.of("/w.html", FORM.formatted("")), "/w.html", link);

    assertThat(found.channels()).first().extracting(Channel::kind).isEqualTo(kind);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"政策咨询电话", "建议提案办理", "意见征集", "智能咨询机器人", "邮箱", "来信选登", "咨询公司名录", "关于我们", "人大代表建议"})
  void otherThingsThatSoundAlikeAreNoChannel(String link) {
    assertThat(found(Map.of("/w.html", "<p>一些内容</p>"), "/w.html", link).channels()).isEmpty();
  }

  @Test
  void aPageThatCallsItselfAPetitionsIsOneWhateverLeadsThere() {
    var found = found(Map.of("/w.html", "<h2>网上信访</h2>" + FORM.formatted("")), "/w.html", "我要写信");

    assertThat(found.channels()).first().extracting(Channel::kind).isEqualTo(Kind.PETITION);
  }

  @Test
  void goesThroughNoticeAndFrameToTheForm() {
    var pages =
        Map.of(
            "/w.html",
            "<h2>写信须知</h2><p>留言内容不少于30字，否则不予受理。</p><p><input type=checkbox>我已阅读 <a href='/s.html'>同意</a></p>",
            "/s.html",
            "<h2>写信</h2><iframe src='/f.html'></iframe>",
            "/f.html",
            FORM.formatted("maxlength=500"));
    var channel = found(pages, "/w.html", "我要写信").channels().getFirst();

    assertThat(channel.access()).isEqualTo(Access.OPEN);
    assertThat(channel.url()).endsWith("/f.html");
    assertThat(channel.way()).hasSizeGreaterThan(1);
    assertThat(channel.way().getFirst()).endsWith("/w.html");
    assertThat(channel.form().orElseThrow().agreement()).isTrue();
    assertThat(channel.form().orElseThrow().captcha()).isTrue();
    assertThat(value(channel, Limit.MIN_LENGTH, From.TEXT)).contains(30);
    assertThat(value(channel, Limit.MAX_LENGTH, From.ATTRIBUTE)).contains(500);
  }

  @ParameterizedTest(name = "{0} → {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          minlength="50" maxlength="500"        | 50 | 500
          data-rule-minlength="50"              | 50 |
          data-val-length-min="50"              | 50 |
          datatype="*50-500"                    | 50 | 500
          data-rule="内容:required;length(50~500)" | 50 | 500
          data-options="validType:'length[50,500]'" | 50 | 500
          class="validate[required,minSize[50]]" | 50 |
          pattern=".{50,500}"                   | 50 | 500
          pattern="[0-9]+"                      |    |
          datatype="*"                          |    |
          class="w-50 min-w-100"                |    |
          """)
  void readsLengthsFromAttributes(String attributes, Integer least, Integer most) {
    var pages = Map.of("/w.html", FORM.formatted(attributes));
    var channel = found(pages, "/w.html", "我要写信").channels().getFirst();

    assertThat(value(channel, Limit.MIN_LENGTH, From.ATTRIBUTE))
        .isEqualTo(Optional.ofNullable(least));
    assertThat(value(channel, Limit.MAX_LENGTH, From.ATTRIBUTE))
        .isEqualTo(Optional.ofNullable(most));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <h2>发表评论</h2><textarea name="content"></textarea><input name="n"><input name="e"> | a comment
          <h2>我为网站找错</h2><textarea name="content"></textarea><input name="n"><input name="e"> | an error report
          <h2>意见征集</h2><form><textarea name="content"></textarea><input name="n"></form>      | a survey
          <h2>依申请公开</h2><form>所需信息内容<textarea name="content"></textarea><input name="n"></form> | a request
          """)
  void formsForOtherThingsAreNone(String html, String what) {
    var channels = found(Map.of("/w.html", html), "/w.html", "我要写信").channels();

    assertThat(channels).as(what).allMatch(channel -> channel.form().isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<p><a href='/q.html'>信件查询</a></p>",
        "<p>提交后系统将生成查询码，请妥善保存，凭查询码查询办理结果。</p>",
        "<form action='/q'><p>查询码：<input name='c'></p><input type=submit value='查询'></form>"
      })
  void waysToLookUpAreSeen(String html) {
    var pages = Map.of("/w.html", FORM.formatted("") + html);

    assertThat(found(pages, "/w.html", "我要写信").tracking()).isNotEmpty();
    assertThat(found(Map.of("/w.html", FORM.formatted("")), "/w.html", "我要写信").tracking())
        .isEmpty();
  }

  @Test
  void nothingIsSentAndNoButtonIsFollowed() {
    try (var web = new SmallSite()) {
      web.page("/", home("/w.html", "我要写信"));
      web.page(
          "/w.html",
          "<h2>写信须知</h2><form action='/next' method='get'><input type='checkbox' name='a'>同意<input type='submit' value='下一步'></form>"
              + FORM.formatted("").replace("post", "get"));
      visit(web);

      assertThat(web.asked()).noneMatch(one -> one.contains("/save") || one.contains("/next"));
    }
  }

  @Test
  void anyMarkupIsReadWithoutHarm() {
    var random = new Random(5);
    for (var round = 0; round < 12; round++) {
      var words =
          random.ints(60, 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
      assertThat(found(Map.of("/w.html", words), "/w.html", "我要写信")).isNotNull();
    }
  }

  private static final List<String> PIECES =
      List.of(
          "<form>",
          "</form>",
          "<textarea name=content minlength=99999999999>",
          "</textarea>",
          "<table>",
          "<td>",
          "内容",
          "不少于五〇〇〇〇〇字",
          "<iframe src=/w.html>",
          "<a href=/w.html>下一步</a>",
          "<input name=a>",
          "<label for='\"]'>",
          "<input id='\"]\\'>",
          "24小时",
          "每天限1条",
          "<script>",
          "</script>",
          "\u0000");

  private static Optional<Integer> value(Channel channel, Limit limit, From from) {
    return channel.stated().stream()
        .filter(one -> one.limit() == limit && one.from() == from)
        .map(Consultation.Stated::value)
        .findFirst();
  }

  private static String home(String url, String link) {
    return "<html><head><title>某县</title></head><body><div>某县人民政府网站欢迎您</div><ul><li><a href='"
        + url
        + "'>"
        + link
        + "</a></li></ul></body></html>";
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          counts visits                    | var n = 0; new Image().src = '/hit?n=' + n;            | false
          opens a menu                     | document.getElementById('menu').onclick = show;        | false
          reads the field by name          | if (byName('nr').value.length < 50) alert('太短');      | true
          reads any field                  | $('textarea').each(check);                             | true
          takes every form                 | document.forms[0].onclick = check;                     | true
          waits for what is sent           | $(document).on('submit', check);                       | true
          is a framework                   | new Vue({el: '#app'});                                 | true
          """)
  void onlyScriptsThatTouchTheFormMayCheckIt(String what, String code, boolean expected) {
    var inline = Map.of("/w.html", FORM.formatted("") + "<script>" + code + "</script>");
    var file =
        Map.of(
            "/w.html", FORM.formatted("") + "<script src='/js/a.js'></script>", "/js/a.js", code);

    assertThat(scripted(found(inline, "/w.html", "我要写信"))).isEqualTo(expected);
    assertThat(scripted(found(file, "/w.html", "我要写信"))).isEqualTo(expected);
  }

  @Test
  void aScriptThatIsNotThereChecksNothingAndOneThatCannotBeReadMayDoAnything() {
    var gone = Map.of("/w.html", FORM.formatted("") + "<script src='/js/gone.js'></script>");
    var elsewhere =
        Map.of("/w.html", FORM.formatted("") + "<script src='http://cdn.invalid/a.js'></script>");
    var library =
        Map.of(
            "/w.html",
            FORM.formatted("") + "<script src='http://cdn.invalid/jquery-3.6.0.min.js'></script>");
    var called = Map.of("/w.html", FORM.formatted("onblur='look(this)'"));

    assertThat(scripted(found(gone, "/w.html", "我要写信"))).isFalse();
    assertThat(scripted(found(elsewhere, "/w.html", "我要写信"))).isTrue();
    assertThat(scripted(found(library, "/w.html", "我要写信"))).isFalse();
    assertThat(scripted(found(called, "/w.html", "我要写信"))).isTrue();
  }

  private static boolean scripted(Consultation found) {
    return found.channels().getFirst().form().orElseThrow().scripted();
  }

  private static Consultation found(Map<String, String> pages, String url, String link) {
    try (var web = new SmallSite()) {
      web.page("/", home(url, link));
      pages.forEach(
          (path, html) -> web.page(path, "<html><head></head><body>" + html + "</body></html>"));
      return visit(web);
    }
  }

  private static Consultation visit(SmallSite web) {
    return Crawls.visit(
            web.site(),
            Crawls.settings(20, 0),
            Crawls.loopback(),
            Archive.none(),
            List.of(new ConsultSearch(Crawls.EDITION)))
        .attempt(Consultation.class)
        .found()
        .orElseThrow();
  }
}
