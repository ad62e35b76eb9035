package xuncha.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The proof that acting on a page does no harm: forms that send whatever they can get hold of are
/// written into, before a server that they would reach. Each wall is tried without the other.
@Timeout(300)
class NothingLeavesTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofSeconds(3);

  static Stream<Walls> eachAlone() {
    return Stream.of(new Walls(true, false), new Walls(false, true));
  }

  @ParameterizedTest
  @MethodSource("eachAlone")
  void oneWallIsEnough(Walls walls) throws IOException {
    try (var trap = new Trap()) {
      var web = new PaperWeb();
      try (var pool = pool(walls)) {
        HostileForms.crowded()
            .forEach((name, html) -> {
              var acted = write(pool, web, trap, name, html);
              assertThat(acted.result()).as(name + " " + acted.drawn()).contains(true);
              assertThat(acted.attempts()).as(name).noneMatch(Attempt::passed);
              assertThat(acted.attempts().isEmpty() && walls.stopping()).as(name).isFalse();
            });
      }
      assertThat(trap.received()).as("what reached the server, the browser being closed").isEmpty();
      assertThat(web.drawing()).as("what the visit was asked for").isEmpty();
    }
  }

  @Test
  void withoutAnyWallTheSameFormsReachTheServer() throws IOException {
    try (var trap = new Trap()) {
      try (var pool = pool(new Walls(false, false))) {
        write(pool, new PaperWeb(), trap, "crowd", HostileForms.crowd());
        write(
            pool,
            new PaperWeb(),
            trap,
            "post",
            Objects.requireNonNull(HostileForms.each().get("plain post")));
      }
      assertThat(trap.received())
          .anyMatch(line -> line.startsWith("POST /typed"))
          .anyMatch(line -> line.startsWith("GET /p.gif?c="))
          .anyMatch(line -> line.startsWith("POST /sent"));
    }
  }

  private static Acted<Boolean> write(
      BrowserPool pool, PaperWeb web, Trap trap, String name, String html) {
    var url = "http://127.0.0.1:" + trap.port() + "/" + name.replaceAll("\\W", "-");
    var page = web.page(url, html).get(url);
    return pool.sit(web).perform(page, NothingLeavesTest::write, Rule.sealed(LONG));
  }

  private static Boolean write(Stage stage) {
    var page = stage.parts().getFirst();
    page.click("() => document.getElementById('t')");
    stage.type("咨询");
    stage.press("a");
    stage.press("Tab");
    stage.settle(MOMENT);
    page.click("() => document.getElementById('go')");
    stage.settle(MOMENT);
    return true;
  }

  private static BrowserPool pool(Walls walls) {
    return new BrowserPool(
        Chromium.find("", System.getenv()).orElseThrow(),
        walls,
        new BrowserSettings(true, "", 1, LONG, 2_048, 200, 60, 150),
        "Mozilla/5.0 (compatible; xuncha)",
        InstantSource.system());
  }
}
