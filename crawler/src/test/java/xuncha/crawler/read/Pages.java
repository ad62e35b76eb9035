package xuncha.crawler.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.findings.edition.Editions;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Source;

/// Pages for the reader's tests, as if they had been fetched on 1 June 2025.
final class Pages {
  static final Instant SEEN = Instant.parse("2025-06-01T02:00:00Z");
  static final Lexicon LEXICON = Editions.shipped("anhui-2020").lexicon();
  static final PageReader READER = new PageReader(LEXICON);
  static final String SITE = "http://www.linshui.gov.cn/";

  private Pages() {}

  static PageReader.Result home(String html) {
    return READER.read(reading(SITE, html.getBytes(StandardCharsets.UTF_8), "text/html", true));
  }

  static PageReader.Result page(String path, String html) {
    return answer(path, html, "text/html; charset=utf-8");
  }

  /// A page after its scripts have run in a browser.
  static PageReader.Result drawn(String path, String html) {
    var sent = reading(SITE + path, html.getBytes(StandardCharsets.UTF_8), "text/html", false);
    var ask = Ask.page(SITE + path, Ask.Why.DRAWN, 1 << 24);
    return READER.read(new Reading(SITE + path, sent.answer().to(ask), 5, false));
  }

  static PageReader.Result at(String url, String html) {
    var bytes = html.getBytes(StandardCharsets.UTF_8);
    return READER.read(reading(url, bytes, "text/html; charset=utf-8", false));
  }

  static PageReader.Result answer(String path, String body, String type) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return READER.read(reading(SITE + path, bytes, type, false));
  }

  /// A page to which whoever asks for the first address is sent.
  static PageReader.Result sent(String asked, String found, String html) {
    var at = SITE.substring(0, SITE.length() - 1);
    var there = reading(at + found, html.getBytes(StandardCharsets.UTF_8), "text/html", false);
    return READER.read(new Reading(at + asked, there.answer(), 5, false));
  }

  static PageReader.Outline outline(String path, String body, String type) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return READER.outline(reading(SITE + path, bytes, type, false));
  }

  static List<Link> links(String path, String body, String type) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return READER.links(reading(SITE + path, bytes, type, false));
  }

  static PageReader.Result bytes(byte[] body, String type) {
    return READER.read(reading(SITE + "a/b.html", body, type, false));
  }

  static PageReader.Result homeBytes(byte[] body) {
    return READER.read(reading(SITE, body, "text/html", true));
  }

  private static Reading reading(String url, byte[] body, String type, boolean home) {
    var headers =
        type.isEmpty()
            ? List.<Exchange.Header>of()
            : List.of(new Exchange.Header("Content-Type", type));
    var answer =
        new Exchange.Answered(
            Ask.page(url, Ask.Why.PAGE, 1 << 24),
            SEEN,
            Duration.ofMillis(5),
            "192.0.2.1",
            200,
            headers,
            Body.of(body),
            Optional.empty(),
            Source.UNARCHIVED);
    return new Reading(url, answer, 5, home);
  }

  /// A page of a template: header, menu, the given main part, footer.
  static String framed(String title, String main) {
    return """
    <html><head><title>%s</title><script src="/js/jquery.js"></script></head><body>
    <div class="header"><div class="logo"><img src="/logo.png" alt="临水县人民政府"></div></div>
    <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwdt/">政务动态</a></li>
    <li><a href="/tzgg/">通知公告</a></li><li><a href="/zcwj/">政策文件</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
    <div class="main">%s</div>
    <div class="footer"><p>主办单位：临水县人民政府办公室　联系电话：0551-62345678</p>
    <p>皖ICP备05001234号-1　皖公网安备 34012302000123号　网站标识码：3401230001</p></div>
    </body></html>
    """
        .formatted(title, main);
  }
}
