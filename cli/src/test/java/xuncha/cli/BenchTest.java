package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class BenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void crawlsTheSamePagesAsTheBareLoopAndPutsTheFiguresSideBySide(@TempDir Path folder) {
    var status =
        bench(
            "crawl",
            "--sites=2",
            "--pages=6",
            "--rounds=1",
            "--warm-up=1",
            "--against=bare,facts",
            "--out=" + folder);

    assertThat(err.toString()).contains("round 1 of 1: bare loop").doesNotContain("Scrapy");
    assertThat(status).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString())
        .containsPattern("(?m)^xuncha +12 ")
        .containsPattern("(?m)^xuncha, all facts +12 ")
        .containsPattern("(?m)^bare loop +12 ")
        .contains("xuncha / bare loop: pages per CPU second");
  }

  @Test
  void refusesToCrawlNothing() {
    assertThat(bench("crawl", "--sites=0")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("at least 1");
  }

  @Test
  void saysWhereItLookedWhenThereAreNoLabelledPages(@TempDir Path folder) {
    assertThat(bench("corpus", folder.resolve("nowhere").toString()))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("XUNCHA_CORPUS");
  }

  private int bench(String... args) {
    return new CommandLine(new Bench())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, line, _) -> ExitStatus.explain(failure, line.getErr()))
        .execute(args);
  }
}
