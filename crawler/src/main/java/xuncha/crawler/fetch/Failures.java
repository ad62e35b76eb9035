package xuncha.crawler.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import xuncha.crawler.fetch.Wire.Phase;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// The network's exceptions in our words, here and nowhere else. Types decide, not messages, for
/// the system writes those in the operator's language.
final class Failures {
  /// The visit was told to stop.
  static final Failure INTERRUPTED = new Failure(Kind.NOT_GATHERED, "interrupted");

  /// OkHttp takes 256 KiB of headers, as Chromium does; an answer cut off beyond this had too many.
  private static final long HEADER_BYTES = 256 * 1024;

  private static final Set<Kind> STRAIN =
      EnumSet.of(
          Kind.CONNECT_TIMEOUT,
          Kind.CONNECTION_RESET,
          Kind.RESPONSE_TIMEOUT,
          Kind.BODY_TRUNCATED,
          Kind.SERVER_ERROR);

  private static final Set<Kind> STALE = EnumSet.of(Kind.CONNECTION_RESET, Kind.NOT_HTTP);

  private Failures() {}

  /// Whether it looks as if the host has more to do than it can.
  static boolean strained(Failure why) {
    return STRAIN.contains(why.kind());
  }

  /// Whether it may come from a connection that was kept for too long.
  static boolean mayBeStale(Failure why) {
    return STALE.contains(why.kind());
  }

  static Failure of(IOException thrown, Wire wire, Limit limit) {
    if (Thread.currentThread().isInterrupted()) {
      return INTERRUPTED;
    }
    if (wire.timedOut()) {
      return timeout(wire, limit);
    }
    return telling(all(thrown).stream().map(one -> one(one, wire)).toList());
  }

  private static Failure timeout(Wire wire, Limit limit) {
    if (limit.visits()) {
      // Had the visit not ended, the answer might still have come.
      return new Failure(Kind.BUDGET, "the visit's time ended after " + limit);
    }
    var kind = wire.phase() == Phase.CONNECTING ? Kind.CONNECT_TIMEOUT : Kind.RESPONSE_TIMEOUT;
    return new Failure(kind, "not over after " + limit);
  }

  /// With several addresses each has its own fault: the first as thrown, the others suppressed in
  /// it.
  private static List<Throwable> all(IOException thrown) {
    var all = new ArrayList<Throwable>();
    all.add(thrown);
    all.addAll(List.of(thrown.getSuppressed()));
    return all;
  }

  /// What keeps us from trying an address says nothing of the site while another could be tried.
  private static Failure telling(List<Failure> failures) {
    return failures.stream()
        .filter(one -> one.kind() != Kind.NETWORK_UNREACHABLE && one.kind() != Kind.PRIVATE_ADDRESS)
        .findFirst()
        .orElse(failures.getFirst());
  }

  private static Failure one(Throwable thrown, Wire wire) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof Refusal refusal) {
        return refusal.why();
      }
      if (at instanceof CertificateFault fault) {
        return fault.why();
      }
    }
    return new Failure(kind(root(thrown), wire), detail(thrown));
  }

  private static Kind kind(Throwable root, Wire wire) {
    var phase = wire.phase();
    return switch (root) {
      case SSLPeerUnverifiedException _ -> Kind.TLS_CERTIFICATE; // for another name
      case SocketTimeoutException _ ->
          phase == Phase.CONNECTING ? Kind.CONNECT_TIMEOUT : Kind.RESPONSE_TIMEOUT;
      // Sent by a router or firewall in front of the host, or by our own for want of an answer.
      case NoRouteToHostException _ -> Kind.CONNECTION_REFUSED;
      case ConnectException _ -> Kind.CONNECTION_REFUSED;
      case ProtocolException _ -> phase == Phase.BODY ? framing(root) : Kind.NOT_HTTP;
      case EOFException _ when phase == Phase.BODY -> Kind.BODY_TRUNCATED;
      case SSLException _ when phase != Phase.BODY -> Kind.TLS_HANDSHAKE;
      default -> broken(phase, wire);
    };
  }

  private static boolean tooMuch(Wire wire) {
    return wire.received() >= HEADER_BYTES;
  }

  /// OkHttp has one exception for both: a body that ends before its announced length or its last
  /// chunk, which may be a passing fault, and chunks that are none.
  private static Kind framing(Throwable root) {
    return root.getMessage() != null && root.getMessage().startsWith("unexpected end of stream")
        ? Kind.BODY_TRUNCATED
        : Kind.BODY_UNDECODABLE;
  }

  private static Kind broken(Phase phase, Wire wire) {
    return switch (phase) {
      // Nothing was sent yet: it is our own network that has no way there.
      case CONNECTING -> Kind.NETWORK_UNREACHABLE;
      // Closed or reset amid the handshake: a middlebox does so for a name that it does not like.
      case SECURING -> Kind.TLS_HANDSHAKE;
      case WAITING -> wire.babble() || tooMuch(wire) ? Kind.NOT_HTTP : Kind.CONNECTION_RESET;
      case BODY -> Kind.CONNECTION_RESET;
    };
  }

  /// The innermost cause that says something: end of stream inside a TLS or HTTP exception is but
  /// the way in which that was noticed.
  private static Throwable root(Throwable thrown) {
    var cause = thrown.getCause();
    if (cause == null || thrown instanceof SocketTimeoutException) {
      return thrown; // beneath a time-out lies but the socket that was closed for it
    }
    var tells =
        cause instanceof SocketException
            || cause instanceof SocketTimeoutException
            || cause instanceof EOFException;
    return thrown instanceof SSLException && !tells ? thrown : root(cause);
  }

  private static String detail(Throwable thrown) {
    var message = root(thrown).getMessage();
    return message == null ? root(thrown).getClass().getSimpleName() : message;
  }
}
