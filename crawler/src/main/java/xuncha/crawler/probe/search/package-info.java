/// Whether a site's search finds what the site has published: its box is found in the home page,
/// asked for things that the columns list, and what comes back is noted. Nothing is judged here.
@NullMarked
package xuncha.crawler.probe.search;

import org.jspecify.annotations.NullMarked;
