package xuncha.lab.system;

import java.util.Optional;
import java.util.stream.Collectors;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// An empty shell at every address; a script asks for the page and writes it.
final class ScriptShell extends SiteSystem {
  private static final String PATH = "/api/page";
  private static final String PLAIN_BOX =
      "<form action=\"/search\" method=\"get\"><input name=\"q\" type=\"text\"><button>搜索</button></form>";

  @Override
  public String id() {
    return "shell";
  }

  @Override
  public boolean needsBrowser() {
    return true;
  }

  @Override
  public String columnUrl(Blueprint site, LabColumn column, int page) {
    return site.root() + "/list/" + column.slug() + (page == 1 ? "" : "?page=" + page);
  }

  @Override
  public String itemUrl(Blueprint site, LabItem item) {
    return site.root() + "/detail/" + item.id();
  }

  @Override
  Optional<Reply> particular(Blueprint site, Request request) {
    if (!request.path().equals(PATH)) {
      return ListFeed.answer(this, site, request);
    }
    var wanted = request.parameter("path").orElse("/").split("\\?", 2);
    var asked =
        new Request(
            request.secure(),
            "GET",
            request.host(),
            wanted[0],
            wanted.length > 1 ? wanted[1] : "",
            request.headers(),
            new byte[0]);
    return Optional.of(
        find(site, asked)
            .<Reply>map(spot -> Reply.text("application/json", json(site, spot)))
            .orElseGet(() -> Reply.html(404, "{}")));
  }

  @Override
  String home(Blueprint site) {
    return shell(site);
  }

  @Override
  String column(Blueprint site, LabColumn column, int page) {
    return shell(site);
  }

  @Override
  String article(Blueprint site, LabItem item) {
    return shell(site);
  }

  @Override
  String framed(Blueprint site, String title, String content) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"
        + title
        + "</title></head><body>"
        + content
        + "</body></html>";
  }

  private String shell(Blueprint site) {
    return """
    <!DOCTYPE html>
    <html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="/favicon.ico"><title>%s</title>
    %s<link href="/css/app.5c1b7a90.css" rel="stylesheet"></head><body><noscript><strong>We're sorry but this site doesn't work properly without JavaScript enabled. Please enable it to continue.</strong></noscript><div id="app"></div><script src="/js/app.js"></script></body></html>
    """
        .formatted(site.name(), Metas.lines(site, new Spot.Home(), ""));
  }

  private String json(Blueprint site, Spot spot) {
    var metas =
        Metas.of(site, spot).stream()
            .map(tag ->
                "{\"name\":%s,\"content\":%s}"
                    .formatted(quoted(tag.getKey()), quoted(tag.getValue())))
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"title\":%s,\"metas\":%s,\"html\":%s}"
        .formatted(quoted(spot.titled(site, "-")), metas, quoted(body(site, spot)));
  }

  private String body(Blueprint site, Spot spot) {
    var out = new Sheet();
    out.put(
        "<div class=\"head\"><a href=\"/\">{}</a><i>{}</i>{}</div><ul class=\"nav\">",
        site.name(),
        Today.line(site),
        SearchBox.html(this, site, PLAIN_BOX));
    links(out, site, site.firstLevel(), "<li><a href=\"{}\">{}</a></li>");
    out.raw("</ul><div class=\"main\">");
    switch (spot) {
      case Spot.Splash _, Spot.Home _ -> home(out, site);
      case Spot.Column(var column, var page) -> column(out, site, column, page);
      case Spot.Article(var item) ->
          out.put(
              "<h1>{}</h1><div class=\"info\">发布时间：{}　来源：{}</div>{}",
              item.title(),
              item.stamp(),
              site.name(),
              Parts.paragraphs(site, item, "<p>", "</p>"));
    }
    return out.put(
            "</div><div class=\"foot\">{}</div>",
            new Footer(site, mapUrl(site)).lines("<p>", "</p>"))
        .toString();
  }

  private void home(Sheet out, Blueprint site) {
    for (var column : site.homeLists()) {
      out.put(
          "<div class=\"card\"><h2><a href=\"{}\">{}</a></h2><ul>",
          columnHref(site, column),
          column.name());
      for (var item : Contents.first(site, column, 6)) {
        row(out, site, item, homeDate(site, item));
      }
      out.raw("</ul></div>");
    }
    Parts.homeLinks(out, site, "<a href=\"{}\" target=\"_blank\">{}</a> ");
  }

  private void column(Sheet out, Blueprint site, LabColumn column, int page) {
    out.put("<h2>{}</h2>", column.name());
    switch (column.shape()) {
      case LIST, SCRIPTED -> {
        out.raw("<ul class=\"list\">");
        for (var item : items(site, column, page)) {
          row(out, site, item, listDate(site, item));
        }
        out.raw("</ul>");
        for (var each = 1; each <= Contents.pages(column, perPage()); each++) {
          out.put("<a href=\"{}\">{}</a> ", href(site, columnUrl(site, column, each)), each);
        }
      }
      case EMPTY -> out.raw("<ul class=\"list\"></ul>");
      case NOTICE -> out.put("<div class=\"none\">{}</div>", column.text());
      case TEXT -> out.raw(Parts.overview(site, "<p>", "</p>"));
      case LEADERS -> {
        for (var leader : Parts.leaders(site)) {
          out.put(
              "<div><b>{}</b> {} <p>{}</p><p>{}</p></div>",
              leader.name(),
              leader.office(),
              leader.duties(),
              leader.life());
        }
      }
      case HUB, ELSEWHERE -> {
        links(out, site, leadsTo(site, column), "<a href=\"{}\">{}</a> ");
      }
    }
  }

  private void row(Sheet out, Blueprint site, LabItem item, String date) {
    out.put(
        "<li><a href=\"{}\">{}{}</a><span>{}</span></li>",
        itemHref(site, item),
        item.pinned() ? "[置顶]" : "",
        item.title(),
        date);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
