package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is mistyped is told in a line and goes no further: nothing is fetched, nothing recorded.
final class MistakesAtTheDoorTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          audit http://www.good.gov.test:99999/            | there is no port 99999
          audit http://0x7f000001/                         | host name is wrong
          audit http://-bad-.gov.test/                     | host name is wrong
          audit http://u:geheim@www.good.gov.test/         | http://***@www.good.gov.test/
          audit nobody                                     | neither a web address nor a code
          audit www.good.gov.test --as-of 2099-01-01       | --as-of
          audit www.good.gov.test --checks nosuch          | no check nosuch
          audit www.good.gov.test --checks ,               | --checks: no check named
          audit www.good.gov.test --edition nosuch         | no edition nosuch
          audit www.good.gov.test --edition nosuch.yaml    | there is no such file
          audit www.good.gov.test --network {}/trust.yaml  | no certificate
          audit www.good.gov.test --config {}/type.yaml    | crawl.budget.pages
          inspect --registry {}/sites.csv --checks nosuch  | no check nosuch
          inspect --registry {}/sites.csv --network nosuch | nosuch
          inspect --registry {}/bad.csv                    | bad.csv:2:url 网址中带有用户名
          registry import {}/bad.csv                       | bad.csv:2:url 网址中带有用户名
          demo --sites -1                                  | --sites: -1
          demo --pages 0                                   | --pages: 0
          """)
  void areToldAndGoNoFurther(String words, String line) throws IOException {
    Files.writeString(folder.resolve("sites.csv"), "url,category\nhttp://a.gov.test/,other\n");
    Files.writeString(
        folder.resolve("bad.csv"), "url,category\nhttp://u:geheim@a.gov.test/,other\n");
    Files.writeString(folder.resolve("none.pem"), "no certificate");
    Files.writeString(folder.resolve("trust.yaml"), "trust: none.pem\n");
    Files.writeString(folder.resolve("type.yaml"), "crawl: {budget: {pages: many}}\n");

    var said = said(words.replace("{}", folder.toString()) + " --out " + folder.resolve("out"));

    assertThat(said.status).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(said.err)
        .contains(line)
        .doesNotContain("geheim", "Exception", "\tat ", "java.", "--resume");
    assertThat(folder.resolve("out/ledger.mv.db")).doesNotExist();
  }

  @Test
  void anExportMakesNoRecord() throws IOException {
    var store = folder.resolve("nowhere/ledger");

    assertThat(said("export --format csv --store jdbc:h2:file:" + store).status)
        .isEqualTo(ExitStatus.NOT_INSPECTED);
    assertThat(store.getParent()).doesNotExist();
  }

  @Test
  void anExportFindsItsRecordWhereverItsFilesGo() throws IOException {
    var settings = Files.writeString(folder.resolve("here.yaml"), "data: " + folder + "/data\n");
    var elsewhere = folder.resolve("elsewhere");
    var export = "export --format jsonl --config " + settings + " --out " + elsewhere;
    assertThat(said(export).err).contains("nothing on record yet");

    said("audit 中国.gov.test --network " + deaf() + " --no-browser --config " + settings);

    assertThat(said(export).status).isEqualTo(ExitStatus.DONE);
    assertThat(elsewhere.resolve("run.jsonl")).content().contains("xn--fiqs8s.gov.test");
    assertThat(elsewhere.resolve("ledger.mv.db")).doesNotExist();
  }

  @Test
  void whereNothingCouldBeLookedAtThereWasNoInspection() throws IOException {
    var said =
        said(
            "audit www.good.gov.test --checks availability,home-freshness --no-browser --network "
                + deaf()
                + " --out "
                + folder);

    assertThat(said.status).isEqualTo(ExitStatus.NOT_INSPECTED);
    assertThat(said.err).contains("nothing could be looked at");
    assertThat(folder.resolve("ledger.mv.db")).exists();
  }

  @Test
  void aDiskThatTakesNoArchiveEndsTheRunInOneLineAndTheRunGoesOnLater() throws IOException {
    var sites = new StringBuilder("url,category\n");
    for (var site = 0; site < 20; site++) {
      sites.append("http://www.good").append(site).append(".gov.test/,other\n");
    }
    var out = Files.createDirectory(folder.resolve("out"));
    var vault = Files.createFile(out.resolve("vault"));
    var inspect =
        "inspect --checks availability --no-browser --quiet --network "
            + deaf()
            + " --out "
            + out
            + " --registry "
            + Files.writeString(folder.resolve("sites.csv"), sites);

    var said = said(inspect);

    assertThat(said.status).isEqualTo(ExitStatus.NOT_INSPECTED);
    assertThat(said.err.lines())
        .hasSize(2)
        .last(STRING)
        .startsWith("xuncha: 记录或存档无法读写")
        .contains(" · cannot write the archive " + vault);
    assertThat(said.err).doesNotContain("Exception", "\tat ");

    Files.delete(vault);
    var run = said.err.replaceFirst("(?s).*--resume (\\S+).*", "$1");
    said(inspect + " --resume " + run);

    assertThat(said("export --format jsonl --out " + out).status).isEqualTo(ExitStatus.DONE);
    assertThat(Files.readAllLines(out.resolve("run.jsonl")))
        .filteredOn(line -> line.contains("\"type\":\"verdict\""))
        .hasSize(20);
  }

  @Test
  void whatIsLeftOutOfAnAuditIsSaid() throws IOException {
    var said =
        said(
            "audit http://www.good.gov.test/ http://www.good.gov.test:8080/ --no-browser --network "
                + deaf()
                + " --checks availability --out "
                + folder);

    assertThat(said.err)
        .contains("http://www.good.gov.test:8080/ belongs to www.good.gov.test")
        .contains("home page http://www.good.gov.test/");
  }

  /// A resolver that nobody is: every look-up fails at once, and nothing leaves the machine.
  private Path deaf() throws IOException {
    return Files.writeString(folder.resolve("deaf.yaml"), "dns: 127.0.0.1:1\nallowPrivate: true\n");
  }

  private record Said(int status, String err) {}

  private static Said said(String words) {
    var before = System.err;
    var err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      var status = Main.run(words.split(" "));
      return new Said(status, err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }
}
