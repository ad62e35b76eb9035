package xuncha.lab;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import xuncha.lab.http.Answering;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.http.Wire;

/// Hosts that each behave badly in one way; served beside every province, listed in none.
public enum Misbehaviour {
  /// A body without length that never ends.
  ENDLESS_BODY(_ -> new Reply.Wild(Misbehaviour::endless)),
  /// Some kilobytes that unpack to a gigabyte.
  GZIP_BOMB(_ -> bomb()),
  /// Says gzip and is not.
  NOT_GZIP(_ -> Reply.html(page("首页")).with("Content-Encoding", "gzip")),
  /// 100,000 elements inside one another.
  DEEP_TAGS(_ -> Reply.html("<html><body>" + "<div>".repeat(100_000) + "深" + "</body></html>")),
  /// Two addresses that redirect to each other.
  REDIRECT_LOOP(request -> Reply.redirect(302, request.path().equals("/") ? "/again" : "/")),
  /// A redirect that leads on to another one, for ever.
  REDIRECT_CHAIN(Misbehaviour::chain),
  /// A redirect to the page itself by meta refresh.
  REFRESH_LOOP(_ ->
      Reply.html(
          "<html><head><meta http-equiv=\"refresh\" content=\"0;url=/\"></head><body></body></html>")),
  /// Each page of a calendar leads to the next and the one before.
  URL_TRAP(Misbehaviour::calendar),
  /// UTF-8 that header and page call GB2312.
  WRONG_CHARSET(_ ->
      Reply.html(200, page("工作动态").replace("utf-8", "gb2312"), StandardCharsets.UTF_8, "gb2312")),
  /// GBK in a charset that nobody knows.
  UNKNOWN_CHARSET(
      _ -> Reply.html(200, page("通知公告").replace("utf-8", "x-gov-cn"), gbk(), "x-gov-cn")),
  /// The connection is reset in the middle of the body.
  RESET_MID_BODY(_ -> new Reply.Wild(Misbehaviour::reset)),
  /// The connection ends before the length that was announced.
  CUT_SHORT(_ ->
      new Reply.Wild(wire ->
          wire.say(
              "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n<html><body>开头"))),
  /// A byte every second, for ever.
  DRIP(_ -> new Reply.Wild(Misbehaviour::drip)),
  /// Accepts and never answers.
  SILENCE(_ -> new Reply.Wild(wire -> wire.pause(Duration.ofDays(1)))),
  /// Answers in a protocol of its own.
  NOT_HTTP(_ -> new Reply.Wild(wire -> wire.say("220 ProFTPD Server ready.\r\n"))),
  /// Header lines without end.
  ENDLESS_HEADERS(_ -> new Reply.Wild(Misbehaviour::headers)),
  /// A redirect to an address of an inner network.
  REDIRECT_TO_PRIVATE(_ -> Reply.redirect(302, "http://10.0.0.8/")),
  /// A redirect to the address where clouds keep their secrets.
  REDIRECT_TO_METADATA(_ -> Reply.redirect(301, "http://169.254.169.254/latest/meta-data/")),
  /// A redirect to a file of the client.
  REDIRECT_TO_FILE(_ -> Reply.redirect(302, "file:///etc/passwd")),
  /// robots.txt forbids everything.
  ROBOTS_DISALLOW(request ->
      request.path().equals("/robots.txt")
          ? Reply.text("text/plain", "User-agent: *\nDisallow: /\n")
          : Reply.html(page("首页"))),
  /// robots.txt cannot be had.
  ROBOTS_ERROR(request ->
      request.path().equals("/robots.txt")
          ? Reply.html(500, page("服务器错误"))
          : Reply.html(page("首页"))),
  /// 412 and a script that computes a cookie.
  WAF_412(Misbehaviour::waf),
  /// 200 and a script that sets a cookie and loads again.
  COOKIE_SCRIPT(Misbehaviour::cookieScript),
  /// 403 from a firewall.
  BLOCK_PAGE(_ ->
      Reply.html(
          403,
          "<html><head><title>405</title></head><body><h1>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h1><p>您的请求ID是: 76b20f4415</p></body></html>")),
  /// Everything leads to a log-in page.
  LOGIN_WALL(Misbehaviour::login),
  /// Says with status 200 that the site is being maintained.
  MAINTENANCE(_ ->
      Reply.html(
          "<html><head><meta charset=\"utf-8\"><title>系统维护</title></head><body><div class=\"box\"><h2>网站正在升级维护中</h2><p>给您带来不便，敬请谅解。</p></div></body></html>")),
  /// Says with status 200 that there is no such page.
  SOFT_404(_ ->
      Reply.html(
          "<html><head><meta charset=\"utf-8\"><title>页面不存在</title></head><body><p>抱歉，您访问的页面不存在或已被删除！</p><a href=\"/\">返回首页</a></body></html>")),
  /// The page that a web server comes with.
  DEFAULT_PAGE(_ ->
      Reply.html(
          "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working.</p></body></html>")),
  /// Answers 304 to whoever names the right tag.
  NOT_MODIFIED(Misbehaviour::tagged),
  /// 429 with a time to come back, for the first two requests.
  TOO_MANY(() -> new Busy(429)),
  /// 503 with a time to come back, for the first two requests.
  BUSY(() -> new Busy(503)),
  /// HEAD is not allowed.
  NO_HEAD(
      request -> request.method().equals("HEAD") ? Reply.html(405, "") : Reply.html(page("首页")));

  @SuppressWarnings("ImmutableEnumChecker") // makes what answers; holds nothing itself
  private final Supplier<Answering> answering;

  Misbehaviour(Answering answering) {
    this(() -> answering);
  }

  Misbehaviour(Supplier<Answering> answering) {
    this.answering = answering;
  }

  /// The host that behaves so.
  public String host() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".weisheng.gov.cn";
  }

  /// Its home page.
  public String url() {
    return "http://" + host() + "/";
  }

  /// What answers for it, without memory of earlier servers.
  Answering answering() {
    return answering.get();
  }

  private static String page(String title) {
    var text = "本网站由市人民政府办公室主办，发布政务信息，提供在线服务，欢迎广大市民监督。".repeat(12);
    return """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>%s</title></head>
    <body><h1>%s</h1><p>%s</p><ul><li><a href="/a.html">关于做好春季防火工作的通知</a> 2020-03-10</li>
    <li><a href="/b.html">关于召开全市安全生产会议的通知</a> 2020-03-08</li>
    <li><a href="/c.html">关于开展爱国卫生运动的通知</a> 2020-03-05</li></ul></body></html>
    """
        .formatted(title, title, text);
  }

  private static Charset gbk() {
    return Charset.forName("GBK");
  }

  private static void endless(Wire wire) throws IOException {
    wire.say("HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=utf-8\r\n\r\n<html><body>");
    var piece = "<p>重要的事情说三遍。</p>".repeat(500).getBytes(StandardCharsets.UTF_8);
    while (true) {
      wire.send(piece);
    }
  }

  private static Reply bomb() {
    return Reply.of(200, "text/html;charset=utf-8", Bomb.PACKED).with("Content-Encoding", "gzip");
  }

  private static Reply chain(Request request) {
    var step = request.parameter("n").filter(n -> n.matches("\\d{1,8}")).map(Integer::parseInt);
    return Reply.redirect(302, "/?n=" + (step.orElse(0) + 1));
  }

  private static Reply calendar(Request request) {
    var month = request.parameter("m").filter(m -> m.matches("-?\\d{1,8}")).map(Integer::parseInt);
    var at = month.orElse(0);
    return Reply.html(
        page("活动日历")
            .replace(
                "</ul>",
                "<li><a href=\"/?m=%d\">上个月</a></li><li><a href=\"/?m=%d\">下个月</a></li></ul>"
                    .formatted(at - 1, at + 1)));
  }

  private static void reset(Wire wire) throws IOException {
    wire.say(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n<html><body>开头")
        .reset();
  }

  private static void drip(Wire wire) throws IOException, InterruptedException {
    wire.say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000\r\n\r\n");
    while (true) {
      wire.pause(Duration.ofSeconds(1)).say("<");
    }
  }

  private static void headers(Wire wire) throws IOException {
    wire.say("HTTP/1.1 200 OK\r\n");
    while (true) {
      wire.say("X-Filler: 0123456789012345678901234567890123456789\r\n".repeat(100));
    }
  }

  private static Reply waf(Request request) {
    return request.header("cookie").contains("__jsluid=")
        ? Reply.html(page("首页"))
        : Reply.html(
                412,
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><script src=\"/4QbVtADbnLVIc/c.FxJzG50F.js\"></script></head><body><script>_$ji();document.cookie='__jsluid=1;path=/';location.reload();</script></body></html>")
            .with("Set-Cookie", "FSSBBIl1UgzbN7N80S=5Vb; Path=/; HttpOnly");
  }

  private static Reply cookieScript(Request request) {
    return request.header("cookie").contains("wzws_cid=")
        ? Reply.html(page("首页"))
        : Reply.html(
            "<html><head><script>function f(){var d=new Date();d.setTime(d.getTime()+6e5);document.cookie='wzws_cid=1;expires='+d.toUTCString()+';path=/';location.href=location.href;}f();</script></head><body><noscript>请开启JavaScript并刷新该页.</noscript></body></html>");
  }

  private static Reply login(Request request) {
    return request.path().equals("/login")
        ? Reply.html(
            "<html><head><meta charset=\"utf-8\"><title>用户登录</title></head><body><form method=\"post\" action=\"/login\"><label>用户名<input name=\"user\"></label><label>密码<input type=\"password\" name=\"pass\"></label><button>登录</button></form></body></html>")
        : Reply.redirect(302, "/login?service=" + request.path());
  }

  private static Reply tagged(Request request) {
    var tag = "\"5e7c-1a2b\"";
    return (request.header("if-none-match").contains(tag)
            ? new Reply.Whole(304, List.of(), new byte[0], Duration.ZERO)
            : Reply.html(page("首页")))
        .with("ETag", tag)
        .with("Last-Modified", "Tue, 31 Mar 2020 01:00:00 GMT");
  }

  /// Asks the first two callers of each address to come back later.
  private static final class Busy implements Answering {
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final int status;

    Busy(int status) {
      this.status = status;
    }

    @Override
    public Reply answer(Request request) {
      return asked.merge(request.target(), 1, Integer::sum) <= 2
          ? Reply.html(status, "<html><body>busy</body></html>").with("Retry-After", "1")
          : Reply.html(page("首页"));
    }
  }
}
