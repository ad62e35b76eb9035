package xuncha.lab.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import xuncha.findings.visit.UserSpace.Kind;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Account;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.SpaceManner;
import xuncha.lab.site.SpaceManner.Back;
import xuncha.lab.site.SpaceManner.Way;

/// Logging in, and what one finds then, as good as its manner says. What a person has done is kept
/// in their cookies, so that a site needs no memory.
final class SpacePages {
  /// Where the header has its entry; taken out of every page before it is sent.
  private static final String PLACE = "<!-- dl -->\n";

  private static final String SESSION = "sid";
  private static final String SEEN = "zj";
  private static final String FROM = "ly";

  private static final List<String> ENTRIES = List.of("登录", "用户登录", "个人登录", "登录/注册");
  private static final List<String> SPACES = List.of("个人中心", "用户中心", "我的空间", "会员中心");
  private static final Map<Kind, Tab> TABS =
      Map.of(
          Kind.CONSULTATIONS, new Tab("0", List.of("我的咨询", "我的留言", "咨询记录", "我的信件")),
          Kind.SERVICES, new Tab("1", List.of("我的办件", "办事记录", "我的申请", "我的办事")),
          Kind.BROWSING, new Tab("2", List.of("浏览记录", "浏览历史", "我的足迹", "阅读记录")));

  /// What a person reads in the picture.
  private static final String LETTERS = "k7mp";

  /// A history's number in addresses, and what it may be called.
  private record Tab(String number, List<String> names) {}

  private final SiteSystem system;
  private final Blueprint site;
  private final SpaceManner manner;
  private final Request request;

  private SpacePages(SiteSystem system, Blueprint site, Request request) {
    this.system = system;
    this.site = site;
    this.manner = site.space();
    this.request = request;
  }

  /// The place for the entry in the header.
  static String entry(Blueprint site) {
    return site.space().way() == Way.NONE ? "" : PLACE;
  }

  static Optional<Reply> answer(SiteSystem system, Blueprint site, Request request) {
    return site.space().way() == Way.NONE
        ? Optional.empty()
        : new SpacePages(system, site, request).answer();
  }

  /// Whether that is where the site's log-in is sent.
  static boolean takes(Blueprint site, String path) {
    return site.space().way() != Way.NONE && path.equals("/member/doLogin");
  }

  /// The page as this person is shown it; a page that was read is kept in mind.
  static Reply dressed(SiteSystem system, Blueprint site, Request request, Reply reply) {
    return site.space().way() == Way.NONE
        ? reply
        : new SpacePages(system, site, request).dressed(reply);
  }

  private Reply dressed(Reply reply) {
    if (!(reply instanceof Reply.Whole(var status, var headers, var body, var delay))) {
      return reply;
    }
    var charset = system.charset();
    var text = new String(body, charset);
    if (!text.contains(PLACE)) {
      return reply;
    }
    var dressed =
        new Reply.Whole(status, headers, text.replace(PLACE, shown()).getBytes(charset), delay);
    return system
        .find(site, request)
        .filter(spot -> spot instanceof Spot.Article && signedIn() && manner.records())
        .map(spot -> dressed.with("Set-Cookie", seen(((Spot.Article) spot).item())))
        .orElse(dressed);
  }

  private String seen(LabItem item) {
    var before = cookie(SEEN);
    return SEEN + "=" + (before.isEmpty() ? "" : before + ".") + item.id() + domain();
  }

  private String shown() {
    if (signedIn()) {
      return "<div class=\"dl\">欢迎您，%s <a href=\"%s/member/index\">%s</a> <a href=\"%s/member/logout\">退出</a></div>\n"
          .formatted(Account.of(site).user(), site.root(), space(), site.root());
    }
    var to = loginHost() + "/member/login";
    var here = URLEncoder.encode(request.url(), StandardCharsets.UTF_8);
    var query = manner.back() == Back.REFERER ? "" : "?backurl=" + here;
    return "<div class=\"dl\"><a href=\"" + to + query + "\">" + pick(ENTRIES) + "</a></div>\n";
  }

  private Optional<Reply> answer() {
    return switch (request.path()) {
      case "/member/login" -> Optional.of(login());
      case "/member/doLogin" ->
          request.method().equals("POST") ? Optional.of(received()) : Optional.empty();
      case "/member/logout" ->
          Optional.of(
              Reply.redirect(302, site.root() + "/")
                  .with("Set-Cookie", SESSION + "=; Max-Age=0" + domain()));
      case "/member/index" -> Optional.of(mine(this::index));
      case "/member/list" ->
          kept(request.parameter("t").orElse("")).map(kind -> mine(() -> list(kind)));
      default -> Optional.empty();
    };
  }

  private Reply login() {
    var back = request.parameter("backurl").orElse("");
    var form =
        switch (manner.way()) {
          case SCRIPT ->
              "<div><input id=\"u\" type=\"text\" placeholder=\"用户名/手机号\"><input id=\"p\" type=\"password\" placeholder=\"密码\"><button type=\"button\" onclick=\"dl()\">登录</button></div>\n<script>function dl(){fetch('/member/api',{method:'POST',body:JSON.stringify({u:u.value,p:p.value})}).then(function(r){location.href='/member/index'})}</script>\n";
          case NONE, PASSWORD, OTHER_HOST, CAPTCHA, MESSAGE, REFUSED ->
              """
              <form action="/member/doLogin" method="post">
              <input type="hidden" name="backurl" value="%s">
              <p><label>用户名</label><input type="text" name="loginName" placeholder="请输入用户名/手机号"></p>
              <p><label>密码</label><input type="password" name="loginPwd"></p>
              %s<p><input type="submit" value="登 录"></p>
              </form>
              """
                  .formatted(
                      back.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
                      manner.way() == Way.CAPTCHA
                          ? "<p><label>验证码</label><input type=\"text\" name=\"yzm\"><img src=\"/images/logo.png\" alt=\"看不清，换一张\"></p>\n"
                          : "");
        };
    var page = system.page(system.framed(site, "用户登录", "<h2>用户登录</h2>\n" + form));
    return manner.back() == Back.REFERER
        ? page.with("Set-Cookie", FROM + "=" + encoded(request.header("referer")) + domain())
        : page;
  }

  private Reply received() {
    var account = Account.of(site);
    var right =
        request.parameter("loginName").filter(account.user()::equals).isPresent()
            && request.parameter("loginPwd").filter(account.password()::equals).isPresent()
            && manner.way() != Way.REFUSED
            && (manner.way() != Way.CAPTCHA
                || request.parameter("yzm").filter(LETTERS::equals).isPresent());
    if (!right) {
      return system.page(system.framed(site, "用户登录", "<p>用户名或密码错误！</p>\n"));
    }
    if (manner.way() == Way.MESSAGE) {
      return system.page(
          system.framed(
              site,
              "安全验证",
              "<form action=\"/member/doCode\" method=\"post\"><p>短信验证码已发送至您的手机</p><p><input type=\"text\" name=\"code\" placeholder=\"请输入短信验证码\"><input type=\"submit\" value=\"确定\"></p></form>\n"));
    }
    return goOn().with("Set-Cookie", SESSION + "=" + session() + domain());
  }

  private Reply goOn() {
    var from = decoded(cookie(FROM));
    var back =
        manner.back() == Back.REFERER ? from : request.parameter("backurl").orElse(site.root());
    return switch (manner.back()) {
      case ADDRESS, REFERER ->
          Reply.redirect(302, back.startsWith("http") ? back : site.root() + "/");
      case REFRESH ->
          system.page(
              "<html><head><meta http-equiv=\"refresh\" content=\"3;url=%s\"><title>登录成功</title></head><body><p>登录成功，3秒后自动返回。</p></body></html>"
                  .formatted(back));
      case SCRIPT ->
          system.page(
              "<html><head><title>登录成功</title><script>window.location.href='%s';</script></head><body></body></html>"
                  .formatted(back));
      case HOME -> Reply.redirect(302, site.root() + "/");
      case SPACE -> Reply.redirect(302, site.root() + "/member/index");
    };
  }

  private Reply mine(java.util.function.Supplier<String> page) {
    return signedIn()
        ? system.page(system.framed(site, space(), page.get()))
        : Reply.redirect(302, loginHost() + "/member/login");
  }

  private String index() {
    var parts =
        Arrays.stream(Kind.values())
            .filter(manner.keeps()::contains)
            .map(kind ->
                manner.tabbed()
                    ? "<li><a href=\"/member/list?t=%s\">%s</a></li>\n"
                        .formatted(tab(kind).number(), name(kind))
                    : "<h3>" + name(kind) + "</h3>\n" + table(kind))
            .collect(Collectors.joining());
    return """
    <h2>%s</h2>
    <p>账号：%s</p>
    <ul class="side"><li><a href="/member/index">个人资料</a></li><li><a href="/member/index">修改密码</a></li>
    %s</ul>
    %s\
    """
        .formatted(
            space(),
            Account.of(site).user(),
            manner.tabbed() ? parts : "",
            manner.tabbed() ? "" : parts);
  }

  private String list(Kind kind) {
    return "<h2>" + name(kind) + "</h2>\n" + table(kind);
  }

  private String table(Kind kind) {
    var rows = kind == Kind.BROWSING ? read() : "";
    return rows.isEmpty() ? "<p>暂无记录</p>\n" : "<ul class=\"jl\">\n" + rows + "</ul>\n";
  }

  private String read() {
    return Arrays.stream(cookie(SEEN).split("\\.", -1))
        .filter(id -> id.matches("\\d{1,18}"))
        .flatMap(id -> Contents.byId(site, Long.parseLong(id)).stream())
        .map(item ->
            "<li><a href=\"%s\">%s</a><span>%s</span></li>\n"
                .formatted(
                    system.itemUrl(site, item).replace("&", "&amp;"),
                    item.title(),
                    DateStyle.iso(site.today())))
        .collect(Collectors.joining());
  }

  private Optional<Kind> kept(String number) {
    return Arrays.stream(Kind.values())
        .filter(kind -> number.equals(tab(kind).number()))
        .filter(manner.keeps()::contains)
        .findFirst();
  }

  private boolean signedIn() {
    return cookie(SESSION).equals(session());
  }

  private String session() {
    return Long.toHexString(site.lot("session").bits());
  }

  private String cookie(String name) {
    return Arrays.stream(request.header("cookie").split(";\\s*", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private String domain() {
    return "; Path=/" + (manner.way() == Way.OTHER_HOST ? "; Domain=" + base(site) : "");
  }

  private String loginHost() {
    return manner.way() == Way.OTHER_HOST ? "http://" + host(site) : site.root();
  }

  /// Where one logs in to a site that has its accounts on a host of their own.
  static String host(Blueprint site) {
    return "id." + base(site);
  }

  private static String base(Blueprint site) {
    return site.domain().startsWith("www.") ? site.domain().substring(4) : site.domain();
  }

  private String space() {
    return pick(SPACES);
  }

  private String name(Kind kind) {
    return pick(tab(kind).names());
  }

  private static Tab tab(Kind kind) {
    return Objects.requireNonNull(TABS.get(kind));
  }

  private String pick(List<String> words) {
    return site.lot("space", words.getFirst()).one(words);
  }

  private static String encoded(String url) {
    return URLEncoder.encode(url, StandardCharsets.UTF_8);
  }

  private static String decoded(String value) {
    return java.net.URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
