package xuncha.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.Dns;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.Resolution;
import xuncha.crawler.names.Resolver;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Where a host may be connected to: what the resolver knows, less what the guard refuses.
final class Names implements Dns {
  private final Resolver resolver;
  private final AddressGuard guard;
  private final List<Family> families;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Names(Resolver resolver, AddressGuard guard, List<Family> families) {
    this.resolver = resolver;
    this.guard = guard;
    this.families = List.copyOf(families);
  }

  /// Addresses, or why there are none.
  sealed interface Known {}

  /// At least one address, in the order to try.
  record Some(List<InetAddress> addresses) implements Known {}

  /// No address that may be connected to.
  record None(Failure why) implements Known {}

  /// What the host stands for; a name that has addresses is asked once, so nothing changes within a
  /// run. One that is denied may be tried again, and is then asked for anew.
  Known of(String host) {
    var remembered = known.get(host);
    if (remembered != null) {
      return remembered;
    }
    var fresh = ask(host);
    if (!isDenied(fresh)) {
      known.put(host, fresh);
    }
    return fresh;
  }

  private static boolean isDenied(Known fresh) {
    return fresh instanceof None(var why)
        && (why.kind() == Kind.NAME_UNRESOLVED || why.kind() == Kind.NAME_WITHOUT_ADDRESS);
  }

  private Known ask(String host) {
    var addresses = new ArrayList<InetAddress>();
    var faults = new ArrayList<Failure>();
    for (var family : families) {
      switch (resolver.resolve(host, family)) {
        case Resolution.Found(_, _, var found, _, _, _) -> sort(found, addresses, faults);
        case Resolution.Failed failed -> faults.add(failed.why());
      }
    }
    return addresses.isEmpty() ? new None(telling(faults)) : new Some(List.copyOf(addresses));
  }

  private void sort(List<InetAddress> found, List<InetAddress> allowed, List<Failure> faults) {
    for (var address : found) {
      var refusal = guard.refusal(address);
      refusal.ifPresentOrElse(faults::add, () -> allowed.add(address));
    }
  }

  /// A refused address is what the name stands for. Else what could not be looked up leaves open
  /// what it would have been, and so goes before a clear no of the other family.
  private static Failure telling(List<Failure> faults) {
    return Stream.of(Kind.PRIVATE_ADDRESS, Kind.RESOLVER_FAILED)
        .flatMap(kind -> faults.stream().filter(fault -> fault.kind() == kind))
        .findFirst()
        .orElse(faults.getFirst());
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    return switch (of(host)) {
      case Some(var addresses) -> addresses;
      case None(var why) -> {
        var unknown = new UnknownHostException(host);
        unknown.initCause(new Refusal(why));
        throw unknown;
      }
    };
  }
}
