@NullMarked
package xuncha.crawler.fetch;

import org.jspecify.annotations.NullMarked;
