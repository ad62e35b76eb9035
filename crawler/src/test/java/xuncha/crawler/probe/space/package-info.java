/// Logging in and one's own space.
@NullMarked
package xuncha.crawler.probe.space;

import org.jspecify.annotations.NullMarked;
