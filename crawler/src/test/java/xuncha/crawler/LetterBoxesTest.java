package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.probe.consult.LetterBoxes;
import xuncha.findings.visit.Letters;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;

/// Published letters in designs that the laboratory does not have.
class LetterBoxesTest {
  @Test
  void listsThatTellAllAreReadPageByPageWithoutTheLettersOwnPages() {
    try (var web = new SmallSite()) {
      web.page("/", home("/box/index.html", "县长信箱"));
      web.page("/box/index.html", table(1, 15, "2020-03-1") + "<a href='index_1.html'>下一页</a>");
      web.page("/box/index_1.html", table(16, 6, "2020-02-1"));

      var letters = gathered(web);

      assertThat(letters.letters())
          .hasSize(21)
          .extracting(Letter::standing)
          .containsOnly(Standing.ANSWERED);
      assertThat(letters.complete()).isTrue();
      assertThat(web.asked()).noneMatch(one -> one.contains("/letter/"));
    }
  }

  @Test
  void aLetterThatSeemsToWaitIsLookedAtOnItsOwnPage() {
    try (var web = new SmallSite()) {
      web.page("/", home("/box/", "县长信箱"));
      web.page(
          "/box/",
          page(
              """
              <table><tr><th>标题</th><th>来信时间</th><th>状态</th></tr>
              <tr><td><a href="/letter/1.html">关于停水问题的咨询</a></td><td>2019-10-01</td><td>办理中</td></tr>
              <tr><td><a href="/letter/2.html">关于修路问题的咨询</a></td><td>2019-10-02</td><td>办理中</td></tr>
              <tr><td><a href="/letter/3.html">关于入学问题的咨询</a></td><td>2020-03-02</td><td>已回复</td></tr></table>
              """));
      web.page("/letter/1.html", page("<p>来信时间：2019-10-01</p><p>状态：已回复</p><p>回复时间：2019-10-08</p>"));
      web.page("/letter/2.html", page("<p>来信时间：2019-10-02</p><p>状态：办理中</p>"));

      var all = gathered(web).letters();
      assertThat(all)
          .as(() -> all + " " + web.asked())
          .filteredOn(letter -> letter.standing() == Standing.WAITING)
          .singleElement()
          .extracting(Letter::title)
          .isEqualTo("关于修路问题的咨询");
    }
  }

  @Test
  void boxesForPetitionsAreLeftOutAlsoWhereAHubShowsThem() {
    try (var web = new SmallSite()) {
      web.page(
          "/",
          page(
              "<div class='nav'><ul><li><a href='/hd/'>互动交流</a></li><li><a href='/hd/xf/'>网上信访</a></li><li><a href='/hd/xx/'>领导信箱</a></li></ul></div>"));
      web.page("/hd/", page("<h3>网上信访</h3>" + row("/letter/9.html", "关于土地问题的来信", "2019-09-01")));
      web.page("/hd/xf/", page(row("/letter/9.html", "关于土地问题的来信", "2019-09-01")));
      web.page("/hd/xx/", page(row("/letter/1.html", "关于停水问题的咨询", "2020-03-02")));
      web.page("/letter/9.html", page("<p>来信时间：2019-09-01</p><p>状态：办理中</p>"));
      web.page("/letter/1.html", page("<p>来信时间：2020-03-02</p><p>状态：已回复</p><p>回复时间：2020-03-03</p>"));

      assertThat(gathered(web).letters()).extracting(Letter::title).doesNotContain("关于土地问题的来信");
    }
  }

  @Test
  void aColumnOfOtherThingsCostsThreeLooksAndHasNoLetters() {
    try (var web = new SmallSite()) {
      web.page("/", home("/box/", "互动交流"));
      web.page(
          "/box/",
          page(
              IntStream.range(0, 12)
                  .mapToObj(n -> row("/n/" + n + ".html", "第" + n + "次座谈活动举行的消息", "2020-03-02"))
                  .collect(Collectors.joining())));
      for (var n = 0; n < 12; n++) {
        web.page("/n/" + n + ".html", page("<h1>第几次座谈活动</h1><p>发布时间：2020-03-02</p><p>座谈活动举行。</p>"));
      }

      assertThat(gathered(web).letters()).isEmpty();
      assertThat(web.asked().stream().filter(one -> one.contains("/n/")).count()).isLessThan(7);
    }
  }

  private static String table(int first, int count, String tens) {
    return page(
        IntStream.range(first, first + count)
            .mapToObj(n ->
                "<tr><td><a href='/letter/%d.html'>关于第%d件事情的咨询</a></td><td>%s%d</td><td>2020-03-30</td></tr>"
                    .formatted(n, n, tens, n % 10))
            .collect(
                Collectors.joining(
                    "", "<table><tr><th>信件标题</th><th>写信日期</th><th>答复日期</th></tr>", "</table>")));
  }

  private static String row(String url, String title, String day) {
    return "<ul><li><a href='%s'>%s</a><span>%s</span></li></ul>".formatted(url, title, day);
  }

  private static String home(String url, String name) {
    return page("<div class='nav'><ul><li><a href='" + url + "'>" + name + "</a></li></ul></div>");
  }

  private static String page(String html) {
    return "<html><head><title>某县人民政府</title></head><body>" + html + "</body></html>";
  }

  private static Letters gathered(SmallSite web) {
    return Crawls.visit(
            web.site(),
            Crawls.settings(20, 0),
            Crawls.loopback(),
            Archive.none(),
            List.of(new LetterBoxes()))
        .attempt(Letters.class)
        .found()
        .orElseThrow();
  }
}
