package xuncha.lab.system;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.LabTags.Page;

/// The meta tags that the rules for page tags ask for.
final class Metas {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          entry("news", "政务动态"),
          entry("notice", "通知公告"),
          entry("policy", "政策文件"),
          entry("interpretation", "政策解读"),
          entry("letters", "互动交流"),
          entry("plan", "规划计划"),
          entry("finance", "财政资金"),
          entry("personnel", "人事信息"),
          entry("statistics", "统计信息"));

  private Metas() {}

  /// The tags of a page as lines of HTML.
  static String lines(Blueprint site, Spot spot, String end) {
    var out = new StringBuilder();
    for (var tag : of(site, spot)) {
      out.append("<meta name=\"")
          .append(tag.getKey())
          .append("\" content=\"")
          .append(tag.getValue())
          .append('"')
          .append(end)
          .append(">\n");
    }
    return out.toString();
  }

  /// The tags of a page: name and content.
  static List<Entry<String, String>> of(Blueprint site, Spot spot) {
    var tags = new ArrayList<Entry<String, String>>();
    var page =
        switch (spot) {
          case Spot.Splash _, Spot.Home _ -> Page.HOME;
          case Spot.Column _ -> Page.COLUMN;
          case Spot.Article _ -> Page.ARTICLE;
        };
    add(tags, site, page, "SiteName", site.name());
    add(tags, site, page, "SiteDomain", site.domain());
    add(tags, site, page, "SiteIDCode", site.code());
    switch (spot) {
      case Spot.Splash _, Spot.Home _ -> {}
      case Spot.Column(var column, _) -> column(tags, site, page, column);
      case Spot.Article(var item) -> {
        column(tags, site, page, item.column());
        article(tags, site, page, item);
      }
    }
    return tags;
  }

  private static void column(
      List<Entry<String, String>> tags, Blueprint site, Page page, LabColumn column) {
    add(tags, site, page, "ColumnName", column.name());
    add(
        tags,
        site,
        page,
        "ColumnDescription",
        site.name() + column.name() + "栏目，发布" + column.name() + "相关信息");
    add(tags, site, page, "ColumnKeywords", column.name() + "," + site.body().place());
    add(tags, site, page, "ColumnType", TYPES.getOrDefault(column.theme(), "概况信息"));
  }

  private static void article(
      List<Entry<String, String>> tags, Blueprint site, Page page, LabItem item) {
    add(tags, site, page, "ArticleTitle", item.title());
    add(tags, site, page, "PubDate", item.stamp());
    add(tags, site, page, "ContentSource", site.name());
    add(tags, site, page, "Keywords", item.column().name() + "," + item.title());
    add(tags, site, page, "Description", item.title());
  }

  private static void add(
      List<Entry<String, String>> tags, Blueprint site, Page page, String name, String content) {
    var faults = site.tags();
    if (faults.on().contains(page)) {
      if (faults.missing().contains(name)) {
        return;
      }
      content = faults.instead().getOrDefault(name, content);
    }
    tags.add(entry(faults.spelling().apply(name), content));
  }
}
