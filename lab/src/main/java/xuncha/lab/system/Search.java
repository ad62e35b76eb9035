package xuncha.lab.system;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.SearchManner;

/// A site's own search, as good as its manner says.
final class Search {
  private static final int PER_PAGE = 10;
  private static final Comparator<LabItem> NEWEST =
      Comparator.comparing(LabItem::day).reversed().thenComparingLong(LabItem::id);

  private final SiteSystem system;
  private final Blueprint site;
  private final SearchManner manner;

  private Search(SiteSystem system, Blueprint site) {
    this.system = system;
    this.site = site;
    this.manner = site.search();
  }

  static Optional<Reply> answer(SiteSystem system, Blueprint site, Request request) {
    var search = new Search(system, site);
    var shells = Set.of(SearchManner.Way.JSON, SearchManner.Way.RESULTS_BY_POST);
    if (shells.contains(site.search().way()) && request.path().equals("/so.html")) {
      return Optional.of(system.page(search.shell()));
    }
    return request.path().equals(SearchBox.path(site.search().way()))
        ? Optional.of(search.answer(request).after(site.search().delay()))
        : Optional.empty();
  }

  private Reply answer(Request request) {
    var words = words(request).strip();
    var channel = channel(request);
    if (manner.way() == SearchManner.Way.SIGNED && !ScriptedBox.isSigned(request, words)) {
      return Reply.of(
          403,
          "application/json",
          "{\"code\":403,\"msg\":\"bad sign\"}".getBytes(StandardCharsets.UTF_8));
    }
    var page =
        request.parameter("page").filter(text -> text.matches("\\d{1,3}")).map(Integer::parseInt);
    var found =
        manner.columnFirst() && channel.isEmpty() ? List.<LabItem>of() : find(words, channel);
    return manner.way().byData()
        ? Reply.text("application/json", json(found, page.orElse(1)))
        : system.page(system.framed(site, "搜索结果", results(request, words, found, page.orElse(1))));
  }

  private String words(Request request) {
    return manner.way() == SearchManner.Way.COMPONENT_POST
        ? request.method().equals("POST") ? ScriptedBox.field(request, "keyword") : ""
        : manner.way() == SearchManner.Way.RESULTS_BY_POST && !request.method().equals("POST")
            ? ""
            : request.parameter(SearchBox.field(manner.way()), charset()).orElse("");
  }

  private String channel(Request request) {
    return manner.way() == SearchManner.Way.COMPONENT_POST
        ? ScriptedBox.field(request, "channel")
        : request.parameter("channel").orElse("");
  }

  /// A script writes words as UTF-8 (`encodeURIComponent`), whatever the page is written in.
  private Charset charset() {
    return switch (manner.way()) {
      case SCRIPT, HIDDEN, ICON, WINDOW, COMPONENT, COMPONENT_POST, SIGNED, RESULTS_BY_POST ->
          StandardCharsets.UTF_8;
      case GET, POST, JSON, OTHER_HOST, NONE -> system.charset();
    };
  }

  /// What is found, in order.
  private List<LabItem> find(String words, String channel) {
    var index =
        Contents.all(site).stream()
            .filter(item -> !manner.leftOut().contains(item.column().slug()))
            .filter(item -> channel.isEmpty() || item.column().slug().equals(channel))
            .filter(item -> ChronoUnit.DAYS.between(item.day(), site.today()) >= manner.delayDays())
            .toList();
    var wanted = words.split("\\s+", -1);
    var found =
        index.stream()
            .filter(item -> !words.isEmpty() && matches(item, wanted))
            .sorted(order(wanted));
    var list = found.toList();
    return list.isEmpty() && manner.answersNonsense()
        ? index.stream().sorted(NEWEST).limit(PER_PAGE).toList()
        : list;
  }

  private boolean matches(LabItem item, String[] words) {
    return manner.order() == SearchManner.Order.OLDEST
        ? loosely(item, words)
        : inTitle(item, words) || inText(item, words);
  }

  private Comparator<LabItem> order(String[] words) {
    return manner.order() == SearchManner.Order.OLDEST
        ? NEWEST.reversed()
        : Comparator.<LabItem, Boolean>comparing(item -> !inTitle(item, words))
            .thenComparing(NEWEST);
  }

  private boolean inTitle(LabItem item, String[] words) {
    var title = bare(item.title() + Contents.documentNumber(site, item));
    return List.of(words).stream().allMatch(word -> title.contains(bare(word)));
  }

  private boolean inText(LabItem item, String[] words) {
    var text = bare(String.join("", Contents.text(site, item)));
    return List.of(words).stream().allMatch(word -> text.contains(bare(word)));
  }

  /// Any two signs of the words in the title.
  private static boolean loosely(LabItem item, String[] words) {
    var wanted = bare(String.join("", words));
    var title = bare(item.title());
    return IntStream.range(0, Math.max(0, wanted.length() - 1))
        .anyMatch(at -> title.contains(wanted.substring(at, at + 2)));
  }

  /// Letters and digits only.
  private static String bare(String text) {
    var bare = new StringBuilder(text.length());
    for (var at = 0; at < text.length(); ) {
      var sign = text.codePointAt(at);
      if (isLetterOrNumber(sign)) {
        bare.appendCodePoint(sign);
      }
      at += Character.charCount(sign);
    }
    return bare.toString();
  }

  /// Roman numerals and numbers in circles too, which are no digits.
  private static boolean isLetterOrNumber(int sign) {
    return Character.isLetterOrDigit(sign)
        || Character.getType(sign) == Character.LETTER_NUMBER
        || Character.getType(sign) == Character.OTHER_NUMBER;
  }

  private List<LabItem> shown(List<LabItem> found, int page) {
    return found.stream().skip((page - 1L) * PER_PAGE).limit(PER_PAGE).toList();
  }

  /// Some things stayed in the index where they were before the site moved.
  private String url(LabItem item) {
    var url = system.itemUrl(site, item);
    return manner.deadEvery() > 0 && Math.floorMod(item.title().hashCode(), manner.deadEvery()) == 0
        ? url.replace(site.root() + "/", site.root() + "/web2015/")
        : url;
  }

  private String results(Request request, String words, List<LabItem> found, int page) {
    if (manner.columnFirst() && request.parameter("channel").orElse("").isEmpty()) {
      return "<div class=\"result\"><p>请先选择要检索的栏目！</p></div>\n";
    }
    var out = new StringBuilder("<div class=\"result\">\n<p>");
    out.append(
        found.isEmpty() ? "没有找到与“" + safe(words) + "”相关的内容" : "为您找到相关结果约" + found.size() + "条");
    out.append("</p>\n");
    for (var item : shown(found, page)) {
      var text = Contents.text(site, item).getFirst();
      out.append("<dl><dt><a href=\"%s\" target=\"_blank\">".formatted(url(item)))
          .append(
              words.isEmpty()
                  ? item.title()
                  : item.title().replace(words, "<em>" + words + "</em>"))
          .append("</a></dt><dd>")
          .append(text, 0, Math.min(60, text.length()))
          .append("……</dd><dd><span>")
          .append(item.column().name())
          .append("</span> <span>")
          .append(item.day())
          .append("</span></dd></dl>\n");
    }
    if (found.size() > page * PER_PAGE && request.method().equals("GET")) {
      out.append(
          "<div class=\"page\"><a href=\"%s?%s&amp;page=%d\">下一页</a></div>\n"
              .formatted(
                  request.path(),
                  request.query().replaceAll("&?page=\\d+", "").replace("&", "&amp;"),
                  page + 1));
    }
    return out.append("</div>\n").toString();
  }

  private String json(List<LabItem> found, int page) {
    return shown(found, page).stream()
        .map(item ->
            "{\"title\":\"%s\",\"url\":\"%s\",\"channel\":\"%s\",\"date\":\"%s\"}"
                .formatted(item.title(), url(item), item.column().name(), item.day()))
        .collect(Collectors.joining(",", "{\"total\":" + found.size() + ",\"list\":[", "]}"));
  }

  private String shell() {
    return """
    <!DOCTYPE html>
    <html><head><meta charset="%s"><title>站内搜索-%s</title></head>
    <body><form action="/so.html" method="get"><input type="text" name="keyword"><button>搜索</button></form>
    <p id="count"></p><ul id="list"></ul>%s</body></html>
    """
        .formatted(
            system.charset().name(),
            site.name(),
            manner.way() == SearchManner.Way.JSON
                ? "<script src=\"/js/so.js\"></script>"
                : ScriptedBox.resultsByPost(system.charset()));
  }

  private static String safe(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
