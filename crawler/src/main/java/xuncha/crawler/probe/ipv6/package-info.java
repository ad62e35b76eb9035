/// What an IPv6-only citizen gets, step by step: names, addresses, connection, TLS, HTTP, the page
/// beside the one over IPv4, the links below it, and whether this machine could see at all. What is
/// recorded is an [xuncha.findings.visit.Ipv6Trace]; nobody judges here.
@NullMarked
package xuncha.crawler.probe.ipv6;

import org.jspecify.annotations.NullMarked;
