package xuncha.checks.reach;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.DnsQuery;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Depth;
import xuncha.findings.visit.Ipv6Trace.Stage;
import xuncha.findings.visit.Ipv6Trace.Try;
import xuncha.findings.visit.Source;

/// A citizen on an IPv6-only network must get the home page (D-26). Fails only when it cannot be
/// had over IPv6, and says at which stage it stops; the other items of the national monitoring list
/// (name servers, success rate, likeness, links) are measured and kept, not judged.
@AutoService(Check.class)
public final class Ipv6 implements Check {
  @Override
  public String id() {
    return "ipv6";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Ipv6Trace.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var trace = visit.the(Ipv6Trace.class);
    var rule = visit.rule();
    var reading = Ipv6Reading.of(trace, rule.share("similarity"), rule.share("different"));
    var measured = measured(trace, reading);
    return switch (reading.verdict()) {
      case HAD ->
          new Outcome.Conclusive(
              1,
              List.of(),
              measured,
              had(trace),
              reading.sure(),
              reading.doubtful(),
              Ipv6Items.of(trace));
      case STOPPED -> stopped(visit, trace, reading, measured);
      case UNSEEN -> Outcome.inconclusive(reading.why().orElseThrow(), measured);
    };
  }

  private Outcome stopped(
      Examination visit, Ipv6Trace trace, Ipv6Reading reading, Measured measured) {
    var sentence = stops(reading);
    var finding =
        visit.finding(
            visit.rule().severity(),
            trace.url(),
            measured,
            visit.threshold("connected", true),
            sentence,
            evidence(trace, reading));
    List<Observation> observations = Ipv6Items.of(trace);
    return new Outcome.Conclusive(
        1, List.of(finding), measured, sentence, reading.sure(), reading.doubtful(), observations);
  }

  private static Sentence had(Ipv6Trace trace) {
    var dead = Ipv6Reading.deadAddresses(trace);
    return dead.isEmpty()
        ? new Sentence("首页可以通过 IPv6 打开", "the home page opens over IPv6")
        : new Sentence(
            "首页可以通过 IPv6 打开，但下列地址不可用：" + String.join("、", dead),
            "the home page opens over IPv6, but not at " + String.join(", ", dead));
  }

  private static Sentence stops(Ipv6Reading reading) {
    var stage = reading.stage().orElseThrow();
    var why = reading.why().orElseThrow();
    var detail = why.detail().isEmpty() ? "" : "（" + why.detail() + "）";
    var zh = stage == Stage.CONTENT ? "页面与 IPv4 所见不同" : why.kind().zh();
    var en = stage == Stage.CONTENT ? "another page than over IPv4" : why.kind().en();
    return new Sentence(
        "首页不能通过 IPv6 打开，止于" + stage.zh() + "：" + zh + detail,
        "the home page cannot be had over IPv6; it stops at "
            + stage.id()
            + ": "
            + en
            + (why.detail().isEmpty() ? "" : " (" + why.detail() + ")"));
  }

  private static Measured measured(Ipv6Trace trace, Ipv6Reading reading) {
    var tries = trace.tries();
    var had = tries.stream().filter(one -> one.failure().isEmpty()).count();
    return Measured.of("aaaa", aaaa(trace))
        .and("nameservers6", trace.delegation().flatMap(Ipv6Items::over6).orElse(null))
        .and("connected", connected(tries, reading))
        .and("status", status(trace, reading))
        .and(
            "similarity", reading.decisive().flatMap(Try::likeness).map(Ipv6::rounded).orElse(null))
        .and("secondLevel", share(trace.second()))
        .and("thirdLevel", share(trace.third()))
        .and("stage", reading.stage().map(Stage::id).orElse(null))
        .and(
            "addresses", trace.home().addresses().stream().map(Ipv6Trace.Address::address).toList())
        .and("deadAddresses", Ipv6Reading.deadAddresses(trace))
        .and("success", tries.isEmpty() ? null : rounded((double) had / tries.size()));
  }

  /// Whether there is an AAAA record of any kind; null when DNS did not say.
  private static @Nullable Boolean aaaa(Ipv6Trace trace) {
    var fault = trace.home().fault();
    var unseen = fault.filter(one -> !one.answered()).isPresent();
    return unseen ? null : Boolean.valueOf(fault.isEmpty());
  }

  /// Where nothing was tried: for want of an address the answer is no, for want of sight it is
  /// open.
  private static @Nullable Boolean connected(List<Try> tries, Ipv6Reading reading) {
    if (!tries.isEmpty()) {
      return tries.stream().anyMatch(Ipv6::connected);
    }
    return reading.verdict() == Ipv6Reading.Found.STOPPED ? Boolean.FALSE : null;
  }

  private static boolean connected(Try one) {
    return one.hops().stream().anyMatch(hop -> hop.connectMs() >= 0);
  }

  private static @Nullable Integer status(Ipv6Trace trace, Ipv6Reading reading) {
    var status = reading.decisive().or(() -> trace.tries().stream().findFirst()).map(Try::status);
    return status.filter(code -> code > 0).orElse(null);
  }

  private static @Nullable Double share(Optional<Depth> depth) {
    return depth.flatMap(Depth::share).map(Ipv6::rounded).orElse(null);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static List<Evidence> evidence(Ipv6Trace trace, Ipv6Reading reading) {
    var evidence = new ArrayList<Evidence>();
    trace.lookups().forEach(lookup -> evidence.add(dns(trace.source(), lookup.transcript())));
    evidence.removeIf(one -> one.quote().isEmpty());
    reading.why().map(Evidence::of).ifPresent(evidence::add);
    if (trace.source().record().isEmpty()) {
      return evidence;
    }
    evidence.add(Evidence.of(trace.source(), reading.stage().map(Stage::id).orElse("")));
    return evidence;
  }

  /// The questions and answers, in words; the whole of them is in the archived trace.
  private static Evidence dns(Source source, List<DnsQuery> transcript) {
    var lines = transcript.stream().map(Ipv6Account::query).toList();
    return new Evidence(
        Evidence.Kind.DNS, "", source.record(), source.sha256(), String.join("\n", lines));
  }
}
