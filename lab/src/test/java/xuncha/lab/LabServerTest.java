package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.lab.site.Blueprint;
import xuncha.lab.system.SiteSystem;
import xuncha.lab.system.Systems;

class LabServerTest {
  private static final Pattern LINK =
      Pattern.compile(
          "(?:href|src|HREF)=\"([^\"#]+)\"|\"url\":\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

  private final Province province = Province.healthy(7, 80, 30, Province.AS_OF);
  private final LabServer lab =
      LabServer.start(province, LabSettings.defaults().withPace(Duration.ofMillis(10)));
  private final Visitor visitor = new Visitor(lab);

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void whoeverComesAnewMeetsTheSamePassingError() throws IOException {
    var faulty = Province.ofScenarios(1, Province.AS_OF, "availability");
    var host = faulty.carrying("availability/passing-error").getFirst();
    var site = host.plan();
    try (var serving = LabServer.start(faulty)) {
      var asking = new Visitor(serving);
      for (var visit = 0; visit < 2; visit++) {
        asking.get(site.root() + "/robots.txt");
        assertThat(asking.get(site.root() + "/").status()).isEqualTo(503);
        assertThat(asking.get(site.root() + "/").status()).isEqualTo(200);
      }
      for (var part : host.hosts()) {
        if (!part.equals(site.domain())) {
          asking.get("http://" + part + "/robots.txt");
        }
      }
      assertThat(asking.get(site.root() + "/").status()).isEqualTo(200);
    }
  }

  @Test
  void hasNoBrokenLinkOnAHealthySiteOfAnySystem() throws IOException {
    for (var system : Systems.all()) {
      var plan = site(system);
      var waiting = new ArrayDeque<>(List.of(plan.root() + "/"));
      var known = new HashSet<String>(waiting);
      while (!waiting.isEmpty()) {
        var url = waiting.remove();
        var seen = visitor.get(url);
        assertThat(seen.status()).as(url).isIn(200, 301, 302);
        if (url.contains(plan.body().parent()) && seen.head().contains("text/html")) {
          for (var link : links(url, seen.text(charset(system)))) {
            if (known.add(link)) {
              waiting.add(link);
            }
          }
        }
      }
      assertThat(known.size()).as(system.id()).isGreaterThan(system.needsBrowser() ? 2 : 25);
    }
  }

  @Test
  void showsMarksAndTagsOnEveryPageThatIsNoShell() throws IOException {
    for (var system : Systems.all()) {
      var plan = site(system);
      if (system.needsBrowser() || system.id().equals("tables")) {
        continue;
      }
      var home = visitor.get(plan.root() + "/").text(charset(system));
      assertThat(home)
          .contains("网站标识码", plan.code(), "ICP备", "公网安备", "bszs.conac.cn", "site_code=")
          .contains("name=\"SiteIDCode\" content=\"" + plan.code() + "\"");
    }
  }

  @Test
  void keepsAConnectionOpenForThousandsOfPages() throws IOException {
    var host = province.sites().get(1).host();
    var request =
        ("HEAD / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), lab.httpPort())) {
      var in = socket.getInputStream();
      for (var i = 0; i < 3000; i++) {
        socket.getOutputStream().write(request);
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
          head.append((char) in.read());
        }
        assertThat(head).startsWith("HTTP/1.1 ");
      }
    }
    assertThat(lab.journal().entries(host)).hasSize(3000);
  }

  @Test
  void writesDownWhatItReceives() throws IOException {
    var host = province.sites().getFirst().host();
    visitor.ask("POST", "http://" + host + "/search", "Content-Length: 3\r\nX-Mark: 1\r\n\r\na=1");
    assertThat(lab.journal().entries(host))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.method()).isEqualTo("POST");
          assertThat(entry.bodyLength()).isEqualTo(3);
          assertThat(entry.headers()).containsEntry("x-mark", "1");
        });
  }

  @Test
  void vouchesForEveryHostOverHttps() throws Exception {
    var host = province.sites().getFirst().host();
    try (var socket =
        (SSLSocket)
            trusting(lab.authority())
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), lab.httpsPort())) {
      var parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(host)));
      socket.setSSLParameters(parameters);
      socket
          .getOutputStream()
          .write(
              ("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200 OK");
      assertThat(socket.getSession().getPeerCertificates()[0].toString()).contains(host);
    }
  }

  @Test
  void refusesConnectionsWhereASiteIsDown() {
    assertThatThrownBy(() -> new Socket(InetAddress.getByName("127.1.1.1"), lab.httpPort()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void misbehavesOnRequest() throws IOException {
    try (var unpacked =
        new GZIPInputStream(
            new ByteArrayInputStream(visitor.get(Misbehaviour.GZIP_BOMB.url()).body()))) {
      assertThat(unpacked.skip(1L << 31)).isEqualTo(1L << 30);
    }
    assertThat(visitor.get(Misbehaviour.REDIRECT_CHAIN.url() + "?n=4").head())
        .contains("Location: /?n=5");
    assertThat(visitor.get(Misbehaviour.WAF_412.url()).status()).isEqualTo(412);
    assertThat(visitor.get(Misbehaviour.TOO_MANY.url()).status()).isEqualTo(429);
    assertThat(
            visitor
                .ask("GET", Misbehaviour.NOT_MODIFIED.url(), "If-None-Match: \"5e7c-1a2b\"\r\n")
                .status())
        .isEqualTo(304);
    assertThat(visitor.get(Misbehaviour.CUT_SHORT.url()).body().length).isLessThan(90_000);
  }

  @Test
  void writesWhatAnInspectionNeeds(@TempDir Path directory) throws IOException {
    var files = lab.write(directory);
    assertThat(Files.readAllLines(files.registry())).hasSize(81);
    assertThat(Files.readString(files.network())).contains("dns: 127.0.0.1:");
    assertThat(Files.readAllLines(files.truth())).hasSize(80 * 13);
    assertThat(Files.readString(files.authority())).startsWith("-----BEGIN CERTIFICATE-----");
  }

  private Blueprint site(SiteSystem system) {
    return province.hosts().stream()
        .filter(each -> each.system().equals(system.id()) && !each.plan().secure())
        .findFirst()
        .orElseGet(() -> other(system))
        .plan();
  }

  private LabHost other(SiteSystem system) {
    throw new AssertionError("no healthy site on " + system.id() + " in the test's province");
  }

  private static Charset charset(SiteSystem system) {
    return system.id().equals("tables") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }

  private static List<String> links(String page, String text) {
    var links =
        LINK.matcher(text)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    return links
        .map(link -> link.replace("&amp;", "&"))
        .filter(link -> !link.startsWith("javascript:") && !link.contains("dataproxy"))
        .map(link -> URI.create(page).resolve(link).toString())
        .filter(link -> link.startsWith("http"))
        .toList();
  }

  private static SSLContext trusting(String pem) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry(
        "lab",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
