package xuncha.findings.visit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why something could not be had, in our words, and whose doing it is. Blame is given stingily:
/// what could be our vantage, a firewall or a passing fault is [Blame#UNKNOWN] until another look
/// agrees.
///
/// @param kind what went wrong
/// @param detail the particular, for a person: an address, a status, a library's message. Never a
///   secret.
public record Failure(Kind kind, String detail) {

  /// Who answers for a failure.
  public enum Blame {
    /// The site, without doubt.
    SITE,
    /// This machine, its network, its settings or its budget.
    US,
    /// Cannot be told from here.
    UNKNOWN
  }

  /// What can go wrong. The id is the word used in `reason`, `cause` and logs.
  public enum Kind {
    /// NXDOMAIN from a resolver that was seen to find other names.
    NAME_UNRESOLVED(Blame.SITE, true, "域名不存在", "the name does not exist"),
    /// The name exists but has no address.
    NAME_WITHOUT_ADDRESS(Blame.SITE, true, "域名没有所查的地址记录", "the name has no address"),
    /// SERVFAIL, REFUSED, time-out, or every name denied: the resolver's or the zone's doing.
    RESOLVER_FAILED(Blame.UNKNOWN, true, "域名解析未得到答复", "the name could not be looked up"),
    /// An address that is not globally routable; never connected to.
    PRIVATE_ADDRESS(Blame.UNKNOWN, false, "指向内部地址，已拒绝连接", "points to a private address, refused"),
    CONNECTION_REFUSED(Blame.UNKNOWN, true, "连接被拒绝", "connection refused"),
    CONNECT_TIMEOUT(Blame.UNKNOWN, true, "连接超时", "connecting timed out"),
    NETWORK_UNREACHABLE(Blame.US, true, "本机无法到达该网络", "network unreachable from here"),
    /// Expired, self-signed, for another name, or a broken chain.
    TLS_CERTIFICATE(Blame.SITE, false, "HTTPS 证书有误", "certificate fault"),
    TLS_HANDSHAKE(Blame.UNKNOWN, true, "HTTPS 握手失败", "TLS handshake failed"),
    CONNECTION_RESET(Blame.UNKNOWN, true, "连接被中断", "connection reset"),
    /// Connected, but the answer did not come or did not end in time.
    RESPONSE_TIMEOUT(Blame.UNKNOWN, true, "响应超时", "the answer took too long"),
    /// The body ended before its announced length.
    BODY_TRUNCATED(Blame.UNKNOWN, true, "响应不完整", "the answer ended early"),
    /// Answered in full, with nothing on the page.
    EMPTY_DOCUMENT(Blame.UNKNOWN, true, "页面为空", "an empty document"),
    /// Longer than our byte budget for one page.
    BODY_TOO_LARGE(Blame.US, false, "页面超出大小上限", "larger than the byte budget"),
    /// Cannot be decompressed, or would burst.
    BODY_UNDECODABLE(Blame.SITE, false, "响应无法解压", "the body cannot be decompressed"),
    NOT_HTTP(Blame.SITE, false, "响应不是 HTTP", "the answer is not HTTP"),
    BAD_ADDRESS(Blame.SITE, false, "网址无效", "not a valid address"),
    REDIRECT_LOOP(Blame.SITE, false, "重定向循环", "redirect loop"),
    TOO_MANY_REDIRECTS(Blame.SITE, false, "重定向过多", "too many redirects"),
    /// 404, 410, or a page that says so with status 200.
    NOT_FOUND(Blame.SITE, false, "页面不存在", "not found"),
    /// A web server's own page, with status 200, where a site should be.
    DEFAULT_PAGE(Blame.SITE, true, "只有服务器默认页面", "a server's default page, and no site"),
    /// Any other 4xx that is not a block.
    CLIENT_ERROR(Blame.SITE, false, "返回错误状态", "client error status"),
    /// 5xx other than 503.
    SERVER_ERROR(Blame.SITE, true, "服务器错误", "server error status"),
    /// 503, or a page that says that the site is being maintained.
    UNAVAILABLE(Blame.SITE, true, "服务暂停或维护中", "unavailable or under maintenance"),
    /// 401, 403, 412, 429, a challenge or captcha page: may be meant for us alone.
    BLOCKED(Blame.UNKNOWN, true, "疑似拦截自动访问", "blocked, perhaps only us"),
    LOGIN_WALL(Blame.UNKNOWN, false, "需要登录", "behind a log-in"),
    /// A page that has no content until scripts run.
    NEEDS_BROWSER(Blame.US, false, "内容由脚本生成，需浏览器读取", "needs a browser"),
    NOT_HTML(Blame.UNKNOWN, false, "不是网页", "not a web page"),
    /// Read, but what it holds could not be understood.
    UNREADABLE(Blame.US, false, "内容未能识别", "could not be understood"),
    ROBOTS(Blame.US, false, "robots.txt 不允许访问", "disallowed by robots.txt"),
    BUDGET(Blame.US, false, "超出本次巡查预算", "over the visit's budget"),
    NO_BROWSER(Blame.US, false, "没有可用的浏览器或未启用浏览器", "no browser, or none in use"),
    /// No test account was lent for this site.
    NO_ACCOUNT(Blame.US, false, "未配置测试账号", "no test account for this site"),
    /// A captcha or a second factor stands before what we came for.
    HUMAN_WANTED(Blame.UNKNOWN, false, "需要验证码或二次验证", "asks for a captcha or a second factor"),
    /// The test account was not let in.
    NOT_LET_IN(Blame.UNKNOWN, false, "测试账号未能登录", "the test account was not let in"),
    NO_IPV6_HERE(Blame.US, false, "本机没有可用的 IPv6", "no working IPv6 here"),
    /// Fewer examples than a claim needs.
    TOO_LITTLE(Blame.UNKNOWN, false, "样本不足", "too little to judge"),
    NOT_GATHERED(Blame.US, false, "本次未采集", "not gathered in this visit"),
    /// A bug of ours.
    CRASHED(Blame.US, true, "程序内部错误", "our own fault");

    private final Blame blame;
    private final boolean worthRetrying;
    private final String zh;
    private final String en;

    Kind(Blame blame, boolean worthRetrying, String zh, String en) {
      this.blame = blame;
      this.worthRetrying = worthRetrying;
      this.zh = zh;
      this.en = en;
    }

    /// The word used in JSON and logs: `no-ipv6-here`.
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind that goes by that word; empty when none does.
    public static Optional<Kind> of(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    public Blame blame() {
      return blame;
    }

    /// Whether the same request may well succeed a little later.
    public boolean worthRetrying() {
      return worthRetrying;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  /// A failure with nothing particular to add.
  public static Failure of(Kind kind) {
    return new Failure(kind, "");
  }

  public Blame blame() {
    return kind.blame();
  }
}
