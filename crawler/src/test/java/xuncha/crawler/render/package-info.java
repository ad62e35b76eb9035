@NullMarked
package xuncha.crawler.render;

import org.jspecify.annotations.NullMarked;
