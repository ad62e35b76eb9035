package xuncha.crawler;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.store.Vault;

/// How a site is visited.
///
/// @param pace how slowly
/// @param budget how much at most
/// @param attempts how often the home page is tried in one visit; at least 1
/// @param userAgent what we call ourselves
/// @param obeyRobots false only where the operator says that the sites are their own
/// @param retention how much of a visit's archive is kept
public record CrawlSettings(
    Pace pace,
    Budget budget,
    int attempts,
    String userAgent,
    boolean obeyRobots,
    Vault.Retention retention) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Not to hurt anybody.
  ///
  /// @param delay at least this long between two requests to one host
  /// @param perAddress connections at a time to one IP address, which may serve hundreds of sites
  public record Pace(Duration delay, int perAddress) {
    public Pace {
      within("pace.delay", delay.toMillis(), 0, 600_000);
      within("pace.perAddress", perAddress, 1, 1000);
    }
  }

  /// What one visit may cost.
  ///
  /// @param pages pages read: the home page, columns, further pages of lists, articles
  /// @param links links tried besides
  /// @param bytes of all bodies together, decompressed
  /// @param pageBytes of one body, decompressed
  /// @param time from beginning to end
  /// @param depth levels of columns below the home page
  /// @param redirects on the way to one page, of every kind together
  public record Budget(
      int pages, int links, long bytes, long pageBytes, Duration time, int depth, int redirects) {
    public Budget {
      within("budget.pages", pages, 1, 100_000);
      within("budget.links", links, 0, 1_000_000);
      within("budget.bytes", bytes, 1 << 16, 1L << 40);
      within("budget.pageBytes", pageBytes, 1 << 12, 1L << 30);
      within("budget.time", time.toSeconds(), 1, 7 * 24 * 3600);
      within("budget.depth", depth, 1, 10);
      within("budget.redirects", redirects, 1, 50);
    }
  }

  public CrawlSettings {
    within("attempts", attempts, 1, 100);
    if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new IllegalArgumentException("userAgent: one line of ASCII, not: " + userAgent);
    }
  }

  /// What an operator gets who sets nothing.
  public static CrawlSettings defaults() {
    return new CrawlSettings(
        new Pace(Duration.ofMillis(500), 4),
        new Budget(60, 300, 200_000_000, 8_000_000, Duration.ofMinutes(20), 3, 10),
        3,
        "Mozilla/5.0 (compatible; xuncha/0.1)",
        true,
        Vault.Retention.CITED);
  }

  /// These settings as names and plain values, for the archive.
  Map<String, Object> asMap() {
    return JSON.convertValue(this, new TypeReference<Map<String, Object>>() {});
  }

  /// The settings that [#asMap] wrote; empty when there are none or they are another version's.
  static Optional<CrawlSettings> from(Map<String, Object> map) {
    try {
      return map.isEmpty()
          ? Optional.empty()
          : Optional.of(JSON.convertValue(map, CrawlSettings.class));
    } catch (JacksonException | IllegalArgumentException another) {
      return Optional.empty();
    }
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + ": " + value + " is not between " + least + " and " + most);
    }
  }
}
