@NullMarked
package xuncha.crawler.archive;

import org.jspecify.annotations.NullMarked;
