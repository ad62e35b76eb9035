package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a page holds, reading its dates neither throws nor takes more than linear time. The
/// time limits only end what has gone quadratic: they are many times what the work takes.
class DatesFuzzTest {
  private static final Instant SEEN = Instant.parse("2024-12-01T04:00:00Z");
  private static final List<String> SCRAPS =
      List.of(
          "2024",
          "-",
          "/",
          ".",
          "年",
          "月",
          "日",
          "09",
          "10",
          "9",
          "发布时间：",
          "成文日期",
          ":",
          "二〇",
          "二四",
          "十",
          "昨天",
          "小时前",
          "September ",
          "März ",
          "T10:00",
          "+08:00",
          "Z",
          " ",
          "\n",
          "(",
          "]",
          "至",
          "~",
          "99999999999999999999",
          "天前",
          "<li>",
          "<a href=/1>",
          "</a>",
          "<div class=date>",
          "</div>",
          "<p>",
          "<time datetime='2024-09-10'>",
          "<script>var pubtime='2024-09-10'</script>",
          "<h1>",
          "</h1>",
          "<meta name=PubDate content='2024-'>",
          "\u0000",
          "\uD800",
          "😀",
          "星期",
          "24:61",
          "00:00",
          "0000-00-00",
          "<td>",
          "<tr>",
          "<table>",
          "GMT",
          "-0-",
          "卅",
          "廿",
          "周",
          "下午",
          "<abbr class=published title=2024-9-9>");

  @Test
  void survivesScrapsInAnyOrder() {
    var random = new Random(20240910);
    for (int run = 0; run < 1500; run++) {
      var html = new StringBuilder();
      for (int n = random.nextInt(60); n >= 0; n--) {
        html.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
      }
      var page = Jsoup.parse(html.toString());
      PublicationDates.of(page, html.toString(), SEEN)
          .ifPresent(date -> assertThat(date.confidence()).isBetween(0.0, 1.0));
      var entries = new ArrayList<ItemDates.Entry>();
      page.select("li, tr, p, div").stream()
          .limit(10)
          .forEach(
              block -> entries.add(new ItemDates.Entry(block, block.ownText(), html.toString())));
      assertThat(ItemDates.ofList(entries, SEEN)).hasSize(entries.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-09-10 ",
        "2024-09-10",
        "2024年",
        "1",
        "9月10日",
        "2024-",
        "二〇二四年",
        "刚",
        "September ",
        "Sep 1 ",
        "发布时间：",
        "发 布 时 间 ",
        "2024-09-10至",
        "<span>2024-09-10</span>",
        "<div>2024-09-10",
        "<li><a href=/x>某一条新闻的标题</a>2024-09-10",
        "<script>pubtime:",
        "<a href=/x>2024-09-10 ",
        "<h1>2024-09-10",
        "<b class='date time'>2024.9.10 "
      })
  @Timeout(60)
  void staysLinearOnOneThingRepeated(String piece) {
    var page = Jsoup.parse("<title>标题标题标题</title>" + piece.repeat(400_000 / piece.length()));

    PublicationDates.of(page, "", SEEN).ifPresent(date -> assertThat(date.day()).isNotNull());
    ItemDates.of(page.body(), piece, piece.repeat(1000), SEEN)
        .ifPresent(date -> assertThat(date.day()).isNotNull());
    assertThat(DateText.mentions(piece.repeat(100_000))).isNotNull();
  }
}
