@NullMarked
package xuncha.crawler.manners;

import org.jspecify.annotations.NullMarked;
