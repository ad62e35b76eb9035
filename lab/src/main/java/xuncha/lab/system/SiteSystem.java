package xuncha.lab.system;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.ConsultManner;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.SearchManner;
import xuncha.lab.site.Shape;
import xuncha.lab.site.SpaceManner;

/// A site system: addresses, and pages written in its own markup.
public abstract class SiteSystem {
  private static final Pattern NUMBER = Pattern.compile("\\d{6,}");

  /// Its name in the province's plan.
  public abstract String id();

  /// Where a page of a column is, absolute.
  ///
  /// @param page counted from 1
  public abstract String columnUrl(Blueprint site, LabColumn column, int page);

  /// Where an article is, absolute.
  public abstract String itemUrl(Blueprint site, LabItem item);

  abstract String home(Blueprint site);

  abstract String column(Blueprint site, LabColumn column, int page);

  abstract String article(Blueprint site, LabItem item);

  /// The host names that a site is served at, its own first.
  public final List<String> hosts(Blueprint site) {
    var more = Stream.<String>builder();
    if (site.search().way() == SearchManner.Way.OTHER_HOST) {
      more.add(searchHost(site));
    }
    if (site.consult().way() == ConsultManner.Way.OTHER_HOST) {
      more.add(consultHost(site));
    }
    if (site.space().way() == SpaceManner.Way.OTHER_HOST) {
      more.add(SpacePages.host(site));
    }
    return Stream.concat(more.build(), ownHosts(site).stream())
        .sorted(Comparator.comparing(host -> !host.equals(site.domain())))
        .toList();
  }

  /// Where one writes to a site that has its letter boxes on a host of their own.
  final String consultHost(Blueprint site) {
    return "hd." + (site.domain().startsWith("www.") ? site.domain().substring(4) : site.domain());
  }

  List<String> ownHosts(Blueprint site) {
    return List.of(site.domain());
  }

  /// Where the searches of a site go that has them on a host of their own.
  final String searchHost(Blueprint site) {
    return "so." + (site.domain().startsWith("www.") ? site.domain().substring(4) : site.domain());
  }

  /// A page with the site's header and footer around it.
  abstract String framed(Blueprint site, String title, String content);

  /// Whether an inspection may send something there: words to the search, the test account to the
  /// log-in.
  public final boolean mayBeAsked(Blueprint site, String path) {
    return path.equals(SearchBox.path(site.search().way())) || SpacePages.takes(site, path);
  }

  /// Whether that is where letters go, and questions after them.
  public final boolean takesLetters(String path) {
    return ConsultPages.takes(path);
  }

  /// Whether its pages are empty until scripts run.
  public boolean needsBrowser() {
    return false;
  }

  /// How its lists write dates.
  DateStyle dates() {
    return DateStyle.ISO;
  }

  int perPage() {
    return 20;
  }

  Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /// What the Content-Type header says; nothing when empty.
  String charsetHeader() {
    return "utf-8";
  }

  /// Answers what is neither home, column nor article: frames, lists as data, scripts.
  Optional<Reply> particular(Blueprint site, Request request) {
    return ListFeed.answer(this, site, request);
  }

  /// What the site answers when all goes well; its own error page where there is nothing.
  public final Reply answer(Blueprint site, Request request) {
    if (request.path().equals("/js/foot.js")) {
      return Reply.text("application/javascript", Footer.script(site, mapUrl(site)));
    }
    var reply =
        particular(site, request)
            .or(() -> Search.answer(this, site, request))
            .or(() -> ConsultPages.answer(this, site, request))
            .or(() -> SpacePages.answer(this, site, request))
            .or(() -> Assets.answer(request.path()))
            .or(() -> find(site, request).map(spot -> page(write(site, spot))))
            .orElseGet(() -> page(404, missing(site)));
    return SpacePages.dressed(this, site, request, reply);
  }

  final Reply page(String text) {
    return page(200, text);
  }

  final Reply page(int status, String text) {
    return Reply.html(status, text, charset(), charsetHeader());
  }

  /// The page at an address, as text.
  final String write(Blueprint site, Spot spot) {
    return switch (spot) {
      case Spot.Splash _ -> splash(site);
      case Spot.Home _ -> home(site);
      case Spot.Column(var column, var page) -> column(site, column, page);
      case Spot.Article(var item) -> article(site, item);
    };
  }

  /// What an address leads to.
  final Optional<Spot> find(Blueprint site, Request request) {
    if (site.home().splash() && request.path().equals("/")) {
      return Optional.of(new Spot.Splash());
    }
    // the letter boxes' host serves the whole site under another name, as such hosts do
    var host = request.host().equals(consultHost(site)) ? site.domain() : request.host();
    if (isHome(request) && host.equals(site.domain())) {
      return Optional.of(new Spot.Home());
    }
    var asked = host + request.target();
    return columnAt(site, asked).or(() -> articleAt(site, asked));
  }

  private boolean isHome(Request request) {
    return request.path().equals("/") || request.path().equals(homePath());
  }

  /// The home page's own path, besides `/`.
  String homePath() {
    return "/index.html";
  }

  private String splash(Blueprint site) {
    return """
    <html><head><meta http-equiv="Content-Type" content="text/html; charset=%s"><title>%s</title>
    %s</head>
    <body style="background:#b40000;text-align:center"><a href="%s"><img src="/images/enter.jpg" alt="%s" usemap="#m"></a>
    <p><a href="%s">进入网站</a>　<a href="http://www.gov.cn/">中国政府网</a></p>
        %s</body></html>
    """
        .formatted(
            charset().name(),
            site.name(),
            Metas.lines(site, new Spot.Home(), ""),
            homePath(),
            site.name(),
            homePath(),
            new Footer(site, mapUrl(site)).lines("<p>", "</p>"));
  }

  /// The number of an article in an address, -1 when there is none.
  long numberIn(String address) {
    var numbers = NUMBER.matcher(address);
    var last = -1L;
    while (numbers.find()) {
      last = numbers.group().length() < 18 ? Long.parseLong(numbers.group()) : -1;
    }
    return last;
  }

  private Optional<Spot> columnAt(Blueprint site, String asked) {
    for (var column : site.columns()) {
      if (column.shape() == Shape.ELSEWHERE) {
        continue;
      }
      for (var page = 1; page <= Contents.pages(column, perPage()); page++) {
        if (same(columnUrl(site, column, page), asked)) {
          return Optional.of(new Spot.Column(column, page));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Spot> articleAt(Blueprint site, String asked) {
    return Contents.byId(site, numberIn(asked))
        .filter(item -> same(itemUrl(site, item), asked))
        .map(Spot.Article::new);
  }

  /// Same address, whatever the scheme; a path's `index.html` may be left out.
  private static boolean same(String url, String asked) {
    var address = url.substring(url.indexOf("://") + 3);
    return address.equals(asked)
        || (asked.endsWith("/") && address.equals(asked + "index.html"))
        || (address.endsWith("/") && asked.equals(address + "index.html"));
  }

  /// A link to an address of the site from a page on its own host.
  String href(Blueprint site, String url) {
    return url.startsWith(site.root() + "/") ? url.substring(site.root().length()) : url;
  }

  final String columnHref(Blueprint site, LabColumn column) {
    return column.shape() == Shape.ELSEWHERE
        ? column.text()
        : href(site, columnUrl(site, column, 1));
  }

  final String itemHref(Blueprint site, LabItem item) {
    return href(site, itemUrl(site, item));
  }

  final String mapUrl(Blueprint site) {
    return href(site, columnUrl(site, site.column("wzdt"), 1));
  }

  /// A date as the column's list writes it.
  final String listDate(Blueprint site, LabItem item) {
    return item.column().dates().orElse(dates()).write(item.day(), site.today());
  }

  /// A date as the home page writes it.
  final String homeDate(Blueprint site, LabItem item) {
    return site.home()
        .dates()
        .or(item.column()::dates)
        .orElse(homeDates())
        .write(item.day(), site.today());
  }

  DateStyle homeDates() {
    return dates();
  }

  final List<LabItem> items(Blueprint site, LabColumn column, int page) {
    return Contents.page(site, column, page, perPage());
  }

  /// The columns that a hub leads on to.
  final List<LabColumn> leadsTo(Blueprint site, LabColumn hub) {
    return hub.slug().equals("wzdt")
        ? site.columns().stream().filter(column -> !column.slug().equals("wzdt")).toList()
        : site.under(hub);
  }

  /// Links to columns.
  ///
  /// @param line one of them, `{}` for its address and for its name
  final void links(Sheet out, Blueprint site, List<LabColumn> columns, String line) {
    columns.forEach(column -> out.put(line, columnHref(site, column), column.name()));
  }

  /// What stands where there is no page.
  String missing(Blueprint site) {
    return """
    <html><head><title>404 Not Found</title></head>
    <body>
    <center><h1>404 Not Found</h1></center>
    <hr><center>nginx</center>
    </body></html>
    """;
  }
}
