package xuncha.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/// In a real Chromium, over a web that exists in memory alone.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class BrowserPoolTest {
  private static final String HOME = "http://www.example.gov.cn/";

  private final PaperWeb web = new PaperWeb();
  private BrowserPool pool = new BrowserPool(chromium(), settings(20, 1_024), "", clock());

  @BeforeAll
  void start() {
    pool.close();
    pool = pool(settings(20, 1_024));
  }

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
  }

  @Test
  void whatMovesNothingOutIsRefusedAndNoted() {
    web.page(
        HOME + "leaky.html",
        """
        <body><p id='p'></p><script>
        navigator.sendBeacon('/beacon', 'x');
        new WebSocket('ws://www.example.gov.cn/socket');
        fetch('/posted', {method: 'POST', body: 'x'}).catch(() => {});
        navigator.serviceWorker && navigator.serviceWorker.register('/worker.js').catch(() => {});
        alert('注意');
        window.open('/popup.html');
        new EventSource('/stream');
        document.getElementById('p').textContent = '到底了';
        </script></body>
        """);
    var shown = shown(draw(pool, HOME + "leaky.html"));
    assertThat(text(shown)).contains("到底了");
    assertThat(shown.notes())
        .extracting(Note::kind)
        .contains(Note.Kind.BEACON, Note.Kind.SOCKET, Note.Kind.REFUSED, Note.Kind.DIALOG);
    assertThat(shown.unseen()).isPresent();
    assertThat(web.drawing())
        .noneMatch(ask -> ask.contains("beacon"))
        .noneMatch(ask -> ask.contains("posted"))
        .noneMatch(ask -> ask.contains("popup"))
        .noneMatch(ask -> ask.contains("stream"));
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

  private static BrowserPool pool(BrowserSettings settings) {
    return new BrowserPool(chromium(), settings, "Mozilla/5.0 (compatible; xuncha)", clock());
  }

  private static BrowserSettings settings(int seconds, int megabytes) {
    return new BrowserSettings(true, "", 2, Duration.ofSeconds(seconds), megabytes, 200, 60, 150);
  }

  private static Chromium chromium() {
    return Chromium.find("", System.getenv()).orElseThrow();
  }

  private static InstantSource clock() {
    return InstantSource.system();
  }
}
