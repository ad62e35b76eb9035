package xuncha.checks.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import xuncha.findings.verdict.Observation;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Delegation;
import xuncha.findings.visit.Ipv6Trace.Depth;
import xuncha.findings.visit.Ipv6Trace.Hop;
import xuncha.findings.visit.Ipv6Trace.NameServer;
import xuncha.findings.visit.Ipv6Trace.Try;

/// The seven items of the national monitoring list (I-01) and the timings of the older one (I-02),
/// as numbers over time. What could not be seen is left out, never zero.
final class Ipv6Items {
  private static final String CHECK = "ipv6";

  private final Ipv6Trace trace;
  private final List<Observation> items = new ArrayList<>();

  private Ipv6Items(Ipv6Trace trace) {
    this.trace = trace;
  }

  static List<Observation> of(Ipv6Trace trace) {
    var items = new Ipv6Items(trace);
    items.add();
    return List.copyOf(items.items);
  }

  /// How many name servers can be used over IPv6: those with an address that counts and that
  /// answer, where they were asked. Empty when the servers are not known, or some of their
  /// addresses are not.
  static Optional<Integer> over6(Delegation delegation) {
    var unseen =
        delegation.fault().isPresent()
            || delegation.servers().stream()
                .flatMap(server -> server.fault().stream())
                .anyMatch(fault -> !fault.answered());
    return unseen
        ? Optional.empty()
        : Optional.of((int) delegation.over6().stream().filter(Ipv6Items::usable).count());
  }

  private static boolean usable(NameServer server) {
    return server.answers().orElse(true);
  }

  private void add() {
    var home = trace.home();
    if (home.fault().map(DnsFault::answered).orElse(true)) {
      item("aaaa", home.service().isEmpty() ? 0 : 1, "count");
    }
    var tries = trace.tries();
    if (!tries.isEmpty() && trace.sight().holds()) {
      var had = tries.stream().filter(one -> one.failure().isEmpty()).count();
      item("home-reachable", had > 0 ? 1 : 0, "count");
      item("success", (double) had / tries.size(), "ratio");
    }
    delegation();
    tries.stream()
        .flatMap(one -> one.likeness().stream())
        .max(Double::compare)
        .ifPresent(likeness -> item("likeness", likeness, "ratio"));
    trace.second().flatMap(Depth::share).ifPresent(share -> item("second-level", share, "ratio"));
    trace.third().flatMap(Depth::share).ifPresent(share -> item("third-level", share, "ratio"));
    timings();
  }

  private void delegation() {
    var delegation = trace.delegation();
    var over6 = delegation.flatMap(Ipv6Items::over6);
    if (over6.isPresent()) {
      var all = delegation.map(Delegation::servers).map(List::size).orElse(0);
      item("nameservers6", over6.get(), "count");
      item("delegation", all == 0 ? 0 : (double) over6.get() / all, "ratio");
    }
  }

  /// Medians of the tries that arrived; the first hop's steps, the whole way's time.
  private void timings() {
    if (!trace.home().transcript().isEmpty()) {
      item("dns-time", (double) trace.home().tookMs(), "ms");
    }
    median("connect-time", Hop::connectMs);
    median("tls-time", Hop::tlsMs);
    median("first-byte-time", Hop::firstByteMs);
    var had = trace.tries().stream().filter(one -> one.failure().isEmpty()).toList();
    had.stream()
        .map(one -> one.hops().stream().mapToLong(Hop::totalMs).sum())
        .sorted()
        .skip(had.size() / 2)
        .findFirst()
        .ifPresent(took -> item("home-time", took, "ms"));
    had.stream()
        .map(one -> one.hops().getLast())
        // times are whole milliseconds; what took less took one
        .map(hop -> hop.bytes() * 1000.0 / Math.max(1, hop.totalMs()))
        .max(Double::compare)
        .ifPresent(speed -> item("speed", speed, "bytes/s"));
  }

  private void median(String name, ToLongFunction<Hop> step) {
    var times =
        trace.tries().stream()
            .map(Try::hops)
            .filter(hops -> !hops.isEmpty())
            .map(List::getFirst)
            .map(step::applyAsLong)
            .filter(time -> time >= 0)
            .sorted()
            .toList();
    if (!times.isEmpty()) {
      item(name, times.get(times.size() / 2), "ms");
    }
  }

  private void item(String name, double value, String unit) {
    items.add(new Observation(CHECK, name, value, unit));
  }
}
