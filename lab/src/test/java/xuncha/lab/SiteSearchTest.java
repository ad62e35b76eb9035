package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.LabItem;

class SiteSearchTest {
  private final Province province = Province.ofScenarios(7, Province.AS_OF, "search");

  @Test
  void findsWhatThePlanSaysAndNothingElse() throws IOException {
    try (var lab =
        LabServer.start(province, LabSettings.defaults().withPace(Duration.ofMillis(1)))) {
      var visitor = new Visitor(lab);
      assertThat(search(visitor, "by-get", item("by-get", 0))).contains("相关结果约");
      assertThat(search(visitor, "column-first", item("column-first", 0))).contains("请先选择");
      assertThat(search(visitor, "open-government-left-out", notice("open-government-left-out")))
          .contains("没有找到");
      assertThat(search(visitor, "by-get", "量子纠缠火星车")).contains("没有找到");
      assertThat(search(visitor, "nonsense-answered", "量子纠缠火星车")).contains("相关结果约");
      assertThat(search(visitor, "index-behind", item("index-behind", 0))).contains("没有找到");
    }
  }

  @Test
  void answersJsonWhereAScriptShowsTheResults() throws IOException {
    try (var lab = LabServer.start(province)) {
      var plan = plan("json-results");
      var title = item("json-results", 0);
      assertThat(
              new Visitor(lab)
                  .get(
                      plan.root()
                          + "/api/search?keyword="
                          + URLEncoder.encode(title, charset(plan)))
                  .text())
          .contains(title);
    }
  }

  private String search(Visitor visitor, String variant, String words) throws IOException {
    var plan = plan(variant);
    var query = URLEncoder.encode(words, charset(plan));
    return visitor
        .get(plan.root().replace("https", "http") + "/search?q=" + query)
        .text(charset(plan));
  }

  private String item(String variant, int index) {
    return Contents.all(plan(variant)).get(index).title();
  }

  private String notice(String variant) {
    return Contents.all(plan(variant)).stream()
        .filter(item -> item.column().theme().equals("notice"))
        .map(LabItem::title)
        .findFirst()
        .orElseThrow();
  }

  private Blueprint plan(String variant) {
    return province.carrying("search/" + variant).getFirst().plan();
  }

  private static Charset charset(Blueprint plan) {
    return plan.system().equals("tables") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }
}
