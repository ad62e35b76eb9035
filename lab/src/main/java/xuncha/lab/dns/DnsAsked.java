package xuncha.lab.dns;

import java.net.InetAddress;

/// A question that a [DnsServer] received.
///
/// @param from who asked
/// @param to the server's own address
/// @param tcp whether it came over TCP
/// @param name the name in lower case, without final dot
/// @param type `A`, `AAAA` …
public record DnsAsked(InetAddress from, InetAddress to, boolean tcp, String name, String type) {}
