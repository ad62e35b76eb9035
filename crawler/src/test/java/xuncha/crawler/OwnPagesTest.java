package xuncha.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.site.Category;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Visit;

/// Which pages and entries a visit takes for the site's own.
class OwnPagesTest {
  private static final String CODE = "3401000024";

  private final SmallSite web = new SmallSite();

  @AfterEach
  void close() {
    web.close();
  }

  /// A department that lives in a folder and names the portal's columns beside its own.
  @ParameterizedTest(name = "registered {0}, {1} columns inside and {2} outside → {3}")
  @CsvSource(
      textBlock =
          """
          /jyj/index.html, 4, 2, 4
          /jyj/index.html, 2, 1, 3
          /jyj/index.html, 3, 5, 8
          /index.html,     4, 2, 6
          """)
  void aSiteInAFolderEndsThere(String home, int inside, int outside, int columns) {
    var menu = new StringBuilder("<ul class='nav'>");
    for (var i = 0; i < inside + outside; i++) {
      var path = (i < inside ? "/jyj/" : "/qu/") + i + "/";
      web.page(path, page("", "", list(path)));
      menu.append("<li><a href='").append(path).append("'>工作栏目").append(i).append("</a></li>");
    }
    web.page(home, page("", "", menu + "</ul>" + list("/jyj/")));

    assertThat(got(visit(home), SiteColumns.class).columns()).hasSize(columns);
  }

  /// What one page of several says of the site that it belongs to.
  @ParameterizedTest(name = "code {0}, name {1} → of this site: {2}")
  @CsvSource(
      textBlock =
          """
          3401000024, 临水县教育局,   true
          3401000024, 临水县人民政府, true
          3401000023, 临水县人民政府, false
          3401000023, 临水县教育局,   true
          '',         '',             true
          """)
  void aPageWithAnotherSitesCodeAndNameIsThatSites(String code, String name, boolean own) {
    var menu =
        "<ul class='nav'><li><a href='/a/'>工作动态</a></li><li><a href='/b/'>通知公告</a></li></ul>";
    web.page("/", page(CODE, "临水县教育局", menu + list("/a/")))
        .page("/a/", page(CODE, "临水县教育局", list("/a/")))
        .page("/b/", page(code, name, list("/b/")));
    var visit = visit("/");

    var here = web.url("/b/");
    assertThat(got(visit, SitePages.class).pages())
        .extracting(PageFacts::finalUrl)
        .contains(web.url("/"), web.url("/a/"))
        .matches(urls -> urls.contains(here) == own);
    assertThat(got(visit, SiteColumns.class).columns())
        .extracting(Column::url)
        .matches(urls -> urls.contains(here) == own);
  }

  @Test
  void aCodeThatIsWrongOnTheWholeSiteIsTheSitesOwn() {
    var menu =
        "<ul class='nav'><li><a href='/a/'>工作动态</a></li><li><a href='/b/'>通知公告</a></li></ul>";
    web.page("/", page("3401000099", "", menu + list("/a/")))
        .page("/a/", page("3401000099", "", list("/a/")))
        .page("/b/", page("3401000099", "", list("/b/")));

    assertThat(got(visit("/"), SiteColumns.class).columns()).hasSize(2);
  }

  /// What a home page shows beside a list that is old.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<div class="headline"><h2><a href="/xw/1.html">县长到东山镇调研乡村振兴工作</a></h2><p>县长强调……</p></div>`, 2020-03-30
          `<div class="pic"><a href="/xw/1.html"><img src="/1.jpg" alt="县长到东山镇调研乡村振兴工作"></a></div>`,       2020-03-30
          `<div class="zt"><a href="/zt/">学习宣传贯彻会议精神专题专栏</a></div>`,                                        ``
          `<div class="lj"><a href="/xw/1.html">更多内容</a></div>`,                                                      ``
          `<div class="lj"><a href="http://www.example.com/1.html">县长到东山镇调研乡村振兴工作</a></div>`,               ``
          """)
  void theHeadlineOfAHomePageIsOpened(String shown, String date) {
    web.page("/", page("", "", shown + "<div class='blk'>" + list("/gg/") + "</div>"))
        .page("/xw/1.html", article("2020-03-30"));
    var home = got(visit("/"), HomePage.class).page();

    assertThat(
            home.lists().stream()
                .filter(ItemList::main)
                .flatMap(list -> list.items().stream())
                .filter(item -> item.url().equals(web.url("/xw/1.html")))
                .map(Item::date)
                .flatMap(Optional::stream)
                .map(FoundDate::day)
                .map(String::valueOf)
                .toList())
        .isEqualTo(date.isEmpty() ? List.of() : List.of(date));
  }

  private Visit visit(String home) {
    var site =
        new Site(CODE, "临水县教育局", web.url(home), "临水县教育局", Category.DEPARTMENT, "", true, Map.of());
    return Crawls.visit(site);
  }

  private static <A extends Artifact> A got(Visit visit, Class<A> type) {
    return visit.attempt(type).found().orElseThrow(() -> new AssertionError(visit.attempt(type)));
  }

  private static String list(String folder) {
    var list = new StringBuilder("<ul class='list'>");
    for (var day = 1; day <= 6; day++) {
      list.append(
          "<li><a href='%1$s%2$d.html'>关于%1$s第%2$d件事情的一条消息</a><span>2020-01-1%2$d</span></li>"
              .formatted(folder, day));
    }
    return list + "</ul>";
  }

  private static String article(String day) {
    return page(
        "",
        "",
        "<h1>县长到东山镇调研乡村振兴工作</h1><p>发布时间："
            + day
            + " 来源：县政府办</p>"
            + "<p>县长强调，要进一步提高政治站位，落实工作责任，推动各项任务落地见效。</p>".repeat(9));
  }

  private static String page(String code, String name, String main) {
    return """
    <html><head><title>临水县教育局</title><meta name="SiteIDCode" content="%s"><meta name="SiteName" content="%s"></head>
    <body><div class="main">%s</div><div class="footer">主办单位：临水县教育局</div></body></html>
    """
        .formatted(code, name, main);
  }
}
