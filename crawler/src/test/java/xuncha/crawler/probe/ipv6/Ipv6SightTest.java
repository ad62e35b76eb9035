package xuncha.crawler.probe.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.IpLiteral;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Ipv6Trace.Control;
import xuncha.lab.dns.DnsBook;
import xuncha.lab.dns.DnsServer;
import xuncha.lab.ipv6.Ground;
import xuncha.lab.ipv6.Ipv6Lab;
import xuncha.lab.ipv6.Scenario;

/// Nobody is judged by a machine that cannot see.
class Ipv6SightTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final DnsBook book = new DnsBook();
  private final DnsServer dns = DnsServer.start(book);
  private final List<ServerSocket> parties = new ArrayList<>();

  @BeforeEach
  void openThreeParties() throws IOException {
    for (var party : List.of("one.test", "two.test", "three.test")) {
      book.host(party, "::1");
      parties.add(new ServerSocket(0, 50, IpLiteral.parse("::1").orElseThrow()));
    }
  }

  @AfterEach
  void close() throws IOException {
    dns.close();
    for (var party : parties) {
      party.close();
    }
  }

  @ParameterizedTest(name = "{0} of three parties gone: {1}")
  @CsvSource({"0,true", "1,true", "2,false", "3,false"})
  void takesTwoPartiesForAProof(int gone, boolean works) throws IOException {
    for (var party : parties.subList(0, gone)) {
      party.close();
    }
    var proof = sight(Duration.ZERO).proof();
    assertThat(proof.works()).isEqualTo(works);
    assertThat(proof.controls()).hasSize(3);
    assertThat(proof.controls().stream().flatMap(one -> one.failure().stream()))
        .hasSize(gone)
        .extracting(Failure::kind)
        .allMatch(kind -> kind == Failure.Kind.CONNECTION_REFUSED);
  }

  @Test
  void sharesAProofUntilALaterOneIsAskedFor() {
    var sight = sight(Duration.ZERO);
    var first = sight.proof();
    assertThat(sight.proof()).isSameAs(first);
    assertThat(sight.proofSince(first.at())).isSameAs(first);
    assertThat(sight.proofSince(Instant.now()).at()).isAfter(first.at());
  }

  @Test
  void isProvenByTheMachineItselfWhereThereAreNoParties() {
    var proof =
        new Ipv6Sight(
                NetworkProfile.system(),
                resolver(),
                new AddressGuard(profile()),
                Ipv6Settings.laboratory(),
                InstantSource.system())
            .proof();
    assertThat(proof.controls()).extracting(Control::loopback).containsExactly(true);
  }

  @Test
  void looksNoFurtherThanDnsWithoutSight() throws IOException {
    for (var party : parties) {
      party.close();
    }
    try (var lab = Ipv6Lab.start(Ground.LOOPBACK, folder.resolve("ca.pem"))) {
      var sound = trace(lab, "healthy");
      assertThat(sound.sight().holds()).isFalse();
      assertThat(sound.tries()).isEmpty();
      assertThat(trace(lab, "no-aaaa").home().fault()).isPresent();
    }
  }

  @Test
  void voidsWhatFailedWhenSightIsLostMeanwhile() throws IOException {
    try (var lab = Ipv6Lab.start(Ground.LOOPBACK, folder.resolve("ca.pem"));
        var probing = probing(lab)) {
      assertThat(probing.sight.proof().works()).isTrue();
      for (var party : parties) {
        party.close();
      }
      var trace = probing.trace(scenario(lab, "refused").url());
      assertThat(trace.sight().before().works()).isTrue();
      assertThat(trace.sight().holds()).isFalse();
      assertThat(probing.trace(scenario(lab, "healthy").url()).tries()).isEmpty();
    }
  }

  private xuncha.findings.visit.Ipv6Trace trace(Ipv6Lab lab, String name) {
    try (var probing = probing(lab)) {
      return probing.trace(scenario(lab, name).url());
    }
  }

  private Probing probing(Ipv6Lab lab) {
    for (var party : List.of("one.test", "two.test", "three.test")) {
      lab.book().host(party, "::1");
    }
    var profile = Probing.profile(lab, Ground.LOOPBACK, folder.resolve("ca.pem"));
    return new Probing(profile, settings(Duration.ZERO), PATIENCE);
  }

  private static Scenario scenario(Ipv6Lab lab, String name) {
    return lab.scenarios().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Ipv6Sight sight(Duration gap) {
    return new Ipv6Sight(
        profile(), resolver(), new AddressGuard(profile()), settings(gap), InstantSource.system());
  }

  private Ipv6Settings settings(Duration gap) {
    var usual = Ipv6Settings.laboratory();
    return new Ipv6Settings(
        List.of(
            "one.test:" + parties.get(0).getLocalPort(),
            "two.test:" + parties.get(1).getLocalPort(),
            "three.test:" + parties.get(2).getLocalPort()),
        gap,
        PATIENCE,
        usual.tries(),
        usual.addresses(),
        usual.sample(),
        usual.redirects(),
        usual.pageBytes());
  }

  private Resolver resolver() {
    return new Resolver(profile(), InstantSource.system());
  }

  private NetworkProfile profile() {
    return new NetworkProfile(Optional.of(dns.address()), Map.of(), true, Optional.empty());
  }
}
