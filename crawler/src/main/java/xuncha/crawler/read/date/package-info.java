/// Publication dates, with where each came from and how sure that is.
@NullMarked
package xuncha.crawler.read.date;

import org.jspecify.annotations.NullMarked;
