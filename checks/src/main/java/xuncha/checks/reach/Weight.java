package xuncha.checks.reach;

import java.time.Duration;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.HomeAttempts.Attempt;

/// What one try to open the home page says about the site (design rule 4: blame is given stingily).
///
/// | what happened | weight | why |
/// | --- | --- | --- |
/// | opened in time | `OPENED` | |
/// | opened, but not within the edition's limit | `IF_ALL_AGREE` | one stall may be our line's |
/// | name unresolved or without address | `SITE` | a healthy resolver said so |
/// | certificate fault, not HTTP, undecodable, redirect loop or chain, bad address | `SITE` | the site's own configuration |
/// | 404, 410, other 4xx | `SITE` | the site's own answer |
/// | 5xx, 503, maintenance page, a server's default page | `IF_REPEATED` | the site's own answer, but a restart is over in seconds: one more try of the visit must say so |
/// | refused, connecting timed out, reset, ended early, an empty document | `IF_ALL_AGREE` | could be a passing fault or a device on the way; every try of the visit is another look |
/// | answer timed out at or after the edition's limit | `IF_ALL_AGREE` | the same |
/// | answer timed out before the edition's limit | `UNKNOWN` | our patience was shorter than the limit: nothing is shown |
/// | 401, 403, 412, 429, challenge, captcha | `UNKNOWN` | meant for us alone, perhaps; the same machine asking again is no other look |
/// | log-in wall, not a page, private address, TLS handshake | `UNKNOWN` | other people may well see the page |
/// | resolver failed | `UNKNOWN` | names are looked up once per run: the tries are not independent |
/// | unreachable from here, too large, robots, budget, no browser, … | `OURS` | says nothing of the site; not counted as a try |
enum Weight {
  OPENED,
  SITE,
  IF_REPEATED,
  IF_ALL_AGREE,
  UNKNOWN,
  OURS;

  /// What that try says.
  ///
  /// @param slow the time at which a page that is still not open counts as failed
  static Weight of(Attempt attempt, Duration slow) {
    var late = attempt.took().compareTo(slow) >= 0;
    return attempt.failure().map(failure -> of(failure, late)).orElse(late ? IF_ALL_AGREE : OPENED);
  }

  private static Weight of(Failure failure, boolean late) {
    return switch (failure.kind()) {
      case CONNECTION_REFUSED, CONNECT_TIMEOUT, CONNECTION_RESET, BODY_TRUNCATED, EMPTY_DOCUMENT ->
          IF_ALL_AGREE;
      case SERVER_ERROR, UNAVAILABLE, DEFAULT_PAGE -> IF_REPEATED;
      case RESPONSE_TIMEOUT -> late ? IF_ALL_AGREE : UNKNOWN;
      default ->
          switch (failure.blame()) {
            case SITE -> SITE;
            case UNKNOWN -> UNKNOWN;
            case US -> OURS;
          };
    };
  }
}
