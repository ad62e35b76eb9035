package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import xuncha.checks.Examiner;
import xuncha.findings.Beijing;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.store.Run;
import xuncha.findings.verdict.Verdict;
import xuncha.lab.LabServer;
import xuncha.lab.Misbehaviour;
import xuncha.lab.Province;
import xuncha.reports.export.JsonLines;

/// The whole line, by the commands that people use: a small simulated province over real sockets,
/// from the registry to the export.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeLineTest {
  private static final int SITES = 24;
  private static final int KILLS = 4;

  /// What differs between any two runs: their ids, when something happened, where in the archive it
  /// lies, how long it took, and how often a server that errs once in a while did so.
  private static final Pattern UNLIKE =
      Pattern.compile(
          "(\"(?:run|at|finishedAt|firstSeen|lastSeen|path|record|sha256|quote|blocked|[a-z]+Ms)\":)"
              + "(?:\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)");

  private static final Pattern MEASURED_ANEW =
      Pattern.compile("\"unit\":\"(?:ms|bytes/s)\"|\"name\":\"unsure\"");

  private static final String AS_OF = Province.AS_OF.atZone(Beijing.ZONE).toOffsetDateTime() + "";

  private final Path folder;
  private final Province province = Province.of(11, SITES, 10, Province.AS_OF);
  private final LabServer lab = LabServer.start(province);

  WholeLineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void inspectOnceUndisturbed() throws IOException {
    lab.write(folder.resolve("lab"));
    Files.writeString(
        folder.resolve("settings.yaml"),
        """
        crawl:
          pace:
            delay: PT0S
            perAddress: 64
          retention: all
        """);
    assertThat(Main.run(inspect("quiet"))).isZero();
  }

  @AfterAll
  void close() {
    lab.close();
  }

  @Test
  void everyTargetHasAVerdictOrAReasonForEveryCheck() {
    try (var ledger = ledger("quiet")) {
      var answered = new HashSet<String>();
      for (var verdict : verdicts(ledger)) {
        answered.add(verdict.target() + " " + verdict.check());
        assertThat(verdict.verdict().id().equals("inconclusive") && verdict.reason().isEmpty())
            .as("%s has a reason", verdict)
            .isFalse();
      }
      for (var site : province.sites()) {
        for (var check : new Examiner().checks()) {
          assertThat(answered).contains(site.id() + " " + check.id());
        }
      }
    }
  }

  @Test
  void findsWhatWasPlantedAndAccusesNobodyElse() {
    try (var ledger = ledger("quiet")) {
      var score = LabScore.score(ledger, run(ledger), province);

      assertThat(score.unanswered()).isZero();
      assertThat(score.accused()).isEmpty();
      assertThat(score.missed()).isEmpty();
    }
  }

  @Test
  void aReplayOfTheArchiveComesToTheSameVerdicts() throws IOException {
    var arguments = new ArrayList<>(List.of("replay", "--store", store("again"), "--as-of", AS_OF));
    try (var files = Files.walk(folder.resolve("quiet/vault"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".warc.gz")).forEach(arguments::add);
    }

    assertThat(Main.run(arguments.toArray(String[]::new))).isZero();

    try (var live = ledger("quiet");
        var again = ledger("again")) {
      assertThat(said(again)).containsExactlyElementsOf(said(live));
    }
  }

  @Test
  void everyLineOfTheExportIsAsTheSchemasSay() throws IOException {
    var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (var line : export("quiet")) {
      var type = JsonMapper.shared().readTree(line).get("type").asString();
      var schema = schemas.getSchema(JsonLines.schema(type).orElseThrow(), InputFormat.JSON);
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  @Test
  void theTablesOfTheExportHoldVerdictsFindingsAndObservations() throws IOException {
    var tables = folder.resolve("tables");

    assertThat(
            Main.run("export", "--format", "csv", "--store", store("quiet"), "--out", tables + ""))
        .isZero();

    for (var table : List.of("verdicts.csv", "findings.csv", "observations.csv")) {
      assertThat(Files.readAllLines(tables.resolve(table))).as(table).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aRunThatIsKilledAndResumedRecordsWhatAnUndisturbedOneDoes() throws Exception {
    // browsers are killed elsewhere; without them this is quick
    var random = new Random(11);
    assertThat(Main.run(inspect("still", "--no-browser"))).isZero();
    var said = killedAfter(1, inspect("loud", "--no-browser"));
    var run = said.getFirst().replaceFirst(".*--resume (\\S+).*", "$1");
    for (var kill = 1; kill < KILLS; kill++) {
      killedAfter(random.nextInt(5), inspect("loud", "--no-browser", "--resume", run));
    }

    assertThat(Main.run(inspect("loud", "--no-browser", "--resume", run))).isZero();

    assertThat(timeless(export("loud"))).containsExactlyElementsOf(timeless(export("still")));
  }

  /// The page that a server comes with, found as the home page of a government.
  @Test
  void aServersDefaultPageIsNoSite() throws IOException {
    var registry = folder.resolve("unconfigured.csv");
    Files.writeString(
        registry, "code,name,url\n3499990001,临水县未配置网站," + Misbehaviour.DEFAULT_PAGE.url() + "\n");

    assertThat(Main.run(inspect(registry, "unconfigured", "--no-browser"))).isZero();

    try (var ledger = ledger("unconfigured")) {
      assertThat(verdicts(ledger))
          .filteredOn(said -> said.check().equals("availability"))
          .singleElement()
          .satisfies(said -> {
            assertThat(said.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(said.measured().values()).containsEntry("cause", "default-page");
          });
      assertThat(verdicts(ledger))
          .filteredOn(said -> said.check().equals("home-freshness"))
          .singleElement()
          .satisfies(said -> {
            assertThat(said.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(said.reason()).startsWith("default-page");
          });
    }
  }

  private String[] inspect(String name, String... more) {
    return inspect(folder.resolve("lab/registry.csv"), name, more);
  }

  private String[] inspect(Path registry, String name, String... more) {
    var arguments =
        Stream.of(
            "inspect",
            "--registry",
            registry.toString(),
            "--network",
            folder.resolve("lab/network.yaml").toString(),
            "--config",
            folder.resolve("settings.yaml").toString(),
            "--credentials",
            folder.resolve("lab/credentials.yaml").toString(),
            "--as-of",
            AS_OF,
            "--store",
            store(name),
            "--out",
            folder.resolve(name).toString());
    return Stream.concat(arguments, Stream.of(more)).toArray(String[]::new);
  }

  /// Starts the command in a process of its own, reads that many lines of its progress, and kills
  /// it in the middle of whatever it does then.
  ///
  /// @return what it said
  private static List<String> killedAfter(int lines, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    var said = new ArrayList<String>();
    try (var err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (var line = err.readLine(); line != null; line = err.readLine()) {
        said.add(line);
        if (said.size() > lines) {
          break;
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return said;
  }

  /// The classes of this test, whoever launched it.
  private static String classPath() {
    return WholeLineTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(URL::getPath)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private List<String> export(String name) throws IOException {
    var run = folder.resolve(name + "-export");
    assertThat(Main.run("export", "--format", "jsonl", "--store", store(name), "--out", run + ""))
        .isZero();
    return Files.readAllLines(run.resolve("run.jsonl"));
  }

  /// What both runs should say, order aside.
  private static List<String> timeless(List<String> lines) {
    return lines.stream()
        .filter(line -> !MEASURED_ANEW.matcher(line).find())
        .map(line -> UNLIKE.matcher(line).replaceAll("$1"))
        .sorted()
        .toList();
  }

  private String store(String name) {
    return "jdbc:h2:file:" + folder.resolve(name).resolve("ledger");
  }

  private Ledger ledger(String name) {
    return Ledger.open(store(name), InstantSource.system());
  }

  private static Run run(Ledger ledger) {
    return ledger.runs().getFirst();
  }

  private static List<RecordedVerdict> verdicts(Ledger ledger) {
    try (var rows = ledger.verdicts(run(ledger).id())) {
      return rows.toList();
    }
  }

  /// What was said, whatever run said it.
  private static List<String> said(Ledger ledger) {
    return verdicts(ledger).stream()
        .map(verdict ->
            String.join(
                " ",
                verdict.target(),
                verdict.check(),
                verdict.verdict().id(),
                verdict.reason(),
                verdict.summary().zh(),
                verdict.measured() + ""))
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
