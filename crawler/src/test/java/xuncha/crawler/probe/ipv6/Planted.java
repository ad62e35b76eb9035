package xuncha.crawler.probe.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Stage;
import xuncha.findings.visit.Ipv6Trace.Try;
import xuncha.lab.ipv6.Scenario;

/// Lays a trace beside what is true of the site.
final class Planted {
  private Planted() {}

  static void check(Scenario scenario, Ipv6Trace trace) {
    switch (scenario.verdict()) {
      case "pass" -> assertThat(trace.tries()).as("tries").anyMatch(Planted::hadWell);
      case "fail" -> stops(scenario, trace);
      default -> leavesOpen(trace);
    }
  }

  private static boolean hadWell(Try one) {
    return one.failure().isEmpty() && one.likeness().map(likeness -> likeness > 0.9).orElse(true);
  }

  private static void stops(Scenario scenario, Ipv6Trace trace) {
    if (trace.tries().isEmpty()) {
      assertThat(trace.home().service()).isEmpty();
      var byName = trace.home().fault().filter(DnsFault::answered).isPresent();
      assertThat(byName ? "dns" : "address").isEqualTo(scenario.stage());
      return;
    }
    if (contents(scenario)) {
      assertThat(trace.tries())
          .allSatisfy(one -> assertThat(one.likeness().orElse(0.0)).isLessThan(0.5));
    } else {
      assertThat(trace.tries())
          .hasSizeGreaterThan(1)
          .allSatisfy(one -> assertThat(one.stopped().map(Stage::id)).contains(scenario.stage()));
      assertThat(trace.sight().after()).as("a proof afterwards").isPresent();
    }
  }

  private static boolean contents(Scenario scenario) {
    return scenario.stage().equals("content");
  }

  private static void leavesOpen(Ipv6Trace trace) {
    assertThat(trace.tries()).allMatch(one -> one.failure().isPresent());
    assertThat(trace.home().fault().filter(DnsFault::answered)).isEmpty();
  }
}
