package xuncha.findings.visit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody on an IPv6-only network gets from a site, step by step, with what IPv4 gives
/// beside it. Recorded, not judged.
///
/// @param url the home page's address as registered
/// @param sight whether this machine could see over IPv6 at all, before and after
/// @param lookups what DNS said of each host on the way, the home page's first
/// @param delegation who answers for the home host's zone; empty when it was not looked at
/// @param tries the home page over IPv6, to each address of its host, some more than once
/// @param over4 the same over IPv4; empty when nobody needed to know
/// @param second the links of the home page; empty when it was not read over IPv6
/// @param third the links of the pages that those lead to; likewise
/// @param source where this trace is archived
public record Ipv6Trace(
    String url,
    Sight sight,
    List<Lookup> lookups,
    Optional<Delegation> delegation,
    List<Try> tries,
    Optional<Try> over4,
    Optional<Depth> second,
    Optional<Depth> third,
    Source source)
    implements Keepable<Ipv6Trace> {
  public Ipv6Trace {
    lookups = List.copyOf(lookups);
    tries = List.copyOf(tries);
    if (lookups.isEmpty()) {
      throw new IllegalArgumentException("a trace begins with the home page's host: " + url);
    }
  }

  /// The step at which the way to a page ends.
  public enum Stage {
    DNS("域名解析"),
    ADDRESS("地址"),
    CONNECT("TCP 连接"),
    TLS("TLS 握手"),
    HTTP("HTTP 响应"),
    CONTENT("页面内容");

    private final String zh;

    Stage(String zh) {
      this.zh = zh;
    }

    /// The word used in JSON: `connect`.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String zh() {
      return zh;
    }
  }

  /// What DNS said of one host.
  ///
  /// @param host the host, in ASCII
  /// @param addresses its AAAA records, in the order of the answer
  /// @param fault why there are none; empty when there are some
  /// @param over4 its IPv4 addresses; empty too when nobody asked
  /// @param fault4 why there are none over IPv4; empty when there are some or nobody asked
  /// @param aliases the names on the way to the one that has the records
  /// @param tookMs how long the answer for AAAA took, milliseconds; 0 for an address literal
  /// @param transcript every query for AAAA
  public record Lookup(
      String host,
      List<Address> addresses,
      Optional<DnsFault> fault,
      List<String> over4,
      Optional<DnsFault> fault4,
      List<String> aliases,
      long tookMs,
      List<DnsQuery> transcript) {
    public Lookup {
      addresses = List.copyOf(addresses);
      over4 = List.copyOf(over4);
      aliases = List.copyOf(aliases);
      transcript = List.copyOf(transcript);
    }

    /// The addresses that bring people to the site over IPv6.
    public List<Address> service() {
      return addresses.stream().filter(Address::service).toList();
    }
  }

  /// One AAAA record.
  ///
  /// @param address as text
  /// @param kind what sort of address it is: `global`, `unique-local`, `mapped` …
  /// @param service whether it counts as IPv6 service
  public record Address(String address, String kind, boolean service) {}

  /// The servers of a zone.
  ///
  /// @param zone the zone; empty when it could not be found
  /// @param servers its name servers
  /// @param fault why they are not known
  /// @param transcript the queries that found the zone and its servers
  public record Delegation(
      String zone, List<NameServer> servers, Optional<DnsFault> fault, List<DnsQuery> transcript) {
    public Delegation {
      servers = List.copyOf(servers);
      transcript = List.copyOf(transcript);
    }

    /// The servers with an IPv6 address that counts.
    public List<NameServer> over6() {
      return servers.stream().filter(server -> !server.addresses().isEmpty()).toList();
    }
  }

  /// One name server.
  ///
  /// @param name its name
  /// @param addresses its IPv6 addresses that count as service
  /// @param fault why it has no AAAA; empty when it has one, of whatever kind
  /// @param answers whether it answered for the zone over IPv6; empty when it was not asked
  public record NameServer(
      String name, List<String> addresses, Optional<DnsFault> fault, Optional<Boolean> answers) {
    public NameServer {
      addresses = List.copyOf(addresses);
    }
  }

  /// One way to the home page, redirects included, staying in one family throughout.
  ///
  /// @param address the address of the home host that was used
  /// @param at when it began
  /// @param hops every request on the way
  /// @param failure why it did not end at a page; empty when it did
  /// @param stopped the stage at which it ended; empty when it did not stop
  /// @param page the page at its end
  /// @param likeness how much the page is like the one over IPv4, 0 to 1; empty when there was
  ///   nothing to compare
  public record Try(
      String address,
      Instant at,
      List<Hop> hops,
      Optional<Failure> failure,
      Optional<Stage> stopped,
      Optional<Landing> page,
      Optional<Double> likeness) {
    public Try {
      hops = List.copyOf(hops);
    }

    /// The status of the last answer, 0 when there was none.
    public int status() {
      return hops.isEmpty() ? 0 : hops.getLast().status();
    }
  }

  /// One request on the way. Times in milliseconds from the start of the step; -1 for steps that
  /// did not end or were not timed.
  ///
  /// @param url what was asked for
  /// @param address whom
  /// @param status the HTTP status, 0 without an answer
  /// @param connectMs until the TCP connection stood
  /// @param tlsMs for the TLS handshake; 0 for plain HTTP
  /// @param firstByteMs from the request sent to the head of the answer
  /// @param totalMs from the beginning to the last byte
  /// @param bytes length of the body
  /// @param failure why no whole answer came
  public record Hop(
      String url,
      String address,
      int status,
      long connectMs,
      long tlsMs,
      long firstByteMs,
      long totalMs,
      long bytes,
      Optional<Failure> failure) {}

  /// The page at the end of a way.
  ///
  /// @param url where it was found
  /// @param state what it really is
  /// @param title its title
  /// @param characters visible characters
  public record Landing(String url, PageFacts.PageState state, String title, int characters) {}

  /// The links of one level, and how many lead somewhere over IPv6.
  ///
  /// @param links how many links there are
  /// @param hosts the hosts they lead to
  public record Depth(int links, List<DepthHost> hosts) {
    public Depth {
      hosts = List.copyOf(hosts);
    }

    /// The share of links that can be reached over IPv6, 0 to 1. A host speaks for its links by its
    /// sample; hosts whose state could not be seen are left out above and below. Empty when nothing
    /// could be seen.
    public Optional<Double> share() {
      var seen = hosts.stream().filter(DepthHost::seen).toList();
      var all = seen.stream().mapToInt(DepthHost::links).sum();
      return all == 0
          ? Optional.empty()
          : Optional.of(seen.stream().mapToDouble(DepthHost::reachable).sum() / all);
    }
  }

  /// The links that lead to one host.
  ///
  /// @param host the host
  /// @param links how many lead there
  /// @param sampled how many of them were tried over IPv6 with a clear result
  /// @param reached how many of those were answered over IPv6
  /// @param failure why the first that failed did; for a host without AAAA, that
  public record DepthHost(
      String host, int links, int sampled, int reached, Optional<Failure> failure) {
    /// Whether anything can be said: a sample, or no IPv6 address at all.
    boolean seen() {
      return sampled > 0
          || failure
              .filter(why ->
                  why.kind() == Failure.Kind.NAME_WITHOUT_ADDRESS
                      || why.kind() == Failure.Kind.NAME_UNRESOLVED
                      || why.kind() == Failure.Kind.PRIVATE_ADDRESS)
              .isPresent();
    }

    double reachable() {
      return sampled == 0 ? 0 : (double) links * reached / sampled;
    }
  }

  /// Whether this machine could see.
  ///
  /// @param before the last proof before the site was looked at
  /// @param after a proof after something had failed; empty when nothing failed, for a page that
  ///   was had over IPv6 proves enough
  public record Sight(Proof before, Optional<Proof> after) {
    /// Whether IPv6 worked from here all the time, as far as can be known.
    public boolean holds() {
      return before.works() && after.map(Proof::works).orElse(true);
    }
  }

  /// One proof that this machine has working IPv6, or not.
  ///
  /// @param at when
  /// @param works whether enough control targets were reached
  /// @param controls what was tried
  public record Proof(Instant at, boolean works, List<Control> controls) {
    public Proof {
      controls = List.copyOf(controls);
    }
  }

  /// One control target.
  ///
  /// @param target `host:port`, or [#LOOPBACK]
  /// @param address the address tried, empty when there was none
  /// @param failure why it was not reached; empty when it was
  public record Control(String target, String address, Optional<Failure> failure) {
    /// The machine itself, where there is nobody else to try.
    public static final String LOOPBACK = "loopback";

    /// Whether it proves no more than that this machine speaks IPv6 to itself.
    public boolean loopback() {
      return target.equals(LOOPBACK);
    }
  }

  /// What DNS said of the home page's host.
  public Lookup home() {
    return lookups.getFirst();
  }

  @Override
  public Ipv6Trace archivedAs(Source record) {
    return new Ipv6Trace(url, sight, lookups, delegation, tries, over4, second, third, record);
  }
}
