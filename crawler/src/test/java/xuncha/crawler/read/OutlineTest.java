package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Links and dates read alone are those among the facts.
class OutlineTest {
  static Stream<Named<String>> pages() {
    var rows = new StringBuilder();
    for (var day = 10; day < 20; day++) {
      rows.append(
          "<li><a href='%1$d.html'>关于第%1$d批项目的通知公告</a><span>2025-05-%1$02d</span></li>"
              .formatted(day));
    }
    return Stream.of(
        Named.of("a list", Pages.framed("通知公告", "<ul>" + rows + "</ul>")),
        Named.of(
            "an article",
            Pages.framed(
                "关于开展检查的通知",
                "<h1>关于开展检查的通知</h1><p>发布时间：2025-05-20 来源：县政府办</p><p>"
                    + "各乡镇人民政府，县直有关单位：现将有关事项通知如下。".repeat(20)
                    + "</p>")),
        Named.of(
            "a form below a date",
            Pages.framed(
                "写信",
                "<p>2025-05-20</p><form action='/send'>姓名<input name='n'>电话<input name='t'>"
                    + "内容<textarea name='c'></textarea></form>")),
        Named.of(
            "data",
            "{\"list\":[{\"title\":\"关于开展检查的通知\",\"url\":\"/1.html\",\"date\":\"2025-05-20\"}]}"),
        Named.of("nothing", ""));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void agreesWithTheFacts(String page) {
    var type = page.startsWith("{") ? "application/json" : "text/html";
    var facts = Pages.answer("a/b.html", page, type).facts();
    var outline = Pages.outline("a/b.html", page, type);

    assertThat(outline.links()).isEqualTo(facts.links());
    assertThat(Pages.links("a/b.html", page, type)).isEqualTo(facts.links());
    assertThat(outline.lists()).isEqualTo(facts.lists());
    assertThat(outline.published()).isEqualTo(facts.published());
  }
}
