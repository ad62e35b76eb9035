/// Whether a site can be reached at all.
@NullMarked
package xuncha.checks.reach;

import org.jspecify.annotations.NullMarked;
