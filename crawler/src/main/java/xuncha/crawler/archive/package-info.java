/// WARC files: what a visit saw, written as it happens, and played back as if it happened again.
@NullMarked
package xuncha.crawler.archive;

import org.jspecify.annotations.NullMarked;
