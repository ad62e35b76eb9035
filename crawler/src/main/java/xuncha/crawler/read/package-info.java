/// Pages into facts: one parse a page, compact facts kept, the DOM dropped.
@NullMarked
package xuncha.crawler.read;

import org.jspecify.annotations.NullMarked;
