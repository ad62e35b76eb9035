package xuncha.lab.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import xuncha.findings.visit.ColumnKind;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.Founder;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.PlantedLink;
import xuncha.lab.words.Prose;

/// What pages of all systems have in common in substance, each system in its own markup around it.
final class Parts {
  private static final Map<String, String> FRAGMENTS = new ConcurrentHashMap<>();
  private static final List<PlantedLink> FRIENDS =
      List.of(
          new PlantedLink("中国政府网", "http://www.gov.cn/", true, false),
          new PlantedLink("江淮政务服务网", Founder.SERVICES, true, false),
          new PlantedLink("信用中国", "http://www.creditchina.gov.cn/", true, false),
          new PlantedLink("中国政府采购网", "http://www.ccgp.gov.cn/", true, false));

  private Parts() {}

  /// Links that a home page has besides its columns, in an order that says nothing.
  ///
  /// @param line one of them, `{}` for its address and for its text
  static void homeLinks(Sheet out, Blueprint site, String line) {
    var links = new ArrayList<>(FRIENDS);
    site.links().stream().filter(PlantedLink::onHome).forEach(links::add);
    site.lot("links").shuffled(links).forEach(link -> out.put(line, link.url(), link.text()));
  }

  /// Links that every article has besides its own.
  static List<PlantedLink> articleLinks(Blueprint site) {
    return site.links().stream().filter(link -> !link.onHome()).toList();
  }

  /// The newest news as pictures with a caption.
  static String carousel(SiteSystem system, Blueprint site, String open, String close) {
    var out = new StringBuilder();
    site.lists()
        .filter(column -> column.onHome() && column.kind() == ColumnKind.NEWS)
        .limit(1)
        .flatMap(column -> Contents.first(site, column, 3).stream())
        .forEach(item ->
            out.append(open)
                .append("<a href=\"")
                .append(system.itemHref(site, item))
                .append("\" target=\"_blank\"><img src=\"/images/p")
                .append(item.id())
                .append(".jpg\" alt=\"")
                .append(item.title())
                .append("\" />")
                .append(item.title())
                .append("</a>")
                .append(close)
                .append('\n'));
    return out.toString();
  }

  /// What else the site has to read, without dates.
  static String readOn(SiteSystem system, Blueprint site, LabItem item, String open, String close) {
    var out = new StringBuilder();
    site.lists()
        .filter(column -> !column.slug().equals(item.column().slug()))
        .map(column -> Contents.item(site, column, column.size() - 1))
        .forEach(other ->
            out.append(open)
                .append("<a href=\"")
                .append(system.itemHref(site, other))
                .append("\" title=\"")
                .append(other.title())
                .append("\">")
                .append(other.title())
                .append("</a>")
                .append(close)
                .append('\n'));
    return out.toString();
  }

  /// Inline styles and scripts such as pages drag along.
  static String fragment(String name) {
    return FRAGMENTS.computeIfAbsent(name, Parts::read);
  }

  /// The paragraphs of an article, each between `open` and `close`.
  static String paragraphs(Blueprint site, LabItem item, String open, String close) {
    if (item.column().theme().equals("letters")) {
      return LetterPage.html(site, item);
    }
    var out = new StringBuilder();
    if (item.column().theme().equals("policy")) {
      out.append(open).append(Contents.documentNumber(site, item)).append(close).append('\n');
    }
    for (var paragraph : Contents.text(site, item)) {
      out.append(open).append(paragraph).append(close).append('\n');
    }
    if (item.column().theme().equals("notice")) {
      out.append(open)
          .append("附件：<a href=\"/attachment/")
          .append(item.id())
          .append(".doc\">")
          .append(item.title())
          .append("附件.doc</a>")
          .append(close)
          .append('\n');
    }
    for (var link : articleLinks(site)) {
      out.append(open)
          .append("<a href=\"")
          .append(link.url().startsWith("/") ? site.root() + link.url() : link.url())
          .append("\" target=\"_blank\">")
          .append(link.text())
          .append("</a>")
          .append(close)
          .append('\n');
    }
    return out.toString();
  }

  /// The texts of an overview page.
  static String overview(Blueprint site, String open, String close) {
    var out = new StringBuilder();
    for (var paragraph : Prose.inOrder("overview", site.body(), 2019, 6, site.lot("overview"))) {
      out.append(open).append(paragraph).append(close).append('\n');
    }
    return out.toString();
  }

  /// One of the people at the head.
  ///
  /// @param duties what they answer for
  record Leader(String name, String office, String duties, String life) {}

  /// The people at the head.
  static List<Leader> leaders(Blueprint site) {
    var lot = site.lot("leaders");
    var title = site.body().leaderTitle();
    var leaders = new ArrayList<Leader>();
    for (var i = 0; i < 5; i++) {
      leaders.add(
          new Leader(
              Prose.person(lot),
              i == 0 ? title : "副" + title,
              "分管"
                  + Prose.word("topic", lot)
                  + "、"
                  + Prose.word("topic", lot)
                  + "、"
                  + Prose.word("policy", lot)
                  + "等方面工作。",
              "汉族，中共党员，大学学历，历任科员、副科长、"
                  + Prose.word("town", lot)
                  + "党委书记、"
                  + Prose.word("office", lot)
                  + "主任等职。"));
    }
    return leaders;
  }

  private static String read(String name) {
    try (var in = Parts.class.getResourceAsStream("/xuncha/lab/fragments/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing fragment: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
