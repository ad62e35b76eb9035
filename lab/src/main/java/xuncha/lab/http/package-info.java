/// The laboratory's own HTTP and HTTPS server: persistent connections on virtual threads, and the
/// means to answer as no well-behaved server would.
@NullMarked
package xuncha.lab.http;

import org.jspecify.annotations.NullMarked;
