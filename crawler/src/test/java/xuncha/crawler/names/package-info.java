@NullMarked
package xuncha.crawler.names;

import org.jspecify.annotations.NullMarked;
