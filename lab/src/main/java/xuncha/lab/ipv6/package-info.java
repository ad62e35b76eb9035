/// Sites with one IPv6 fault each, over real sockets, and what is true of them.
@NullMarked
package xuncha.lab.ipv6;

import org.jspecify.annotations.NullMarked;
