/// How not to hurt a site: gates per host and per address, robots.txt, deadlines and allowances.
@NullMarked
package xuncha.crawler.manners;

import org.jspecify.annotations.NullMarked;
