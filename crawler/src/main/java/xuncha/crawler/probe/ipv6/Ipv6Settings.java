package xuncha.crawler.probe.ipv6;

import java.time.Duration;
import java.util.List;
import xuncha.crawler.names.NetworkProfile;

/// How IPv6 is probed.
///
/// @param controls control targets, `host:port`, owned by different parties: reaching two of them
///   (or the only one) over IPv6 proves that this machine has it. Empty in a laboratory, where the
///   loopback interface is the proof
/// @param proofGap no two proofs begin closer together, so that controls are not bothered
/// @param controlPatience how long a control target may take to accept a connection
/// @param tries how often the home page is fetched over IPv6; every address at least once
/// @param addresses how many addresses of a host are tried at most
/// @param sample how many links are tried on each of the two levels below the home page
/// @param redirects how many redirects are followed
/// @param pageBytes how much of a page is read
public record Ipv6Settings(
    List<String> controls,
    Duration proofGap,
    Duration controlPatience,
    int tries,
    int addresses,
    int sample,
    int redirects,
    long pageBytes) {
  public Ipv6Settings {
    controls = List.copyOf(controls);
    for (var control : controls) {
      if (!control.matches("\\S+:[0-9]{1,5}")) {
        throw new IllegalArgumentException("ipv6.controls: host:port, not " + control);
      }
    }
    if (tries < 2 || addresses < 1 || sample < 0 || redirects < 0 || pageBytes < 1) {
      throw new IllegalArgumentException(
          "ipv6: tries at least 2, addresses and pageBytes at least 1, sample and redirects at"
              + " least 0");
    }
  }

  /// Five parties on three continents, each known to serve IPv6 for years: a university network,
  /// two Chinese and two American companies. 4 s for a connection is what Internet.nl gives.
  public static Ipv6Settings defaults() {
    return new Ipv6Settings(
        List.of(
            "www.tsinghua.edu.cn:443",
            "dns.alidns.com:443",
            "doh.pub:443",
            "www.apple.com:443",
            "one.one.one.one:443"),
        Duration.ofSeconds(5),
        Duration.ofSeconds(4),
        3,
        8,
        6,
        10,
        2_000_000);
  }

  /// These settings on that network: a profile with a resolver of its own is a laboratory, where no
  /// control target of the open network can be looked up; only those that an operator named count.
  public Ipv6Settings on(NetworkProfile profile) {
    return profile.dns().isPresent() && controls.equals(defaults().controls())
        ? laboratory()
        : this;
  }

  /// For a laboratory: no control targets, no waiting.
  public static Ipv6Settings laboratory() {
    var usual = defaults();
    return new Ipv6Settings(
        List.of(),
        Duration.ZERO,
        usual.controlPatience(),
        usual.tries(),
        usual.addresses(),
        usual.sample(),
        usual.redirects(),
        usual.pageBytes());
  }
}
