package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.archive.Heading;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Vantage;

class ReplayedRunTest {
  private static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");

  /// Each capture is site, reference day and edition.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          a.1.new,                            1
          a.1.new b.1.new c.1.new,            3
          a.1.new a.2.new,                    1 1
          a.1.new b.1.new a.2.new b.2.new,    2 2
          a.1.old a.1.new,                    1 1
          a.1.new a.1.new b.1.new,            2 1
          """)
  void everyCaptureIsJudgedByItsOwnTimeAndEdition(String captures, String sizes) {
    var visits = Arrays.stream(captures.split(" ")).map(ReplayedRunTest::visit).toList();

    var runs = ReplayedRun.of(visits);

    assertThat(runs).extracting(run -> run.visits().size() + "").containsExactly(sizes.split(" "));
    assertThat(runs.stream().flatMap(run -> run.visits().values().stream()))
        .containsExactlyInAnyOrderElementsOf(visits);
    assertThat(runs)
        .allSatisfy(run ->
            assertThat(run.visits().values())
                .extracting(Recorded::heading)
                .allMatch(heading -> heading.asOf().equals(run.asOf()))
                .allMatch(heading -> heading.edition().equals(run.edition())));
  }

  private static Recorded visit(String capture) {
    var parts = List.of(capture.split("\\."));
    var at = NIGHT.plusSeconds(86_400L * Integer.parseInt(parts.get(1)));
    return new Capture(
        new Heading(
            Site.at("http://" + parts.getFirst() + ".gov.cn/"),
            at,
            at,
            new Vantage("here", false, false),
            parts.getLast(),
            Map.of()));
  }

  private static final class Capture implements Recorded {
    private final Heading heading;

    Capture(Heading heading) {
      this.heading = heading;
    }

    @Override
    public Heading heading() {
      return heading;
    }

    @Override
    public Instant instant() {
      return heading.at();
    }

    @Override
    public Exchange exchange(Ask ask) {
      throw new IllegalStateException("nobody asks");
    }
  }
}
