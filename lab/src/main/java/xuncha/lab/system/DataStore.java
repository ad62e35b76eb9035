package xuncha.lab.system;

import java.util.Optional;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// Keeps its lists as XML islands in the page that a script unpacks: `/col/col1234/index.html`,
/// `/art/2020/3/10/art_1234_56789.html`.
final class DataStore extends WholePages {
  private static final String PLAIN_BOX =
      "<form name=\"searchform\" method=\"get\" action=\"/search\"><input type=\"hidden\" name=\"webid\" value=\"1\"><input name=\"q\" type=\"text\" placeholder=\"请输入关键字\"><input type=\"image\" src=\"/picture/so.png\" alt=\"搜索\"></form>";

  private static final int ISLAND = 60;

  @Override
  public String id() {
    return "datastore";
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    var number = number(site, column);
    return site.root()
        + "/col/col"
        + number
        + "/index.html"
        + (page == 1 ? "" : "?uid=" + number + 7 + "&pageNum=" + page);
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    var day = item.day();
    return site.root()
        + "/art/"
        + day.getYear()
        + "/"
        + day.getMonthValue()
        + "/"
        + day.getDayOfMonth()
        + "/art_"
        + number(site, item.column())
        + "_"
        + item.id()
        + ".html";
  }

  @Override
  Optional<Reply> particular(Blueprint site, Request request) {
    if (!request.path().equals("/module/web/jpage/dataproxy.jsp")) {
      return ListFeed.answer(this, site, request);
    }
    var column =
        site.columns().stream()
            .filter(each ->
                request
                    .parameter("columnid")
                    .equals(Optional.of(Integer.toString(number(site, each)))))
            .findFirst();
    var from = request.parameter("startrecord").map(DataStore::count).orElse(1);
    var out = new Sheet().put("<?xml version='1.0' encoding='UTF-8'?>\n");
    column.ifPresent(each -> store(out, site, each, from));
    return Optional.of(Reply.text("text/xml", out.toString()));
  }

  @Override
  String title(Blueprint site, Spot spot) {
    return switch (spot) {
      case Spot.Splash _, Spot.Home _ -> site.name() + "-首页";
      case Spot.Column(var column, _) -> site.name() + " " + column.name();
      case Spot.Article(var item) -> site.name() + " " + item.column().name() + " " + item.title();
    };
  }

  @Override
  void home(Sheet out, Blueprint site) {
    out.put(
        "<div class=\"w1200 main\">\n<table class=\"banner\" cellpadding=\"0\">\n{}</table>\n",
        Parts.carousel(this, site, "<tr><td>", "</td></tr>"));
    for (var column : site.homeLists()) {
      out.put(
          "<div class=\"w580 fl\"><h2 class=\"tit\"><span>{}</span><a class=\"more\" href=\"{}\" target=\"_blank\">更多</a></h2>\n<ul class=\"list\">\n",
          column.name(),
          columnHref(site, column));
      for (var item : Contents.first(site, column, 7)) {
        out.put(
            "<li><span class=\"bt-right\">{}</span><a title=\"{}\" href=\"{}\" target=\"_blank\">{}{}</a></li>\n",
            homeDate(site, item),
            item.title(),
            itemHref(site, item),
            item.pinned() ? "【置顶】" : "",
            item.title());
      }
      out.raw("</ul></div>\n");
    }
    out.raw(
        "</div><div class=\"clear\"></div>\n<div class=\"w1200 link\"><h2 class=\"tit\">网站链接</h2>\n<ul>");
    Parts.homeLinks(out, site, "<li><a href=\"{}\" target=\"_blank\">{}</a></li>\n");
    out.raw("</ul></div>\n");
  }

  @Override
  void column(Sheet out, Blueprint site, LabColumn column, int page) {
    out.put(
        "<table width=\"1200\" align=\"center\"><tr><td class=\"bt_position\">您的位置：<a href=\"/\">首页</a> &gt; {}</td></tr></table>\n<div class=\"w1200\">\n",
        column.name());
    switch (column.shape()) {
      case LIST -> {
        out.put(
            "<div id=\"{}7\" class=\"lm_list\">\n<script type=\"text/xml\">", number(site, column));
        store(out, site, column, (page - 1) * perPage() + 1);
        out.raw(
            "</script>\n<script type=\"text/javascript\" src=\"/script/jpage.js\"></script>\n</div>\n");
      }
      case SCRIPTED -> out.raw(ListFeed.place(column, "list"));
      case EMPTY ->
          out.put(
              "<div id=\"{}7\" class=\"lm_list\">\n<script type=\"text/xml\"><datastore><totalrecord>0</totalrecord><totalpage>0</totalpage><recordset></recordset></datastore></script>\n<script type=\"text/javascript\" src=\"/script/jpage.js\"></script>\n</div>\n",
              number(site, column));
      case NOTICE -> out.put("<div class=\"lm_list\"><p>{}</p></div>\n", column.text());
      case TEXT ->
          out.put("<div class=\"bt_content\">{}</div>\n", Parts.overview(site, "<p>", "</p>"));
      case LEADERS -> {
        out.raw("<table class=\"leader\" width=\"100%\">\n");
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<tr><td rowspan=\"3\" width=\"140\"><img src=\"/picture/ld.jpg\" width=\"120\"></td><td>姓名：{}</td></tr>\n<tr><td>职务：{}</td></tr>\n<tr><td>简历：{}<br>{}</td></tr>\n",
              leader.name(),
              leader.office(),
              leader.life(),
              leader.duties());
        }
        out.raw("</table>\n");
      }
      case HUB, ELSEWHERE -> {
        out.raw("<div class=\"zwgk_nav\">\n");
        links(out, site, leadsTo(site, column), "<a href=\"{}\"><span>{}</span></a>\n");
        out.raw("</div>\n");
      }
    }
    out.raw("</div>\n");
  }

  @Override
  void article(Sheet out, Blueprint site, LabItem item) {
    out.put(
        """
        <table width="1200" align="center"><tr><td class="bt_position">您的位置：<a href="/">首页</a> &gt; <a href="{}">{}</a></td></tr></table>
        <div id="article" class="w1200"><table width="100%" border="0" cellspacing="0" cellpadding="0">
        <tr><td class="title" align="center"><!--<$[标题名称(html)]>begin-->{}<!--<$[标题名称(html)]>end--></td></tr>
        <tr><td class="info" align="center">发布日期：{}　　信息来源：{}　　浏览次数：<script language="javascript" src="/module/visitcount/articlehits.js"></script>　　字号：[ 大 中 小 ]</td></tr>
        <tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->
        {}<!--ZJEG_RSS.content.end--></div></td></tr></table></div>
        """,
        columnHref(site, item.column()),
        item.column().name(),
        item.title(),
        DateStyle.iso(item.day()),
        site.name(),
        Parts.paragraphs(site, item, "<p style=\"text-indent:2em\">", "</p>"));
  }

  private void store(Sheet out, Blueprint site, LabColumn column, int from) {
    var number = number(site, column);
    out.put(
        "<datastore>\n<nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1&webid=1&path={}/&columnid={}&unitid={}7&permissiontype=0&startrecord={}\"></a>]]></nextgroup>\n<totalrecord>{}</totalrecord><totalpage>{}</totalpage>\n<recordset>\n",
        site.root(),
        number,
        number,
        from + ISLAND,
        column.size(),
        Contents.pages(column, perPage()));
    var page = (from - 1) / perPage() + 1;
    for (var next = page; next < page + ISLAND / perPage(); next++) {
      for (var item : items(site, column, next)) {
        out.put(
            "<record><![CDATA[\n<li><a href=\"{}\" class=\"bt_link\" title=\"{}\" target=\"_blank\">{}{}</a><span class=\"bt_time\">{}</span></li>]]></record>\n",
            itemHref(site, item),
            item.title(),
            item.pinned() ? "【置顶】" : "",
            item.title(),
            listDate(site, item));
      }
    }
    out.raw("</recordset></datastore>");
  }

  @Override
  String frame() {
    return "<div class=\"w1200\">\n{}</div>\n";
  }

  @Override
  void head(Sheet out, Blueprint site, Spot spot, String title) {
    out.put(
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <HTML>
        <HEAD>
        <meta http-equiv="X-UA-Compatible" content="IE=edge" />
        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="renderer" content="webkit" />
        <title>{}</title>
        {}{}</HEAD>
        <body>
        <div class="w1200 top"><span>{}</span></div>
        <div class="w1200 logo"><a href="/"><img src="/picture/logo.png" alt="{}" /></a>
        {}</div>
        <div class="nav"><ul class="w1200"><li><a href="/">网站首页</a></li>
        """,
        title,
        Metas.lines(site, spot, ""),
        Parts.fragment("plain.html"),
        Today.line(site),
        site.name(),
        SearchBox.html(this, site, PLAIN_BOX));
    links(out, site, site.firstLevel(), "<li><a href=\"{}\" target=\"_blank\">{}</a></li>\n");
    out.raw("</ul></div>\n");
  }

  @Override
  void foot(Sheet out, Blueprint site) {
    out.put(
        "<div class=\"foot\"><div class=\"w1200\"><table align=\"center\"><tr><td>\n{}</td></tr></table></div></div>\n<div style=\"display:none\"><script type=\"text/javascript\" src=\"/script/web_front.js\"></script></div>\n</body></HTML>\n",
        new Footer(site, mapUrl(site)).lines("<div>", "</div>"));
  }

  private static int number(Blueprint site, LabColumn column) {
    return site.lot("columns").between(1000, 8000) + Math.floorMod(column.slug().hashCode(), 997);
  }

  private static int count(String text) {
    return text.matches("\\d{1,5}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }
}
