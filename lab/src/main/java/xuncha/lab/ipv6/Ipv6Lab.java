package xuncha.lab.ipv6;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;
import xuncha.lab.dns.DnsBook;
import xuncha.lab.dns.DnsManner;
import xuncha.lab.dns.DnsServer;
import xuncha.lab.ipv6.Service.Page;

/// Sites that go wrong over IPv6 in every way we know, each alive over IPv4 unless the scenario
/// says otherwise. Real name server, real sockets.
public final class Ipv6Lab implements AutoCloseable {
  private static final int ANY_PORT = 0;
  private static final int OK = 200;

  private final Ground ground;
  private final DnsBook book = new DnsBook();
  private final DnsServer dns;
  private final Certificates certificates = new Certificates();
  private final List<Listener> listeners = new ArrayList<>();
  private final List<Scenario> scenarios = new ArrayList<>();
  private int given;

  private Ipv6Lab(Ground ground) {
    this.ground = ground;
    this.dns = DnsServer.start(book);
  }

  /// Starts everything.
  ///
  /// @param trust where the laboratory's certificate authority is written to, PEM
  public static Ipv6Lab start(Ground ground, Path trust) {
    var lab = new Ipv6Lab(ground);
    lab.certificates.writeRoot(trust);
    lab.names();
    lab.addresses();
    lab.connections();
    lab.secured();
    lab.answers();
    lab.contents();
    if (ground == Ground.NAMESPACE) {
      lab.severalAddresses();
    }
    return lab;
  }

  /// Where its name server listens.
  public InetSocketAddress resolver() {
    return dns.address();
  }

  /// Its name server, for the journal.
  public DnsServer dns() {
    return dns;
  }

  /// What its name server knows; may be added to.
  public DnsBook book() {
    return book;
  }

  /// All its sites.
  public List<Scenario> scenarios() {
    return List.copyOf(scenarios);
  }

  @Override
  public void close() {
    listeners.forEach(Listener::close);
    dns.close();
  }

  private void names() {
    both("healthy", "nothing", "pass", "", town(1), town(1));
    var chain = both("alias-chain", "three aliases on the way", "pass", "", town(2), town(2));
    book.alias("a." + chain, "b." + chain).alias("b." + chain, chain);
    rename("alias-chain", "a." + chain, chain);
    treated(
        "aaaa-only-by-tcp", "AAAA comes only over TCP", "pass", "", new DnsManner.OnlyOverTcp());
    treated("wrong-case", "answers in capitals", "pass", "", new DnsManner.Capitals());
    treated("no-edns", "a name server that knows no EDNS", "pass", "", new DnsManner.Antique());
    treated("no-aaaa", "no AAAA record", "fail", "dns", new DnsManner.Code(Rcode.NOERROR, 99));
    var unknown = "unknown.lab.gov.cn";
    scenario("no-name", "http://" + unknown + "/", "the name does not exist", "fail", "dns");
    treated(
        "servfail",
        "SERVFAIL for AAAA",
        "inconclusive",
        "",
        new DnsManner.Code(Rcode.SERVFAIL, 99));
    treated(
        "refused-query",
        "REFUSED for AAAA",
        "inconclusive",
        "",
        new DnsManner.Code(Rcode.REFUSED, 99));
    treated("dns-silent", "no answer for AAAA", "inconclusive", "", new DnsManner.Mute());
    treated("lame", "a lame delegation", "inconclusive", "", new DnsManner.Lame());
    treated("garbled", "answers that are no DNS", "inconclusive", "", new DnsManner.Garbage());
    treated(
        "cut-no-tcp", "cut answers and no TCP", "inconclusive", "", new DnsManner.CutAndNoTcp());
    book.alias("loop.lab.gov.cn", "pool.lab.gov.cn").alias("pool.lab.gov.cn", "loop.lab.gov.cn");
    scenario("alias-loop", "http://loop.lab.gov.cn/", "aliases in a loop", "inconclusive", "");
    treated(
        "servfail-once",
        "SERVFAIL, then an answer",
        "pass",
        "",
        new DnsManner.Code(Rcode.SERVFAIL, 1));
  }

  private void treated(
      String name, String planted, String verdict, String stage, DnsManner manner) {
    var host = both(name, planted, verdict, stage, town(3), town(3));
    book.treat(host, Type.AAAA, manner);
  }

  private void addresses() {
    planted("mapped", "::ffff:45.11.0.1", "an IPv4-mapped AAAA");
    planted("unique-local", "fd12:3456:789a::1", "a unique-local AAAA");
    planted("link-local", "fe80::1", "a link-local AAAA");
    planted("six-to-four", "2002:2d0b:1::1", "a 6to4 AAAA");
    planted("documentation", "2001:db8::1", "a documentation AAAA");
    if (ground == Ground.NAMESPACE) {
      planted("loopback", "::1", "a loopback AAAA");
    }
  }

  private void planted(String name, String address, String planted) {
    var host = host(name);
    var v4 = next4();
    book.host(host, v4, address);
    var port = serve(v4, ANY_PORT, town(4), host);
    scenario(name, url("http", host, port), planted, "fail", "address");
  }

  private void connections() {
    var host = host("refused");
    var v4 = next4();
    book.host(host, v4, next6());
    scenario(
        "refused",
        url("http", host, serve(v4, ANY_PORT, town(5), host)),
        "IPv6 connections are refused",
        "fail",
        "connect");
    both(
        "dropped",
        "IPv6 connections get no answer",
        "fail",
        "connect",
        new Service.Dropping(),
        town(5));
    var down = host("down");
    book.host(down, next4(), next6());
    scenario("down", url("http", down, 9), "refused over both families", "inconclusive", "");
    var only = host("v6-only");
    var v6 = next6();
    book.host(only, v6);
    scenario(
        "v6-only",
        url("http", only, serve(v6, ANY_PORT, town(6), only)),
        "no IPv4 at all",
        "pass",
        "");
    var dead = host("v6-only-dead");
    book.host(dead, next6());
    scenario("v6-only-dead", url("http", dead, 9), "no IPv4, IPv6 refused", "fail", "connect");
  }

  private void secured() {
    secured("tls", Certificates.Kind.GOOD, "nothing, over HTTPS", "pass", "");
    secured(
        "tls-expired",
        Certificates.Kind.EXPIRED,
        "an expired certificate over IPv6",
        "fail",
        "tls");
    secured(
        "tls-other-name",
        Certificates.Kind.FOR_ANOTHER_NAME,
        "a certificate for another name over IPv6",
        "fail",
        "tls");
    var good = new Service.Tls(Certificates.Kind.GOOD, town(7));
    both(
        "https",
        "tls-closes",
        "TLS handshake cut off over IPv6",
        "fail",
        "tls",
        new Service.Closing(),
        good);
  }

  private void secured(
      String name, Certificates.Kind kind, String planted, String verdict, String stage) {
    var good = new Service.Tls(Certificates.Kind.GOOD, town(7));
    both("https", name, planted, verdict, stage, new Service.Tls(kind, town(7)), good);
  }

  private void answers() {
    both("error-500", "HTTP 500 over IPv6", "fail", "http", page(500, Pages::broken), town(8));
    both("not-found", "HTTP 404 over IPv6", "fail", "http", page(404, Pages::broken), town(8));
    both("not-http", "bytes that are no HTTP", "fail", "http", new Service.Garbage(), town(8));
    both("hangs", "connects, never answers", "fail", "http", new Service.Silent(), town(8));
    both("closes", "closes without an answer", "fail", "http", new Service.Closing(), town(8));
    both("blocked", "HTTP 403 over IPv6", "inconclusive", "", page(403, Pages::broken), town(8));
    var slow = new Service.Slow(page(OK, () -> Pages.town(8)), Duration.ofMillis(300));
    both("slow", "a slow answer over IPv6", "pass", "", slow, town(8));
    var target = host("v4-target");
    var v4 = next4();
    book.host(target, v4);
    var port = serve(v4, ANY_PORT, town(9), target);
    var to = url("http", target, port);
    both(
        "redirect-to-v4-only",
        "sends to a host without AAAA",
        "fail",
        "dns",
        new Service.Redirect(to),
        new Service.Redirect(to));
    var fine = scenarios.getFirst().url();
    both(
        "redirect-on-v6",
        "sends to a host that is fine",
        "pass",
        "",
        new Service.Redirect(fine),
        new Service.Redirect(fine));
  }

  private void contents() {
    both(
        "default-page",
        "a web server's default page over IPv6",
        "fail",
        "content",
        page(OK, Pages::unconfigured),
        town(10));
    both("other-site", "another site over IPv6", "fail", "content", town(13), town(10));
    both(
        "empty-shell",
        "an empty page over IPv6",
        "fail",
        "content",
        page(OK, Pages::shell),
        town(10));
  }

  private void severalAddresses() {
    var host = host("dead-beside-live");
    var v4 = next4();
    var dead = next6();
    var live = next6();
    book.host(host, v4, dead, live);
    var port = serve(v4, ANY_PORT, town(11), host);
    serve(dead, port, new Service.Dropping(), host);
    serve(live, port, town(11), host);
    scenario(
        "dead-beside-live", url("http", host, port), "one of two addresses is dead", "pass", "");
    var lost = host("unrouted");
    var v4too = next4();
    book.host(lost, v4too, Ground.NOWHERE);
    scenario(
        "unrouted",
        url("http", lost, serve(v4too, ANY_PORT, town(11), lost)),
        "an address that this machine has no route to",
        "inconclusive",
        "");
  }

  /// A site that is served in one way over IPv6 and in another over IPv4, on one port.
  private String both(
      String name, String planted, String verdict, String stage, Service six, Service four) {
    return both("http", name, planted, verdict, stage, six, four);
  }

  private String both(
      String scheme,
      String name,
      String planted,
      String verdict,
      String stage,
      Service six,
      Service four) {
    var host = host(name);
    var v4 = next4();
    var v6 = next6();
    book.host(host, v4, v6);
    var port = serve(v4, ANY_PORT, four, host);
    serve(v6, port, six, host);
    scenario(name, url(scheme, host, port), planted, verdict, stage);
    return host;
  }

  private void rename(String name, String alias, String host) {
    scenarios.replaceAll(one ->
        one.name().equals(name)
            ? new Scenario(
                name, one.url().replace(host, alias), one.planted(), one.verdict(), one.stage())
            : one);
  }

  private String next6() {
    return ground.address6(++given);
  }

  private String next4() {
    return ground.address4(++given);
  }

  private int serve(String address, int port, Service service, String host) {
    SSLContext tls =
        certificates.server(
            host, service instanceof Service.Tls(var kind, _) ? kind : Certificates.Kind.GOOD);
    var listener = Listener.start(parsed(address), port, service, tls);
    listeners.add(listener);
    return listener.port();
  }

  private static InetAddress parsed(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException bug) {
      throw new IllegalArgumentException(address, bug);
    }
  }

  private static Page town(int number) {
    return page(OK, () -> Pages.town(number));
  }

  private static Page page(int status, Service.Body body) {
    return new Page(status, body);
  }

  private static String host(String name) {
    return name + ".lab.gov.cn";
  }

  private static String url(String scheme, String host, int port) {
    return scheme + "://" + host + ":" + port + "/";
  }

  private void scenario(String name, String url, String planted, String verdict, String stage) {
    scenarios.add(new Scenario(name, url, planted, verdict, stage));
  }
}
