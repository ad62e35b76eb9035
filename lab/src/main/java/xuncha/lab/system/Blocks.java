package xuncha.lab.system;

import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.Shape;

/// A recent system of cards: day and month in blocks of their own, summaries under the titles,
/// `/content/column/6792345?pageIndex=2` and `/content/article/8765432`.
final class Blocks extends WholePages {
  private static final String PLAIN_BOX =
      "<form class=\"so\" action=\"/search\"><input name=\"q\" type=\"search\" aria-label=\"搜索\"><button>搜索</button></form>";

  @Override
  public String id() {
    return "blocks";
  }

  @Override
  DateStyle dates() {
    return DateStyle.SPLIT;
  }

  @Override
  DateStyle homeDates() {
    return DateStyle.MONTH_DAY;
  }

  @Override
  int perPage() {
    return 15;
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    return site.root()
        + (column.under().isEmpty() && column.shape() == Shape.LIST
            ? "/" + column.slug() + "/index.html"
            : "/content/column/" + number(column))
        + (page == 1 ? "" : "?pageIndex=" + page);
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    return site.root() + "/content/article/" + item.id();
  }

  @Override
  String title(Blueprint site, Spot spot) {
    return spot.titled(site, "_");
  }

  @Override
  void home(Sheet out, Blueprint site) {
    out.put(
        "<main class=\"container\"><div class=\"swiper\">\n{}</div>\n<div class=\"grid\">\n",
        Parts.carousel(this, site, "<div class=\"slide\">", "</div>"));
    for (var column : site.homeLists()) {
      out.put(
          "<section class=\"card\"><div class=\"card-hd\"><h2>{}</h2><a href=\"{}\">查看更多</a></div>\n",
          column.name(),
          columnHref(site, column));
      for (var item : Contents.first(site, column, 6)) {
        out.put(
            "<div class=\"line clearfix\"><a href=\"{}\" title=\"{}\">{}{}</a>{}</div>\n",
            itemHref(site, item),
            item.title(),
            item.pinned() ? "<i class=\"tag\">置顶</i>" : "",
            item.title(),
            time(homeDate(site, item)));
      }
      out.raw("</section>\n");
    }
    out.raw("</div>\n<section class=\"card\"><div class=\"card-hd\"><h2>相关链接</h2></div><p>\n");
    Parts.homeLinks(out, site, "<a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a>\n");
    out.raw("</p></section></main>\n");
  }

  @Override
  void column(Sheet out, Blueprint site, LabColumn column, int page) {
    out.put(
        "<main class=\"container\"><div class=\"path\"><a href=\"/\">首页</a> / <span>{}</span></div>\n<div class=\"card\">\n",
        column.name());
    switch (column.shape()) {
      case LIST -> {
        for (var item : items(site, column, page)) {
          block(out, site, item);
        }
        pager(out, site, column, page);
      }
      case SCRIPTED -> out.raw(ListFeed.place(column, "rows"));
      case EMPTY -> out.raw("<div class=\"rows\"></div>\n<div class=\"pager\"></div>\n");
      case NOTICE -> out.put("<div class=\"rows\"><p class=\"tips\">{}</p></div>\n", column.text());
      case TEXT -> out.put("<div class=\"rich\">{}</div>\n", Parts.overview(site, "<p>", "</p>"));
      case LEADERS -> {
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<div class=\"person clearfix\"><img src=\"/static/ld.jpg\" alt=\"{}\"><div><strong>{}</strong><em>{}</em><p>{}</p><p>{}</p></div></div>\n",
              leader.name(),
              leader.name(),
              leader.office(),
              leader.duties(),
              leader.life());
        }
      }
      case HUB, ELSEWHERE -> {
        out.raw("<div class=\"grid\">\n");
        links(out, site, leadsTo(site, column), "<a class=\"entry\" href=\"{}\"><b>{}</b></a>\n");
        out.raw("</div>\n");
      }
    }
    out.raw("</div></main>\n");
  }

  @Override
  void article(Sheet out, Blueprint site, LabItem item) {
    out.put(
        """
        <main class="container"><div class="path"><a href="/">首页</a> / <a href="{}">{}</a> / 正文</div>
        <article class="card"><h1>{}</h1>
        <div class="meta"><span>发布时间：{}</span><span>信息来源：{}</span><span>阅读次数：<i class="hits">{}</i></span></div>
        <div class="rich">
        {}</div>
        <div class="near">上一篇：{}<br>下一篇：{}</div></article></main>
        """,
        columnHref(site, item.column()),
        item.column().name(),
        item.title(),
        item.stamp(),
        site.name(),
        Contents.reads(site, item),
        Parts.paragraphs(site, item, "<p>", "</p>"),
        near(site, item, item.index() - 1),
        near(site, item, item.index() + 1));
  }

  private String near(Blueprint site, LabItem item, int index) {
    if (index < 0 || index >= item.column().size()) {
      return "没有了";
    }
    var other = Contents.item(site, item.column(), index);
    return "<a href=\"" + itemHref(site, other) + "\">" + other.title() + "</a>";
  }

  private void block(Sheet out, Blueprint site, LabItem item) {
    var date = listDate(site, item);
    var split = item.column().dates().orElse(dates()) == DateStyle.SPLIT;
    var when =
        split
            ? "<div class=\"when\"><b>%s</b><i>%d-%s</i></div>"
                .formatted(
                    DateStyle.two(item.day().getDayOfMonth()),
                    item.day().getYear(),
                    DateStyle.two(item.day().getMonthValue()))
            : "";
    out.put(
        "<div class=\"news-row\">{}<div class=\"txt\"><h3><a href=\"{}\">{}{}</a></h3><p>{}……</p>{}</div></div>\n",
        when,
        itemHref(site, item),
        item.pinned() ? "<i class=\"tag\">置顶</i>" : "",
        item.title(),
        Contents.text(site, item).getFirst(),
        split ? "" : time(date));
  }

  private static String time(String date) {
    return date.isEmpty() ? "" : "<span class=\"date\">" + date + "</span>";
  }

  private void pager(Sheet out, Blueprint site, LabColumn column, int page) {
    out.raw("<div class=\"pager\">");
    for (var each = 1; each <= Contents.pages(column, perPage()); each++) {
      out.put(
          "<a href=\"{}\"{}>{}</a>",
          href(site, columnUrl(site, column, each)),
          each == page ? " class=\"on\"" : "",
          each);
    }
    out.raw("</div>\n");
  }

  @Override
  String frame() {
    return "<main class=\"container\">\n{}</main>\n";
  }

  @Override
  void head(Sheet out, Blueprint site, Spot spot, String title) {
    out.put(
        """
        <!DOCTYPE html>
        <html lang="zh">
        <head>
        <meta charset="UTF-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{}</title>
        {}{}</head>
        <body>
        <header class="header"><div class="container clearfix"><div class="today">{}</div><a class="site-name" href="/">{}</a>
        {}</div></header>
        <nav class="navbar"><ul class="container"><li><a href="/">首页</a></li>
        """,
        title,
        Metas.lines(site, spot, ""),
        Parts.fragment("blocks.html"),
        Today.line(site),
        site.name(),
        SearchBox.html(this, site, PLAIN_BOX));
    for (var column : site.firstLevel()) {
      out.put("<li><a href=\"{}\">{}</a>", columnHref(site, column), column.name());
      if (column.shape() == Shape.HUB) {
        out.raw("<div class=\"sub\">");
        for (var other : site.under(column)) {
          out.put("<a href=\"{}\">{}</a>", columnHref(site, other), other.name());
        }
        out.raw("</div>");
      }
      out.raw("</li>\n");
    }
    out.raw("</ul></nav>\n");
  }

  @Override
  void foot(Sheet out, Blueprint site) {
    out.put(
        "<footer class=\"footer\"><div class=\"container\">\n{}</div></footer>\n<script src=\"/static/common.min.js\"></script>\n</body>\n</html>\n",
        new Footer(site, mapUrl(site)).lines("<div>", "</div>"));
  }

  private static int number(LabColumn column) {
    return 670_000 + Math.floorMod(column.slug().hashCode(), 9_973);
  }
}
