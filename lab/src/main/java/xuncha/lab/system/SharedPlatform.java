package xuncha.lab.system;

import java.util.List;
import java.util.Optional;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// Two systems under one roof: news on the site's own host, open-government columns on the platform
/// of the same body at `xxgk.`, all links absolute.
final class SharedPlatform extends WholePages {
  private static final String PLAIN_BOX =
      "<form action=\"/search\" method=\"get\"><input type=\"text\" name=\"q\" class=\"txt\" /><input type=\"submit\" class=\"btn\" value=\"检索\" /></form>";

  @Override
  public String id() {
    return "shared";
  }

  @Override
  DateStyle dates() {
    return DateStyle.SLASHES;
  }

  @Override
  List<String> ownHosts(Blueprint site) {
    return List.of(site.domain(), platform(site));
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    return onPlatform(column)
        ? "http://"
            + platform(site)
            + "/public/column/"
            + number(column)
            + "?type=4&action=list"
            + (page == 1 ? "" : "&pageIndex=" + page)
        : site.root()
            + "/"
            + column.slug()
            + (page == 1 ? "/index.html" : "/index_" + page + ".html");
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    return onPlatform(item.column())
        ? "http://"
            + platform(site)
            + "/public/"
            + number(item.column())
            + "/"
            + item.id()
            + ".html"
        : site.root() + "/" + item.column().slug() + "/" + item.id() + ".html";
  }

  @Override
  Optional<Reply> particular(Blueprint site, Request request) {
    if (request.host().equals(platform(site)) && request.path().equals("/")) {
      return Optional.of(Reply.redirect(302, site.root() + "/"));
    }
    return ListFeed.answer(this, site, request);
  }

  @Override
  String href(Blueprint site, String url) {
    return url;
  }

  @Override
  String title(Blueprint site, Spot spot) {
    return switch (spot) {
      case Spot.Splash _, Spot.Home _ -> site.name();
      case Spot.Column(var column, _) -> site.name() + column.name();
      case Spot.Article(var item) -> item.title();
    };
  }

  @Override
  void home(Sheet out, Blueprint site) {
    out.raw(
        "<div class=\"w1200\">\n<div class=\"fl w580\" id=\"slide\"><a href=\"/\"><img src=\"/images/banner1.jpg\" alt=\"\" /></a></div>\n");
    for (var column : site.homeLists()) {
      out.put(
          "<div class=\"fr w580\"><div class=\"tit\" id=\"tab1\"><a href=\"{}\">{}</a></div><div id=\"con_tab_1\"><ul class=\"list\">\n",
          columnHref(site, column),
          column.name());
      for (var item : Contents.first(site, column, 6)) {
        row(out, site, item, homeDate(site, item));
      }
      out.raw("</ul></div></div>\n");
    }
    out.raw("<div class=\"clear\"></div><div class=\"links\">\n");
    Parts.homeLinks(out, site, "<span><a href=\"{}\" target=\"_blank\">{}</a></span>\n");
    out.raw("</div></div>\n");
  }

  @Override
  void column(Sheet out, Blueprint site, LabColumn column, int page) {
    out.put(
        "<div class=\"w1200\"><p class=\"crumb\">您现在的位置：<a href=\"{}/\">首页</a>&gt;&gt;{}</p>\n",
        site.root(),
        column.name());
    switch (column.shape()) {
      case LIST -> list(out, site, column, page);
      case SCRIPTED -> out.raw(ListFeed.place(column, "list"));
      case EMPTY ->
          out.raw(
              onPlatform(column)
                  ? "<table class=\"xxgk_table\"><tr><th>标题</th><th>发文机关</th><th>发布日期</th></tr></table>\n"
                  : "<ul class=\"list\"></ul>\n");
      case NOTICE -> out.put("<div class=\"xxgk_none\">{}</div>\n", column.text());
      case TEXT -> out.put("<div class=\"con\">{}</div>\n", Parts.overview(site, "<p>", "</p>"));
      case LEADERS -> {
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<dl class=\"ldxx\"><dt><img src=\"/images/ld.jpg\" alt=\"\" /></dt><dd>{}</dd><dd>{}</dd><dd>{}</dd><dd>{}</dd></dl>\n",
              leader.name(),
              leader.office(),
              leader.life(),
              leader.duties());
        }
      }
      case HUB, ELSEWHERE -> {
        out.raw("<div class=\"ml\">\n");
        links(out, site, leadsTo(site, column), "<h3><a href=\"{}\">{}</a></h3>\n");
        out.raw("</div>\n");
      }
    }
    out.raw("</div>\n");
  }

  @Override
  void article(Sheet out, Blueprint site, LabItem item) {
    out.put("<div class=\"w1200 article\">\n");
    if (onPlatform(item.column())) {
      out.put(
          """
          <table class="xxgk_table" width="100%">
          <tr><th>索引号：</th><td>{}/{}-00{}</td><th>信息分类：</th><td>{}</td></tr>
          <tr><th>发布机构：</th><td>{}</td><th>成文日期：</th><td>{}</td></tr>
          <tr><th>发布日期：</th><td>{}</td><th>文　　号：</th><td>{}</td></tr>
          <tr><th>名　　称：</th><td colspan="3">{}</td></tr>
          </table>
          """,
          site.code(),
          item.day().getYear(),
          item.id() % 1000,
          item.column().name(),
          site.name(),
          Contents.drawnUp(site, item),
          DateStyle.iso(item.day()),
          item.column().theme().equals("policy") ? Contents.documentNumber(site, item) : "无",
          item.title());
    }
    out.put(
        "<h1>{}</h1>\n<div class=\"info\">{}<span>作者：{}</span><span>来源：{}</span></div>\n<div class=\"con\">\n{}</div></div>\n",
        item.title(),
        onPlatform(item.column()) ? "" : "<span>" + item.stamp() + "</span>",
        "信息中心",
        site.name(),
        Parts.paragraphs(site, item, "<p>", "</p>"));
  }

  private void list(Sheet out, Blueprint site, LabColumn column, int page) {
    if (onPlatform(column)) {
      out.raw("<table class=\"xxgk_table\"><tr><th>标题</th><th>发文机关</th><th>发布日期</th></tr>\n");
      for (var item : items(site, column, page)) {
        out.put(
            "<tr><td><a href=\"{}\" title=\"{}\">{}{}</a></td><td>{}</td><td>{}</td></tr>\n",
            itemHref(site, item),
            item.title(),
            item.pinned() ? "[置顶]" : "",
            item.title(),
            site.name(),
            listDate(site, item));
      }
      out.raw("</table>\n");
    } else {
      out.raw("<ul class=\"list\">\n");
      for (var item : items(site, column, page)) {
        row(out, site, item, listDate(site, item));
      }
      out.raw("</ul>\n");
    }
    out.raw("<div class=\"page\">");
    for (var each = 1; each <= Contents.pages(column, perPage()); each++) {
      out.put("<a href=\"{}\">{}</a>", columnUrl(site, column, each).replace("&", "&amp;"), each);
    }
    out.raw("</div>\n");
  }

  private void row(Sheet out, Blueprint site, LabItem item, String date) {
    out.put(
        "<li><a href=\"{}\" target=\"_blank\" title=\"{}\">{}{}</a>{}</li>\n",
        itemHref(site, item),
        item.title(),
        item.pinned() ? "<b>[置顶]</b>" : "",
        item.title(),
        date.isEmpty() ? "" : "<span>" + date + "</span>");
  }

  @Override
  String frame() {
    return "<div class=\"w1200\">\n{}</div>\n";
  }

  @Override
  void head(Sheet out, Blueprint site, Spot spot, String title) {
    out.put(
        """
        <!doctype html>
        <html>
        <head>
        <meta charset="utf-8"/>
        <title>{}</title>
        {}{}</head>
        <body>
        <div class="top"><div class="w1200">{} <a href="{}/">{}</a></div></div>
        <div class="logo w1200"><img src="/images/logo.png" alt="{}" />
        {}</div>
        <div class="nav"><ul class="w1200"><li><a href="{}/">首页</a></li>
        """,
        title,
        Metas.lines(site, spot, "/"),
        Parts.fragment("plain.html"),
        Today.line(site),
        site.root(),
        site.name(),
        site.name(),
        SearchBox.html(this, site, PLAIN_BOX.replace("action=\"", "action=\"" + site.root())),
        site.root());
    for (var column : site.firstLevel()) {
      out.put(
          "<li><a href=\"{}\">{}</a></li>\n",
          columnHref(site, column).replace("&", "&amp;"),
          column.name());
    }
    out.raw("</ul></div>\n");
  }

  @Override
  void foot(Sheet out, Blueprint site) {
    out.put(
        "<div class=\"foot\"><div class=\"w1200\">\n{}</div></div>\n</body>\n</html>\n",
        new Footer(site, mapUrl(site)).lines("<p>", "</p>"));
  }

  /// Whether the column belongs to open government.
  private static boolean onPlatform(LabColumn column) {
    return switch (column.kind()) {
      case NOTICE, POLICY, INTERPRETATION, OTHER -> true;
      case NEWS, INTERACTION, SERVICE, OVERVIEW -> false;
    };
  }

  private static String platform(Blueprint site) {
    var domain = site.domain();
    return "xxgk." + (domain.startsWith("www.") ? domain.substring(4) : domain);
  }

  private static int number(LabColumn column) {
    return 120_000 + Math.floorMod(column.slug().hashCode(), 9_973);
  }
}
