package xuncha.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.store.Run;

class CsvTest {
  @Test
  void writesVerdictsForASpreadsheet() {
    try (var ledger = Recorded.empty("csv-verdicts")) {
      var run = Recorded.run(ledger, 2, 1);

      var text = text(out -> new Csv(ledger).verdicts(run, out));
      assertThat(text).startsWith("\uFEFFrun,at,target,name,").contains("\r\n");
      assertThat(rows(text)).hasSize(6);
      var first = rows(text).getFirst();
      assertThat(first.get("name")).isEqualTo("第0站");
      assertThat(first.get("verdict")).isEqualTo("fail");
      assertThat(first.get("measured")).isEqualTo("{\"checked\":7,\"broken\":1}");
      assertThat(first.get("confidence")).isEqualTo("0.8");
    }
  }

  @Test
  void writesFindingsAndObservations() {
    try (var ledger = Recorded.empty("csv-findings")) {
      var run = Recorded.run(ledger, 2, 3);

      var findings = rows(text(out -> new Csv(ledger).findings(run, out)));
      assertThat(findings).hasSize(6);
      assertThat(findings.getFirst().get("organiser")).isEqualTo("主办单位");
      assertThat(findings.getFirst().get("evidence")).startsWith("链接 0\n2026/03/02/s1.warc.gz");
      assertThat(rows(text(out -> new Csv(ledger).observations(run, out)))).hasSize(2);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.test/\",\"click\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        " =1",
        "\t=1",
        "＝1+1",
        "|cmd",
      })
  void makesFormulasHarmless(String name) {
    try (var ledger = Recorded.empty("csv-formula")) {
      var site = Recorded.site(1, name);
      var run = ledger.begin(Run.Kind.ON_DEMAND, Recorded.NIGHT, "cn-2019", List.of(site)).id();
      ledger.record(run, Recorded.result(site, Recorded.NIGHT));

      var first = rows(text(out -> new Csv(ledger).verdicts(run, out))).getFirst();
      assertThat(first.get("name")).isEqualTo("'" + name);
    }
  }

  @Test
  void writesNothingThatTurnsTheDirectionOfWriting() {
    try (var ledger = Recorded.empty("csv-turns")) {
      var site = Recorded.site(1, "\u202E=1+1\u202C 县\u2067政府\u200F");
      var run = ledger.begin(Run.Kind.ON_DEMAND, Recorded.NIGHT, "cn-2019", List.of(site)).id();
      ledger.record(run, Recorded.result(site, Recorded.NIGHT));

      var first = rows(text(out -> new Csv(ledger).verdicts(run, out))).getFirst();
      assertThat(first.get("name")).isEqualTo("'=1+1 县政府");
    }
  }

  private static String text(Consumer<OutputStream> export) {
    var out = new ByteArrayOutputStream();
    export.accept(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> rows(String text) {
    var format = CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = CSVParser.parse(new StringReader(text.replaceFirst("^\uFEFF", "")), format)) {
      return parser.getRecords();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
