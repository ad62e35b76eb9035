/// Whether what should be kept up to date is.
@NullMarked
package xuncha.checks.freshness;

import org.jspecify.annotations.NullMarked;
