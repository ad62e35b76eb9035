package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.archive.Archive;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.Visit;

/// How many articles of a column are opened, and what becomes known of its list. The visit is made
/// on 31 March 2020.
class DatingTest {
  private static final InstantSource THEN =
      InstantSource.fixed(Instant.parse("2020-03-31T10:00:00Z"));

  private final SmallSite web = new SmallSite();

  @AfterEach
  void close() {
    web.close();
  }

  /// Days that the entries of a list show, days that their own pages tell (- none).
  @ParameterizedTest(name = "shown {0}, told {1} → opened {2}, known {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - - - - - - - -                          | 2020-03-29 2020-03-20 2020-03-01 2020-02-01 2020-01-05 2019-12-01 2019-11-01 2019-10-01 | 1     | 2020-03-29 - - - - - - -
          - - - - - - - -                          | 2019-12-29 2019-11-20 2019-11-01 2019-10-01 2019-09-05 2019-08-01 2019-07-01 2019-06-01 | 12345 | 2019-12-29 2019-11-20 2019-11-01 2019-10-01 2019-09-05 - - -
          - - - - - - - - - -                      | 2019-12-29 2019-11-20 2019-11-01 2019-10-01 - 2019-08-01 2019-07-01 2019-06-01 2019-05-01 2019-04-01 | 12346 | 2019-12-29 2019-11-20 2019-11-01 2019-10-01 - 2019-08-01 - - - -
          - - - - - - - -                          | 2018-12-29 2020-03-28 2020-03-01 2020-02-01 2020-01-05 2019-12-01 2019-11-01 2019-10-01 | 12    | 2018-12-29 2020-03-28 - - - - - -
          - - - - - - - -                          | - - - - - - - - | 123 | - - - - - - - -
          03-28 03-26 03-24 03-20 03-18 02-13      | 2019-03-28 2019-03-26 2019-03-24 2019-03-20 2019-03-18 2019-02-13 | 12345 | 2019-03-28 2019-03-26 2019-03-24 2019-03-20 2019-03-18 2019-02-13
          03-28 03-26 03-24 03-20 03-18 02-13      | 2020-03-28 2020-03-26 2020-03-24 2020-03-20 2020-03-18 2020-02-13 | 1     | 2020-03-28 2020-03-26 2020-03-24 2020-03-20 2020-03-18 2020-02-13
          03-05 03-28 03-26 03-24 03-20 03-18      | 2018-03-05 2020-03-28 2020-03-26 2020-03-24 2020-03-20 2020-03-18 | 12    | 2018-03-05 2020-03-28 2020-03-26 2020-03-24 2020-03-20 2020-03-18
          05-20 05-18 03-26 02-10                  | 2019-05-20 2019-05-18 2019-03-26 2019-02-10 | 1234 | 2019-05-20 2019-05-18 2019-03-26 2019-02-10
          12-20 03-26 03-20 02-10                  | 2019-12-20 2020-03-26 2020-03-20 2020-02-10 | 12   | 2019-12-20 2020-03-26 2020-03-20 2020-02-10
          """)
  void opensAsManyAsItTakesToKnowHowOldTheListIs(
      String shown, String told, String opened, String known) {
    var days = List.of(shown.split(" "));
    var articles = List.of(told.split(" "));
    var list = new StringBuilder("<ul class='list'>");
    for (var i = 1; i <= days.size(); i++) {
      var day = days.get(i - 1);
      list.append("<li><a href='/x/%1$d.html'>关于开展第%1$d件事情的一条消息</a>".formatted(i))
          .append(day.equals("-") ? "" : "<span>" + day + "</span>")
          .append("</li>");
      web.page("/x/" + i + ".html", article(articles.get(i - 1)));
    }
    web.page("/", page("<ul class='nav'><li><a href='/x/'>工作动态</a></li></ul>"))
        .page("/x/", page("<h2>工作动态</h2>" + list + "</ul>"));

    var column = column(Crawls.visit(web.site(), Archive.none(), THEN, List.of()));

    var asked =
        web.asked().stream()
            .filter(path -> path.matches("GET /x/\\d+\\.html"))
            .map(path -> path.replaceAll("\\D", ""))
            .limit(opened.length())
            .collect(Collectors.joining());
    assertThat(asked).isEqualTo(opened);
    assertThat(column.items())
        .extracting(item -> item.date().map(date -> date.day().toString()).orElse("-"))
        .containsExactly(known.split(" "));
  }

  private static Column column(Visit visit) {
    return visit.attempt(SiteColumns.class).found().orElseThrow().columns().getFirst();
  }

  private static String article(String day) {
    var told = day.equals("-") ? "" : "<p>发布时间：" + day + "　来源：县政府办</p>";
    return page("<h1>关于一件事情的一条消息</h1>" + told + "<p>会议强调，要提高站位，落实责任，推动各项任务落地见效。</p>".repeat(12));
  }

  private static String page(String main) {
    return "<html><head><title>临水县人民政府</title></head><body><div class='main'>"
        + main
        + "</div><div class='footer'>主办单位：临水县人民政府办公室</div></body></html>";
  }
}
