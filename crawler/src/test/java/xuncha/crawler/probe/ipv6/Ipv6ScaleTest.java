package xuncha.crawler.probe.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xuncha.crawler.names.IpLiteral;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Depth;
import xuncha.lab.dns.DnsAsked;
import xuncha.lab.dns.DnsBook;
import xuncha.lab.dns.DnsServer;

/// Many sites in one run, each on three hosts of its own and one that all share. Run with
/// `-Dxuncha.ipv6.sites=835` to see how long a province takes.
class Ipv6ScaleTest {
  private static final int SITES = Integer.getInteger("xuncha.ipv6.sites", 60);
  private static final int AT_ONCE = 64;

  @Test
  void asksForEachHostOnceAFamilyHoweverManySitesLinkToIt() throws Exception {
    var book = new DnsBook().others(name -> List.of("127.0.0.1", "::1"));
    book.zone("gov.cn", "ns1.dns.cn", "ns2.dns.cn");
    try (var dns = DnsServer.start(book);
        var servers = new TwoFamilies()) {
      var profile =
          new NetworkProfile(
              Optional.of(dns.address()), Map.of(80, servers.port()), true, Optional.empty());
      try (var probing = new Probing(profile, Ipv6Settings.laboratory(), Duration.ofSeconds(60))) {
        var traces = all(probing);
        assertThat(traces).hasSize(SITES).allSatisfy(Ipv6ScaleTest::isWhole);
      }
      var asked = dns.journal().stream().filter(one -> one.type().startsWith("A")).toList();
      assertThat(asked).extracting(DnsAsked::name).contains("shared.gov.cn", "xxgk.site7.gov.cn");
      assertThat(asked.stream().map(one -> one.name() + " " + one.type())).doesNotHaveDuplicates();
    }
  }

  private static List<Ipv6Trace> all(Probing probing) {
    var under = new ArrayList<Future<Ipv6Trace>>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      IntStream.range(0, SITES)
          .forEach(i ->
              under.add(threads.submit(() -> probing.trace("http://www.site" + i + ".gov.cn/"))));
    }
    return under.stream().map(Future::resultNow).toList();
  }

  private static void isWhole(Ipv6Trace trace) {
    assertThat(trace.tries()).hasSize(3).allMatch(one -> one.failure().isEmpty());
    assertThat(trace.second().flatMap(Depth::share)).contains(1.0);
    assertThat(trace.third().flatMap(Depth::share)).contains(1.0);
  }

  /// One web server behind `127.0.0.1` and `::1`, on one port.
  private static final class TwoFamilies implements AutoCloseable {
    private final HttpServer over4;
    private final HttpServer over6;

    TwoFamilies() throws IOException {
      over4 = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      over6 = server(new InetSocketAddress(IpLiteral.parse("::1").orElseThrow(), port()));
    }

    int port() {
      return over4.getAddress().getPort();
    }

    private static HttpServer server(InetSocketAddress at) throws IOException {
      var server = HttpServer.create(at, 500);
      server.createContext("/", TwoFamilies::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
      var host = exchange.getRequestHeaders().getFirst("Host");
      var site = host.replaceFirst("^(www|xxgk|hd)\\.", "");
      var path = exchange.getRequestURI().getPath();
      var page = new StringBuilder("<title>" + site + "</title><h1>" + path + "</h1>");
      for (var i = 0; i < 20; i++) {
        var where =
            List.of("www." + site, "xxgk." + site, "hd." + site, "shared.gov.cn").get(i % 4);
        page.append("<p><a href=http://" + where + path + i + "/>条目" + i + "的标题文字</a></p>");
      }
      var bytes = page.toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, bytes.length);
      try (exchange) {
        exchange.getResponseBody().write(bytes);
      }
    }

    @Override
    public void close() {
      over4.stop(0);
      over6.stop(0);
    }
  }
}
