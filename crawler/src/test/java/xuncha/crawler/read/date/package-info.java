/// The date reader against tables of forms, invented pages of common systems, and real ones.
@NullMarked
package xuncha.crawler.read.date;

import org.jspecify.annotations.NullMarked;
