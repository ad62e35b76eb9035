package xuncha.crawler.probe.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Substance.Filling;
import xuncha.crawler.read.Words;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.PageFacts.PageState;

/// What one page of results holds that may be results: its links, grouped by where they stand in
/// the page's structure, and what the page says of the number of results. Which group the results
/// are shows when several pages are compared.
///
/// @param groups links by the path of elements that leads to them
/// @param saysNone whether it says that there is nothing
/// @param saysChoose whether it wants something chosen first
/// @param saysBusy whether it does not want to answer us now
/// @param content whether it is a page with content of its own that needs no scripts
record ResultSheet(
    Map<String, List<Hit>> groups,
    boolean saysNone,
    boolean saysChoose,
    boolean saysBusy,
    boolean content) {
  /// The group of results that came as data.
  static final String DATA = "data";

  private static final int MOST_GROUPS = 80;
  private static final int MOST_HITS = 60;
  private static final int LONGEST_LINE = 90;
  private static final int SHORTEST_TITLE = 4;
  private static final int LONGEST_TITLE = 400;

  private static final Pattern COUNT =
      Pattern.compile(
          "(?:找到|搜到|检索到|搜索到|查询到|查到|命中|共有?|约有?|结果)[^0-9条]{0,12}([0-9][0-9,]*)\\s*(?:条|个|项|篇|件|记录|结果)");
  private static final Pattern OPENED =
      Pattern.compile("[\"']((?:https?:)?/[^\"'\\s]{1,400}|[\\w./-]+\\.s?html?)[\"']");
  private static final Pattern CHANGING =
      Pattern.compile("\\d|odd|even|first|last|active|current|hover|^on$|^cur$");

  /// The words that pages of results use.
  record Phrases(Words nothing, Words choose, Words busy) {
    static Phrases of(Lexicon lexicon) {
      return new Phrases(
          Words.of(lexicon, "search.nothing"),
          Words.of(lexicon, "search.choose"),
          Words.of(lexicon, "search.busy"));
    }
  }

  /// Reads an answer.
  static ResultSheet of(Sought.Page page, Phrases phrases) {
    return isData(page) ? data(page) : new Reading(page, phrases).sheet();
  }

  /// Whether the answer is data and no page.
  static boolean isData(Sought.Page page) {
    var type = page.answer().mediaType();
    var body = page.answer().body().bytes();
    var at = 0;
    while (at < body.length && (body[at] <= ' ')) {
      at++;
    }
    var starts = at < body.length && (body[at] == '{' || body[at] == '[');
    return type.endsWith("json") || type.endsWith("javascript") || starts;
  }

  private static ResultSheet data(Sought.Page page) {
    var hits = new ArrayList<Hit>();
    for (var list : page.read().facts().lists()) {
      for (var item : list.items()) {
        var own = item.url().equals(page.read().facts().finalUrl());
        hits.add(Hit.of(item.title(), own ? "" : item.url()));
      }
    }
    var groups = hits.isEmpty() ? Map.<String, List<Hit>>of() : Map.of(DATA, List.copyOf(hits));
    return new ResultSheet(groups, false, false, false, true);
  }

  /// One page being read.
  private static final class Reading {
    private final Document tree;
    private final Sought.Page page;
    private final Phrases phrases;
    private final Map<String, List<Hit>> groups = new LinkedHashMap<>();
    private final HashSet<String> known = new HashSet<>();
    private boolean none;
    private boolean choose;
    private boolean busy;

    Reading(Sought.Page page, Phrases phrases) {
      this.page = page;
      this.phrases = phrases;
      this.tree = PageReader.tree(page.answer());
    }

    ResultSheet sheet() {
      for (var anchor : tree.getElementsByTag("a")) {
        link(anchor);
      }
      for (var element : tree.getAllElements()) {
        says(element);
      }
      var filling = page.read().substance().filling();
      var whole =
          page.read().facts().state() == PageState.CONTENT
              && (page.drawn() ? filling != Filling.SCRIPTED : filling == Filling.STATIC);
      // what was kept from a page in the browser may be its results
      var kept =
          page.drawn() && page.answer().header(xuncha.crawler.read.Reading.UNSEEN).isPresent();
      return new ResultSheet(groups, none && !kept, choose, busy, whole && !kept);
    }

    private void link(Element anchor) {
      var title = title(anchor);
      var bare = Title.bare(title);
      if (bare.length() < SHORTEST_TITLE
          || bare.chars().allMatch(Character::isDigit)
          || title.startsWith("http")) {
        return;
      }
      var url = url(anchor);
      if (isOwn(url)) {
        return;
      }
      var path = path(anchor);
      var group = groups.get(path);
      if (group == null) {
        if (groups.size() >= MOST_GROUPS) {
          return;
        }
        group = new ArrayList<>();
        groups.put(path, group);
      }
      // picture, title and "more" of one result lead to the same place
      var hit = Hit.of(title, url);
      var key = path + ' ' + (url.isEmpty() ? bare : hit.key());
      if (group.size() < MOST_HITS && known.add(key)) {
        group.add(hit);
      }
    }

    private static String title(Element anchor) {
      var text = anchor.text().strip();
      var whole = anchor.attr("title").strip();
      var taken =
          !whole.isEmpty() && (Title.isCut(text) || text.isEmpty()) ? stripped(whole) : text;
      return taken.length() > LONGEST_TITLE ? taken.substring(0, LONGEST_TITLE) : taken;
    }

    /// Attributes hold marks of what was searched for as text.
    private static String stripped(String whole) {
      return whole.indexOf('<') >= 0 ? org.jsoup.Jsoup.parseBodyFragment(whole).text() : whole;
    }

    private static String url(Element anchor) {
      var href = anchor.attr("href").strip();
      if (!href.isEmpty()
          && !href.startsWith("#")
          && !href.regionMatches(true, 0, "javascript:", 0, 11)) {
        return PageAddress.unwrapped(anchor.absUrl("href"));
      }
      for (var name : new String[] {"data-url", "data-href", "data-link", "url"}) {
        if (anchor.hasAttr(name)) {
          return PageAddress.unwrapped(anchor.absUrl(name));
        }
      }
      var opened = OPENED.matcher(anchor.attr("onclick") + " " + href);
      return opened.find()
          ? PageAddress.unwrapped(
              org.jsoup.internal.StringUtil.resolve(anchor.baseUri(), opened.group(1)))
          : "";
    }

    /// The page itself with other parameters: paging, sorting, filters.
    private boolean isOwn(String url) {
      return !url.isEmpty()
          && withoutQuery(url).equals(withoutQuery(page.read().facts().finalUrl()));
    }

    private static String withoutQuery(String url) {
      var end = url.indexOf('?');
      return end < 0 ? url : url.substring(0, end);
    }

    private static String path(Element anchor) {
      var path = new StringBuilder();
      for (var at = anchor;
          at != null && !at.nameIs("body") && !at.nameIs("#root");
          at = at.parent()) {
        path.append(at.normalName());
        at.classNames().stream()
            .filter(name -> !CHANGING.matcher(name).find())
            .limit(3)
            .forEach(name -> path.append('.').append(name));
        path.append('<');
      }
      return path.toString();
    }

    private void says(Element element) {
      var line = element.nameIs("script") || element.nameIs("style") ? "" : own(element);
      if (line.length() < 4 || line.length() > LONGEST_LINE) {
        return;
      }
      var plain = Words.plain(line);
      var count = COUNT.matcher(line);
      var zero = count.find() && count.group(1).replace(",", "").matches("0+");
      if (!zero
          && phrases.nothing().in(plain).isEmpty()
          && phrases.choose().in(plain).isEmpty()
          && phrases.busy().in(plain).isEmpty()) {
        return;
      }
      if (isHidden(element) || isControl(element)) {
        return;
      }
      none |= zero || phrases.nothing().in(plain).isPresent();
      choose |= phrases.choose().in(plain).isPresent();
      busy |= phrases.busy().in(plain).isPresent();
    }

    /// The text of the element with that of its inline children: 没有找到与<em>…</em>相关的内容.
    private static String own(Element element) {
      if (element.childrenSize() == 0) {
        return element.parent() != null && isInline(element) ? "" : element.text().strip();
      }
      return element.children().stream().allMatch(Reading::isInline)
          ? element.text().strip()
          : element.ownText().strip();
    }

    private static boolean isInline(Element element) {
      return switch (element.normalName()) {
        case "em", "b", "strong", "font", "i", "u", "span", "mark", "br" -> true;
        default -> false;
      };
    }

    /// What is offered to be chosen or pressed says nothing.
    private static boolean isControl(Element element) {
      for (var at = element; at != null; at = at.parent()) {
        switch (at.normalName()) {
          case "a", "option", "select", "button", "label", "form" -> {
            return true;
          }
          default -> {}
        }
      }
      return false;
    }

    private static boolean isHidden(Element element) {
      for (var at = element; at != null; at = at.parent()) {
        if (at.hasAttr("hidden")
            || at.attr("style")
                .replaceAll("\\s", "")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("display:none")) {
          return true;
        }
      }
      return false;
    }
  }
}
