package xuncha.checks.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xuncha.checks.Scene;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Address;
import xuncha.findings.visit.Ipv6Trace.Control;
import xuncha.findings.visit.Ipv6Trace.Depth;
import xuncha.findings.visit.Ipv6Trace.DepthHost;
import xuncha.findings.visit.Ipv6Trace.Hop;
import xuncha.findings.visit.Ipv6Trace.Landing;
import xuncha.findings.visit.Ipv6Trace.Lookup;
import xuncha.findings.visit.Ipv6Trace.Proof;
import xuncha.findings.visit.Ipv6Trace.Sight;
import xuncha.findings.visit.Ipv6Trace.Stage;
import xuncha.findings.visit.Ipv6Trace.Try;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.Source;

/// What a trace comes to. The same over real sockets is a test of the command line's.
class Ipv6Test {
  private static final String HOME = "http://www.example.gov.cn/";
  private static final String SIX = "2408:8000:0:0:0:0:0:1";

  private final Ipv6 check = new Ipv6();

  @ParameterizedTest(name = "{0}")
  @EnumSource(DnsFault.class)
  void accusesNobodyForWhatDnsDidNotSay(DnsFault fault) {
    var outcome = judged(trace(lookup(fault), seeing(), List.of(), Optional.empty()));
    assertThat(Verdict.of(outcome))
        .isEqualTo(fault.answered() ? Verdict.FAIL : Verdict.INCONCLUSIVE);
    assertThat(outcome.measured().values().get("aaaa")).isEqualTo(fault.answered() ? false : null);
    assertThat(outcome.measured().values().get("stage")).isEqualTo(fault.answered() ? "dns" : null);
  }

  @Test
  void failsAMissingRecordEvenWithoutSightAndNothingElse() {
    var blind = new Sight(proof(false), Optional.empty());
    var missing = trace(lookup(DnsFault.NO_RECORD), blind, List.of(), Optional.empty());
    assertThat(Verdict.of(judged(missing))).isEqualTo(Verdict.FAIL);
    var there = judged(trace(lookup(), blind, List.of(), Optional.empty()));
    assertThat(((Outcome.Inconclusive) there).cause().kind()).isEqualTo(Kind.NO_IPV6_HERE);
  }

  @Test
  void voidsAFailureThatNoGoodProofFollows() {
    var lost = new Sight(proof(true), Optional.of(proof(false)));
    var outcome =
        judged(trace(lookup(), lost, refused(2, Kind.CONNECTION_REFUSED), Optional.of(four(true))));
    assertThat(((Outcome.Inconclusive) outcome).cause().kind()).isEqualTo(Kind.NO_IPV6_HERE);
  }

  @ParameterizedTest(name = "{0}, {1} times, over IPv4 {2} → {3}")
  @CsvSource({
    "CONNECTION_REFUSED,2,opens,FAIL",
    "CONNECTION_REFUSED,1,opens,INCONCLUSIVE",
    "CONNECTION_REFUSED,2,fails,INCONCLUSIVE",
    "CONNECTION_REFUSED,2,unasked,INCONCLUSIVE",
    "CONNECTION_REFUSED,2,none,FAIL",
    "CONNECT_TIMEOUT,2,opens,FAIL",
    "RESPONSE_TIMEOUT,2,opens,FAIL",
    "RESPONSE_TIMEOUT,2,fails,INCONCLUSIVE",
    "TLS_CERTIFICATE,1,fails,FAIL",
    "SERVER_ERROR,1,opens,FAIL",
    "UNAVAILABLE,2,fails,INCONCLUSIVE",
    "BLOCKED,2,opens,INCONCLUSIVE",
    "BUDGET,2,opens,INCONCLUSIVE",
    "NETWORK_UNREACHABLE,2,opens,INCONCLUSIVE",
    "RESOLVER_FAILED,2,opens,INCONCLUSIVE"
  })
  void blamesTheSiteOnlyWithAWitness(Kind kind, int times, String over4, Verdict expected) {
    var lookup = over4.equals("none") ? withoutIpv4() : lookup();
    var four =
        over4.equals("opens") || over4.equals("fails")
            ? Optional.of(four(over4.equals("opens")))
            : Optional.<Try>empty();
    var outcome = judged(trace(lookup, seeing(), refused(times, kind), four));
    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} over IPv6, {1} over IPv4, likeness {2} → {3}")
  @CsvSource({
    "CONTENT,CONTENT,0.97,PASS",
    "CONTENT,CONTENT,0.65,INCONCLUSIVE",
    "CONTENT,CONTENT,0.10,FAIL",
    "DEFAULT_PAGE,CONTENT,0.10,FAIL",
    "DEFAULT_PAGE,DEFAULT_PAGE,1.00,FAIL",
    "UNCLEAR,CONTENT,0.10,FAIL",
    "UNCLEAR,UNCLEAR,1.00,INCONCLUSIVE",
    "SOFT_404,CONTENT,0.30,FAIL",
    "MAINTENANCE,CONTENT,0.10,FAIL",
    "MAINTENANCE,MAINTENANCE,1.00,INCONCLUSIVE",
    "CHALLENGE,CONTENT,0.10,INCONCLUSIVE",
    "CONTENT,CHALLENGE,0.10,PASS",
    "LOGIN_WALL,LOGIN_WALL,1.00,PASS",
    "EMPTY_SHELL,EMPTY_SHELL,1.00,PASS",
    "EMPTY_SHELL,CONTENT,0.00,FAIL"
  })
  void looksAtWhatThePageIs(PageState six, PageState four, double likeness, Verdict expected) {
    var outcome =
        judged(
            trace(
                lookup(),
                new Sight(proof(true), Optional.empty()),
                List.of(had(SIX, six, Optional.of(likeness))),
                Optional.of(had("45.11.0.1", four, Optional.empty()))));
    assertThat(Verdict.of(outcome)).isEqualTo(expected);
    assertThat(outcome.measured().values().get("connected")).isEqualTo(true);
  }

  @Test
  void tellsOfDeadAddressesBesideLiveOnesWithoutFailing() {
    var tries =
        List.of(
            stopped("2408:8000:0:0:0:0:0:2", Kind.CONNECT_TIMEOUT),
            had(SIX, PageState.CONTENT, Optional.of(1.0)));
    var outcome =
        judged(
            trace(
                lookup(),
                seeing(),
                tries,
                Optional.of(had("4", PageState.CONTENT, Optional.empty()))));
    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
    assertThat(outcome.measured().values().get("deadAddresses"))
        .isEqualTo(List.of("2408:8000:0:0:0:0:0:2"));
    assertThat(outcome.summary().zh()).contains("2408:8000:0:0:0:0:0:2");
    assertThat(((Outcome.Conclusive) outcome).needsReview()).isTrue();
  }

  @Test
  void keepsTheSevenItemsAndTimesButNotWhatCouldNotBeSeen() {
    var outcome =
        (Outcome.Conclusive)
            judged(
                trace(
                    lookup(),
                    seeing(),
                    List.of(had(SIX, PageState.CONTENT, Optional.of(0.9))),
                    Optional.of(had("4", PageState.CONTENT, Optional.empty()))));
    assertThat(outcome.observations())
        .extracting(Observation::name)
        .contains("aaaa", "home-reachable", "success", "likeness", "second-level", "connect-time")
        .doesNotContain("third-level", "delegation");
    assertThat(outcome.measured().values().get("secondLevel")).isEqualTo(0.75);
    assertThat(outcome.measured().values().get("thirdLevel")).isNull();
  }

  @Test
  void aPageThatCameWithinAMillisecondHasASpeedToo() {
    var atOnce = new Hop(HOME, SIX, 200, 0, 0, 0, 0, 4000, Optional.empty());
    var had = had(SIX, PageState.CONTENT, Optional.of(1.0));
    var tries =
        List.of(
            new Try(
                SIX,
                had.at(),
                List.of(atOnce),
                had.failure(),
                had.stopped(),
                had.page(),
                had.likeness()));
    assertThat(
            judged(
                    trace(
                        lookup(),
                        seeing(),
                        tries,
                        Optional.of(had("4", PageState.CONTENT, Optional.empty()))))
                .observations())
        .filteredOn(one -> one.name().equals("speed"))
        .extracting(Observation::value)
        .containsExactly(4_000_000.0);
  }

  @Test
  void citesTheDnsTranscriptAndTheArchivedTrace() {
    var archived = trace(lookup(DnsFault.NO_RECORD), seeing(), List.of(), Optional.empty());
    var finding = Scene.findings(judged(archived.archivedAs(Scene.SOURCE))).getFirst();
    assertThat(finding.threshold().values()).containsEntry("official", false); // no setting of it
    assertThat(finding.evidence())
        .filteredOn(one -> one.kind() == Evidence.Kind.DNS)
        .allSatisfy(dns -> {
          assertThat(dns.record()).isEqualTo(Scene.SOURCE.record());
          assertThat(dns.quote()).contains("www.example.gov.cn AAAA");
        })
        .hasSize(1);
    assertThat(Ipv6Account.of(archived)).anyMatch(line -> line.contains("AAAA：无"));
  }

  private Outcome judged(Ipv6Trace trace) {
    return Scene.visit().with(trace).judgedBy(check);
  }

  private static Ipv6Trace trace(Lookup lookup, Sight sight, List<Try> tries, Optional<Try> four) {
    var second =
        tries.isEmpty()
            ? Optional.<Depth>empty()
            : Optional.of(
                new Depth(
                    9,
                    List.of(
                        new DepthHost("a", 4, 2, 2, Optional.empty()),
                        new DepthHost("b", 4, 2, 1, Optional.empty()),
                        new DepthHost(
                            "c", 1, 0, 0, Optional.of(Failure.of(Kind.RESOLVER_FAILED))))));
    return new Ipv6Trace(
        HOME,
        sight,
        List.of(lookup),
        Optional.empty(),
        tries,
        four,
        second,
        Optional.empty(),
        Source.UNARCHIVED);
  }

  private static Lookup lookup() {
    return lookup(List.of(new Address(SIX, "global", true)), Optional.empty(), Optional.empty());
  }

  private static Lookup withoutIpv4() {
    return lookup(
        List.of(new Address(SIX, "global", true)),
        Optional.empty(),
        Optional.of(DnsFault.NO_RECORD));
  }

  private static Lookup lookup(DnsFault fault) {
    return lookup(List.of(), Optional.of(fault), Optional.empty());
  }

  private static Lookup lookup(
      List<Address> addresses, Optional<DnsFault> fault, Optional<DnsFault> fault4) {
    var query =
        new xuncha.findings.visit.DnsQuery(
            Instant.EPOCH,
            "127.0.0.1:53",
            xuncha.findings.visit.DnsQuery.Transport.UDP,
            "www.example.gov.cn",
            "AAAA",
            3,
            "NOERROR",
            List.of("qr", "ra"),
            List.of(),
            List.of(),
            List.of());
    return new Lookup(
        "www.example.gov.cn",
        addresses,
        fault,
        fault4.isPresent() ? List.of() : List.of("45.11.0.1"),
        fault4,
        List.of(),
        3,
        List.of(query));
  }

  private static Sight seeing() {
    return new Sight(proof(true), Optional.of(proof(true)));
  }

  private static Proof proof(boolean works) {
    return new Proof(
        Instant.EPOCH, works, List.of(new Control("one.test:443", "2408::1", Optional.empty())));
  }

  private static List<Try> refused(int times, Kind kind) {
    return IntStream.range(0, times).mapToObj(i -> stopped(SIX, kind)).toList();
  }

  private static Try stopped(String address, Kind kind) {
    var why = Failure.of(kind);
    return new Try(
        address,
        Instant.EPOCH,
        List.of(new Hop(HOME, "", 0, -1, -1, -1, 5, 0, Optional.of(why))),
        Optional.of(why),
        Optional.of(Stage.CONNECT),
        Optional.empty(),
        Optional.empty());
  }

  private static Try four(boolean opens) {
    return opens
        ? had("45.11.0.1", PageState.CONTENT, Optional.empty())
        : stopped("45.11.0.1", Kind.CONNECT_TIMEOUT);
  }

  private static Try had(String address, PageState state, Optional<Double> likeness) {
    return new Try(
        address,
        Instant.EPOCH,
        List.of(new Hop(HOME, address, 200, 3, 0, 9, 20, 4000, Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Landing(HOME, state, "某县人民政府", 900)),
        likeness);
  }
}
