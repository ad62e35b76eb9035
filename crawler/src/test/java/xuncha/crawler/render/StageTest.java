package xuncha.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import xuncha.crawler.manners.Deadline;
import xuncha.findings.visit.Failure;

/// Acting on pages in a real Chromium, over a web that exists in memory alone.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class StageTest {
  private static final String SITE = "http://www.example.gov.cn";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofSeconds(3);

  private final PaperWeb web = new PaperWeb();
  private final BrowserPool pool = pool();

  @AfterAll
  void close() {
    pool.close();
  }

  @Test
  void aSearchBoxBehindAnIconShowsTheAddressThatItWouldGoTo() {
    web.page(
        SITE + "/icon.html",
        """
        <i id=icon onclick="document.getElementById('bar').style.display='block'">o</i>
        <div id=bar style="display:none"><form action="/so/s" target=_blank onsubmit="this.t.value = 'all'">
        <input name=q><input type=hidden name=t></form></div>
        """);
    var acted =
        pool.sit(web)
            .perform(
                web.get(SITE + "/icon.html"),
                stage -> {
                  var page = stage.parts().getFirst();
                  page.click("() => document.getElementById('icon')");
                  stage.settle(MOMENT);
                  page.click("() => document.querySelector('input')");
                  stage.type("放假 安排");
                  stage.press("Enter");
                  return stage.settle(MOMENT);
                },
                Rule.sealed(LONG));
    assertThat(acted.result()).contains(true);
    assertThat(acted.attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.url())
              .isEqualTo(SITE + "/so/s?q=%E6%94%BE%E5%81%87+%E5%AE%89%E6%8E%92&t=all");
          assertThat(attempt.method()).isEqualTo("GET");
          assertThat(attempt.kind()).isEqualTo(Attempt.Kind.WINDOW);
          assertThat(attempt.passed()).isFalse();
        });
    assertThat(web.drawing()).noneMatch(ask -> ask.contains("/so/s"));
  }

  @Test
  void aRuleLetsThroughWhatItWants() {
    web.page(
            SITE + "/pass.html",
            """
            <button id=go onclick="run()">查</button><ul id=list></ul><script>
            const run = () => {
              fetch('/data.json').then(r => r.json()).then(d =>
                document.getElementById('list').innerHTML = '<li>' + d.title + '</li>');
              fetch('/other.json').catch(() => {});
              navigator.sendBeacon('/count', 'x');
            };
            </script>
            """)
        .json(SITE + "/data.json", "{\"title\":\"关于放假的通知\"}");
    var rule =
        new Rule() {
          @Override
          public boolean seals() {
            return false;
          }

          @Override
          public boolean passes(Attempt attempt) {
            return attempt.url().endsWith("/data.json");
          }

          @Override
          public boolean agrees(String words) {
            return false;
          }

          @Override
          public Duration time() {
            return LONG;
          }
        };
    var acted =
        pool.sit(web)
            .perform(
                web.get(SITE + "/pass.html"),
                stage -> {
                  var page = stage.parts().getFirst();
                  page.click("() => document.getElementById('go')");
                  stage.settle(MOMENT);
                  return page.ask("() => document.getElementById('list').innerText", "").asString();
                },
                rule);
    assertThat(acted.result()).contains("关于放假的通知");
    assertThat(acted.attempts())
        .extracting(attempt -> attempt.url().substring(SITE.length()) + " " + attempt.passed())
        .containsExactlyInAnyOrder("/data.json true", "/other.json false", "/count false");
    assertThat(web.drawing()).noneMatch(ask -> ask.contains("other") || ask.contains("count"));
  }

  @Test
  void whatAFormWouldSendIsKeptAndThePageStaysWhereItIs() {
    web.page(
        SITE + "/form.html",
        "<form action=/save method=post><textarea name=c></textarea><button>提交</button></form>");
    var acted =
        pool.sit(web)
            .perform(
                web.get(SITE + "/form.html"),
                stage -> {
                  var page = stage.parts().getFirst();
                  page.click("() => document.querySelector('textarea')");
                  stage.type("hello");
                  for (var turn = 0; turn < 3; turn++) {
                    page.click("() => document.querySelector('button')");
                    stage.settle(MOMENT);
                  }
                  return page.ask("() => document.querySelector('textarea').value", "").asString();
                },
                Rule.sealed(LONG));
    assertThat(acted.result()).contains("hello");
    assertThat(acted.attempts())
        .hasSize(3)
        .allSatisfy(attempt -> {
          assertThat(attempt.method()).isEqualTo("POST");
          assertThat(attempt.kind()).isEqualTo(Attempt.Kind.DOCUMENT);
          assertThat(
                  new String(
                      attempt.body().orElseThrow().bytes(),
                      java.nio.charset.StandardCharsets.UTF_8))
              .isEqualTo("c=hello");
        });
  }

  @Test
  void boxesAreTakenDownAndTheirWordsHandedOn() {
    web.page(
        SITE + "/boxes.html",
        """
        <button onclick="setTimeout(() => { alert('太短'); if (confirm('确定提交吗？')) fetch('/sent'); }, 2000)">x</button>
        """);
    var acted =
        pool.sit(web)
            .perform(
                web.get(SITE + "/boxes.html"),
                stage -> {
                  stage.parts().getFirst().click("() => document.querySelector('button')");
                  stage.settle(MOMENT);
                  return stage.boxes();
                },
                Rule.sealed(LONG));
    assertThat(acted.result())
        .contains(List.of(new Stage.Box("alert", "太短"), new Stage.Box("confirm", "确定提交吗？")));
    assertThat(acted.attempts()).singleElement().matches(one -> one.url().endsWith("/sent"));
  }

  @Test
  void framesAndEditorsInThemCanBeWrittenInto() {
    web.page(
            SITE + "/framed.html",
            "<style>.gone { display: none }</style><link rel=stylesheet href=/a.css><p style='height:3000px'>x<p class=far>far</p><iframe src=/inner.html></iframe>")
        .with(
            SITE + "/a.css",
            new PaperWeb.Answer(200, Map.of("content-type", "text/css"), ".far { display: none }"))
        .page(
            SITE + "/inner.html",
            """
            <iframe id=e src="about:blank"></iframe><script>
            const d = document.getElementById('e').contentDocument;
            d.open(); d.write('<body contenteditable>' + '<p><br></p>'); d.close();
            </script>
            """);
    var acted =
        pool.sit(web)
            .perform(
                web.get(SITE + "/framed.html"),
                stage -> {
                  var parts = stage.parts();
                  parts.getLast().click("() => document.body");
                  stage.type("写在里面");
                  stage.settle(MOMENT);
                  var far =
                      parts.getFirst().ask("() => document.querySelector('.far').offsetHeight", "");
                  return parts.getLast().ask("() => document.body.innerText", "").asString().strip()
                      + far;
                },
                Rule.sealed(LONG));
    assertThat(acted.result()).contains("写在里面0");
  }

  @Test
  void aPageThatHangsWhenItIsActedOnIsKilledAndTheNextOneIsNot() {
    web.page(SITE + "/hang.html", "<button onclick='for (;;) {}'>x</button>")
        .page(SITE + "/fine.html", "<p>好的</p>");
    Act<Boolean> act =
        stage -> {
          stage.parts().getFirst().click("() => document.querySelector('button')");
          return stage.settle(MOMENT);
        };
    var hung =
        pool.sit(web)
            .perform(web.get(SITE + "/hang.html"), act, Rule.sealed(Duration.ofSeconds(2)));
    assertThat(hung.result()).isEmpty();
    assertThat(hung.drawn())
        .isInstanceOfSatisfying(
            Drawn.Lost.class,
            lost -> assertThat(lost.why().kind()).isEqualTo(Failure.Kind.UNREADABLE));
    var fine = pool.sit(web).perform(web.get(SITE + "/fine.html"), act, Rule.sealed(LONG));
    assertThat(fine.result()).contains(true);
  }

  @Test
  void whatFailsOnThePageCostsTheActAndNoMore() {
    web.page(SITE + "/fine.html", "<p>好的</p>");
    var acted =
        pool.sit(web)
            .perform(
                web.get(SITE + "/fine.html"),
                stage -> stage.parts().getFirst().ask("() => nothing.there", ""),
                Rule.sealed(LONG));
    assertThat(acted.drawn())
        .isInstanceOfSatisfying(
            Drawn.Lost.class, lost -> assertThat(lost.why().detail()).contains("nothing"));
    assertThat(acted.result()).isEmpty();
  }

  @Test
  void anErrorOfOursCostsThePageAndNotTheBrowsersThread() {
    web.page(SITE + "/fine.html", "<p>好的</p>");
    for (var i = 0; i < 3; i++) {
      var acted =
          pool.sit(web)
              .<Boolean>perform(
                  web.get(SITE + "/fine.html"),
                  _ -> {
                    throw new StackOverflowError("a bug");
                  },
                  Rule.sealed(LONG));
      assertThat(acted.drawn())
          .isInstanceOfSatisfying(
              Drawn.Lost.class,
              lost -> assertThat(lost.why().kind()).isEqualTo(Failure.Kind.CRASHED));
    }
    var fine =
        pool.sit(web)
            .perform(
                web.get(SITE + "/fine.html"), stage -> stage.settle(MOMENT), Rule.sealed(LONG));
    assertThat(fine.result()).contains(true);
  }

  @Test
  void whoHasNoTimeLeftForAHostsTurnActsNot() throws Exception {
    web.page(SITE + "/fine.html", "<p>好的</p>");
    var inside = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              pool.acting()
                  .alone(
                      "www.example.gov.cn",
                      LONG,
                      () -> {
                        inside.countDown();
                        return awaited(over);
                      }));
      inside.await();
      var soon = Deadline.in(Duration.ofMillis(50), InstantSource.system());
      var acted =
          ScopedValue.where(Deadline.OF_VISIT, soon)
              .call(() ->
                  pool.sit(web)
                      .perform(
                          web.get(SITE + "/fine.html"),
                          stage -> stage.settle(MOMENT),
                          Rule.sealed(LONG)));
      over.countDown();
      assertThat(first.get()).contains(true);
      assertThat(acted.result()).isEmpty();
      assertThat(acted.drawn())
          .isInstanceOfSatisfying(
              Drawn.Lost.class,
              lost -> assertThat(lost.why().kind()).isEqualTo(Failure.Kind.BUDGET));
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException givenUp) {
      throw new IllegalStateException(givenUp);
    }
  }

  @Test
  void aPictureCanBeTakenOnTheWay() {
    web.page(SITE + "/fine.html", "<p>好的</p>");
    var acted =
        pool.sit(web).perform(web.get(SITE + "/fine.html"), Stage::picture, Rule.sealed(LONG));
    assertThat(acted.result())
        .hasValueSatisfying(png -> assertThat(png.bytes()).startsWith(0x89, 'P', 'N', 'G'));
  }

  @Test
  void oneActsOnAHostAtATimeAndOthersOnOtherHosts() {
    var other = "http://other.example.gov.cn";
    web.page(SITE + "/fine.html", "<p>好的</p>").page(other + "/fine.html", "<p>好的</p>");
    var acting = new ConcurrentHashMap<String, Integer>();
    var crowds = new AtomicInteger();
    try (var two = pool(2);
        var visits = Executors.newVirtualThreadPerTaskExecutor()) { // its close waits for all
      for (var site : List.of(SITE, SITE, other, SITE, other)) {
        visits.execute(() ->
            two.sit(web)
                .perform(
                    web.get(site + "/fine.html"),
                    stage -> {
                      crowds.addAndGet(acting.merge(site, 1, Integer::sum) > 1 ? 1 : 0);
                      stage.settle(MOMENT);
                      return acting.merge(site, -1, Integer::sum);
                    },
                    Rule.sealed(LONG)));
      }
    }
    assertThat(crowds).hasValue(0);
    assertThat(acting).containsOnlyKeys(SITE, other);
  }

  @Test
  void dataThatAPageLoadsWithAreAskedForOnceHoweverOftenItIsActedOn() {
    web.page(
            SITE + "/data.html",
            "<p id=p></p><script>fetch('/kinds.json').then(r => r.json()).then(d => p.innerText = d.kind)</script>")
        .json(SITE + "/kinds.json", "{\"kind\":\"咨询\"}");
    var sitting = pool.sit(web);
    for (var turn = 0; turn < 2; turn++) {
      var acted =
          sitting.perform(
              web.get(SITE + "/data.html"),
              stage -> stage.parts().getFirst().ask("() => p.innerText", "").asString(),
              Rule.sealed(LONG));
      assertThat(acted.result()).contains("咨询");
    }
    assertThat(web.drawing()).filteredOn(ask -> ask.contains("kinds")).hasSize(1);
  }

  private static BrowserPool pool() {
    return pool(1);
  }

  private static BrowserPool pool(int browsers) {
    return new BrowserPool(
        Chromium.find("", System.getenv()).orElseThrow(),
        new BrowserSettings(true, "", browsers, Duration.ofSeconds(60), 2_048, 200, 60, 150),
        "Mozilla/5.0 (compatible; xuncha)",
        InstantSource.system());
  }
}
