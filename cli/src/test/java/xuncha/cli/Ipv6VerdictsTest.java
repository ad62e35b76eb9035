package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.checks.Examiner;
import xuncha.checks.reach.Ipv6Account;
import xuncha.crawler.Gatherer.Scope;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Delegations;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolution;
import xuncha.crawler.names.Resolver;
import xuncha.crawler.names.ResolverSettings;
import xuncha.crawler.probe.ipv6.Ipv6Probe;
import xuncha.crawler.probe.ipv6.Ipv6Settings;
import xuncha.crawler.probe.ipv6.Ipv6Sight;
import xuncha.crawler.read.PageReader;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;
import xuncha.lab.ipv6.Ground;
import xuncha.lab.ipv6.Ipv6Lab;
import xuncha.lab.ipv6.Scenario;

/// From the socket to the verdict, for every IPv6 fault of the laboratory; and what two usual rules
/// would have said, as the crawler's README has it. `-Dxuncha.golden=write` writes that table.
class Ipv6VerdictsTest {
  private static final String BEGIN = "<!-- ipv6 verdicts -->";
  private static final String END = "<!-- end of ipv6 verdicts -->";
  private static final Edition EDITION = Editions.shipped("cn-2019");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int AT_ONCE = 8;

  private static final Scope EVERYTHING =
      new Scope() {
        @Override
        public Optional<Exchange.Answered> home() {
          return Optional.empty();
        }

        @Override
        public boolean sameBody(String url) {
          return true;
        }

        @Override
        public boolean mayAsk(String url) {
          return true;
        }
      };

  @TempDir private static Path folder;
  private static final Map<Scenario, Seen> SEEN = new LinkedHashMap<>();

  /// What three ways of looking say of one site.
  private record Seen(Ipv6Trace trace, Outcome ours, boolean hasAaaa, boolean opens) {}

  @BeforeAll
  static void lookInThreeWays() {
    var trust = folder.resolve("ca.pem");
    try (var lab = Ipv6Lab.start(Ground.LOOPBACK, trust)) {
      var profile =
          new NetworkProfile(Optional.of(lab.resolver()), Map.of(), true, Optional.of(trust));
      for (var mute : List.of(false, true)) {
        var scenarios = lab.scenarios().stream().filter(one -> one.mute() == mute).toList();
        look(scenarios, profile, Duration.ofSeconds(mute ? 2 : 20));
      }
    }
  }

  private static void look(List<Scenario> scenarios, NetworkProfile profile, Duration patience) {
    var guard = new AddressGuard(profile);
    var resolver = new Resolver(profile, CLOCK, new ResolverSettings(List.of(patience, patience)));
    var limits = new FetchSettings("test", patience, patience, patience.multipliedBy(2), 1000, 100);
    var settings = Ipv6Settings.laboratory();
    var gate = new HostGate(Pace.undelayed(), CLOCK);
    try (var fetcher = new Fetcher(profile, resolver, guard, limits, gate, CLOCK)) {
      var probe =
          new Ipv6Probe(
              fetcher,
              resolver,
              guard,
              new Delegations(resolver, guard, profile, patience, CLOCK),
              new Ipv6Sight(profile, resolver, guard, settings, CLOCK),
              new PageReader(EDITION.lexicon()),
              settings,
              CLOCK);
      var under = new LinkedHashMap<Scenario, Future<Seen>>();
      try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
        scenarios.forEach(
            one -> under.put(one, threads.submit(() -> seen(one, probe, resolver, fetcher))));
      }
      under.forEach((scenario, seen) -> SEEN.put(scenario, seen.resultNow()));
    }
  }

  private static Seen seen(Scenario scenario, Ipv6Probe probe, Resolver resolver, Fetcher fetcher) {
    var site = Site.at(scenario.url());
    var gathered = probe.gather(site, EVERYTHING);
    var now = CLOCK.instant();
    var visit =
        new Visit(
            site, now, now, new Vantage("test", false, true), Map.of(Ipv6Trace.class, gathered));
    var judged = new Examiner().only(Set.of("ipv6")).examine(visit, EDITION).getFirst();
    // any answer is yes, any error is no
    var hasAaaa = resolver.resolve(site.host(), Family.IPV6) instanceof Resolution.Found;
    // whichever family answers
    var ask = Ask.page(scenario.url(), Ask.Why.LINK, 1_000_000);
    var opens = Trip.of(fetcher, ask, 10).failure().isEmpty();
    return new Seen(gathered.found().orElseThrow(), judged.outcome(), hasAaaa, opens);
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsTrue() {
    return SEEN.entrySet().stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.getKey().name() + ": " + one.getKey().planted(),
                () -> {
                  var outcome = one.getValue().ours();
                  assertThat(Verdict.of(outcome).id() + " " + stage(outcome))
                      .as(() -> String.join("\n", Ipv6Account.of(one.getValue().trace())))
                      .isEqualTo(one.getKey().verdict() + " " + one.getKey().stage());
                }));
  }

  @Test
  void theReadmesTableIsWhatWasSeen() throws IOException {
    var readme = Path.of("..", "crawler", "README.md");
    var text = Files.readString(readme);
    assertThat(text).contains(BEGIN).contains(END);
    var from = text.indexOf(BEGIN) + BEGIN.length();
    var until = text.indexOf(END);
    if ("write".equals(System.getProperty("xuncha.golden"))) {
      Files.writeString(readme, text.substring(0, from) + "\n" + table() + text.substring(until));
      return;
    }
    assertThat(text.substring(from, until).strip()).isEqualTo(table().strip());
  }

  private static String table() {
    var lines = new ArrayList<String>();
    lines.add("| scenario | planted | ours | \"has an AAAA\" | Happy Eyeballs |");
    lines.add("| --- | --- | --- | --- | --- |");
    SEEN.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Scenario::name)))
        .forEach(one -> lines.add(line(one.getKey(), one.getValue())));
    return String.join("\n", lines) + "\n";
  }

  private static String line(Scenario scenario, Seen seen) {
    var stage = stage(seen.ours());
    return "| %s | %s | %s%s | %s | %s |"
        .formatted(
            scenario.name(),
            scenario.planted(),
            Verdict.of(seen.ours()).id(),
            stage.isEmpty() ? "" : " at " + stage,
            seen.hasAaaa() ? "pass" : "fail",
            seen.opens() ? "pass" : "fail");
  }

  private static String stage(Outcome outcome) {
    var stage = outcome.measured().values().get("stage");
    return stage == null ? "" : stage.toString();
  }
}
