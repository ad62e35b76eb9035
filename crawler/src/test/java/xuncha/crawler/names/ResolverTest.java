package xuncha.crawler.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Rcode;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery.Transport;
import xuncha.findings.visit.Failure;
import xuncha.lab.dns.DnsAsked;
import xuncha.lab.dns.DnsBook;
import xuncha.lab.dns.DnsManner;
import xuncha.lab.dns.DnsServer;

/// Over real sockets, against a server that misbehaves.
class ResolverTest {
  private static final ResolverSettings HASTY =
      new ResolverSettings(List.of(Duration.ofMillis(150), Duration.ofMillis(150)));

  /// For servers that do answer: a loaded machine must not turn that into a time-out.
  private static final ResolverSettings PATIENT =
      new ResolverSettings(List.of(Duration.ofSeconds(10), Duration.ofSeconds(10)));

  private final DnsBook book = new DnsBook();
  private final DnsServer server = DnsServer.start(book);
  private final Resolver resolver = asking(PATIENT, server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void findsTheAddressesOfAHostInTheFamilyAskedFor() {
    book.host("www.example.gov.cn", "192.0.2.1", "2001:db8::1", "2001:db8::2", "2001:db8::1");
    assertThat(addresses(resolver.resolve("www.example.gov.cn", Family.IPV6)))
        .containsExactly("2001:db8:0:0:0:0:0:1", "2001:db8:0:0:0:0:0:2");
    assertThat(addresses(resolver.resolve("WWW.Example.gov.cn.", Family.IPV4)))
        .containsExactly("192.0.2.1");
  }

  @Test
  void keepsAMappedAddressForWhatItIs() {
    book.host("mapped.gov.cn", "::ffff:192.0.2.1");
    var found = (Resolution.Found) resolver.resolve("mapped.gov.cn", Family.IPV6);
    assertThat(found.addresses()).hasSize(1);
    assertThat(AddressKind.of(found.addresses().getFirst())).isEqualTo(AddressKind.MAPPED);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new DnsManner.Code(Rcode.NXDOMAIN, 9), DnsFault.NXDOMAIN),
        Arguments.of(new DnsManner.Code(Rcode.NOERROR, 9), DnsFault.NO_RECORD),
        Arguments.of(new DnsManner.Code(Rcode.SERVFAIL, 9), DnsFault.SERVFAIL),
        Arguments.of(new DnsManner.Code(Rcode.REFUSED, 9), DnsFault.REFUSED),
        Arguments.of(new DnsManner.Code(Rcode.NOTIMP, 9), DnsFault.OTHER_ERROR),
        Arguments.of(new DnsManner.Lame(), DnsFault.LAME),
        Arguments.of(new DnsManner.Garbage(), DnsFault.MALFORMED),
        Arguments.of(new DnsManner.CutAndNoTcp(), DnsFault.TRUNCATED));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource("faults")
  void tellsFaultsApart(DnsManner manner, DnsFault fault) {
    book.host("faulty.gov.cn", "2001:db8::1").treat("faulty.gov.cn", manner);
    assertThat(fault(resolver.resolve("faulty.gov.cn", Family.IPV6))).isEqualTo(fault);
  }

  @Test
  void givesUpOnAServerThatNeverAnswersOrAnswersOnlyWithWrongIds() {
    book.host("mute.gov.cn", "2001:db8::1").treat("mute.gov.cn", new DnsManner.Mute());
    book.host("wrong.gov.cn", "2001:db8::1").treat("wrong.gov.cn", new DnsManner.WrongId());
    var hasty = asking(HASTY, server.address());
    assertThat(fault(hasty.resolve("mute.gov.cn", Family.IPV6))).isEqualTo(DnsFault.TIMEOUT);
    var wrong = (Resolution.Failed) hasty.resolve("wrong.gov.cn", Family.IPV6);
    assertThat(wrong.fault()).isEqualTo(DnsFault.TIMEOUT);
    assertThat(wrong.transcript().getFirst().notes())
        .containsExactly("ignored: an answer with a wrong id");
  }

  @Test
  void onlyWhatTheServerAnswersIsTheSitesDoing() {
    for (var fault : DnsFault.values()) {
      var blame = Failure.of(fault.kind()).blame();
      assertThat(blame == Failure.Blame.SITE)
          .as(fault.id())
          .isEqualTo(fault.answered() || fault == DnsFault.BAD_NAME);
    }
  }

  @Test
  void asksAgainByTcpWhenTheAnswerIsCut() {
    book.host("long.gov.cn", "2001:db8::1").treat("long.gov.cn", new DnsManner.OnlyOverTcp());
    var found = resolver.resolve("long.gov.cn", Family.IPV6);
    assertThat(addresses(found)).hasSize(1);
    assertThat(found.transcript())
        .extracting(query -> query.transport() + " " + query.status())
        .containsExactly("UDP TRUNCATED", "TCP NOERROR");
    assertThat(found.transcript()).extracting(q -> q.transport()).contains(Transport.TCP);
  }

  @Test
  void isNotFooledByAForgedAnswer() {
    book.host("forged.gov.cn", "2001:db8::1").treat("forged.gov.cn", new DnsManner.Forged());
    assertThat(addresses(resolver.resolve("forged.gov.cn", Family.IPV6))).hasSize(1);
  }

  @Test
  void takesAnAnswerInCapitalsAndNotesIt() {
    book.alias("www.loud.gov.cn", "loud.gov.cn").host("loud.gov.cn", "2001:db8::1");
    book.treat("www.loud.gov.cn", new DnsManner.Capitals());
    var found = resolver.resolve("www.loud.gov.cn", Family.IPV6);
    assertThat(addresses(found)).hasSize(1);
    assertThat(found.transcript().getFirst().notes())
        .containsExactly("name echoed in another case: WWW.LOUD.GOV.CN.");
  }

  @Test
  void asksWithoutExtensionsWhomTheyConfuse() {
    book.host("old.gov.cn", "2001:db8::1").treat("old.gov.cn", new DnsManner.Antique());
    assertThat(addresses(resolver.resolve("old.gov.cn", Family.IPV6))).hasSize(1);
  }

  @Test
  void asksTwiceBeforeAFaultIsBelieved() {
    book.host("shaky.gov.cn", "2001:db8::1")
        .treat("shaky.gov.cn", new DnsManner.Code(Rcode.SERVFAIL, 1));
    assertThat(addresses(resolver.resolve("shaky.gov.cn", Family.IPV6))).hasSize(1);
  }

  @ParameterizedTest(name = "one alias at a time: {0}")
  @CsvSource({"false", "true"})
  void followsAliasesToTheirEnd(boolean oneAtATime) {
    for (var i = 0; i < 8; i++) {
      book.alias("c" + i + ".gov.cn", "c" + (i + 1) + ".gov.cn");
      if (oneAtATime) {
        book.treat("c" + i + ".gov.cn", new DnsManner.OneAliasAtATime());
      }
    }
    book.host("c8.gov.cn", "2001:db8::1");
    var found = resolver.resolve("c0.gov.cn", Family.IPV6);
    assertThat(addresses(found)).hasSize(1);
    assertThat(found.aliases()).hasSize(8).endsWith("c8.gov.cn");
  }

  @ParameterizedTest(name = "one alias at a time: {0}")
  @CsvSource({"false", "true"})
  void seesThatAliasesLoop(boolean oneAtATime) {
    book.alias("a.gov.cn", "b.gov.cn").alias("b.gov.cn", "a.gov.cn");
    if (oneAtATime) {
      book.treat("a.gov.cn", new DnsManner.OneAliasAtATime());
      book.treat("b.gov.cn", new DnsManner.OneAliasAtATime());
    }
    assertThat(fault(resolver.resolve("a.gov.cn", Family.IPV6))).isEqualTo(DnsFault.CNAME_LOOP);
  }

  @Test
  void doesNotFollowAliasesForever() {
    book.others(name -> List.of());
    for (var i = 0; i < 40; i++) {
      book.alias("d" + i + ".gov.cn", "d" + (i + 1) + ".gov.cn");
    }
    book.host("d40.gov.cn", "2001:db8::1");
    assertThat(fault(resolver.resolve("d0.gov.cn", Family.IPV6)))
        .isEqualTo(DnsFault.CNAME_TOO_LONG);
  }

  @ParameterizedTest(name = "alias to {0} → {1}")
  @CsvSource({"nothing.gov.cn,NXDOMAIN", "v4only.gov.cn,NO_RECORD"})
  void tellsWhatIsMissingAtTheEndOfAnAlias(String target, DnsFault fault) {
    book.alias("www.gov.cn", target).host("v4only.gov.cn", "192.0.2.1");
    var failed = (Resolution.Failed) resolver.resolve("www.gov.cn", Family.IPV6);
    assertThat(failed.fault()).isEqualTo(fault);
    assertThat(failed.aliases()).containsExactly(target);
  }

  @Test
  void asksEachHostOnceHoweverManyWantIt() throws Exception {
    book.host("busy.gov.cn", "192.0.2.1", "2001:db8::1").alias("www.busy.gov.cn", "busy.gov.cn");
    book.treat("busy.gov.cn", new DnsManner.Late(Duration.ofMillis(20)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 400)
              .<Callable<Resolution>>mapToObj(i ->
                  () -> resolver.resolve("busy.gov.cn", i % 2 == 0 ? Family.IPV4 : Family.IPV6))
              .toList();
      for (var done : threads.invokeAll(all)) {
        assertThat(addresses(done.get())).hasSize(1);
      }
    }
    assertThat(server.journal()).extracting(DnsAsked::type).containsExactlyInAnyOrder("A", "AAAA");
  }

  @Test
  void asksASecondResolverWhenTheFirstIsDeadAndPrefersItFromThenOn() {
    book.host("one.gov.cn", "2001:db8::1").host("two.gov.cn", "2001:db8::2");
    var nobody = closed();
    var both = asking(PATIENT, nobody, server.address());
    var first = both.resolve("one.gov.cn", Family.IPV6);
    assertThat(first.transcript())
        .extracting(q -> q.status())
        .containsExactly("UNREACHABLE", "NOERROR");
    assertThat(both.resolve("two.gov.cn", Family.IPV6).transcript()).hasSize(1);
  }

  @Test
  void believesADenialOnlyWhenTheSecondResolverAgrees() {
    book.host("known.gov.cn", "2001:db8::1");
    try (var ignorant = DnsServer.start(new DnsBook())) {
      var both = asking(PATIENT, ignorant.address(), server.address());
      assertThat(addresses(both.resolve("known.gov.cn", Family.IPV6))).hasSize(1);
      var unknown = both.resolve("unknown.gov.cn", Family.IPV6);
      assertThat(fault(unknown)).isEqualTo(DnsFault.NXDOMAIN);
      assertThat(unknown.transcript()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "denies {0}; asked before: {1} → {2}")
  @CsvSource({
    "lost.gov.cn,     nothing,      NXDOMAIN",
    "lost.gov.cn cn,  nothing,      DENIES_ALL",
    "lost.gov.cn cn,  known.gov.cn, NXDOMAIN",
    "lost.gov.cn cn,  gone.gov.cn,  NXDOMAIN"
  })
  void believesADenialOnlyOfAResolverThatFindsSomething(
      String denied, String before, DnsFault expected) {
    book.host("known.gov.cn", "2001:db8::1").alias("gone.gov.cn", "known.gov.cn");
    for (var name : denied.split(" ", -1)) {
      book.treat(name, new DnsManner.Code(Rcode.NXDOMAIN, 100));
    }
    if (!before.equals("nothing")) {
      assertThat(addresses(resolver.resolve(before, Family.IPV6))).hasSize(1);
    }

    assertThat(fault(resolver.resolve("lost.gov.cn", Family.IPV6))).isEqualTo(expected);
  }

  @Test
  void aDenialThatNamesItsZoneNeedsNoOtherProof() {
    book.treat("cn", new DnsManner.Code(Rcode.NXDOMAIN, 100));

    assertThat(fault(resolver.resolve("nobody.gov.cn", Family.IPV6))).isEqualTo(DnsFault.NXDOMAIN);
    assertThat(server.journal()).hasSize(1);
  }

  @Test
  void aNetworkWithARootOfItsOwnProvesNothing() {
    book.zone(".").treat("cn", new DnsManner.Code(Rcode.NXDOMAIN, 100));

    assertThat(fault(resolver.resolve("www.example.org", Family.IPV6)))
        .isEqualTo(DnsFault.DENIES_ALL);
  }

  @Test
  void whoeverTriesAgainAsksAnew() {
    for (var tries = 0; tries < 3; tries++) {
      assertThat(fault(resolver.resolve("nobody.gov.cn", Family.IPV6)))
          .isEqualTo(DnsFault.NXDOMAIN);
    }
    assertThat(server.journal()).hasSize(3);

    book.host("nobody.gov.cn", "2001:db8::1");
    assertThat(addresses(resolver.resolve("nobody.gov.cn", Family.IPV6))).hasSize(1);
  }

  @Test
  void asksForInternationalNamesInPunycode() {
    book.host("xn--zfr164b.xn--55qw42g", "2001:db8::1");
    var name = java.net.IDN.toUnicode("xn--zfr164b.xn--55qw42g");
    assertThat(addresses(resolver.resolve(name, Family.IPV6))).hasSize(1);
    assertThat(addresses(resolver.resolve(name.replace('.', '。'), Family.IPV6))).hasSize(1);
  }

  @Test
  void neverAsksAboutAddressesOrNonsense() {
    assertThat(addresses(resolver.resolve("[2001:db8::1]", Family.IPV6))).hasSize(1);
    assertThat(addresses(resolver.resolve("192.0.2.1", Family.IPV4))).containsExactly("192.0.2.1");
    assertThat(fault(resolver.resolve("192.0.2.1", Family.IPV6))).isEqualTo(DnsFault.NO_RECORD);
    for (var nonsense :
        List.of(
            "",
            ".",
            "a..b",
            "-a.cn",
            "a b.cn",
            "0x7f.1",
            "2130706433",
            "127.1",
            "x".repeat(64) + ".cn",
            "a.".repeat(127) + "cn",
            "xn--\uffff",
            "a/b",
            "[::1",
            "fe80::1%lo")) {
      assertThat(fault(resolver.resolve(nonsense, Family.IPV4)))
          .as(nonsense)
          .isEqualTo(DnsFault.BAD_NAME);
    }
    assertThat(server.journal()).isEmpty();
  }

  /// Nobody serves the discard port any more (RFC 863), and no system hands it out to others as it
  /// does with the port of a server just closed.
  private static InetSocketAddress closed() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
  }

  private static Resolver asking(ResolverSettings settings, InetSocketAddress... servers) {
    return new Resolver(List.of(servers), InstantSource.system(), settings);
  }

  private static List<String> addresses(Resolution resolution) {
    assertThat(resolution).isInstanceOf(Resolution.Found.class);
    return ((Resolution.Found) resolution)
        .addresses().stream().map(InetAddress::getHostAddress).toList();
  }

  private static DnsFault fault(Resolution resolution) {
    assertThat(resolution).isInstanceOf(Resolution.Failed.class);
    return ((Resolution.Failed) resolution).fault();
  }
}
