/// What must be tried rather than read. A probe records what happened; it does not judge.
@NullMarked
package xuncha.crawler.probe;

import org.jspecify.annotations.NullMarked;
