package xuncha.crawler.probe.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.names.NetworkProfile;
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
  private static final Duration TOOK = Duration.ofSeconds(16);
  private static Ipv6Lab lab;
  private static NetworkProfile profile;
  private static Map<Scenario, Ipv6Trace> traces = new LinkedHashMap<>();

  @BeforeAll
  static void traceAll() {
    var trust = folder.resolve("ca.pem");
    lab = Ipv6Lab.start(Ground.LOOPBACK, trust);
    profile = Probing.profile(lab, Ground.LOOPBACK, trust);
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

  @Test
  void doesNotAskOverIpv4ForThePageThatTheVisitHas() {
    var healthy = scenario("healthy");
    var asked = traceOf(healthy).over4().orElseThrow();
    var taken = traceWith(healthy, page(healthy, asked.address(), "<p>今日无新闻</p>"));

    var over4 = taken.over4().orElseThrow();
    assertThat(over4.hops())
        .singleElement()
        .satisfies(hop -> {
          assertThat(hop.totalMs()).isEqualTo(TOOK.toMillis());
          assertThat(hop.connectMs()).isNegative();
          assertThat(hop.failure()).isEmpty();
        });
    assertThat(over4.page())
        .hasValueSatisfying(page -> assertThat(page.characters()).isLessThan(9));
    assertThat(taken.tries())
        .isNotEmpty()
        .allSatisfy(over6 ->
            assertThat(over6.likeness().orElseThrow())
                .isLessThan(asked(healthy).likeness().orElseThrow()));
  }

  @Test
  void asksOverIpv4WhereThePageCameOverIpv6OrOnlyLedOn() {
    var healthy = scenario("healthy");
    var whole = asked(healthy);
    var address = traceOf(healthy).over4().orElseThrow().address();
    var led = "<meta http-equiv=refresh content='0;url=/other'>";
    for (var page :
        List.of(page(healthy, whole.address(), "<p>今日无新闻</p>"), page(healthy, address, led))) {
      assertThat(traceWith(healthy, page).over4().orElseThrow().hops().getLast().connectMs())
          .isNotNegative();
    }
  }

  private static Ipv6Trace traceWith(Scenario scenario, Exchange.Answered home) {
    try (var probing = new Probing(profile, Ipv6Settings.laboratory(), Duration.ofSeconds(20))) {
      return probing.trace(scenario.url(), Optional.of(home));
    }
  }

  private static Scenario scenario(String name) {
    return traces.keySet().stream().filter(one -> one.name().equals(name)).findAny().orElseThrow();
  }

  private static Ipv6Trace traceOf(Scenario scenario) {
    return Objects.requireNonNull(traces.get(scenario));
  }

  private static Ipv6Trace.Try asked(Scenario scenario) {
    return traceOf(scenario).tries().getFirst();
  }

  private static Exchange.Answered page(Scenario scenario, String address, String html) {
    return new Exchange.Answered(
        Ask.page(scenario.url(), Ask.Why.HOME, 1 << 20),
        Instant.parse("2026-03-01T00:00:00Z"),
        TOOK,
        address,
        200,
        List.of(new Exchange.Header("content-type", "text/html; charset=utf-8")),
        Body.of(html.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Source.UNARCHIVED);
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
