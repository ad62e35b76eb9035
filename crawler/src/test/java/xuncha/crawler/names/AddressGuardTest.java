package xuncha.crawler.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are let through, and which count as IPv6 service.
class AddressGuardTest {
  private final AddressGuard open = new AddressGuard(NetworkProfile.system());
  private final AddressGuard laboratory =
      new AddressGuard(new NetworkProfile(Optional.empty(), Map.of(), true, Optional.empty()));

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          0.0.0.0,              UNSPECIFIED
          10.1.2.3,             PRIVATE
          100.64.0.1,           SHARED
          100.127.255.255,      SHARED
          100.128.0.0,          GLOBAL
          100.100.100.200,      METADATA
          127.0.0.1,            LOOPBACK
          169.254.1.1,          LINK_LOCAL
          169.254.169.254,      METADATA
          172.15.255.255,       GLOBAL
          172.16.0.1,           PRIVATE
          172.31.255.255,       PRIVATE
          172.32.0.0,           GLOBAL
          192.0.0.1,            RESERVED
          192.0.2.1,            DOCUMENTATION
          192.88.99.1,          SIX_TO_FOUR
          192.168.255.255,      PRIVATE
          198.17.255.255,       GLOBAL
          198.18.0.1,           BENCHMARKING
          198.51.100.9,         DOCUMENTATION
          203.0.113.9,          DOCUMENTATION
          223.255.255.255,      GLOBAL
          224.0.0.1,            MULTICAST
          240.0.0.1,            RESERVED
          255.255.255.255,      BROADCAST
          ::,                   UNSPECIFIED
          ::1,                  LOOPBACK
          ::2,                  COMPATIBLE
          ::127.0.0.1,          COMPATIBLE
          ::ffff:127.0.0.1,     MAPPED
          ::ffff:8.8.8.8,       MAPPED
          64:ff9b::8.8.8.8,     NAT64
          64:ff9b:1::8.8.8.8,   NAT64
          100::1,               DISCARD
          2001::1,              TEREDO
          2001:2::1,            BENCHMARKING
          2001:10::1,           ORCHID
          2001:20::1,           ORCHID
          2001:db8::1,          DOCUMENTATION
          2001:1ff::1,          RESERVED
          2001:200::1,          GLOBAL
          2002:0a00:0001::1,    SIX_TO_FOUR
          240e::1,              GLOBAL
          2408:8000::1,         GLOBAL
          3fff::1,              DOCUMENTATION
          3fff:1000::1,         GLOBAL
          4000::1,              RESERVED
          5f00::1,              RESERVED
          fc00::1,              UNIQUE_LOCAL
          fd12:3456::1,         UNIQUE_LOCAL
          fd00:ec2::254,        METADATA
          fd00:ec2::255,        UNIQUE_LOCAL
          fe80::1,              LINK_LOCAL
          fec0::1,              SITE_LOCAL
          ff02::1,              MULTICAST
          """)
  void knowsTheSpecialRanges(String address, AddressKind kind) {
    assertThat(AddressKind.of(parsed(address))).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "2408:8000::1", "64:ff9b::8.8.8.8"})
  void letsTheOpenInternetThrough(String address) {
    assertThat(open.refusal(parsed(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "::1",
        "::ffff:8.8.8.8",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::8.8.8.8",
        "2002:0808:0808::1",
        "fd00::1"
      })
  void refusesEverythingElse(String address) {
    assertThat(open.refusal(parsed(address))).isPresent();
    assertThat(open.isIpv6Service(parsed(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "ff02::1", "255.255.255.255"})
  void evenALaboratoryDoesNotConnectToNobody(String address) {
    assertThat(laboratory.refusal(parsed(address))).isPresent();
  }

  @ParameterizedTest(name = "{0} in a laboratory: {1}")
  @CsvSource({
    "::1,true",
    "2408:8000::1,true",
    "127.0.0.1,false",
    "::ffff:127.0.0.1,false",
    "fd00::1,false",
    "fe80::1,false",
    "2001:db8::1,false",
    "2002:7f00:1::,false",
    "64:ff9b::8.8.8.8,false"
  })
  void countsOnlyLoopbackBesidesInALaboratory(String address, boolean service) {
    assertThat(laboratory.refusal(parsed(address))).isEmpty();
    assertThat(laboratory.isIpv6Service(parsed(address))).isEqualTo(service);
  }

  @Test
  void neverTakesAnAddressThatTheJdkKnowsToBeSpecialForGlobal() throws Exception {
    var random = new Random(20);
    for (var i = 0; i < 200_000; i++) {
      var bytes = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(bytes);
      if (bytes.length == 16 && random.nextInt(4) > 0) {
        // mostly in the corners where the special ranges are
        bytes[0] = (byte) new int[] {0, 0x20, 0xfe, 0xff, 0xfd}[random.nextInt(5)];
        bytes[1] = (byte) new int[] {0, 1, 2, 0x80, 0xc0}[random.nextInt(5)];
      }
      var address = IpLiteral.of(bytes);
      var jdk = InetAddress.getByAddress(bytes);
      var special =
          jdk.isAnyLocalAddress()
              || jdk.isLoopbackAddress()
              || jdk.isLinkLocalAddress()
              || jdk.isSiteLocalAddress()
              || jdk.isMulticastAddress();
      assertThat(special && open.refusal(address).isEmpty()).as(address.toString()).isFalse();
      assertThat(open.isIpv6Service(address) && open.refusal(address).isPresent())
          .as("service that may not be connected to: " + address)
          .isFalse();
      assertThat(IpLiteral.parse(address.getHostAddress())).contains(address);
    }
  }

  private static InetAddress parsed(String address) {
    return IpLiteral.parse(address).orElseThrow();
  }
}
