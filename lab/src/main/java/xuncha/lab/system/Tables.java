package xuncha.lab.system;

import java.nio.charset.Charset;
import java.util.Optional;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// What was made in 2005 and still runs: frames, nested tables, GB2312 and no charset header.
final class Tables extends WholePages {
  private static final String PLAIN_BOX =
      "<form action=\"/search\" method=\"get\">站内搜索：<input name=\"q\" size=\"16\"><input type=\"submit\" value=\"搜 索\"></form>";

  @Override
  public String id() {
    return "tables";
  }

  @Override
  Charset charset() {
    return Charset.forName("GB18030");
  }

  @Override
  String charsetHeader() {
    return "";
  }

  @Override
  DateStyle dates() {
    return DateStyle.BRACKETS;
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    return site.root()
        + "/class.asp?id="
        + (11 + Math.floorMod(column.slug().hashCode(), 383))
        + (page == 1 ? "" : "&page=" + page);
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    return site.root() + "/shownews.asp?id=" + item.id();
  }

  @Override
  Optional<Reply> particular(Blueprint site, Request request) {
    return switch (request.path()) {
      case "/top.asp" -> Optional.of(page(banner(site)));
      case "/main.asp" -> Optional.of(page(whole(site, new Spot.Home())));
      default -> ListFeed.answer(this, site, request);
    };
  }

  @Override
  String home(Blueprint site) {
    return """
    <html>
    <head>
    <meta http-equiv="Content-Type" content="text/html; charset=gb2312">
    <title>%s</title>
    %s</head>
    <frameset rows="150,*" cols="*" framespacing="0" frameborder="no" border="0">
      <frame src="top.asp" name="topFrame" scrolling="no" noresize>
      <frame src="main.asp" name="mainFrame">
    </frameset>
    <noframes><body>
    您的浏览器不支持框架。
    </body></noframes>
    </html>
    """
        .formatted(site.name(), Metas.lines(site, new Spot.Home(), ""));
  }

  private String banner(Blueprint site) {
    return """
    <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>%s</title></head>
    <body topmargin="0" leftmargin="0"><table width="900" height="150" align="center" background="images/banner.jpg"><tr><td class="name">%s</td></tr></table></body></html>
    """
        .formatted(site.name(), site.name());
  }

  @Override
  String title(Blueprint site, Spot spot) {
    return switch (spot) {
      case Spot.Splash _, Spot.Home _ -> site.name();
      case Spot.Column(var column, _) -> column.name();
      case Spot.Article(var item) -> item.title();
    };
  }

  @Override
  void home(Sheet out, Blueprint site) {
    out.raw(
        "<table width=\"900\" border=\"0\" align=\"center\" cellpadding=\"0\" cellspacing=\"4\"><tr valign=\"top\">\n");
    var at = 0;
    for (var column : site.homeLists()) {
      if (at++ == 2) {
        out.raw("</tr><tr valign=\"top\">\n");
      }
      out.put(
          "<td width=\"50%\"><table width=\"100%\" border=\"1\" cellspacing=\"0\" bordercolor=\"#99CCFF\"><tr><td bgcolor=\"#E7F3FF\"><b>{}</b></td><td align=\"right\" bgcolor=\"#E7F3FF\"><a href=\"{}\">更多...</a></td></tr><tr><td colspan=\"2\"><table width=\"100%\">\n",
          column.name(), columnHref(site, column));
      for (var item : Contents.first(site, column, 6)) {
        row(out, site, item, homeDate(site, item));
      }
      out.raw("</table></td></tr></table></td>\n");
    }
    out.raw("</tr></table>\n<table width=\"900\" align=\"center\"><tr><td>友情链接：");
    Parts.homeLinks(out, site, "<a href=\"{}\" target=\"_blank\">{}</a>&nbsp;&nbsp;");
    out.raw("</td></tr></table>\n");
  }

  @Override
  void column(Sheet out, Blueprint site, LabColumn column, int page) {
    out.put(
        "<table width=\"900\" align=\"center\"><tr><td>&gt;&gt; <a href=\"main.asp\">首页</a> &gt;&gt; {}</td></tr><tr><td>\n",
        column.name());
    switch (column.shape()) {
      case LIST -> {
        out.raw("<table width=\"98%\" border=\"0\" cellspacing=\"0\" cellpadding=\"3\">\n");
        for (var item : items(site, column, page)) {
          row(out, site, item, listDate(site, item));
        }
        out.raw("</table>\n");
        pager(out, site, column, page);
      }
      case SCRIPTED -> out.raw(ListFeed.place(column, "list"));
      case EMPTY ->
          out.raw(
              "<table width=\"98%\" border=\"0\" cellspacing=\"0\" cellpadding=\"3\">\n</table>\n");
      case NOTICE ->
          out.put(
              "<table width=\"98%\" border=\"0\"><tr><td align=\"center\" height=\"200\">{}</td></tr></table>\n",
              column.text());
      case TEXT ->
          out.put("<div style=\"line-height:200%\">{}</div>\n", Parts.overview(site, "　　", "<br>"));
      case LEADERS -> {
        out.raw(
            "<table width=\"98%\" border=\"1\" cellspacing=\"0\"><tr><td>姓名</td><td>职务</td><td>分工</td></tr>\n");
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n",
              leader.name(),
              leader.office(),
              leader.duties());
        }
        out.raw("</table>\n");
      }
      case HUB, ELSEWHERE -> {
        out.raw("<table width=\"98%\">\n");
        links(out, site, leadsTo(site, column), "<tr><td><a href=\"{}\">{}</a></td></tr>\n");
        out.raw("</table>\n");
      }
    }
    out.raw("</td></tr></table>\n");
  }

  @Override
  void article(Sheet out, Blueprint site, LabItem item) {
    out.put(
        "<table width=\"900\" align=\"center\" border=\"0\" cellpadding=\"6\"><tr><td align=\"center\"><font size=\"4\"><b>{}</b></font></td></tr>\n<tr><td align=\"center\">作者：{}　　来源：本站原创　　点击数：{}　　更新时间：{}-{}-{}</td></tr>\n<tr><td style=\"line-height:180%\">\n{}</td></tr></table>\n",
        item.title(),
        "admin",
        Contents.reads(site, item),
        item.day().getYear(),
        item.day().getMonthValue(),
        item.day().getDayOfMonth(),
        Parts.paragraphs(site, item, "&nbsp;&nbsp;&nbsp;&nbsp;", "<br>"));
  }

  private void row(Sheet out, Blueprint site, LabItem item, String date) {
    out.put(
        "<tr><td height=\"24\">·<a href=\"{}\" target=\"_blank\">{}{}</a></td><td width=\"100\" align=\"right\"><font color=\"#666666\">{}</font></td></tr>\n",
        itemHref(site, item).substring(1),
        item.pinned() ? "<font color=red>[顶]</font>" : "",
        item.title(),
        date);
  }

  private void pager(Sheet out, Blueprint site, LabColumn column, int page) {
    var pages = Contents.pages(column, perPage());
    out.put("<p align=\"center\">共 {} 条记录 第 {}/{} 页 ", column.size(), page, pages);
    if (page > 1) {
      out.put("<a href=\"{}\">上一页</a> ", href(site, columnUrl(site, column, page - 1)));
    }
    if (page < pages) {
      out.put(
          "<a href=\"{}\">下一页</a> <a href=\"{}\">尾页</a>",
          href(site, columnUrl(site, column, page + 1)),
          href(site, columnUrl(site, column, pages)));
    }
    out.raw("</p>\n");
  }

  @Override
  String frame() {
    return "<table width=\"900\" align=\"center\"><tr><td>\n{}</td></tr></table>\n";
  }

  @Override
  void head(Sheet out, Blueprint site, Spot spot, String title) {
    out.put(
        """
        <html>
        <head>
        <meta http-equiv="Content-Type" content="text/html; charset=gb2312">
        <title>{}</title>
        {}{}</head>
        <body bgcolor="#FFFFFF" topmargin="0" leftmargin="0">
        <table width="900" border="0" align="center" cellpadding="0" cellspacing="0" bgcolor="#0066CC"><tr height="30">
        <td align="center"><a href="main.asp"><font color="#FFFFFF">首 页</font></a></td>
        """,
        title,
        Metas.lines(site, spot, ""),
        Parts.fragment("plain.html"));
    links(
        out,
        site,
        site.firstLevel(),
        "<td align=\"center\"><a href=\"{}\"><font color=\"#FFFFFF\">{}</font></a></td>\n");
    out.put(
        "</tr></table>\n<table width=\"900\" align=\"center\"><tr><td>{}</td><td align=\"right\">{}</td></tr></table>\n",
        Today.line(site),
        SearchBox.html(this, site, PLAIN_BOX));
  }

  @Override
  void foot(Sheet out, Blueprint site) {
    out.put(
        "<hr width=\"900\"><table width=\"900\" align=\"center\"><tr><td align=\"center\">\n{}</td></tr></table>\n</body>\n</html>\n",
        new Footer(site, mapUrl(site)).lines("", "<br>"));
  }
}
