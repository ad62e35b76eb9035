package xuncha.findings.visit;

import java.util.Locale;

/// Why a name did not lead to an address. Only the first two say something about the site; the
/// others mean that its state could not be seen.
public enum DnsFault {
  /// The name does not exist.
  NXDOMAIN(Failure.Kind.NAME_UNRESOLVED),
  /// The name exists and has no address of that family (NODATA).
  NO_RECORD(Failure.Kind.NAME_WITHOUT_ADDRESS),
  /// The resolver gave up, mostly because the zone's servers do not answer properly.
  SERVFAIL(Failure.Kind.RESOLVER_FAILED),
  /// The server declined to answer.
  REFUSED(Failure.Kind.RESOLVER_FAILED),
  /// No answer in time.
  TIMEOUT(Failure.Kind.RESOLVER_FAILED),
  /// The server could not be reached at all.
  UNREACHABLE(Failure.Kind.RESOLVER_FAILED),
  /// The server points elsewhere instead of answering for a zone that it should know.
  LAME(Failure.Kind.RESOLVER_FAILED),
  /// The chain of aliases comes back to itself.
  CNAME_LOOP(Failure.Kind.RESOLVER_FAILED),
  /// More aliases than any sound resolver follows.
  CNAME_TOO_LONG(Failure.Kind.RESOLVER_FAILED),
  /// The answer was cut and the whole of it could not be had over TCP.
  TRUNCATED(Failure.Kind.RESOLVER_FAILED),
  /// The answer could not be parsed or does not fit the question.
  MALFORMED(Failure.Kind.RESOLVER_FAILED),
  /// The resolver denies the name, and cannot be seen to find any other.
  DENIES_ALL(Failure.Kind.RESOLVER_FAILED),
  /// Another error code.
  OTHER_ERROR(Failure.Kind.RESOLVER_FAILED),
  /// No DNS name at all.
  BAD_NAME(Failure.Kind.BAD_ADDRESS);

  private final Failure.Kind kind;

  DnsFault(Failure.Kind kind) {
    this.kind = kind;
  }

  /// The word used in JSON and logs: `cname-loop`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The failure it amounts to.
  public Failure.Kind kind() {
    return kind;
  }

  /// Whether it is an answer about the name rather than a failure to get one.
  public boolean answered() {
    return this == NXDOMAIN || this == NO_RECORD;
  }
}
