package xuncha.crawler.probe.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.KeptJson;
import xuncha.findings.visit.Source;
import xuncha.lab.ipv6.Scenario;

/// The same laboratory in a network namespace of its own, with addresses as on the open network and
/// nothing private allowed. Needs `unshare` and `ip` and leave to use them; skipped aloud
/// elsewhere.
class Ipv6NamespaceTest {
  private static final List<String> APART = List.of("unshare", "--map-root-user", "--net");

  @TempDir static Path folder;
  private static final List<Scenario> SCENARIOS = new ArrayList<>();
  private static final Map<String, Ipv6Trace> TRACES = new LinkedHashMap<>();

  @BeforeAll
  static void traceAllApart() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        possible(), "skipped: no network namespaces here (unshare --net or ip link does not work)");
    var command =
        Stream.concat(
                APART.stream(),
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classPath(),
                    NamespaceMain.class.getName(),
                    folder.toString()))
            .toList();
    var child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var lines = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as("the namespace's process").isZero();
    lines.lines().filter(line -> line.contains("\t")).forEach(Ipv6NamespaceTest::keep);
  }

  /// This test's own, whoever runs it: some runners load classes through a loader of their own.
  private static String classPath() {
    return Ipv6NamespaceTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static void keep(String line) {
    var fields = List.of(line.split("\t", -1));
    var json = Base64.getDecoder().decode(fields.get(5));
    SCENARIOS.add(
        new Scenario(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4)));
    TRACES.put(fields.getFirst(), KeptJson.read(Ipv6Trace.class, json, Source.UNARCHIVED));
  }

  private static boolean possible() throws IOException, InterruptedException {
    try {
      var probe =
          new ProcessBuilder(
                  Stream.concat(
                          APART.stream(),
                          Stream.of(
                              "sh",
                              "-c",
                              "ip link set lo up && ip -6 addr add 2a0e:b107::1/128 dev lo"))
                      .toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  @TestFactory
  Stream<DynamicTest> recordsWhatWasPlanted() {
    return SCENARIOS.stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.name() + ": " + one.planted(),
                () -> {
                  assertThat(TRACES).containsKey(one.name());
                  Planted.check(one, trace(one.name()));
                }));
  }

  @Test
  void tellsTheDeadAddressBesideTheLiveOne() {
    var trace = trace("dead-beside-live");
    assertThat(trace.tries())
        .filteredOn(one -> one.failure().isPresent())
        .allSatisfy(dead -> {
          assertThat(dead.failure().map(Failure::kind)).contains(Failure.Kind.CONNECT_TIMEOUT);
        })
        .isNotEmpty();
    assertThat(trace.tries()).anyMatch(one -> one.failure().isEmpty());
  }

  @Test
  void tellsASwallowedConnectionFromARefusedOne() {
    assertThat(kinds("dropped")).containsOnly(Failure.Kind.CONNECT_TIMEOUT);
    assertThat(kinds("unrouted")).containsOnly(Failure.Kind.NETWORK_UNREACHABLE);
    assertThat(kinds("refused")).containsOnly(Failure.Kind.CONNECTION_REFUSED);
  }

  @Test
  void doesNotTakeLoopbackForServiceOnTheOpenNetwork() {
    assertThat(trace("loopback").home().addresses().getFirst().kind()).isEqualTo("loopback");
    assertThat(trace("loopback").home().service()).isEmpty();
  }

  private static Ipv6Trace trace(String scenario) {
    return Objects.requireNonNull(TRACES.get(scenario), scenario);
  }

  private static List<Failure.Kind> kinds(String scenario) {
    return trace(scenario).tries().stream().map(one -> one.failure().orElseThrow().kind()).toList();
  }
}
