package xuncha.checks.reach;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Landing;
import xuncha.findings.visit.Ipv6Trace.Stage;
import xuncha.findings.visit.Ipv6Trace.Try;
import xuncha.findings.visit.PageFacts.PageState;

/// What a trace comes to: the page was had, it stops at a stage, or that could not be seen.
///
/// A failure that is certainly the site's (no AAAA, a certificate fault, an error status) stops the
/// way by itself. One that could be anybody's (refused, silent, reset) stops it only when every
/// address failed twice, this machine's IPv6 was proven before and after, and the site opens over
/// IPv4 from here or has none: then the site is up, lets us in, and IPv6 is what is wrong.
///
/// @param verdict which of the three
/// @param stage where it stops; empty unless stopped
/// @param why the failure, when there is one
/// @param decisive the try that the conclusion rests on; empty when it rests on DNS alone
/// @param sure how sure, 0 to 1
/// @param doubtful whether a person should look
record Ipv6Reading(
    Found verdict,
    Optional<Stage> stage,
    Optional<Failure> why,
    Optional<Try> decisive,
    double sure,
    boolean doubtful) {
  enum Found {
    HAD,
    STOPPED,
    UNSEEN
  }

  private static final double CERTAIN = 0.95;
  private static final double LIKELY = 0.85;
  private static final double PERHAPS = 0.7;

  /// Certainly the site's doing, whatever IPv4 shows.
  private static final Set<Kind> THE_SITES =
      Set.of(
          Kind.NAME_UNRESOLVED,
          Kind.NAME_WITHOUT_ADDRESS,
          Kind.PRIVATE_ADDRESS,
          Kind.TLS_CERTIFICATE,
          Kind.NOT_HTTP,
          Kind.NOT_FOUND,
          Kind.CLIENT_ERROR,
          Kind.SERVER_ERROR,
          Kind.BODY_UNDECODABLE,
          Kind.BAD_ADDRESS);

  /// The site's doing when it opens over IPv4 at the same time.
  private static final Set<Kind> WITH_A_WITNESS =
      Set.of(
          Kind.CONNECTION_REFUSED,
          Kind.CONNECT_TIMEOUT,
          Kind.TLS_HANDSHAKE,
          Kind.CONNECTION_RESET,
          Kind.RESPONSE_TIMEOUT,
          Kind.BODY_TRUNCATED,
          Kind.UNAVAILABLE,
          Kind.REDIRECT_LOOP,
          Kind.TOO_MANY_REDIRECTS);

  /// @param same from which likeness on two pages are the same
  /// @param other below which they are certainly not
  static Ipv6Reading of(Ipv6Trace trace, double same, double other) {
    var fault = trace.home().fault();
    if (fault.isPresent()) {
      return ofFault(fault.get(), trace.home().host());
    }
    if (trace.home().service().isEmpty()) {
      return stopped(Stage.ADDRESS, badAddress(trace), Optional.empty(), CERTAIN);
    }
    if (!trace.sight().holds() || trace.tries().isEmpty()) {
      return unseen(Failure.of(Kind.NO_IPV6_HERE), Optional.empty());
    }
    return trace.tries().stream()
        .filter(one -> one.failure().isEmpty())
        .max(Comparator.comparingDouble(one -> one.likeness().orElse(-1.0)))
        .map(best -> ofPage(trace, best, same, other))
        .orElseGet(() -> ofFailures(trace));
  }

  private static Ipv6Reading ofFault(DnsFault fault, String host) {
    var why = new Failure(fault.kind(), fault.id() + " for AAAA of " + host);
    return fault.answered()
        ? stopped(Stage.DNS, why, Optional.empty(), CERTAIN)
        : unseen(why, Optional.empty());
  }

  private static Failure badAddress(Ipv6Trace trace) {
    var all =
        trace.home().addresses().stream()
            .map(address -> address.address() + " (" + address.kind() + ")")
            .toList();
    return new Failure(Kind.PRIVATE_ADDRESS, String.join(", ", all));
  }

  private static Ipv6Reading ofFailures(Ipv6Trace trace) {
    var open = trace.tries().stream().filter(one -> !theirs(trace, one)).findFirst();
    if (open.isPresent()) {
      return unseen(ours(trace, open.get().failure().orElseThrow()), open);
    }
    // the furthest stage is as far as a citizen comes
    var furthest =
        trace.tries().stream().max(Comparator.comparing(Ipv6Reading::stageOf)).orElseThrow();
    var why = furthest.failure().orElseThrow();
    return stopped(
        stageOf(furthest),
        why,
        Optional.of(furthest),
        THE_SITES.contains(why.kind()) ? CERTAIN : LIKELY);
  }

  /// Without control targets only the loopback interface is proven: having no way to any other
  /// address is then no more than having no IPv6.
  private static Failure ours(Ipv6Trace trace, Failure why) {
    var proven = trace.sight().before().controls().stream().anyMatch(one -> !one.loopback());
    return why.kind() == Kind.NETWORK_UNREACHABLE && !proven
        ? new Failure(Kind.NO_IPV6_HERE, why.detail())
        : why;
  }

  private static boolean theirs(Ipv6Trace trace, Try one) {
    var kind = one.failure().orElseThrow().kind();
    return THE_SITES.contains(kind) || (WITH_A_WITNESS.contains(kind) && witnessed(trace, one));
  }

  /// Twice in a row, and IPv4 shows that the site is up, or that there is no IPv4 to be up on.
  private static boolean witnessed(Ipv6Trace trace, Try one) {
    var twice =
        trace.tries().stream().filter(other -> other.address().equals(one.address())).count() > 1;
    var without4 = trace.home().fault4().filter(DnsFault::answered).isPresent();
    var opensOver4 = trace.over4().filter(four -> four.failure().isEmpty()).isPresent();
    return twice && (without4 || opensOver4);
  }

  private static Stage stageOf(Try one) {
    return one.stopped().orElse(Stage.HTTP);
  }

  private static Ipv6Reading ofPage(Ipv6Trace trace, Try best, double same, double other) {
    var page = best.page().orElseThrow();
    var four = trace.over4().flatMap(Try::page);
    var obstacle = obstacle(page, four);
    if (obstacle.isPresent()) {
      return isTheSites(page.state(), four)
          ? stopped(Stage.CONTENT, obstacle.get(), Optional.of(best), LIKELY)
          : unseen(obstacle.get(), Optional.of(best));
    }
    if (best.likeness().isEmpty() || four.filter(Ipv6Reading::comparable).isEmpty()) {
      return had(best, PERHAPS, false);
    }
    var likeness = best.likeness().get();
    if (likeness >= same) {
      return had(best, CERTAIN, dead(trace));
    }
    var why =
        new Failure(
            Kind.UNREADABLE,
            String.format(Locale.ROOT, "likeness %.2f of the pages over IPv6 and IPv4", likeness));
    return likeness < other
        ? stopped(Stage.CONTENT, why, Optional.of(best), LIKELY)
        : unseen(why, Optional.of(best));
  }

  /// Why the page over IPv6 is not the site; empty when it may be.
  private static Optional<Failure> obstacle(Landing page, Optional<Landing> four) {
    var alike = four.filter(other -> other.state() == page.state()).isPresent();
    var compared = four.filter(Ipv6Reading::comparable).isPresent();
    return switch (page.state()) {
      case CONTENT, EMPTY_SHELL -> Optional.empty();
      case LOGIN_WALL -> alike ? Optional.empty() : instead(page);
      case UNCLEAR -> compared ? Optional.empty() : instead(page);
      case SOFT_404, DEFAULT_PAGE, MAINTENANCE, FAULT, EMPTY, CHALLENGE -> instead(page);
    };
  }

  /// Whether what stands in the place of the page is the site's doing over IPv6.
  private static boolean isTheSites(PageState state, Optional<Landing> four) {
    return switch (state) {
      case SOFT_404, DEFAULT_PAGE -> true;
      case MAINTENANCE, FAULT, EMPTY ->
          four.filter(other -> other.state() == PageState.CONTENT).isPresent();
      case CONTENT, EMPTY_SHELL, LOGIN_WALL, CHALLENGE, UNCLEAR -> false;
    };
  }

  private static Optional<Failure> instead(Landing page) {
    var detail = page.title().isEmpty() ? page.url() : page.title();
    return page.state().failure().map(why -> new Failure(why, detail));
  }

  /// Whether the page over IPv4 is the site's own, so that comparing means something.
  private static boolean comparable(Landing four) {
    return four.state() == PageState.CONTENT || four.state() == PageState.EMPTY_SHELL;
  }

  /// Whether some addresses lead nowhere while others lead to the page.
  private static boolean dead(Ipv6Trace trace) {
    return trace.tries().stream().anyMatch(one -> one.failure().isPresent())
        || trace.home().addresses().stream().anyMatch(address -> !address.service());
  }

  private static Ipv6Reading had(Try best, double sure, boolean doubtful) {
    return new Ipv6Reading(
        Found.HAD, Optional.empty(), Optional.empty(), Optional.of(best), sure, doubtful);
  }

  private static Ipv6Reading stopped(Stage stage, Failure why, Optional<Try> at, double sure) {
    return new Ipv6Reading(
        Found.STOPPED, Optional.of(stage), Optional.of(why), at, sure, sure < CERTAIN);
  }

  private static Ipv6Reading unseen(Failure why, Optional<Try> at) {
    return new Ipv6Reading(Found.UNSEEN, Optional.empty(), Optional.of(why), at, 0, true);
  }

  /// The addresses that led nowhere every time they were tried, and those that count for nothing.
  static List<String> deadAddresses(Ipv6Trace trace) {
    var alive =
        trace.tries().stream().filter(one -> one.failure().isEmpty()).map(Try::address).toList();
    return Stream.concat(
            trace.tries().stream().map(Try::address),
            trace.home().addresses().stream()
                .filter(address -> !address.service())
                .map(Ipv6Trace.Address::address))
        .distinct()
        .filter(address -> !alive.contains(address))
        .toList();
  }
}
