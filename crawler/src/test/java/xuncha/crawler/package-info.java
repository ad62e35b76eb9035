@NullMarked
package xuncha.crawler;

import org.jspecify.annotations.NullMarked;
