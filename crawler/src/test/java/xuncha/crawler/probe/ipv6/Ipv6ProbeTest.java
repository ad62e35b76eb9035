package xuncha.crawler.probe.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.KeptJson;
import xuncha.findings.visit.Source;
import xuncha.lab.ipv6.Ground;
import xuncha.lab.ipv6.Ipv6Lab;
import xuncha.lab.ipv6.Scenario;

/// Every fault of the laboratory over real sockets on the loopback interface: what is recorded must
/// be what was planted.
class Ipv6ProbeTest {
  @TempDir static Path folder;
  private static Ipv6Lab lab;
  private static Map<Scenario, Ipv6Trace> traces = new LinkedHashMap<>();

  @BeforeAll
  static void traceAll() {
    var trust = folder.resolve("ca.pem");
    lab = Ipv6Lab.start(Ground.LOOPBACK, trust);
    var profile = Probing.profile(lab, Ground.LOOPBACK, trust);
    traces = Probing.traces(lab, profile);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @TestFactory
  Stream<DynamicTest> recordsWhatWasPlanted() {
    return traces.entrySet().stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.getKey().name() + ": " + one.getKey().planted(),
                () -> Planted.check(one.getKey(), one.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> archivesEveryTraceWithoutLoss() {
    return traces.entrySet().stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.getKey().name(),
                () -> {
                  var trace = one.getValue();
                  var source = new Source("<urn:uuid:1>", "ab");
                  assertThat(KeptJson.read(Ipv6Trace.class, KeptJson.write(trace), source))
                      .isEqualTo(trace.archivedAs(source));
                }));
  }
}
