/// Whether a site's search finds what the site has published.
@NullMarked
package xuncha.checks.search;

import org.jspecify.annotations.NullMarked;
