package xuncha.crawler.fetch;

/// One exchange, and how it went step by step.
///
/// @param exchange what became of it
/// @param reached how far it came
/// @param connectMs until the TCP connection stood, milliseconds; -1 when it did not
/// @param tlsMs for the TLS handshake; 0 for plain HTTP, -1 when it did not end
/// @param firstByteMs from the request sent to the head of the answer; -1 when none came
public record Observed(
    Exchange exchange, Reached reached, long connectMs, long tlsMs, long firstByteMs) {
  /// How far an exchange came.
  public enum Reached {
    /// Nothing was sent: no address, no leave, no time.
    NOTHING,
    /// Connecting, but no connection.
    CONNECTING,
    /// A TCP connection, but no TLS.
    SECURING,
    /// A way to ask, whatever the answer.
    ASKING
  }
}
