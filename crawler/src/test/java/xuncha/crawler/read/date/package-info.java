@NullMarked
package xuncha.crawler.read.date;

import org.jspecify.annotations.NullMarked;
