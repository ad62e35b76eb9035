package xuncha.findings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.findings.site.Target;

/// A recording process killed outright at moments of chance, over and over, until it gets through.
class KillTest {
  private static final List<Target> TARGETS = Judged.sites(80);
  private static final int KILLS = 5;

  @TempDir private Path folder = Path.of("");

  @Test
  void losesNothingAndRecordsNothingTwice() throws Exception {
    var disturbed = url("disturbed");
    var run = secondRun(disturbed);
    var random = new Random(7);
    for (var kill = 0; kill < KILLS; kill++) {
      killAfter(random.nextInt(15), disturbed, run);
    }
    assertThat(process(disturbed, run).start().waitFor()).isZero();

    var quiet = url("quiet");
    var other = secondRun(quiet);
    try (var ledger = Ledger.open(quiet, InstantSource.system())) {
      TARGETS.forEach(target -> ledger.record(other, KilledProcess.result(target, 1)));
    }

    assertThat(everything(disturbed, run)).isEqualTo(everything(quiet, other));
  }

  /// A store in which one night is on record and the next has begun.
  private static String secondRun(String url) {
    try (var ledger = Ledger.open(url, InstantSource.system())) {
      var first = ledger.begin(Run.Kind.NIGHTLY, Judged.NIGHT, "cn-2019", TARGETS).id();
      TARGETS.forEach(target -> ledger.record(first, KilledProcess.result(target, 0)));
      return ledger.begin(Run.Kind.NIGHTLY, Judged.NIGHT, "cn-2019", TARGETS).id();
    }
  }

  /// Lets the process say that many words and kills it in the middle of whatever it does then.
  private static void killAfter(int words, String url, String run) throws Exception {
    var process = process(url, run).start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var word = 0; word <= words; word++) {
        assertThat(out.readLine()).isNotNull();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static ProcessBuilder process(String url, String run) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            KilledProcess.class.getName(),
            url,
            run)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /// The classes of this test, whoever launched it.
  private static String classPath() {
    return KillTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(URL::getPath)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  /// All that the record says of the run, but for the run's id.
  private static List<String> everything(String url, String run) {
    try (var ledger = Ledger.open(url, InstantSource.system())) {
      assertThat(ledger.remaining(run)).isEmpty();
      return Stream.of(ledger.verdicts(run), ledger.findings(run), ledger.observations(run))
          .flatMap(rows -> rows)
          .map(row -> row.toString().replace(run, "run"))
          .toList();
    }
  }

  private String url(String name) {
    return "jdbc:h2:file:" + folder.resolve(name);
  }
}
