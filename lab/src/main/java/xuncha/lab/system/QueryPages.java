package xuncha.lab.system;

import java.util.Base64;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// One page template per sort of page and everything else in the query:
/// `/NewsList.aspx?ClassID=34`, `/NewsShow.aspx?ID=4567890`, with the view state that such pages
/// carry.
final class QueryPages extends WholePages {
  private static final String PLAIN_BOX =
      "<form action=\"/search\" method=\"get\" class=\"so\"><input name=\"q\" type=\"text\" /><input type=\"submit\" value=\"站内搜索\" /></form>";

  @Override
  public String id() {
    return "query";
  }

  @Override
  DateStyle dates() {
    return DateStyle.DOTS;
  }

  @Override
  String homePath() {
    return "/Default.aspx";
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    return site.root()
        + switch (column.shape()) {
          case LIST, SCRIPTED, EMPTY, NOTICE -> "/NewsList.aspx?ClassID=";
          case LEADERS, TEXT -> "/About.aspx?ClassID=";
          case HUB, ELSEWHERE -> "/Channel.aspx?ClassID=";
        }
        + (20 + Math.floorMod(column.slug().hashCode(), 479))
        + (page == 1 ? "" : "&page=" + page);
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    return site.root() + "/NewsShow.aspx?ID=" + item.id();
  }

  @Override
  String title(Blueprint site, Spot spot) {
    return spot.titled(site, "|");
  }

  @Override
  void home(Sheet out, Blueprint site) {
    var number = 0;
    for (var column : site.homeLists()) {
      out.put(
          "<div class=\"box\"><div class=\"tit\">{}<a class=\"more\" href=\"{}\">more</a></div>\n<table id=\"DataList{}\" cellspacing=\"0\" border=\"0\" style=\"width:100%;border-collapse:collapse;\">\n",
          column.name(), columnHref(site, column), ++number);
      for (var item : Contents.first(site, column, 6)) {
        out.put(
            "<tr><td><a id=\"DataList{}_link\" href=\"{}\" target=\"_blank\">{}{}</a></td><td style=\"width:90px\">{}</td></tr>\n",
            number,
            itemHref(site, item).substring(1),
            item.pinned() ? "【顶】" : "",
            item.title(),
            homeDate(site, item));
      }
      out.raw("</table></div>\n");
    }
    out.raw(
        "<div class=\"box\"><div class=\"tit\">常用链接</div><select name=\"ddlLink\" id=\"ddlLink\"><option value=\"\">===部门网站===</option></select>\n");
    Parts.homeLinks(out, site, "<a href=\"{}\" target=\"_blank\">{}</a>\n");
    out.raw("</div>\n");
  }

  @Override
  void column(Sheet out, Blueprint site, LabColumn column, int page) {
    out.put(
        "<div class=\"crumb\"><span id=\"lblPath\">首页 &raquo; {}</span></div>\n<div class=\"right\">\n",
        column.name());
    switch (column.shape()) {
      case LIST -> {
        out.raw("<div id=\"UpdatePanel1\"><ul class=\"list\">\n");
        for (var item : items(site, column, page)) {
          out.put(
              "<li><span class=\"date\">{}</span><a href=\"{}\" title=\"{}\">{}{}</a></li>\n",
              listDate(site, item),
              itemHref(site, item).substring(1),
              item.title(),
              item.pinned() ? "【顶】" : "",
              item.title());
        }
        out.raw("</ul></div>\n");
        pager(out, site, column, page);
      }
      case SCRIPTED -> out.raw(ListFeed.place(column, "list"));
      case EMPTY -> out.raw("<div id=\"UpdatePanel1\"><ul class=\"list\">\n</ul></div>\n");
      case NOTICE ->
          out.put(
              "<div id=\"UpdatePanel1\"><span id=\"lblMessage\">{}</span></div>\n", column.text());
      case TEXT ->
          out.put("<div id=\"divContent\">{}</div>\n", Parts.overview(site, "<p>", "</p>"));
      case LEADERS -> {
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<div class=\"leader\"><span>{}</span><span>{}</span><div>{}</div><div>{}</div></div>\n",
              leader.office(),
              leader.name(),
              leader.duties(),
              leader.life());
        }
      }
      case HUB, ELSEWHERE -> {
        out.raw("<ul class=\"channel\">\n");
        links(out, site, leadsTo(site, column), "<li><a href=\"{}\">{}</a></li>\n");
        out.raw("</ul>\n");
      }
    }
    out.raw("</div>\n");
  }

  @Override
  void article(Sheet out, Blueprint site, LabItem item) {
    out.put(
        """
        <div class="crumb"><span id="lblPath">首页 &raquo; <a href="{}">{}</a> &raquo; 查看信息</span></div>
        <div class="article"><h2><span id="lblTitle">{}</span></h2>
        <div class="info">发布人：<span id="lblAuthor">管理员</span> 发布日期：<span id="lblDate">{}</span> 点击：<span id="lblHits">{}</span></div>
        <div id="divContent">
        {}</div></div>
        """,
        columnHref(site, item.column()).substring(1),
        item.column().name(),
        item.title(),
        DateStyle.CHINESE.write(item.day(), site.today()),
        Contents.reads(site, item),
        Parts.paragraphs(site, item, "<p>", "</p>"));
  }

  private void pager(Sheet out, Blueprint site, LabColumn column, int page) {
    var pages = Contents.pages(column, perPage());
    out.put(
        "<div id=\"AspNetPager1\" class=\"page\"><div style=\"width:40%;float:left\">共{}条 每页{}条</div><div style=\"float:left\">",
        column.size(), perPage());
    for (var each = 1; each <= pages; each++) {
      if (each == page) {
        out.put("<span style=\"font-weight:Bold;color:red\">{}</span>", each);
      } else {
        out.put(
            "<a href=\"{}\">{}</a>",
            href(site, columnUrl(site, column, each)).replace("&", "&amp;"),
            each);
      }
    }
    if (page < pages) {
      out.put(
          "<a href=\"{}\">下一页</a>",
          href(site, columnUrl(site, column, page + 1)).replace("&", "&amp;"));
    }
    out.raw("</div></div>\n");
  }

  @Override
  String frame() {
    return "<div class=\"w1200\">\n{}</div>\n";
  }

  @Override
  String framed(Blueprint site, String title, String content) {
    var out = new Sheet();
    // the page may hold a form of its own, and a form in a form is none
    top(out, site, new Spot.Home(), title + "-" + site.name(), "");
    out.put(frame(), content);
    bottom(out, site, "");
    return out.toString();
  }

  @Override
  void head(Sheet out, Blueprint site, Spot spot, String title) {
    var form = new Sheet();
    form.put(
        """
        <form name="form1" method="post" action="{}" id="form1">
        <div><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{}" /></div>
        <div><input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="{}" /></div>
        """,
        spot instanceof Spot.Home ? "Default.aspx" : "NewsList.aspx",
        viewState(site, spot, 700),
        viewState(site, spot, 90));
    top(out, site, spot, title, form.toString());
  }

  private void top(Sheet out, Blueprint site, Spot spot, String title, String form) {
    out.put(
        """

        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml">
        <head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>
        	{}
        </title>
        {}<link href="css/css.css" rel="stylesheet" type="text/css" />
        {}</head>
        <body>
        {}<div class="w1000"><div class="top">{}</div><div class="logo"><img src="images/logo.jpg" alt="{}" /></div>
        <div class="nav"><ul><li><a href="Default.aspx">首页</a></li>
        """,
        title,
        Metas.lines(site, spot, " /"),
        Parts.fragment("plain.html"),
        form,
        Today.line(site),
        site.name());
    links(out, site, site.firstLevel(), "<li><a href=\"{}\">{}</a></li>\n");
    out.raw("</ul></div>\n");
  }

  private static String viewState(Blueprint site, Spot spot, int bytes) {
    var lot = site.lot("view", bytes, spot.getClass().getSimpleName());
    var state = new byte[bytes];
    for (var i = 0; i < bytes; i++) {
      state[i] = (byte) lot.below(256);
    }
    return Base64.getEncoder().encodeToString(state);
  }

  @Override
  void foot(Sheet out, Blueprint site) {
    bottom(out, site, "</form>");
  }

  private void bottom(Sheet out, Blueprint site, String end) {
    out.put(
        "<div class=\"foot\">\n{}</div></div>{}\n{}\n</body>\n</html>\n",
        new Footer(site, mapUrl(site)).lines("<p>", "</p>"),
        end,
        SearchBox.html(this, site, PLAIN_BOX));
  }
}
