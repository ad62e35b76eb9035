package xuncha.findings.visit;

/// From where a visit looked, and what that place can see. A verdict never claims more than its
/// vantage.
///
/// @param name how an operator calls this machine
/// @param browser whether a browser could be used
/// @param ipv6 whether working IPv6 was proven before the visit
public record Vantage(String name, boolean browser, boolean ipv6) {}
