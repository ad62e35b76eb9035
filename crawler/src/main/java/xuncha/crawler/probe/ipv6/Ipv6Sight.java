package xuncha.crawler.probe.ipv6;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.manners.Waiting;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.IpLiteral;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolution;
import xuncha.crawler.names.Resolver;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Ipv6Trace.Control;
import xuncha.findings.visit.Ipv6Trace.Proof;

/// Proves that this machine has working IPv6, before anybody is judged and again whenever something
/// failed. One for a run: proofs are shared by all visits.
///
/// Nothing that failed is judged without a good proof that began after it: a vantage that breaks
/// thereby voids whatever was seen since the last good one.
public final class Ipv6Sight {
  /// Where these names stand for IPv6 addresses, a DNS64 makes them (RFC 7050).
  private static final String DNS64_WITNESS = "ipv4only.arpa";

  /// The IPv4 addresses of the witness, as they appear at the end of a translated one (RFC 7050
  /// §2.2).
  private static final Set<List<Byte>> WITNESS_ENDS =
      Set.of(
          List.of((byte) 192, (byte) 0, (byte) 0, (byte) 170),
          List.of((byte) 192, (byte) 0, (byte) 0, (byte) 171));

  private static final int PREFIX_BYTES = 12;
  private static final int ENOUGH = 2;

  private final NetworkProfile profile;
  private final Resolver resolver;
  private final AddressGuard guard;
  private final Ipv6Settings settings;
  private final InstantSource clock;
  private final Waiting waiting;
  private final ReentrantLock proving = new ReentrantLock();
  private volatile @Nullable Proof last; // none before the first

  /// Where the settings name no control target, the loopback interface is the proof.
  public Ipv6Sight(
      NetworkProfile profile,
      Resolver resolver,
      AddressGuard guard,
      Ipv6Settings settings,
      InstantSource clock) {
    this.profile = profile;
    this.resolver = resolver;
    this.guard = guard;
    this.settings = settings;
    this.clock = clock;
    this.waiting = Waiting.onTheThread(clock);
  }

  /// The last proof, or the first one made now.
  public Proof proof() {
    var known = last;
    return known == null ? proofSince(Instant.MIN) : known;
  }

  /// A proof that began at or after `moment`: the last, or a new one.
  public Proof proofSince(Instant moment) {
    proving.lock();
    try {
      var known = last;
      if (known != null && !known.at().isBefore(moment)) {
        return known;
      }
      if (known != null) {
        rest(known.at().plus(settings.proofGap()));
      }
      var fresh = prove();
      last = fresh;
      return fresh;
    } finally {
      proving.unlock();
    }
  }

  /// Whether an address is our own network's translation of an IPv4 address, made up by a DNS64
  /// with a prefix of its own. The well-known prefix is the guard's business.
  public boolean translated(InetAddress address) {
    return !settings.controls().isEmpty()
        && translationPrefixes().contains(prefix(address.getAddress()));
  }

  private Set<List<Byte>> translationPrefixes() {
    return resolver.resolve(DNS64_WITNESS, Family.IPV6) instanceof Resolution.Found found
        ? found.addresses().stream()
            .map(InetAddress::getAddress)
            .filter(bytes -> WITNESS_ENDS.contains(list(bytes).subList(PREFIX_BYTES, bytes.length)))
            .map(Ipv6Sight::prefix)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static List<Byte> prefix(byte[] bytes) {
    return bytes.length <= PREFIX_BYTES ? List.of() : list(bytes).subList(0, PREFIX_BYTES);
  }

  private static List<Byte> list(byte[] bytes) {
    return Stream.iterate(0, i -> i < bytes.length, i -> i + 1).map(i -> bytes[i]).toList();
  }

  private void rest(Instant until) {
    try {
      waiting.until(until);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Proof prove() {
    var at = clock.instant();
    if (settings.controls().isEmpty()) {
      var loopback = loopback();
      return new Proof(at, loopback.failure().isEmpty(), List.of(loopback));
    }
    var controls = allAtOnce();
    var reached = controls.stream().filter(one -> one.failure().isEmpty()).count();
    return new Proof(at, reached >= Math.min(ENOUGH, controls.size()), controls);
  }

  private List<Control> allAtOnce() {
    var tries = new ArrayList<Future<Control>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      settings.controls().forEach(one -> tries.add(threads.submit(() -> control(one))));
    } // close() waits for all
    return tries.stream().map(Future::resultNow).toList();
  }

  private Control control(String target) {
    var colon = target.lastIndexOf(':');
    var port = Integer.parseInt(target.substring(colon + 1));
    return switch (resolver.resolve(target.substring(0, colon), Family.IPV6)) {
      case Resolution.Failed failed -> new Control(target, "", Optional.of(failed.why()));
      case Resolution.Found found ->
          found.addresses().stream()
              .filter(guard::isIpv6Service)
              .findFirst()
              .map(address ->
                  new Control(
                      target,
                      IpLiteral.text(address),
                      connect(new InetSocketAddress(address, profile.port(port)))))
              .orElseGet(() ->
                  new Control(
                      target,
                      IpLiteral.text(found.addresses().getFirst()),
                      Optional.of(Failure.of(Failure.Kind.PRIVATE_ADDRESS))));
    };
  }

  /// A connection from `::1` to itself: the kernel speaks IPv6.
  private Control loopback() {
    var target = Control.LOOPBACK;
    try (var server = new ServerSocket()) {
      var self = Inet6Address.getByAddress(null, loopbackBytes(), -1);
      server.bind(new InetSocketAddress(self, 0));
      return new Control(
          target,
          IpLiteral.text(self),
          connect(new InetSocketAddress(self, server.getLocalPort())));
    } catch (IOException none) {
      return new Control(
          target, "::1", Optional.of(new Failure(Failure.Kind.NO_IPV6_HERE, message(none))));
    }
  }

  private static byte[] loopbackBytes() {
    var bytes = new byte[16];
    bytes[15] = 1;
    return bytes;
  }

  private Optional<Failure> connect(InetSocketAddress to) {
    try (var socket = new Socket()) {
      socket.connect(to, Math.toIntExact(settings.controlPatience().toMillis()));
      return Optional.empty();
    } catch (SocketTimeoutException late) {
      return Optional.of(Failure.of(Failure.Kind.CONNECT_TIMEOUT));
    } catch (ConnectException refused) {
      return Optional.of(new Failure(Failure.Kind.CONNECTION_REFUSED, message(refused)));
    } catch (IOException noWay) {
      return Optional.of(new Failure(Failure.Kind.NETWORK_UNREACHABLE, message(noWay)));
    }
  }

  private static String message(IOException thrown) {
    var message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message;
  }
}
