package xuncha.crawler.manners;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.Failure;

/// What a host's robots.txt allows us (RFC 9309).
public final class RobotsRules {
  /// RFC 9309, 2.5: at least 500 KiB have to be read; nobody means what stands behind them.
  public static final int MOST_BYTES = 512 * 1024;

  /// The product token that a group in robots.txt would name.
  public static final String AGENT = "xuncha";

  private final BaseRobotRules rules;
  private final Optional<Failure> trouble;

  private RobotsRules(BaseRobotRules rules, Optional<Failure> trouble) {
    this.rules = rules;
    this.trouble = trouble;
  }

  /// Everything is allowed: the operator says that the sites are their own.
  public static RobotsRules ignored() {
    return new RobotsRules(all(RobotRulesMode.ALLOW_ALL), Optional.empty());
  }

  /// What the answer to the request for robots.txt means, after its redirects.
  ///
  /// @param url where robots.txt was asked for
  /// @param status the final status: a 4xx means that there are no rules (2.3.1.3), a 5xx that
  ///   nothing may be fetched for now (2.3.1.4)
  /// @param body its bytes; what exceeds [#MOST_BYTES] is not read
  public static RobotsRules read(String url, int status, byte[] body) {
    if (status >= 500 || status == 429) {
      // 429 is no statement about rules: the host wants to be left alone now.
      return unreachable(new Failure(Failure.Kind.ROBOTS, "robots.txt answers " + status));
    }
    if (status != 200 || markup(body)) {
      return new RobotsRules(all(RobotRulesMode.ALLOW_ALL), Optional.empty());
    }
    var read = body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body;
    // The parser would take a delay beyond its limit for a ban; ours is the gate's longest pause.
    var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return new RobotsRules(
        parser.parseContent(url, read, "text/plain", List.of(AGENT)), Optional.empty());
  }

  /// robots.txt could not be had: nothing may be fetched for now, and the failure says why.
  public static RobotsRules unreachable(Failure why) {
    return new RobotsRules(all(RobotRulesMode.ALLOW_NONE), Optional.of(why));
  }

  /// Empty when the address may be fetched, else the reason to record.
  public Optional<Failure> refusal(String url) {
    if (rules.isAllowed(url)) {
      return Optional.empty();
    }
    return Optional.of(trouble.orElseGet(() -> new Failure(Failure.Kind.ROBOTS, url)));
  }

  /// Why nothing may be fetched for now; empty when robots.txt was had.
  public Optional<Failure> trouble() {
    return trouble;
  }

  /// The pause that the host asks for; give it to [HostGate#atLeast].
  public Optional<Duration> crawlDelay() {
    var millis = rules.getCrawlDelay();
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  /// The sitemaps that it names, absolute.
  public List<String> sitemaps() {
    return List.copyOf(rules.getSitemaps());
  }

  private static SimpleRobotRules all(RobotRulesMode mode) {
    return new SimpleRobotRules(mode);
  }

  /// Many servers answer every address with their home page or error page and status 200.
  private static boolean markup(byte[] body) {
    var start = new String(body, 0, Math.min(body.length, 1024), StandardCharsets.ISO_8859_1);
    return start.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
  }
}
