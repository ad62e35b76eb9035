/// Whether a site says who it is, and says it rightly.
@NullMarked
package xuncha.checks.identity;

import org.jspecify.annotations.NullMarked;
