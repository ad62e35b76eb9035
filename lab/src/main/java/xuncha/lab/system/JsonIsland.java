package xuncha.lab.system;

import java.util.HexFormat;
import java.util.Locale;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// Hands its lists to a script as JSON, in the page and at an address of their own:
/// `/tzgg/c108432/202003/<32 hexadecimal digits>.shtml`.
final class JsonIsland extends WholePages {
  private static final String PLAIN_BOX =
      "<form action=\"/search\" target=\"_blank\"><input type=\"text\" name=\"q\" placeholder=\"请输入您要搜索的内容\"><button type=\"submit\">搜索</button></form>";

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    return site.root()
        + "/"
        + column.slug()
        + "/"
        + channel(site, column)
        + (page == 1 ? "/list.shtml" : "/list_" + page + ".shtml");
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    var day = item.day();
    return site.root()
        + "/"
        + item.column().slug()
        + "/"
        + channel(site, item.column())
        + "/"
        + day.getYear()
        + DateStyle.two(day.getMonthValue())
        + "/"
        + site.lot(item.id()).hex(24).toLowerCase(Locale.ROOT)
        + HexFormat.of().toHexDigits((int) (item.id() ^ mask(site.domain())))
        + ".shtml";
  }

  @Override
  long numberIn(String address) {
    var dot = address.lastIndexOf(".shtml");
    if (dot < 8 || !address.substring(dot - 8, dot).matches("[0-9a-f]{8}")) {
      return -1;
    }
    return HexFormat.fromHexDigits(address, dot - 8, dot)
        ^ mask(address.substring(0, address.indexOf('/')));
  }

  private static int mask(String host) {
    return host.hashCode() & 0x7FFFFFFF;
  }

  @Override
  String title(Blueprint site, Spot spot) {
    return spot.titled(site, "-");
  }

  @Override
  void home(Sheet out, Blueprint site) {
    out.put(
        "<div class=\"w1200 index\">\n<div class=\"banner\"><ul>\n{}</ul></div>\n",
        Parts.carousel(this, site, "<li>", "</li>"));
    for (var column : site.homeLists()) {
      out.put(
          "<div class=\"news\"><div class=\"tit\"><a href=\"{}\">{}</a><a href=\"{}\" class=\"more\">MORE+</a></div><div class=\"con\">\n",
          columnHref(site, column),
          column.name(),
          columnHref(site, column));
      for (var item : Contents.first(site, column, 6)) {
        out.put(
            "<dl><dt><a target=\"_blank\" href=\"{}\">{}{}</a></dt><dd>{}</dd></dl>\n",
            itemHref(site, item),
            item.pinned() ? "<em class=\"zd\">置顶</em>" : "",
            item.title(),
            homeDate(site, item));
      }
      out.raw("</div></div>\n");
    }
    out.raw(
        "<div class=\"yqlj\"><select onchange=\"window.open(this.value)\"><option>--相关网站--</option></select>\n");
    Parts.homeLinks(out, site, "<a target=\"_blank\" href=\"{}\">{}</a>\n");
    out.raw("</div></div>\n");
  }

  @Override
  void column(Sheet out, Blueprint site, LabColumn column, int page) {
    out.put(
        "<div class=\"w1200\"><div class=\"crumb\">当前位置：<a href=\"/\">首页</a>&nbsp;&gt;&nbsp;<a href=\"{}\">{}</a></div>\n<div class=\"gl_list\">\n",
        columnHref(site, column),
        column.name());
    switch (column.shape()) {
      case LIST -> {
        out.put(
            "<ul class=\"list\" id=\"newsList\"></ul>\n<script type=\"text/javascript\">\nvar listData = {};\n</script>\n<script src=\"/js/island.js\"></script>\n",
            ListFeed.json(this, site, column, page, "  "));
        pager(out, site, column, page);
      }
      case SCRIPTED -> out.raw(ListFeed.place(column, "list"));
      case EMPTY ->
          out.raw(
              "<ul class=\"list\" id=\"newsList\"></ul>\n<script type=\"text/javascript\">\nvar listData = {\"code\":200,\"data\":{\"page\":1,\"total\":0,\"results\":[]}};\n</script>\n<script src=\"/js/island.js\"></script>\n");
      case NOTICE ->
          out.put("<div class=\"list\"><div class=\"nodata\">{}</div></div>\n", column.text());
      case TEXT -> out.put("<div class=\"detail\">{}</div>\n", Parts.overview(site, "<p>", "</p>"));
      case LEADERS -> {
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<section class=\"ld\"><figure><img src=\"/images/ld.jpg\" alt=\"\"></figure><h4>{}</h4><h5>{}</h5><p>{}</p><p>{}</p></section>\n",
              leader.name(),
              leader.office(),
              leader.duties(),
              leader.life());
        }
      }
      case HUB, ELSEWHERE -> {
        out.raw("<div class=\"entry\">\n");
        links(out, site, leadsTo(site, column), "<a class=\"item\" href=\"{}\">{}</a>\n");
        out.raw("</div>\n");
      }
    }
    out.raw("</div></div>\n");
  }

  @Override
  void article(Sheet out, Blueprint site, LabItem item) {
    out.put(
        """
        <div class="w1200"><div class="crumb">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="{}">{}</a></div>
        <div class="article"><h1>{}</h1>
        <div class="info"><span>来源：{}</span><span>时间：{}</span><span>阅读：{}次</span><span class="share">分享到：</span></div>
        <div class="detail" id="UCAP-CONTENT">
        {}</div></div>
        <aside class="side"><h3>热点推荐</h3><ul>
        {}</ul></aside></div>
        """,
        columnHref(site, item.column()),
        item.column().name(),
        item.title(),
        site.name(),
        item.stamp(),
        Contents.reads(site, item),
        Parts.paragraphs(site, item, "<p>", "</p>"),
        Parts.readOn(this, site, item, "<li>", "</li>"));
  }

  private void pager(Sheet out, Blueprint site, LabColumn column, int page) {
    var pages = Contents.pages(column, perPage());
    out.raw("<div class=\"page\">");
    for (var each = 1; each <= pages; each++) {
      out.put(
          each == page ? "<span data-u=\"{}\">{}</span>" : "<a href=\"{}\">{}</a>",
          href(site, columnUrl(site, column, each)),
          each);
    }
    out.raw("</div>\n");
  }

  @Override
  String frame() {
    return "<div class=\"w1200\">\n{}</div>\n";
  }

  @Override
  void head(Sheet out, Blueprint site, Spot spot, String title) {
    out.put(
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="renderer" content="webkit">
        <meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
        <title>{}</title>
        {}<link rel="stylesheet" href="/css/common.css">
        {}</head>
        <body>
        <header class="w1200"><div class="top">{}</div><a class="logo" href="/"><img src="/images/logo.png" alt="{}"></a>
        <div class="search">{}</div></header>
        <nav class="nav"><ul class="w1200"><li><a href="/">首页</a></li>
        """,
        title,
        Metas.lines(site, spot, ""),
        Parts.fragment("plain.html"),
        Today.line(site),
        site.name(),
        SearchBox.html(this, site, PLAIN_BOX));
    links(out, site, site.firstLevel(), "<li><a href=\"{}\">{}</a></li>\n");
    out.raw("</ul></nav>\n");
  }

  @Override
  void foot(Sheet out, Blueprint site) {
    out.put(
        "<footer class=\"foot\"><div class=\"w1200\">\n{}</div></footer>\n<script src=\"/js/common.js\"></script>\n</body>\n</html>\n",
        new Footer(site, mapUrl(site)).lines("<p>", "</p>"));
  }

  private static String channel(Blueprint site, LabColumn column) {
    return "c"
        + (100_000
            + site.lot("channels").below(8000)
            + Math.floorMod(column.slug().hashCode(), 997));
  }
}
