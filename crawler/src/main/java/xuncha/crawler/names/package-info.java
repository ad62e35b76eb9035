/// Names into addresses: our own resolver, the network profile, and the guard that refuses
/// addresses that are not globally routable.
@NullMarked
package xuncha.crawler.names;

import org.jspecify.annotations.NullMarked;
