package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody would write, but servers send. The bounds on time are a hundred times what reading
/// takes: they tell linear from quadratic.
class HostilePagesTest {
  private static final Duration BOUND = Duration.ofSeconds(30);

  @ParameterizedTest(name = "tens of thousands of {0}")
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<a href='/x'>",
        "<table><tr><td>",
        "<ul><li>",
        "<font color=red>",
        "<span style='display:none'>",
        "<form>",
        "<p>",
        "<select><option>",
        "</div>",
        "<!--",
        "<a href='/x'>第一条信息的标题</a><br>",
        "&#x4e00;",
        "<script>",
        "<button>",
        "<svg><g>",
        "<meta charset=gbk>",
        "<frameset>",
        "<dl><dt>",
        "<td>",
        "<h1>"
      })
  void survivesTagsWithoutEnd(String tag) {
    var page = tag.repeat(tag.equals("<div>") || tag.equals("<b>") ? 100_000 : 30_000);

    Assertions.assertTimeoutPreemptively(BOUND, () -> Pages.page("deep.html", page));
  }

  @Test
  void survivesScriptsThatAreAllBrackets() {
    var page =
        "<script>var a = "
            + "[".repeat(200_000)
            + ";</script><script>"
            + "={".repeat(100_000)
            + "</script><div id=list></div>";

    Assertions.assertTimeoutPreemptively(BOUND, () -> Pages.page("a.html", page));
    Assertions.assertTimeoutPreemptively(
        BOUND, () -> Pages.answer("a.json", "[".repeat(500_000), "application/json"));
  }

  @Test
  void survivesAnAnswerThatSaysOneThingWithoutEnd() {
    var line = "发布时间来源作者".repeat(100_000);

    Assertions.assertTimeoutPreemptively(BOUND, () -> Pages.page("a.html", "<p>" + line));
    Assertions.assertTimeoutPreemptively(
        BOUND, () -> Pages.answer("a.xml", "<record><![CDATA[" + line, "text/xml"));
  }

  @Test
  void readsNothingFromNothing() {
    var read = Pages.bytes(new byte[0], "");

    assertThat(read.facts().lists()).isEmpty();
    assertThat(read.facts().signature().length()).isZero();
  }

  /// Pieces of markup thrown together, cut anywhere and with bytes flipped: nothing is thrown.
  @Test
  void neverThrows() {
    var random = new Random(20250601);
    var pieces =
        new String[] {
          "<ul>",
          "</ul>",
          "<li>",
          "<a href='1.html'>",
          "</a>",
          "<table>",
          "<tr>",
          "<td>",
          "</table>",
          "<dl><dt>",
          "<dd>",
          "标题文字",
          "2025-05-01",
          "05-01",
          "<br>",
          "<form>",
          "<input name=q>",
          "<select>",
          "<option selected>",
          "</form>",
          "<script>var a=[{title:'",
          "'}]</script>",
          "<div class=\"nav\">",
          "</div>",
          "<meta http-equiv=refresh content=\"",
          "0;url=",
          "\">",
          "<textarea>",
          "<record><![CDATA[",
          "]]></record>",
          "<base href='",
          "'>",
          "更多",
          "下一页",
          "皖ICP备",
          "05001234号",
          "<iframe src=x>",
          "<h1>",
          "</h1>",
          "\u0000",
          "\uD800",
          "&#55555555;",
          "<!--",
          "-->",
          "document.write('<li>",
          "')",
          "createPageHTML(",
          "99999999999, 0, \"a\", \"b\")",
          "<area href=/x>",
          "{{item}}",
          "<img alt='",
          "暂无信息",
          "404"
        };
    for (var round = 0; round < 1500; round++) {
      var page = new StringBuilder();
      for (var i = random.nextInt(60); i >= 0; i--) {
        page.append(pieces[random.nextInt(pieces.length)]);
      }
      var bytes =
          page.toString()
              .getBytes(
                  random.nextInt(4) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
      for (var flips = random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      var type =
          random.nextBoolean()
              ? "text/html"
              : random.nextBoolean() ? "application/json" : "text/xml; charset=gbk";
      assertThatCode(() -> Pages.bytes(bytes, type))
          .as("round %d: %s", round, page)
          .doesNotThrowAnyException();
    }
  }
}
