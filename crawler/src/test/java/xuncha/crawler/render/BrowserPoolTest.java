package xuncha.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.Failure;

/// In a real Chromium, over a web that exists in memory alone.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class BrowserPoolTest {
  private static final String SITE = "http://www.example.gov.cn";
  private static final String HOME = SITE + "/";

  /// In seconds: nothing here waits for it but pages that never end.
  private static final int PATIENCE = 60;

  private final PaperWeb web = new PaperWeb();
  private final BrowserPool pool = pool(PATIENCE, 2_048);

  @AfterAll
  void close() {
    pool.close();
  }

  @Test
  void aListThatAScriptAsksForIsInTheFinalDocument() {
    web.page(HOME, "<body><ul id='list'></ul><script src='/list.js'></script></body>")
        .script(
            HOME + "list.js",
            """
            setTimeout(() => fetch('/list.json').then(r => r.json()).then(all => {
              for (const one of all) {
                document.getElementById('list').innerHTML += `<li><a href="${one.url}">${one.title}</a></li>`;
              }
            }), 3000);
            """)
        .json(HOME + "list.json", "[{\"url\":\"/a.html\",\"title\":\"关于放假的通知\"}]");
    var shown = shown(draw(pool, HOME));
    assertThat(text(shown)).contains("<li><a href=\"/a.html\">关于放假的通知</a></li>");
    assertThat(shown.unseen()).isEmpty();
    assertThat(shown.url()).isEqualTo(HOME);
  }

  @Test
  void whatMovesSomethingOutIsRefusedAndNoted() {
    web.page(
        SITE + "/leaky.html",
        """
        <body><p id='p'></p><a id='a' href='data:application/x-none,x' download='x.bin'>x</a><script>
        navigator.sendBeacon('/beacon', 'x');
        try { new WebSocket('ws://www.example.gov.cn/socket'); } catch (e) {}
        fetch('/posted', {method: 'POST', body: 'x'}).catch(() => {});
        new EventSource('/stream');
        alert('注意');
        window.open('/popup.html');
        document.getElementById('a').click();
        document.getElementById('p').textContent = '到底了';
        </script></body>
        """);
    var shown = shown(draw(pool, SITE + "/leaky.html"));
    assertThat(text(shown)).contains("到底了");
    assertThat(shown.notes())
        .extracting(Note::kind)
        .contains(
            Note.Kind.BEACON,
            Note.Kind.SOCKET,
            Note.Kind.REFUSED,
            Note.Kind.DIALOG,
            Note.Kind.DOWNLOAD);
    assertThat(shown.unseen()).isPresent();
    assertThat(asked("/beacon", "/posted", "/stream", "/popup.html", "/socket")).isEmpty();
  }

  @Test
  void aServiceWorkerIsNotRegistered() {
    web.page(
            "https://www.example.gov.cn/worker.html",
            """
            <body><p id='p'></p><script>
            navigator.serviceWorker.register('/sw.js')
              .then(r => document.getElementById('p').textContent = r && r.active ? 'yes' : 'no', () => {});
            </script></body>
            """)
        .script("https://www.example.gov.cn/sw.js", "self.addEventListener('fetch', () => {})");
    var shown = shown(draw(pool, "https://www.example.gov.cn/worker.html"));
    assertThat(text(shown)).doesNotContain("<p id=\"p\">yes</p>");
    assertThat(asked("/sw.js")).isEmpty();
    assertThat(shown.notes()).extracting(Note::kind).contains(Note.Kind.WORKER);
  }

  @Test
  void nothingLeavesTheBrowserByItself() throws Exception {
    try (var tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      var here = "127.0.0.1:" + tcp.getLocalPort();
      web.page(
          SITE + "/out.html",
          """
          <html><head>
          <link rel='preconnect' href='http://%1$s/'><link rel='dns-prefetch' href='http://%1$s/'>
          <link rel='prefetch' href='http://%1$s/p'><link rel='modulepreload' href='http://%1$s/m.js'>
          <script type='speculationrules'>{"prerender":[{"source":"list","urls":["http://%1$s/s"],"eagerness":"immediate"}],
            "prefetch":[{"source":"list","urls":["http://%1$s/f"],"eagerness":"immediate"}]}</script>
          </head><body><iframe src='http://%1$s/frame'></iframe><a id='a' href='#' ping='http://%1$s/ping'>x</a><script>
          try { new WebSocket('ws://%1$s/ws'); } catch (e) {}
          try { new WebTransport('https://%1$s/wt'); } catch (e) {}
          try {
            const rtc = new RTCPeerConnection({iceServers: [{urls: ['stun:127.0.0.1:%2$d', 'turn:127.0.0.1:%3$d?transport=tcp'], username: 'x', credential: 'x'}]});
            rtc.createDataChannel('x'); rtc.createOffer().then(o => rtc.setLocalDescription(o));
          } catch (e) {}
          const code = "fetch('http://%1$s/worker').catch(() => {}); try { new WebSocket('ws://%1$s/ww') } catch (e) {}";
          new Worker(URL.createObjectURL(new Blob([code])));
          document.getElementById('a').click();
          navigator.sendBeacon('http://%1$s/b', 'x');
          </script></body></html>
          """
              .formatted(here, udp.getLocalPort(), tcp.getLocalPort()));
      shown(draw(pool, SITE + "/out.html"));

      tcp.setSoTimeout(1);
      assertThat(connected(tcp)).isFalse();
      udp.setSoTimeout(1);
      assertThat(received(udp)).isFalse();
    }
  }

  @Test
  void aRequestThatOurSideRefusesFailsInTheBrowserAndIsNoted() {
    web.page(
        SITE + "/inward.html",
        """
        <body><p id='p'></p><script>
        fetch('http://169.254.169.254/latest/meta-data').then(
          () => document.getElementById('p').textContent = '进来了',
          () => document.getElementById('p').textContent = '进不来');
        </script></body>
        """);
    var shown = shown(draw(pool, SITE + "/inward.html"));
    assertThat(text(shown)).contains("进不来");
    assertThat(web.drawing()).contains("GET http://169.254.169.254/latest/meta-data");
    assertThat(shown.notes())
        .anySatisfy(note -> {
          assertThat(note.kind()).isEqualTo(Note.Kind.FAILED);
          assertThat(note.detail()).contains("connection-refused");
        });
  }

  @Test
  void aPageThatTriesItsVisitorByCookieAndReloadIsPassed() {
    var tries = new AtomicInteger();
    web.with(
        SITE + "/guarded.html",
        () ->
            tries.getAndIncrement() == 0
                ? new PaperWeb.Answer(
                    412,
                    Map.of("content-type", "text/html"),
                    "<script>document.cookie = 'pass=' + 6 * 7; location.reload();</script>")
                : new PaperWeb.Answer(
                    200, Map.of("content-type", "text/html; charset=utf-8"), "<p>里面</p>"));
    var shown = shown(draw(pool, SITE + "/guarded.html"));
    assertThat(text(shown)).contains("里面");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(web.asked())
        .anySatisfy(ask -> assertThat(ask.headers()).containsEntry("cookie", "pass=42"));
  }

  @Test
  void aPageThatItsScriptsSendElsewhereTellsWhereItEnded() {
    web.page(SITE + "/old.html", "<script>location.href = '/moved.html'</script>")
        .with(
            SITE + "/moved.html",
            new PaperWeb.Answer(302, Map.of("location", "/new/index.html"), ""))
        .page(SITE + "/new/index.html", "<p>新址</p>");
    var shown = shown(draw(pool, SITE + "/old.html"));
    assertThat(shown.url()).isEqualTo(SITE + "/new/index.html");
    assertThat(text(shown)).contains("新址");
  }

  @Test
  void picturesFontsAndStylesAreNotAskedForUnlessAPictureIsWanted() {
    web.page(
            SITE + "/pretty.html",
            "<link rel=stylesheet href='/a.css'><img src='/a.png' onload=\"this.alt='ok'\"><p>字</p>")
        .with(SITE + "/a.css", new PaperWeb.Answer(200, Map.of("content-type", "text/css"), "p{}"))
        .with(SITE + "/a.png", new PaperWeb.Answer(404, Map.of(), ""));
    var plain = shown(draw(pool, SITE + "/pretty.html"));
    assertThat(asked("/a.css", "/a.png")).isEmpty();
    assertThat(text(plain)).contains("alt=\"ok\"");
    assertThat(plain.picture()).isEmpty();

    var pictured = shown(pool.sit(web).draw(web.get(SITE + "/pretty.html"), true));
    assertThat(asked("/a.css", "/a.png")).hasSize(2);
    assertThat(pictured.picture())
        .hasValueSatisfying(png -> assertThat(png.bytes()).startsWith(0x89, 'P', 'N', 'G'));
  }

  @Test
  void theScriptsThatPagesOfOneVisitShareAreAskedForOnce() {
    for (var page : List.of("/one.html", "/two.html")) {
      web.page(SITE + page, "<p id='p'></p><script src='/shared.js'></script>");
    }
    web.script(SITE + "/shared.js", "document.getElementById('p').textContent = '共用'");
    var sitting = pool.sit(web);
    for (var page : List.of("/one.html", "/two.html")) {
      assertThat(text(shown(sitting.draw(web.get(SITE + page), false)))).contains("共用");
    }
    assertThat(asked("/shared.js")).hasSize(1);
  }

  @Test
  void visitsDoNotShareCookies() {
    web.page(SITE + "/set.html", "<script>document.cookie = 'mine=1'</script>")
        .page(
            SITE + "/get.html",
            "<p id='p'></p><script>document.getElementById('p').textContent = '[' + document.cookie + ']'</script>");
    var sitting = pool.sit(web);
    sitting.draw(web.get(SITE + "/set.html"), false);
    assertThat(text(shown(sitting.draw(web.get(SITE + "/get.html"), false)))).contains("[mine=1]");
    assertThat(text(shown(draw(pool, SITE + "/get.html")))).contains("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (;;) {}",
        "setTimeout(() => { for (;;) {} }, 100)",
        "Promise.resolve().then(function again() { return Promise.resolve().then(again) })"
      })
  void aScriptThatNeverEndsCostsItsPageAndNoMore(String code) {
    web.page(SITE + "/endless.html", "<p>x</p><script>" + code + "</script>")
        .page(SITE + "/fine.html", "<p>好的</p>");
    try (var small = pool(4, 2_048)) {
      assertThat(draw(small, SITE + "/endless.html"))
          .isInstanceOfSatisfying(
              Drawn.Lost.class,
              lost -> assertThat(lost.why().kind()).isEqualTo(Failure.Kind.UNREADABLE));
      assertThat(small.figures().killed()).isEqualTo(1);
    }
    assertThat(text(shown(draw(pool, SITE + "/fine.html")))).contains("好的");
  }

  @Test
  void aPageThatEatsMemoryIsKilledAndTheNextOneIsDrawn() {
    web.page(
            SITE + "/greedy.html",
            """
            <script>
            const all = [];
            for (let i = 1; ; i++) { all.push(new Uint8Array(8 << 20).fill(i)); }
            </script>
            """)
        .page(SITE + "/fine.html", "<p>好的</p>");
    try (var small = pool(PATIENCE, 700)) {
      assertThat(draw(small, SITE + "/greedy.html")).isInstanceOf(Drawn.Lost.class);
      assertThat(text(shown(draw(small, SITE + "/fine.html")))).contains("好的");
    }
  }

  @Test
  void aBrowserKilledInMidPageIsReplacedAndThePageDrawnOnce() {
    try (var own = pool(PATIENCE, 2_048)) {
      var kills = new AtomicInteger();
      web.page(SITE + "/struck.html", "<p id='p'></p><script src='/struck.js'></script>")
          .with(
              SITE + "/struck.js",
              () -> {
                if (kills.getAndIncrement() == 0) {
                  own.processes().forEach(BrowserPoolTest::killBrowser);
                }
                return new PaperWeb.Answer(
                    200,
                    Map.of("content-type", "text/javascript"),
                    "document.getElementById('p').textContent = '活着'");
              });
      var shown = shown(draw(own, SITE + "/struck.html"));
      assertThat(text(shown)).contains("活着");
      assertThat(shown.notes()).extracting(Note::kind).contains(Note.Kind.RETRIED);
      assertThat(own.figures().started()).isEqualTo(2);
    }
  }

  @Test
  void aBrowserThatIsKilledEachTimeLosesThePageAndNoMore() {
    try (var own = pool(PATIENCE, 2_048)) {
      web.page(SITE + "/doomed.html", "<script>fetch('/doomed.json')</script>")
          .with(
              SITE + "/doomed.json",
              () -> {
                own.processes().forEach(ProcessTree::kill);
                return new PaperWeb.Answer(200, Map.of("content-type", "text/javascript"), "");
              })
          .page(SITE + "/fine.html", "<p>好的</p>");
      assertThat(draw(own, SITE + "/doomed.html"))
          .isInstanceOfSatisfying(
              Drawn.Lost.class,
              lost -> assertThat(lost.why().kind()).isEqualTo(Failure.Kind.CRASHED));
      assertThat(text(shown(draw(own, SITE + "/fine.html")))).contains("好的");
    }
  }

  @Test
  void manyVisitsAtOnceAreServedByTwoBrowsers() {
    web.page(SITE + "/busy.html", "<p id='p'></p><script src='/busy.js'></script>")
        .script(SITE + "/busy.js", "document.getElementById('p').textContent = '画好'");
    var drawings =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(_ -> {
              var coming = new CompletableFuture<Drawn>();
              Thread.ofVirtual().start(() -> coming.complete(draw(pool, SITE + "/busy.html")));
              return coming;
            })
            .toList();
    assertThat(drawings)
        .allSatisfy(one ->
            assertThat(text(shown(one.orTimeout(PATIENCE, TimeUnit.SECONDS).join())))
                .contains("画好"));
    assertThat(pool.processes()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aProgramThatIsNoBrowserIsNoBrowser() {
    var none = new Chromium(java.nio.file.Path.of("/bin/false"), false);
    try (var broken = new BrowserPool(none, settings(PATIENCE, 2_048), "x", clock())) {
      assertThat(broken.trial())
          .isInstanceOfSatisfying(
              Drawn.Lost.class,
              lost -> assertThat(lost.why().kind()).isEqualTo(Failure.Kind.NO_BROWSER));
    }
  }

  @Test
  void whatComesAfterTheBrowsersWereClosedIsLostAtOnce() {
    var none = new Chromium(java.nio.file.Path.of("/bin/false"), false);
    var shut = new BrowserPool(none, settings(PATIENCE, 2_048), "x", clock());
    shut.close();
    assertThat(shut.trial())
        .isInstanceOfSatisfying(
            Drawn.Lost.class,
            lost -> assertThat(lost.why().detail()).isEqualTo("the browsers are closed"));
  }

  @Test
  void theTrialShowsThatItWorks() {
    assertThat(pool.trial()).isInstanceOf(Drawn.Shown.class);
  }

  /// As the system's out-of-memory killer would: the browser, not its driver.
  private static void killBrowser(ProcessTree tree) {
    tree.root().children().forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean connected(ServerSocket socket) throws java.io.IOException {
    try {
      socket.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  private static boolean received(DatagramSocket socket) throws java.io.IOException {
    try {
      socket.receive(new java.net.DatagramPacket(new byte[1], 1));
      return true;
    } catch (SocketTimeoutException nothing) {
      return false;
    }
  }

  private List<String> asked(String... paths) {
    return web.drawing().stream()
        .filter(ask -> List.of(paths).stream().anyMatch(ask::endsWith))
        .toList();
  }

  private static String text(Drawn.Shown shown) {
    return new String(shown.document().bytes(), StandardCharsets.UTF_8);
  }

  private static Drawn.Shown shown(Drawn drawn) {
    assertThat(drawn).isInstanceOf(Drawn.Shown.class);
    return (Drawn.Shown) drawn;
  }

  private Drawn draw(BrowserPool in, String url) {
    return in.sit(web).draw(web.get(url), false);
  }

  private static BrowserPool pool(int seconds, int megabytes) {
    return new BrowserPool(
        Chromium.find("", System.getenv()).orElseThrow(),
        settings(seconds, megabytes),
        "Mozilla/5.0 (compatible; xuncha)",
        clock());
  }

  private static BrowserSettings settings(int seconds, int megabytes) {
    return new BrowserSettings(true, "", 2, Duration.ofSeconds(seconds), megabytes, 200, 60, 150);
  }

  private static InstantSource clock() {
    return InstantSource.system();
  }
}
