package xuncha.lab.system;

import java.util.stream.Collectors;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.Shape;

/// Publishes static pages: `t20200310_1234567.html`, relative links, pagers that a script writes.
final class StaticPages extends WholePages {
  private static final String PLAIN_BOX =
      "<form action=\"/search\" method=\"get\" onsubmit=\"return checkSearch(this)\"><input type=\"text\" name=\"q\" value=\"\" maxlength=\"50\" /><input type=\"submit\" value=\"搜索\" /></form>";

  @Override
  public String id() {
    return "static";
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    return site.root() + folder(column) + (page == 1 ? "" : "index_" + (page - 1) + ".html");
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    var day = item.day();
    var month = day.getYear() + DateStyle.two(day.getMonthValue());
    return site.root()
        + folder(item.column())
        + month
        + "/t"
        + month
        + DateStyle.two(day.getDayOfMonth())
        + "_"
        + item.id()
        + ".html";
  }

  @Override
  String title(Blueprint site, Spot spot) {
    return spot.titled(site, "_");
  }

  @Override
  void home(Sheet out, Blueprint site) {
    out.put(
        "<div class=\"w1000\">\n<div class=\"banner\" id=\"slide\"><ul>\n{}</ul></div>\n",
        Parts.carousel(this, site, "<li>", "</li>"));
    for (var column : site.homeLists()) {
      out.put(
          "<div class=\"box fl\"><div class=\"tit\"><a class=\"more\" href=\"{}\">更多&gt;&gt;</a>{}</div>\n<ul class=\"list\">\n",
          columnHref(site, column),
          column.name());
      for (var item : Contents.first(site, column, 6)) {
        row(out, item, itemHref(site, item), homeDate(site, item));
      }
      out.raw("</ul></div>\n");
    }
    out.raw("<div class=\"clear\"></div>\n<div class=\"tit\">友情链接</div>\n<div class=\"links\">");
    Parts.homeLinks(out, site, "<a href=\"{}\" target=\"_blank\">{}</a> | ");
    out.raw("</div>\n</div>\n");
  }

  @Override
  void column(Sheet out, Blueprint site, LabColumn column, int page) {
    crumb(out, site, column, "");
    out.raw("<div class=\"w1000\"><div class=\"fl left\"><ul class=\"menu\">\n");
    links(out, site, site.firstLevel(), "<li><a href=\"{}\">{}</a></li>\n");
    out.put("</ul></div>\n<div class=\"fr right\"><div class=\"tit\">{}</div>\n", column.name());
    switch (column.shape()) {
      case LIST -> list(out, site, column, page);
      case SCRIPTED -> out.raw(ListFeed.place(column, "list"));
      case EMPTY -> out.raw("<ul class=\"list\">\n</ul>\n");
      case NOTICE -> out.put("<ul class=\"list\">\n<li>{}</li>\n</ul>\n", column.text());
      case TEXT ->
          out.put("<div class=\"TRS_Editor\">{}</div>\n", Parts.overview(site, "<p>　　", "</p>"));
      case LEADERS -> {
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<div class=\"ld\"><img src=\"/images/ld.jpg\" alt=\"{}\" /><h3>{}　{}</h3><p>{}</p><p>工作分工：{}</p></div>\n",
              leader.name(),
              leader.office(),
              leader.name(),
              leader.life(),
              leader.duties());
        }
      }
      case HUB, ELSEWHERE -> {
        out.raw("<ul class=\"lmlist\">\n");
        links(
            out,
            site,
            leadsTo(site, column),
            "<li><a href=\"{}\"><img src=\"/images/ico.png\" alt=\"\" />{}</a></li>\n");
        out.raw("</ul>\n");
      }
    }
    out.raw("</div><div class=\"clear\"></div></div>\n");
  }

  @Override
  void article(Sheet out, Blueprint site, LabItem item) {
    crumb(out, site, item.column(), " &gt; 正文");
    out.put(
        """
        <div class="w1000 article"><h1>{}</h1>
        <div class="info">发布时间：{}　来源：{}　浏览次数：<span id="hits">{}</span>　字体：[<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>]</div>
        <div class="TRS_Editor" id="zoom">
        {}</div>
        <div class="tools"><a href="javascript:window.print()">【打印】</a> <a href="javascript:window.close()">【关闭】</a></div>
        <div class="tit">相关信息</div>
        <ul class="about">
        {}</ul></div>
        """,
        item.title(),
        item.stamp(),
        site.name(),
        Contents.reads(site, item),
        Parts.paragraphs(site, item, "<p>　　", "</p>"),
        Parts.readOn(this, site, item, "<li>", "</li>"));
  }

  private void list(Sheet out, Blueprint site, LabColumn column, int page) {
    out.raw("<ul class=\"list\">\n");
    for (var item : items(site, column, page)) {
      row(
          out,
          item,
          "." + itemHref(site, item).substring(folder(column).length() - 1),
          listDate(site, item));
    }
    out.put(
        "</ul>\n<script type=\"text/javascript\" src=\"/js/createpage.js\"></script>\n<script type=\"text/javascript\">createPageHTML({}, {}, \"index\", \"html\");</script>\n",
        Contents.pages(column, perPage()),
        page - 1);
  }

  private static void row(Sheet out, LabItem item, String href, String date) {
    out.put(
        "<li><a href=\"{}\" title=\"{}\" target=\"_blank\">{}{}</a>{}</li>\n",
        href,
        item.title(),
        item.pinned() ? "<font color=\"red\">[置顶]</font>" : "",
        item.title(),
        date.isEmpty() ? "" : "<span>" + date + "</span>");
  }

  @Override
  String frame() {
    return "<div class=\"w1000\">\n{}</div>\n";
  }

  @Override
  void head(Sheet out, Blueprint site, Spot spot, String title) {
    out.put(
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <title>{}</title>
        {}<link href="/css/style.css" rel="stylesheet" type="text/css" />
        {}</head>
        <body>
        <div class="top"><div class="w1000"><span class="fl">{}</span><span class="fr"><a href="javascript:addFavorite()">加入收藏</a></span></div></div>
        <div class="logo w1000"><a href="/"><img src="/images/logo.png" alt="{}" /></a>
        {}</div>
        <div class="nav"><ul class="w1000">
        <li><a href="/">首页</a></li>
        """,
        title,
        Metas.lines(site, spot, " /"),
        Parts.fragment("plain.html"),
        Today.line(site),
        site.name(),
        SearchBox.html(this, site, PLAIN_BOX));
    for (var column : site.firstLevel()) {
      out.put(
          "<li><a href=\"{}\">{}</a>{}</li>\n",
          columnHref(site, column),
          column.name(),
          dropDown(site, column));
    }
    out.raw("</ul></div>\n");
  }

  private String dropDown(Blueprint site, LabColumn hub) {
    return hub.shape() == Shape.HUB
        ? site.under(hub).stream()
            .map(column ->
                "<dd><a href=\"%s\">%s</a></dd>".formatted(columnHref(site, column), column.name()))
            .collect(Collectors.joining("", "<dl>", "</dl>"))
        : "";
  }

  private void crumb(Sheet out, Blueprint site, LabColumn column, String rest) {
    out.put(
        "<div class=\"crumb w1000\">当前位置：<a href=\"/\">首页</a> &gt; <a href=\"{}\">{}</a>{}</div>\n",
        columnHref(site, column),
        column.name(),
        rest);
  }

  @Override
  void foot(Sheet out, Blueprint site) {
    out.put(
        "<div class=\"foot\"><div class=\"w1000\">\n{}<p>Copyright &copy; 2008-{} All Rights Reserved</p>\n</div></div>\n</body>\n</html>\n",
        new Footer(site, mapUrl(site)).lines("<p>", "</p>"),
        site.today().getYear());
  }

  private static String folder(LabColumn column) {
    return column.under().length() > 1
        ? "/" + column.under() + "/" + column.slug() + "/"
        : "/" + column.slug() + "/";
  }
}
