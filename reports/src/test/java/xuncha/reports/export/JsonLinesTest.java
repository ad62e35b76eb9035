package xuncha.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import xuncha.findings.store.FindingState;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;

class JsonLinesTest {
  private static final Map<String, Schema> SCHEMAS =
      Stream.of("run", "verdict", "finding", "observation", "score")
          .collect(Collectors.toMap(type -> type, JsonLinesTest::schema));

  @Test
  void writesARunAsTheContractSays() {
    try (var ledger = Recorded.empty("golden")) {
      var run = Recorded.run(ledger, 1, 1);

      assertThat(export(ledger, run))
          .isEqualTo(
              """
              {"schema":1,"type":"run","run":"20260302-020000","at":"2026-03-02T02:00:00.000+08:00",\
              "kind":"nightly","asOf":"2026-03-02T02:00:00.000+08:00","edition":"cn-2019","targets":1,\
              "finishedAt":"2026-03-02T02:00:00.000+08:00"}
              {"schema":1,"type":"verdict","run":"20260302-020000","at":"2026-03-02T02:00:00.000+08:00",\
              "target":"3400000000","url":"http://s0.gov.test/","targetKind":"site","check":"link-health",\
              "revision":2,"verdict":"fail","confidence":0.8,"measured":{"checked":7,"broken":1},\
              "summary":{"zh":"查了七个链接","en":"seven links were tried"},"needsReview":true}
              {"schema":1,"type":"verdict","run":"20260302-020000","at":"2026-03-02T02:00:00.000+08:00",\
              "target":"3400000000","url":"http://s0.gov.test/","targetKind":"site","check":"ipv6",\
              "revision":1,"verdict":"inconclusive","reason":"no-ipv6-here","confidence":0.0,"measured":{},\
              "summary":{"zh":"无法判定：本机没有可用的 IPv6","en":"cannot tell: no working IPv6 here"},\
              "needsReview":false}
              {"schema":1,"type":"verdict","run":"20260302-020000","at":"2026-03-02T02:00:00.000+08:00",\
              "target":"3400000000","url":"http://s0.gov.test/","targetKind":"site","check":"survey-formal",\
              "revision":1,"verdict":"not-applicable","reason":"no-surveys","confidence":1.0,"measured":{},\
              "summary":{"zh":"没有调查","en":"no surveys"},"needsReview":false}
              {"schema":1,"type":"finding","run":"20260302-020000","at":"2026-03-02T02:00:00.000+08:00",\
              "id":"%s","target":"3400000000","check":"link-health","indicator":"D-03","severity":"minor",\
              "subject":"http://s0.gov.test/0","measured":{"status":404,"cause":null},\
              "threshold":{"broken":0},"summary":{"zh":"链接打不开","en":"a broken link"},"state":"open",\
              "firstSeen":"2026-03-02T02:00:00.000+08:00","lastSeen":"2026-03-02T02:00:00.000+08:00",\
              "evidence":[{"kind":"text","quote":"链接 0"},{"kind":"warc","path":"2026/03/02/s1.warc.gz",\
              "record":"<urn:uuid:00000000-0000-0000-0000-000000000001>",\
              "sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]}
              {"schema":1,"type":"observation","run":"20260302-020000","at":"2026-03-02T02:00:00.000+08:00",\
              "target":"3400000000","check":"link-health","name":"broken","value":1.0,"unit":"count"}
              """
                  .formatted(
                      Recorded.finding(Recorded.site(0, ""), "http://s0.gov.test/0", "").id()));
    }
  }

  @Test
  void writesOnlyLinesThatTheSchemasAllow() {
    try (var ledger = Recorded.empty("schemas")) {
      var site = Recorded.site(1, "甲");
      var first = begun(ledger);
      ledger.record(first, Recorded.result(site, Recorded.NIGHT, finding("a"), finding("b")));
      ledger.decide(finding("b").id(), FindingState.CONFIRMED, "李巡查", "");
      var second = begun(ledger);
      ledger.record(
          second, Recorded.result(site, Recorded.NIGHT.plus(Duration.ofDays(1)), finding("b")));
      var unfinished = begun(ledger);

      for (var run : List.of(first, second, unfinished)) {
        assertThat(export(ledger, run).lines())
            .allSatisfy(line -> assertThat(faults(line)).isEmpty());
      }
      assertThat(export(ledger, second))
          .contains("\"state\":\"fixed\"", "\"state\":\"confirmed\"")
          .contains("\"finishedAt\":null");
    }
  }

  @Test
  void writesTheSameRecordTwiceAsTheSameFile() {
    try (var ledger = Recorded.empty("same")) {
      var run = Recorded.run(ledger, 40, 3);

      assertThat(export(ledger, run)).isEqualTo(export(ledger, run));
    }
  }

  @Test
  void writesTextThatNoOtherLineCanBeMistakenFor() {
    try (var ledger = Recorded.empty("hostile")) {
      var site = Recorded.site(1, "甲");
      var run = begun(ledger);
      ledger.record(
          run,
          Recorded.result(
              site,
              Recorded.NIGHT,
              Recorded.finding(site, "http://x/\n\"}\u0000\uD800", "\r\n{}\u2028")));

      assertThat(export(ledger, run).split("\n", -1)).hasSize(1 + 3 + 1 + 1 + 1);
      assertThat(export(ledger, run).lines())
          .allSatisfy(line -> assertThat(faults(line)).isEmpty());
    }
  }

  /// What readers are promised: fields may be added, so a schema may not forbid them.
  @Test
  void allowsReadersToMeetFieldsThatTheyDoNotKnow() {
    try (var ledger = Recorded.empty("unknown")) {
      var run = Recorded.run(ledger, 1, 1);

      assertThat(export(ledger, run).lines())
          .allSatisfy(line -> {
            var object = (ObjectNode) JsonMapper.shared().readTree(line);
            object.put("fromTheFuture", true);
            if (object.get("evidence") instanceof ArrayNode evidence) {
              ((ObjectNode) evidence.get(0)).put("fromTheFuture", 1);
            }
            assertThat(faults(object.toString())).isEmpty();
          });
    }
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          verdict     | /schema     | 2
          verdict     | /verdict    | "maybe"
          verdict     | /confidence | 1.5
          verdict     | /at         | "yesterday"
          finding     | /severity   | "grave"
          finding     | /state      | "gone"
          finding     | /evidence   | []
          finding     | /summary    | {"zh":"甲"}
          run         | /targets    | -1
          observation | /value      | null
          """)
  void wouldNoticeALineThatIsWrong(String type, String where, String value) {
    try (var ledger = Recorded.empty("wrong")) {
      var run = Recorded.run(ledger, 1, 1);
      var line =
          export(ledger, run)
              .lines()
              .filter(one -> one.contains("\"type\":\"" + type + "\""))
              .findFirst()
              .orElseThrow();
      var object = (ObjectNode) JsonMapper.shared().readTree(line);
      object.set(where.substring(1), JsonMapper.shared().readTree(value));

      assertThat(faults(object.toString())).isNotEmpty();
    }
  }

  @Test
  void wantsAReasonWhereNothingWasConcluded() {
    try (var ledger = Recorded.empty("reason")) {
      var run = Recorded.run(ledger, 1, 0);

      assertThat(export(ledger, run).lines())
          .filteredOn(line -> line.contains("\"reason\""))
          .hasSize(2)
          .allSatisfy(line -> {
            var object = (ObjectNode) JsonMapper.shared().readTree(line);
            object.remove("reason");
            assertThat(faults(object.toString())).isNotEmpty();
          });
    }
  }

  @Test
  void knowsNoRunAndNoSchemaThatIsNotThere() {
    try (var ledger = Recorded.empty("none")) {
      assertThatThrownBy(() -> export(ledger, "never")).hasMessageContaining("never");
    }
    assertThat(JsonLines.schema("nothing")).isEmpty();
    assertThat(JsonLines.schema("../schema/run")).isEmpty();
  }

  @Test
  void saysWhenItCannotWrite() {
    try (var ledger = Recorded.empty("full");
        var full =
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("no space left on device");
              }
            }) {
      var run = Recorded.run(ledger, 1, 0);

      assertThatThrownBy(() -> new JsonLines(ledger).write(run, full))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("no space left");
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  private static String begun(Ledger ledger) {
    return ledger
        .begin(Run.Kind.ON_DEMAND, Recorded.NIGHT, "cn-2019", List.of(Recorded.site(1, "甲")))
        .id();
  }

  private static xuncha.findings.verdict.Finding finding(String page) {
    return Recorded.finding(Recorded.site(1, "甲"), "http://s1.gov.test/" + page, "链接");
  }

  private static String export(Ledger ledger, String run) {
    var out = new ByteArrayOutputStream();
    new JsonLines(ledger).write(run, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Error> faults(String line) {
    var type = JsonMapper.shared().readTree(line).get("type").asString();
    return Objects.requireNonNull(SCHEMAS.get(type), type)
        .validate(
            line,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static Schema schema(String type) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonLines.schema(type).orElseThrow(), InputFormat.JSON);
  }
}
