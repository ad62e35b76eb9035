package xuncha.crawler.fetch;

import java.time.Duration;

/// The bounds of one exchange, and how we introduce ourselves.
///
/// @param userAgent sent with every request; names the product and, if the operator gives one, a
///   contact
/// @param connect how long one connection attempt may take
/// @param silence how long the other side may say nothing
/// @param exchange how long the whole exchange may take, to the last byte
/// @param headerLines how many header lines an answer may have
/// @param inflation how many times larger than received a body may become once it is decompressed
public record FetchSettings(
    String userAgent,
    Duration connect,
    Duration silence,
    Duration exchange,
    int headerLines,
    int inflation) {
  public FetchSettings {
    if (!userAgent.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("a user agent of printable ASCII, not: " + userAgent);
    }
    if (!connect.isPositive() || !silence.isPositive() || !exchange.isPositive()) {
      throw new IllegalArgumentException("time limits of an exchange are more than nothing");
    }
    if (headerLines < 1 || inflation < 1) {
      throw new IllegalArgumentException("headerLines and inflation are at least 1");
    }
  }

  /// What suits the open network. Every server's filter lets `Mozilla/5.0 (compatible; …)` through
  /// that lets honest robots through at all. The exchange is given 30 s: opening is judged against
  /// 15 s, and a slow answer is to be seen as slow, not as none.
  public static FetchSettings defaults() {
    return new FetchSettings(
        "Mozilla/5.0 (compatible; xuncha/0.1; website inspection)",
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        1_000,
        200);
  }

  /// The same under another name.
  public FetchSettings withUserAgent(String userAgent) {
    return new FetchSettings(userAgent, connect, silence, exchange, headerLines, inflation);
  }
}
